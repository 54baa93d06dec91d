"""Accepted differences and materiality through a whole run: they say what counts, and take nothing away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from syditval.kinds import schema_text
from syditval.model.finding import Finding
from syditval.model.report import Report
from syditval.model.threshold import Threshold
from syditval.model.waiver import Waiver, Waiving
from syditval.run import Request, reconcile, sums
from tests.run.months import APRIL, MAY, PERCENT, TOTAL, monthly, run

OF_TOTAL = Waiver("F101", TOTAL, "Avrundning i huvudboken.", who="A. Berg")
OF_PERCENT = Waiver("V103", PERCENT, "Beräknas av ekonomisystemet.")
OF_LINE = Waiver("V101", "budget/personalkostnader/variance", "Rättas i maj.")
OF_VARIANCES = Waiver("V101", "budget/total/variance", "Rättas i maj.")
ALL = (OF_TOTAL, OF_PERCENT, OF_LINE, OF_VARIANCES)

UNTOUCHED = run(monthly(APRIL))


def told(report: Report) -> list[str]:
    """What becomes of each finding, its code and its place, in the order in which they are told."""
    return [f"{stands(each)} {each.code} {each.place}" for each in report.findings]


def stands(finding: Finding) -> str:
    """What a finding is called by its waiver, by its size, or else by its severity."""
    if finding.waived:
        return finding.waived.waiving.value
    return finding.severity.value if finding.is_material else "immaterial"


def up_to(cap: str, waiver: Waiver = OF_TOTAL) -> Waiver:
    return replace(waiver, at_most=Threshold.parse(cap))


class TestWaived:
    REPORT = run(monthly(APRIL), OF_TOTAL)

    def test_it_stays_is_marked_and_is_told_last(self) -> None:
        assert told(UNTOUCHED) == [
            "error V101 budget/personalkostnader/variance",
            f"error F101 {TOTAL}",
            "error V101 budget/total/variance",
            f"error V103 {PERCENT}",
        ]
        assert told(self.REPORT) == [
            "error V101 budget/personalkostnader/variance",
            "error V101 budget/total/variance",
            f"error V103 {PERCENT}",
            f"waived F101 {TOTAL}",
        ]

    def test_its_waiver_is_told_beside_its_message(self) -> None:
        before, after = UNTOUCHED.findings[1], self.REPORT.findings[-1]

        assert after.standing == "Waived by A. Berg: Avrundning i huvudboken."
        assert after.message == before.message
        assert after.id == before.id

    def test_it_is_counted_apart(self) -> None:
        assert UNTOUCHED.severities()["error"] == 4
        assert self.REPORT.severities()["error"] == 3
        assert [each.place for each in self.REPORT.waived] == [TOTAL]

    def test_its_cause_is_told_last(self) -> None:
        assert UNTOUCHED.causes[0].explains == (UNTOUCHED.findings[1].id,)
        assert self.REPORT.causes[-1].explains == (self.REPORT.findings[-1].id,)
        assert len(self.REPORT.causes) == len(UNTOUCHED.causes)

    def test_the_verdicts_are_what_they_were(self) -> None:
        assert self.REPORT.judgements == UNTOUCHED.judgements
        assert self.REPORT.coverage() == UNTOUCHED.coverage()

    def test_the_run_fails_until_all_that_fails_it_is_accepted(self) -> None:
        assert self.REPORT.exit_code() == 1
        assert run(monthly(APRIL), *ALL).exit_code("note") == 0
        assert len(run(monthly(APRIL), *ALL).findings) == 4

    def test_the_report_says_what_it_was_held_against(self) -> None:
        assert self.REPORT.waivers == (OF_TOTAL,)
        assert UNTOUCHED.waivers == ()

    def test_it_is_told_in_the_language_of_the_report(self) -> None:
        swedish = reconcile(monthly(APRIL), Request("sv", in_process=True, waivers=(OF_TOTAL,)))

        assert swedish.findings[-1].standing.endswith("av A. Berg: Avrundning i huvudboken.")
        assert swedish.findings[-1].standing != self.REPORT.findings[-1].standing

    def test_what_has_no_amount_can_be_accepted_too(self) -> None:
        vague = monthly(APRIL.replace("Lokalhyror        | 400 ", "Lokalhyror        | ca 400 "))
        accepted = run(vague, Waiver("S001", "budget/lokalhyror/budget", "Avtalet är inte klart."))

        assert "error S001 budget/lokalhyror/budget" in told(run(vague))
        assert told(accepted)[-1] == "waived S001 budget/lokalhyror/budget"


class TestCap:
    @pytest.mark.parametrize("cap", ["90 tkr", "90", "0,09 mkr", "90000 kr"])
    def test_a_difference_up_to_it_is_accepted(self, cap: str) -> None:
        assert told(run(monthly(APRIL), up_to(cap)))[-1] == f"waived F101 {TOTAL}"

    def test_a_larger_one_counts_again_where_it_stood_and_says_why(self) -> None:
        report = run(monthly(APRIL), up_to("89,9 tkr"))

        assert told(report)[1] == f"exceeded F101 {TOTAL}"
        assert report.findings[1].standing.replace("\xa0", " ") == (
            "Waived by A. Berg only up to 89,9 tkr, and larger now: Avrundning i huvudboken."
        )
        assert report.severities() == UNTOUCHED.severities()

    def test_it_counts_for_the_exit_code(self) -> None:
        others = (OF_PERCENT, OF_LINE, OF_VARIANCES)

        assert run(monthly(APRIL), up_to("90 tkr"), *others).exit_code() == 0
        assert run(monthly(APRIL), up_to("89 tkr"), *others).exit_code() == 1

    def test_an_amount_accepts_no_percentage(self) -> None:
        assert f"exceeded V103 {PERCENT}" in told(run(monthly(APRIL), up_to("1000 tkr", OF_PERCENT)))
        assert f"waived V103 {PERCENT}" in told(run(monthly(APRIL), up_to("5 %", OF_PERCENT)))


class TestExpired:
    LASTING = replace(OF_TOTAL, until=date(2024, 4, 30))

    def test_to_the_end_of_its_last_day_it_holds(self) -> None:
        report = run(monthly(APRIL), self.LASTING, day="2024-04-30")

        assert told(report)[-1] == f"waived F101 {TOTAL}"
        assert len(report.findings) == 4

    def test_from_the_next_on_the_finding_counts_again_and_the_waiver_is_one_itself(self) -> None:
        report = run(monthly(APRIL), self.LASTING, day="2024-05-01")

        assert told(report)[1] == f"expired F101 {TOTAL}"
        assert told(report)[-1] == f"warning W002 F101/{TOTAL}"
        assert report.severities()["error"] == 4
        assert report.findings[1].standing == (
            "No longer waived by A. Berg until 2024-04-30: Avrundning i huvudboken."
        )

    def test_it_is_told_where_the_difference_is_gone_as_well(self) -> None:
        sound = APRIL.replace("0      | 90 ", "0      | 0  ")

        assert "warning W002 F101/" + TOTAL in told(run(monthly(sound), self.LASTING, day="2024-05-01"))

    def test_the_day_is_an_option_of_the_record_where_it_decides_anything(self) -> None:
        assert dict(run(monthly(APRIL), self.LASTING).options)["as-of"] == "2024-04-30"
        assert "as-of" not in dict(run(monthly(APRIL), OF_TOTAL).options)
        assert "as-of" not in dict(
            run(monthly(APRIL), replace(self.LASTING, workbook="skola-*.xlsx")).options
        )


class TestUnmatched:
    GONE = replace(OF_TOTAL, place="budget/total/forecast")

    def test_a_waiver_that_matches_nothing_is_a_finding(self) -> None:
        report = run(monthly(APRIL), self.GONE)

        assert told(report) == [*told(UNTOUCHED), "warning W001 F101/budget/total/forecast"]
        assert report.findings[-1].message.startswith(
            "The waiver of F101/budget/total/forecast matches nothing"
        )

    def test_it_may_fail_the_run(self) -> None:
        report = run(monthly(APRIL), *ALL, self.GONE)

        assert (report.exit_code("error"), report.exit_code("warning")) == (0, 1)


class TestFromMonthToMonth:
    def test_the_finding_moved_and_has_another_name(self) -> None:
        april, may = UNTOUCHED.findings[1], run(monthly(MAY)).findings[0]

        assert (april.cell and april.cell.address, may.cell and may.cell.address) == ("Drift!C7", "Drift!D10")
        assert (april.id, may.id) == (f"F101/{TOTAL}/2024-04-30", f"F101/{TOTAL}/2024-05-31")

    def test_its_waiver_holds_all_the_same(self) -> None:
        report = run(monthly(MAY, "it-maj.xlsx"), OF_TOTAL, day="2024-06-12")

        assert told(report) == [f"waived F101 {TOTAL}"]
        assert report.exit_code("note") == 0

    def test_up_to_its_cap(self) -> None:
        """In April the total was 90 too high, in May it is 120."""
        assert told(run(monthly(APRIL), up_to("100 tkr")))[-1] == f"waived F101 {TOTAL}"
        assert told(run(monthly(MAY), up_to("100 tkr"))) == [f"exceeded F101 {TOTAL}"]


class TestWorkbooks:
    @pytest.mark.parametrize(("name", "concerns"), [("it-april.xlsx", True), ("skola-april.xlsx", False)])
    def test_a_waiver_may_concern_some_alone_and_is_not_missed_in_others(
        self, name: str, concerns: bool
    ) -> None:
        waiver = replace(OF_TOTAL, workbook="it-*.xlsx")
        report = run(monthly(APRIL, name), waiver)

        assert told(report) == told(TestWaived.REPORT if concerns else UNTOUCHED)
        assert report.waivers == (waiver,) * concerns


class TestRules:
    """A waiver of a rule that is not applied says nothing: it is neither used nor missed."""

    def test_reconcile_leaves_those_of_inferred_relations_alone(self) -> None:
        report = run(monthly(APRIL), Waiver("F201", "region/x/B", "Rättas i maj."))

        assert told(report) == told(UNTOUCHED)
        assert report.waivers == ()

    def test_sums_leaves_those_of_declared_ones_alone(self) -> None:
        request = Request(in_process=True, waivers=(OF_TOTAL,))
        report = sums(monthly(APRIL), request)

        assert report.findings == sums(monthly(APRIL), Request(in_process=True)).findings
        assert report.waivers == ()

    def test_those_of_inferred_ones_hold_there(self) -> None:
        (first, *_) = found = sums(monthly(APRIL), Request(in_process=True)).findings
        waiver = Waiver(first.code, first.place, "Rättas i maj.")
        report = sums(monthly(APRIL), Request(in_process=True, waivers=(waiver,)))

        assert report.findings[-1].id == first.id
        assert report.findings[-1].is_waived
        assert len(report.findings) == len(found)

    def test_that_of_recalculation_is_not_missed_where_nothing_was_calculated_again(self) -> None:
        assert told(run(monthly(APRIL), Waiver("H320", "Drift", "Räknas om i maj."))) == told(UNTOUCHED)


class TestMateriality:
    REPORT = run(monthly(APRIL), materiality="50 tkr")

    def test_what_is_smaller_is_told_after_what_counts_and_none_is_left_out(self) -> None:
        assert told(self.REPORT) == [
            f"error F101 {TOTAL}",
            f"error V103 {PERCENT}",
            "immaterial V101 budget/personalkostnader/variance",
            "immaterial V101 budget/total/variance",
        ]
        assert {each.id for each in self.REPORT.findings} == {each.id for each in UNTOUCHED.findings}

    def test_it_is_marked_and_counted_apart(self) -> None:
        assert [each.standing for each in self.REPORT.findings[1:3]] == [
            "",
            "Below the materiality that was set.",
        ]
        assert len(self.REPORT.immaterial) == 2
        assert self.REPORT.judgements == UNTOUCHED.judgements

    @pytest.mark.parametrize(("materiality", "code"), [("90 tkr", 1), ("90,1 tkr", 0), ("0,09 mkr", 1)])
    def test_it_has_no_part_in_the_exit_code(self, materiality: str, code: int) -> None:
        assert run(monthly(APRIL), OF_PERCENT, materiality=materiality).exit_code() == code

    @pytest.mark.parametrize("materiality", ["1 mdkr", "1000000"])
    def test_percentages_are_never_below_an_amount(self, materiality: str) -> None:
        report = run(monthly(APRIL), materiality=materiality)

        assert told(report)[0] == f"error V103 {PERCENT}"
        assert [stands(each) for each in report.findings] == [
            "error",
            "immaterial",
            "immaterial",
            "immaterial",
        ]

    def test_causes_of_what_is_smaller_stand_behind(self) -> None:
        large, *_ = (cause.explains for cause in self.REPORT.causes)

        assert self.REPORT.findings_of(large)[0].is_pressing
        assert not self.REPORT.is_pressing(self.REPORT.causes[-1])

    def test_what_is_accepted_stands_behind_what_is_small(self) -> None:
        report = run(monthly(APRIL), OF_TOTAL, OF_LINE, materiality="50 tkr")

        assert told(report) == [
            f"error V103 {PERCENT}",
            "immaterial V101 budget/total/variance",
            "waived V101 budget/personalkostnader/variance",
            f"waived F101 {TOTAL}",
        ]

    def test_it_is_an_option_of_the_record(self) -> None:
        assert dict(self.REPORT.options)["materiality"] == "50 tkr"
        assert "materiality" not in dict(UNTOUCHED.options)

    def test_a_waiver_that_has_lapsed_counts_however_small_its_difference(self) -> None:
        lapsed = replace(OF_LINE, until=date(2024, 1, 1))
        report = run(monthly(APRIL), lapsed, OF_TOTAL, OF_PERCENT, materiality="50 tkr")

        assert told(report)[0] == "warning W002 V101/budget/personalkostnader/variance"
        assert report.exit_code("warning") == 1


class TestMaterialityOfAKind:
    @pytest.fixture
    def schemas(self, tmp_path: Path) -> Path:
        """A folder in which the budget table matters from 50 tkr on."""
        text = f'materiality = "50 tkr"\n{schema_text("budget")}'
        (tmp_path / "budget.toml").write_text(text, encoding="utf-8")
        return tmp_path

    def test_holds_for_its_tables(self, schemas: Path) -> None:
        report = reconcile(monthly(APRIL), Request(schemas=schemas, in_process=True))

        assert told(report) == told(TestMateriality.REPORT)

    def test_gives_way_to_what_is_asked_for(self, schemas: Path) -> None:
        request = Request(schemas=schemas, in_process=True, materiality=Threshold.parse("1 kr"))

        assert told(reconcile(monthly(APRIL), request)) == told(UNTOUCHED)


def test_of_several_waivers_each_does_what_it_says() -> None:
    report = run(
        monthly(APRIL),
        up_to("1 tkr"),
        OF_PERCENT,
        replace(OF_LINE, until=date(2024, 1, 1)),
        OF_VARIANCES,
    )

    assert [each.waived and each.waived.waiving for each in report.findings] == [
        Waiving.EXPIRED,
        Waiving.EXCEEDED,
        None,
        Waiving.WAIVED,
        Waiving.WAIVED,
    ]

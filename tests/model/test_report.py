"""What a report counts: verdicts, severities, coverage, and the exit code that follows."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from syditval.model.cells import CellRef
from syditval.model.finding import Finding
from syditval.model.relation import Form, Judgement, Reason, Relation, Verdict
from syditval.model.report import Coverage, Report
from syditval.model.rule import Severity
from tests.reports.example_causes import with_causes
from tests.reports.example_reports import clean, investment, nothing_recognised, report, with_findings
from tests.reports.example_standing import with_standing
from tests.reports.example_sums import summing


def with_severities(*severities: Severity) -> Report:
    cell = CellRef("Drift", 15, 3)
    findings = tuple(Finding("x", "F101", "a-name", severity, "budget", cell) for severity in severities)
    return replace(clean("en"), findings=findings)


class TestTables:
    def test_a_table_is_found_by_its_id(self) -> None:
        assert clean("en").table("investment").sheet == "Investeringar"

    def test_there_is_no_table_of_another_id(self) -> None:
        with pytest.raises(KeyError, match="budget-2"):
            clean("en").table("budget-2")


class TestVerdicts:
    def test_every_verdict_is_counted_also_those_that_nothing_got(self) -> None:
        assert clean("en").verdicts() == {
            Verdict.EXACT: 37,
            Verdict.ROUNDING: 1,
            Verdict.IMPLAUSIBLE: 0,
            Verdict.INCONSISTENT: 0,
            Verdict.NOT_CHECKED: 0,
        }

    def test_those_of_one_table_are_counted_alone(self) -> None:
        assert clean("en").verdicts("budget")[Verdict.EXACT] == 4 + 11
        assert clean("en").verdicts("investment")[Verdict.EXACT] == 5 + 12 + 5

    def test_failures_are_those_that_rounding_does_not_explain_or_not_credibly(self) -> None:
        (first, second, *others) = clean("en").judgements
        failing = (replace(first, verdict=Verdict.INCONSISTENT), replace(second, verdict=Verdict.IMPLAUSIBLE))
        report = replace(clean("en"), judgements=(*failing, *others))

        assert (report.failures("budget"), report.failures("investment")) == (2, 0)


class TestCauses:
    def test_findings_are_found_by_their_ids_in_the_order_asked_for(self) -> None:
        report = with_causes("en")
        ids = [report.findings[2].id, report.findings[0].id]

        assert report.findings_of(ids) == (report.findings[2], report.findings[0])

    def test_there_is_no_finding_of_another_id(self) -> None:
        with pytest.raises(KeyError, match="F101/x"):
            with_causes("en").findings_of(["F101/x"])

    def test_findings_that_neither_a_cause_nor_its_absence_speaks_of_are_unexplained(self) -> None:
        report = with_causes("en")

        assert [finding.code for finding in report.unexplained] == ["H201", "S005"]
        assert replace(report, causes=(), not_localised=()).unexplained == report.findings


class TestCoverage:
    def test_every_figure_counts_once_however_many_relations_touch_it(self) -> None:
        assert clean("en").coverage() == Coverage(figures=44 + 36, covered=44 + 36)
        assert clean("en").coverage("budget") == Coverage(44, 44)

    def test_a_relation_that_was_not_checked_covers_nothing(self) -> None:
        table = investment()
        total = table.rows[-1]
        target, part, whole = (table.figure(total, role) for role in ("percent", "booked", "budget"))
        relation = Relation.ratio("V103", table.id, target, part, whole)
        unjudged = Judgement(relation, Verdict.NOT_CHECKED, reason=Reason.ZERO_DENOMINATOR)

        assert relation.form is Form.RATIO
        assert report("en", [table], [unjudged]).coverage() == Coverage(36, 0)
        assert report("en", [table], [replace(unjudged, verdict=Verdict.EXACT)]).coverage() == Coverage(36, 3)

    def test_figures_in_columns_that_the_kind_does_not_name_count_and_are_never_covered(self) -> None:
        table = replace(investment(), extra_figures=6)

        assert report("en", [table]).coverage() == Coverage(36 + 6, 0)

    def test_nothing_is_covered_where_nothing_is(self) -> None:
        assert report("en").coverage() == Coverage(0, 0)


class TestSeverities:
    def test_every_severity_is_counted(self) -> None:
        counted = with_severities(Severity.NOTE, Severity.ERROR, Severity.NOTE).severities()

        assert counted == {Severity.ERROR: 1, Severity.WARNING: 0, Severity.NOTE: 2}


class TestStanding:
    """Two of the eight findings are waived, one is below materiality, the waiver of one has expired."""

    def test_what_is_waived_is_kept_and_counted_apart(self) -> None:
        report = with_standing("en")

        assert len(report.findings) == len(with_findings("en").findings)
        assert [finding.code for finding in report.waived] == ["F101", "H101"]
        assert [finding.code for finding in report.immaterial] == ["V101"]

    def test_what_is_both_waived_and_small_is_waived(self) -> None:
        report = with_standing("en")
        small = replace(report, findings=tuple(replace(each, is_material=False) for each in report.findings))

        assert [each.code for each in small.waived] == ["F101", "H101"]
        assert len(small.immaterial) == len(small.findings) - 2

    def test_severities_leave_out_what_is_waived_and_nothing_else(self) -> None:
        before, after = with_findings("en"), with_standing("en")
        waived = Counter(finding.severity for finding in after.waived)

        assert after.severities() == {
            severity: number - waived[severity] for severity, number in before.severities().items()
        }

    def test_the_exit_code_knows_neither_the_waived_nor_the_small(self) -> None:
        report = with_standing("en")
        of_no_account = tuple(each for each in report.findings if not each.is_pressing)

        assert Severity.ERROR in {each.severity for each in of_no_account}
        assert replace(report, findings=of_no_account).exit_code("note") == 0
        assert report.exit_code("error") == 1

    def test_a_cause_is_pressing_where_any_finding_is_that_it_settles(self) -> None:
        report = with_causes("en")
        cause = report.causes[0]
        small = tuple(
            replace(each, is_material=False) if each.id in cause.explains else each
            for each in report.findings
        )
        all_but_one = (replace(small[0], is_material=True), *small[1:])

        assert small[0].id in cause.explains
        assert report.is_pressing(cause)
        assert not replace(report, findings=small).is_pressing(cause)
        assert replace(report, findings=all_but_one).is_pressing(cause)
        assert replace(report, findings=small).is_pressing(replace(cause, explains=()))


class TestExitCode:
    @pytest.mark.parametrize(
        ("worst", "fail_on", "code"),
        [
            (None, "note", 0),
            (Severity.NOTE, "error", 0),
            (Severity.NOTE, "warning", 0),
            (Severity.NOTE, "note", 1),
            (Severity.WARNING, "error", 0),
            (Severity.WARNING, "warning", 1),
            (Severity.ERROR, "error", 1),
            (Severity.ERROR, "note", 1),
        ],
    )
    def test_is_1_from_the_asked_severity_on(self, worst: Severity | None, fail_on: str, code: int) -> None:
        severities = [worst] if worst else []

        assert with_severities(*severities).exit_code(fail_on) == code

    def test_fails_on_errors_unless_told_otherwise(self) -> None:
        assert with_severities(Severity.WARNING).exit_code() == 0
        assert with_severities(Severity.ERROR).exit_code() == 1

    def test_nothing_recognised_is_never_clean(self) -> None:
        assert nothing_recognised("en").exit_code() == 3
        assert nothing_recognised("en").exit_code("note") == 3

    def test_a_severity_that_does_not_exist_is_refused(self) -> None:
        with pytest.raises(ValueError, match="'fatal' is not a valid Severity"):
            clean("en").exit_code("fatal")


def test_a_file_counts_every_thing_by_its_name() -> None:
    assert clean("en").inputs[0].counts == {"sheet": 2, "row": 23, "cell": 138, "number": 80, "formula": 1}


def test_the_record_is_that_of_the_report() -> None:
    assert clean("en").to_dict()["inputs"][0]["bytes"] == 9_321


def test_relations_are_inferred_where_no_kind_was_looked_for() -> None:
    assert not clean("en").is_inferred
    assert replace(clean("en"), schemas=()).is_inferred


def test_tables_that_nobody_declared_are_idle_where_nothing_was_found_in_them() -> None:
    assert [table.range for table in summing("en").idle_tables] == ["Skolor!A10:B10"]
    assert clean("en").idle_tables == ()
    assert replace(clean("en"), judgements=()).idle_tables == ()

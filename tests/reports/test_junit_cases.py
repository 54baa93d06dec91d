"""A report as tests: what fails, what is skipped and why, and what passes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from syditval.model.relation import Verdict
from syditval.model.report import Report
from syditval.model.rule import Severity
from syditval.reports.junit_cases import Case, Outcome, cases_of
from tests.reports.example_causes import with_causes
from tests.reports.example_findings import DRAFT
from tests.reports.example_reports import clean, nothing_recognised, report, with_findings
from tests.reports.example_standing import with_standing
from tests.reports.hand_made import judged


def cases(of: Report, outcome: Outcome) -> dict[str, Case]:
    """The tests with an outcome, by class name and the place that their names begin with."""
    return {
        f"{case.group} {case.name.split(maxsplit=1)[0]}": case
        for case in cases_of(of)
        if case.outcome is outcome
    }


def test_every_relation_of_a_clean_report_is_a_test_that_passes() -> None:
    told = list(cases_of(clean("en")))

    assert len(told) == len(clean("en").judgements) == 38
    assert {case.outcome for case in told} == {Outcome.PASSED}
    assert told[0] == Case("budget", "Drift.F101", "B15 = B5:B14 (F101)")


def test_errors_and_warnings_fail_whether_a_relation_gave_them_or_not() -> None:
    failed = cases(with_findings("en"), Outcome.FAILED)

    assert {name: case.type for name, case in failed.items()} == {
        f"{DRAFT}.F101 D9": "inconsistent",
        f"{DRAFT}.V101 F7": "implausible",
        "Investeringar.V103 E9": "inconsistent",
        f"{DRAFT}.H101 C6:": "error-value",
        "the workbook.H201 the": "link-to-another-workbook",
    }


def test_a_failure_says_all_there_is_to_say() -> None:
    case = cases(with_causes("en"), Outcome.FAILED)["Drift.F101 D15"]

    assert case.message.startswith("The lines of Årsprognos (10) add up to 1\N{NO-BREAK SPACE}290")
    assert case.lines == (
        "Summa, Årsprognos",
        case.message,
        "expected 1\N{NO-BREAK SPACE}290 tkr",
        "found 1\N{NO-BREAK SPACE}200 tkr",
        "difference -90 tkr",
        "rounding at most 5,5 tkr",
        "",
        with_causes("en").causes[0].message,
    )


def test_what_could_not_be_localised_is_said_with_the_failure() -> None:
    case = cases(with_causes("en"), Outcome.FAILED)["Investeringar.V103 E9"]

    assert case.lines[-1] == with_causes("en").not_localised[0].message


def test_notes_pass_with_what_they_say() -> None:
    passed = cases(with_findings("en"), Outcome.PASSED)

    assert passed[f"{DRAFT}.S005 B8:"].lines[1] == "This line has figures but no label."
    assert passed["Investeringar.F101 B10"].lines[1].startswith("The 5 lines of BUDGE T add up to")


def test_a_relation_that_fails_is_no_pass_although_a_kind_makes_it_a_note() -> None:
    told = with_findings("en")
    notes = replace(told, findings=tuple(replace(each, severity=Severity.NOTE) for each in told.findings))

    assert {case.type for case in cases(notes, Outcome.FAILED).values()} == {"inconsistent", "implausible"}


def test_a_failing_relation_without_a_finding_fails_by_its_verdict() -> None:
    told = replace(
        clean("sv"), judgements=judged(clean("sv").judgements, {"Drift!B15": Verdict.INCONSISTENT})
    )
    (case,) = cases(told, Outcome.FAILED).values()

    assert (case.type, case.message) == ("inconsistent", "stämmer inte")


def test_what_was_not_checked_is_skipped_with_the_reason() -> None:
    skipped = cases(with_findings("en"), Outcome.SKIPPED)

    assert {name: case.type for name, case in skipped.items()} == {
        f"{DRAFT}.V101 F6": "error_value",
        "Investeringar.V103 E8": "not_calculated",
        f"{DRAFT}.undetermined Avvikelse": "undetermined",
        f"{DRAFT}.unnamed_column Kommentar": "unnamed_column",
        "the workbook.empty_sheet The": "empty_sheet",
    }
    assert skipped[f"{DRAFT}.V101 F6"].message == "an error value"
    assert skipped["Investeringar.V103 E8"].message.endswith("is a formula without a stored result.")


def test_what_is_waived_or_immaterial_is_skipped_with_the_reason() -> None:
    skipped = cases(with_standing("en"), Outcome.SKIPPED)
    told = {name: case.message for name, case in skipped.items() if case.type in ("waived", "immaterial")}
    standings = [each.standing for each in with_standing("en").findings if not each.is_pressing]

    assert list(told) == [f"{DRAFT}.F101 D9", f"{DRAFT}.V101 F7", f"{DRAFT}.H101 C6:"]
    assert sorted(told.values()) == sorted(standings)
    assert all(standings)
    assert all(skipped[name].lines[-1] == told[name] for name in told)


def test_a_waiver_that_has_expired_changes_nothing() -> None:
    case = cases(with_standing("en"), Outcome.FAILED)["Investeringar.V103 E9"]

    assert case.lines[-1].startswith("No longer waived by A. Berg")


@pytest.mark.parametrize(
    ("of", "sentence"),
    [
        (nothing_recognised("en"), "No table was recognised in this workbook, so nothing in it was checked."),
        (
            replace(report("en"), schemas=()),
            "There is no figure in this workbook, so nothing in it was checked.",
        ),
    ],
)
def test_where_nothing_was_recognised_a_test_is_broken(of: Report, sentence: str) -> None:
    (case,) = cases(of, Outcome.BROKEN).values()

    assert (case.type, case.message) == ("nothing_recognised", sentence)


def test_no_finding_and_no_gap_is_lost_and_none_is_told_twice() -> None:
    told = with_findings("en")
    counts = Counter(case.outcome for case in cases_of(told))

    assert sum(counts.values()) == len(told.judgements) + 4 + 3
    assert (counts[Outcome.FAILED], counts[Outcome.SKIPPED], counts[Outcome.BROKEN]) == (5, 5, 0)

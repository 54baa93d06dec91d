"""The report on real workbooks: what the samples promise, and the same record every time."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
import xlsxwriter
from jsonschema import Draft202012Validator

from syditval.annotation.ticks import ticks_of
from syditval.annotation.uncovered import uncovered_cells
from syditval.arithmetic import Policy, RatioBasis
from syditval.checks import repeated_line
from syditval.model.earlier import Against
from syditval.model.example_text import parse_example
from syditval.model.period import Period
from syditval.model.relation import Judgement, Reason, Verdict
from syditval.model.report import Coverage, Report
from syditval.model.rule import Severity
from syditval.model.threshold import Threshold
from syditval.model.waiver import Waiver
from syditval.reading import UnreadableWorkbook, open_source
from syditval.reports.record import record_schema, write_record
from syditval.run import Question, Request, reconcile, sums, unmarked
from syditval.run.example import months_of
from syditval.run.report import report_on
from syditval.strict_toml import TomlMistakes
from tests import text_tables
from tests.checks.examined import SHIPPED
from tests.run.workbooks import ALIKE, ROOT, SAMPLES, WORKBOOKS, A, B, C, D, numbers_only, report, stem


def counted(judgements: tuple[Judgement, ...]) -> dict[str, int]:
    return dict(Counter(f"{each.relation.table} {each.relation.rule}" for each in judgements))


RELATIONS = {
    "budget F101": 4,
    "budget V101": 11,
    "investment F101": 5,
    "investment V102": 6,
    "investment V101": 6,
    "investment V103": 6,
}


class TestSoundSamples:
    """(a), (b) and (d) are the same report: as an export, as printed, and in kronor."""

    @pytest.mark.parametrize("workbook", [A, B], ids=stem)
    def test_every_relation_of_the_two_tables_is_found(self, workbook: Path) -> None:
        assert counted(report(workbook).judgements) == RELATIONS

    def test_the_column_of_the_year_before_adds_one_footing(self) -> None:
        prior_year = report(D).table("budget").column("prior_year")

        assert prior_year is not None
        assert prior_year.header == "Föregående år"
        assert counted(report(D).judgements) == RELATIONS | {"budget F101": 5}

    @pytest.mark.parametrize(("workbook", "relations"), [(A, 38), (B, 38), (D, 39)], ids=["a", "b", "d"])
    def test_all_are_exact_but_for_one_rounding(self, workbook: Path, relations: int) -> None:
        assert report(workbook).verdicts() == {
            Verdict.EXACT: relations - 1,
            Verdict.ROUNDING: 1,
            Verdict.IMPLAUSIBLE: 0,
            Verdict.INCONSISTENT: 0,
            Verdict.NOT_CHECKED: 0,
        }

    @pytest.mark.parametrize("workbook", ALIKE, ids=stem)
    def test_the_rounding_is_the_percentage_of_laxa(self, workbook: Path) -> None:
        (rounding,) = (each for each in report(workbook).judgements if each.verdict is Verdict.ROUNDING)
        table = report(workbook).table(rounding.relation.table)
        row = table.row_at(rounding.relation.target.cell)

        assert rounding.relation.rule == "V103"
        assert row is not None
        assert row.label == "IT-invest Laxå"

    @pytest.mark.parametrize("workbook", ALIKE, ids=stem)
    def test_nothing_is_found_nothing_is_left_out_and_the_run_is_clean(self, workbook: Path) -> None:
        clean = report(workbook)

        assert clean.findings == ()
        assert clean.not_checked == ()
        assert clean.exit_code("note") == 0

    @pytest.mark.parametrize(("workbook", "figures"), [(A, 80), (B, 80), (D, 91)], ids=["a", "b", "d"])
    def test_every_figure_is_covered(self, workbook: Path, figures: int) -> None:
        assert report(workbook).coverage() == Coverage(figures, figures)

    def test_live_totals_are_marked_as_formulas_over_their_lines(self) -> None:
        backed = [each.relation for each in report(A).judgements if each.relation.formula_backed]

        assert {relation.rule for relation in backed} == {"F101"}
        assert len(backed) == 4 + 5
        assert not any(each.relation.formula_backed for each in report(B).judgements)


def planted() -> set[str]:
    """The cells at which the errors of sample (c) must show."""
    listed = tomllib.loads((SAMPLES / "planted.toml").read_text(encoding="utf-8"))
    return {cell for error in listed["planted"] for cell in error["shows_at"]}


class TestPlantedErrors:
    def test_every_one_is_an_error_or_a_warning_at_its_cell_and_nothing_else_is(self) -> None:
        above_note = {each.cell.address for each in report(C).findings if each.severity is not Severity.NOTE}

        assert above_note == planted()

    def test_the_run_fails(self) -> None:
        assert report(C).exit_code() == 1

    def test_the_worst_stand_first_then_the_first_cells(self) -> None:
        keys = [(each.severity.rank, each.cell) for each in report(C).findings]

        assert keys == sorted(keys)

    def test_every_finding_has_a_name_of_its_own(self) -> None:
        names = [each.id for each in report(C).findings]

        assert len(set(names)) == len(names)

    def test_what_the_errors_keep_from_being_checked_is_told(self) -> None:
        untold = [each for each in report(C).judgements if each.reason is not None]
        told = {(each.cell, each.code) for each in report(C).not_checked}

        assert untold
        assert {(each.relation.target.cell, each.relation.rule) for each in untold} <= told


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("workbook", WORKBOOKS, ids=stem)
class TestRecord:
    def test_obeys_its_schema(self, workbook: Path, language: str) -> None:
        Draft202012Validator(record_schema()).validate(json.loads(write_record(report(workbook, language))))

    def test_is_the_same_every_time(self, workbook: Path, language: str) -> None:
        again = reconcile(workbook, Request(language))

        assert write_record(again) == write_record(report(workbook, language))


class TestRequest:
    def test_chooses_the_language_of_the_sentences(self) -> None:
        english, swedish = report(C, "en"), report(C, "sv")

        assert english.findings[0].message.startswith("Avvikelse on Övrigt tjänsteköp should be")
        assert swedish.findings[0].message.startswith("Avvikelse på Övrigt tjänsteköp ska vara")
        assert swedish.not_checked[0].message.startswith("F101 i Drift!B15")
        assert [replace(each, message="") for each in english.findings] == [
            replace(each, message="") for each in swedish.findings
        ]

    def test_chooses_what_is_assumed_of_rounding(self) -> None:
        shown = reconcile(A, Request(policy=Policy(ratio_basis=RatioBasis.SHOWN)))

        assert [(each.code, each.cell.address) for each in shown.findings] == [("V103", "Investeringar!E7")]

    def test_adds_kinds_of_ones_own_and_tells_them_all_with_their_hashes(self, tmp_path: Path) -> None:
        text = (ROOT / "schemas/investment.toml").read_text(encoding="utf-8")
        (tmp_path / "investment.toml").write_text(f'{text}\n[severities]\nV103 = "note"\n', encoding="utf-8")
        changed = reconcile(C, Request(schemas=tmp_path))

        assert {each.severity for each in changed.findings if each.code == "V103"} == {Severity.NOTE}
        assert [name for name, _ in changed.schemas] == ["budget", "investment"]
        assert changed.schemas[0] == report(C).schemas[0]
        assert changed.schemas[1] != report(C).schemas[1]

    def test_is_refused_where_its_kinds_are_wrong(self, tmp_path: Path) -> None:
        with pytest.raises(TomlMistakes, match=r"holds no schema file"):
            reconcile(A, Request(schemas=tmp_path))


class TestInput:
    def test_is_named_and_hashed(self) -> None:
        (read,) = report(A).inputs

        assert read.name == "a-monthly-export.xlsx"
        assert read.sha256 == open_source(A).sha256
        assert (read.bytes, read.container) == (A.stat().st_size, "xlsx")

    def test_is_counted(self) -> None:
        (read,) = report(A).inputs

        assert read.counts == {"sheet": 2, "row": 23, "cell": 109, "number": 77, "formula": 9}

    def test_may_be_bytes_that_are_read_already(self) -> None:
        source = open_source(A)

        assert reconcile(source).judgements == report(A).judgements

    def test_that_cannot_be_read_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(UnreadableWorkbook, match="There is no file"):
            reconcile(tmp_path / "maj.xlsx")


class TestSums:
    @pytest.mark.parametrize("workbook", ALIKE, ids=stem)
    def test_whatever_the_layout_what_adds_up_in_a_sound_sample_holds(self, workbook: Path) -> None:
        found = sums(workbook)

        assert {table.kind for table in found.tables} == {"region"}
        assert found.schemas == ()
        assert found.verdicts()[Verdict.EXACT] >= 20
        assert [each for each in found.findings if each.severity is Severity.ERROR] == []

    def test_the_record_obeys_its_schema_and_is_the_same_every_time(self) -> None:
        record = write_record(sums(C))

        Draft202012Validator(record_schema()).validate(json.loads(record))
        assert record == write_record(sums(C))

    def test_what_is_said_of_the_workbook_and_its_formulas_is_said_here_too(self) -> None:
        assert {"H111", "H301"} <= {each.code for each in sums(C).findings}

    def test_no_number_is_outside_every_table(self) -> None:
        found = sums(numbers_only())

        assert [table.range for table in found.tables]
        assert Reason.OUTSIDE_TABLES not in {gap.reason for gap in found.not_checked}

    def test_schema_files_are_none_of_its_business(self, tmp_path: Path) -> None:
        assert sums(A, Request(schemas=tmp_path)).tables


def test_what_no_table_holds_is_told_sheet_by_sheet() -> None:
    assert [each.message for each in reconcile(numbers_only()).not_checked] == [
        "Numbers outside every recognised table: 3, the first at Ett!C2.",
        "The sheet Två is empty.",
        "Numbers outside every recognised table: 1, the first at Tre!C2.",
    ]


def test_nothing_recognised_is_never_clean() -> None:
    assert reconcile(numbers_only()).exit_code() == 3


def test_findings_of_one_name_are_numbered(monkeypatch: pytest.MonkeyPatch) -> None:
    stated = repeated_line.schema_checks
    monkeypatch.setattr(
        repeated_line,
        "schema_checks",
        lambda kind: [replace(check, holds=crash) for check in stated(kind) for _ in range(2)],
    )

    def crash(_: object) -> object:
        raise RuntimeError

    names = [each.id for each in reconcile(B).findings]
    assert names == [
        "S003/budget/-/label/2024-04-30",
        "S003/budget/-/label/2024-04-30~2",
        "S003/investment/-/label/2024-04-30",
        "S003/investment/-/label/2024-04-30~2",
    ]


HIDDEN = """
! macros xl/vbaProject.bin
# Ö
! hidden sheet
Kontroll | =A1&A2
# A
! hidden sheet
Kontroll | #REF!
"""


def test_what_is_found_about_the_workbook_comes_before_the_cells_of_its_severity(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(unmarked, "read_workbook", lambda *_, **__: text_tables.workbook(HIDDEN))
    found = reconcile(numbers_only())

    assert [(each.severity, each.code, each.cell and each.cell.address) for each in found.findings] == [
        ("error", "H111", "Ö!B1"),
        ("warning", "H203", None),
        ("warning", "H103", "Ö!A1"),
        ("warning", "H103", "A!A1"),
        ("warning", "H110", "A!B1"),
    ]
    assert found.exit_code() == 3


def test_findings_of_one_severity_stand_in_the_order_of_the_tabs(tmp_path: Path) -> None:
    """Not of the sheets' names: an auditor leafs through the workbook from the left."""
    path = tmp_path / "tabs.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for name in ("Ö", "B", "A"):
            sheet = book.add_worksheet(name)
            rows = (
                ("", "Budget", "Utfall", "Prognos", "Avvikelse"),
                ("Intäkter", -900, -300, -900, 0),
                ("Hyror", 500, 170, 500, 0),
                ("Löner", 400, 130, 400, 0),
                ("Summa", 0, 77, 0, 0),
            )
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)

    assert [finding.cell.address for finding in reconcile(path).findings] == ["Ö!C5", "B!C5", "A!C5"]


class TestMonths:
    """A workbook held against earlier months."""

    def told(self, question: Question = Question.RECONCILE) -> Report:
        stated = parse_example(f"! decision KF § 41{CHANGED}{MARCH_FOUND}")
        request = Request(question=question, months=months_of(stated, SHIPPED), waivers=stated.waivers)
        return report_on(stated.workbook, SHIPPED, request, None)

    def test_it_says_what_it_was_held_against_and_why_the_budget_may_differ(self) -> None:
        told = self.told()

        assert told.against == (Against("2024-03.xlsx", "0" * 64, Period(2024, 3)),)
        assert {("period", "2024-04"), ("decision", "KF § 41")} <= set(told.options)
        assert {"T101", "T401"} <= dict(told.rules).keys()

    def test_the_record_says_so_and_obeys_its_schema(self) -> None:
        record = json.loads(write_record(self.told()))

        assert record["against"] == [{"name": "2024-03.xlsx", "sha256": "0" * 64, "period": "2024-03"}]
        assert not list(Draft202012Validator(record_schema()).iter_errors(record))
        assert "against" not in json.loads(write_record(report(A)))

    def test_what_counted_last_month_and_still_does_is_told_once_more(self) -> None:
        codes = [finding.code for finding in self.told().findings]

        assert codes == ["S003", "T102", "T302", "T401"]

    def test_what_is_accepted_is_not_carried_forward(self) -> None:
        waiver = Waiver("S003", "budget/personalkostnader~2/label", "Två enheter.")
        stated = parse_example(f"{CHANGED}{MARCH_FOUND}")
        request = Request(months=months_of(stated, SHIPPED), waivers=(waiver,))
        told = report_on(stated.workbook, SHIPPED, request, None)

        assert "T401" not in {finding.code for finding in told.findings}
        assert [finding.code for finding in told.waived] == ["S003"]

    def test_a_finding_from_month_to_month_is_accepted_like_any_other(self) -> None:
        stated = parse_example(f"{CHANGED}{MARCH_FOUND}")
        waivers = (
            Waiver("T101", "budget/personalkostnader/budget", "Beslut på väg.", Threshold.parse("25 tkr")),
            Waiver("T401", "S003/budget/personalkostnader~2/label", "Rättas i maj."),
        )
        request = Request(months=months_of(stated, SHIPPED), waivers=waivers)
        told = report_on(stated.workbook, SHIPPED, request, None)

        assert {finding.code for finding in told.waived} == {"T101", "T401"}
        assert "W001" not in {finding.code for finding in told.findings}

    def test_a_change_below_materiality_does_not_count(self) -> None:
        stated = parse_example(f"{CHANGED}{MARCH_FOUND}")
        request = Request(months=months_of(stated, SHIPPED), materiality=Threshold.parse("100 tkr"))
        told = report_on(stated.workbook, SHIPPED, request, None)

        assert {finding.code for finding in told.immaterial} == {"T101"}

    def test_no_cell_of_another_workbook_is_marked_ticked_or_doubted(self) -> None:
        stated = parse_example(f"{CHANGED}{MARCH_FOUND}")
        told = report_on(stated.workbook, SHIPPED, Request(months=months_of(stated, SHIPPED)), None)
        cells = [*(finding.cell for finding in told.findings), *ticks_of(told), *uncovered_cells(told)]
        cells += [change.cell for cause in told.causes for change in cause.changes]

        assert any(relation.relation.is_across for relation in told.judgements)
        assert not any(cell.source for cell in cells if cell)

    def test_sums_are_not_held_against_any_month(self) -> None:
        told = self.told(Question.SUMS)

        assert told.against is None
        assert not any(code.startswith("T") for code, _ in told.rules)
        assert not any(finding.code.startswith("T") for finding in told.findings)


CHANGED = """
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -900    | 0
Personalkostnader | 520    | 170    | 520     | 0
Personalkostnader | 380    | 130    | 380     | 0
Summa             | 0      | 0      | 0       | 0
"""
MARCH_FOUND = """
! month 2024-03
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -225   | -900    | 0
Personalkostnader | 500    | 127    | 520     | -20
Personalkostnader | 380    | 98     | 380     | 0
Summa             | -20    | 0      | 0       | -20
! finding S003 budget/personalkostnader~2/label warning
"""

"""The whole page, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from syditval.annotation.review import Answer, CarriedOver, Review, Settled, Status
from syditval.annotation.review_columns import COLUMNS, MARKER
from syditval.annotation.review_page import Page, review_page
from syditval.annotation.ticks import Tick
from syditval.messages import texts
from syditval.model.cells import Area
from syditval.model.report import Report
from syditval.model.rule import Severity
from syditval.patching.markup import TEXT_LIMIT
from tests.annotation.build import cause, cell, drift_workbook, finding, report
from tests.annotation.review_text import as_text

GONE = Settled(
    "F101 Drift!D8 error",
    "Fel",
    "F101",
    "Drift!D8",
    "Summa",
    "Fel.",
    "1",
    "2",
    Status.CORRECTED,
    "Rättat.",
    "EL",
)
REVIEW = Review(
    time="2024-05-15 09:30",
    noted=frozenset({cell("Drift!C8"), cell("'Läs mig'!A1")}),
    carried=CarriedOver(
        "mars.granskad.xlsx", {"F101 Drift!E6 note": Answer(Status.EXPLAINED, "Ja.", "EL")}, (GONE,)
    ),
    ticks={Tick.F: "F", Tick.IMM: "IMM"},
    ticked={Tick.F: 3},
    shows_uncovered=True,
    record='{"styles": []}',
)


@pytest.fixture
def told(tmp_path: Path) -> Report:
    """A report with a cause and a finding of each severity, under a hash that is the same in every run."""
    findings = [
        finding("Drift!C8"),
        replace(finding("'Läs mig'!A1", Severity.WARNING, "=1+1"), evidence=None, unit=""),
        finding("Drift!E6", Severity.NOTE),
    ]
    causes = [cause("Drift!C7", findings[0])]
    made = report(drift_workbook(tmp_path / "april.xlsx"), findings, causes=causes)
    file = replace(made.inputs[0], sha256="ab" * 32, bytes=7487)
    return replace(made, inputs=(file,), options=(("fail-on", "error"),))


def page(told: Report, review: Review = REVIEW, language: str = "sv") -> Page:
    return review_page(told, review, texts(language))


def column(made: Page, name: str) -> list[str]:
    """What stands in a column, from the first row to the last."""
    return [str(row[name].value) if name in row else "" for row in made.rows]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_page_tells_the_whole_report(
    told: Report, language: str, golden: Callable[[str, str], None]
) -> None:
    golden(f"annotation/review.{language}.txt", as_text(page(told, language=language).rows) + "\n")


class TestTop:
    def third_line(self, told: Report, review: Review) -> str:
        return as_text(page(told, review).rows[2:3])

    def test_what_was_done_to_the_workbook_is_told(self, told: Report) -> None:
        plain = replace(REVIEW, ticks={})

        assert "fyllningsfärger, anteckningar, länkar och granskningstecken:" in self.third_line(told, REVIEW)
        assert "fyllningsfärger, anteckningar och länkar:" in self.third_line(told, plain)
        assert "bara det här bladet: allt annat" in self.third_line(told, replace(plain, marked=False))

    def test_a_review_that_stands_alone_says_why_and_leads_nowhere(self, told: Report) -> None:
        alone = page(told, Review(alone="Arbetsboken är signerad."))

        assert as_text(alone.rows[2:3]).startswith("Arbetsboken är signerad. Välj status")
        assert not any(entry.link for row in alone.rows for entry in row.values())

    def test_what_hides_in_a_name_shows(self, told: Report) -> None:
        file = replace(told.inputs[0], name="april\N{RIGHT-TO-LEFT OVERRIDE}.xlsx")

        assert as_text(page(replace(told, inputs=(file,))).rows[:1]) == r"Granskning av april\u202e.xlsx"


class TestItems:
    def test_their_area_is_that_of_head_and_rows_with_what_only_programs_read(self, told: Report) -> None:
        made = page(told)

        assert made.area == Area(4, 1, 8, 18)
        assert column(made, "ref")[3:9] == ["Ref", "1", "1.1", "2", "3", ""]

    def test_the_row_of_each_is_known(self, told: Report) -> None:
        assert page(told).rows_of == {
            "cause/budget/kapitalkostnader/actual": 5,
            "F101 Drift!C8 error": 6,
            "F101 'Läs mig'!A1 warning": 7,
            "F101 Drift!E6 note": 8,
        }

    def test_without_any_there_is_no_area(self, told: Report) -> None:
        made = page(replace(told, findings=(), causes=()))

        assert (made.area, made.rows_of) == (None, {})
        assert as_text(made.rows).splitlines()[1].startswith("0 fel, 0 varningar, 0 noteringar. 16 av 16")

    def test_a_spreadsheet_knows_what_to_filter_and_what_to_print_on_each_page(self, told: Report) -> None:
        assert page(told).names("Granskning (2)") == {
            "_xlnm.Print_Titles": "'Granskning (2)'!$4:$4",
            "_xlnm._FilterDatabase": "'Granskning (2)'!$A$4:$R$8",
        }
        assert list(page(replace(told, findings=(), causes=())).names("Granskning")) == ["_xlnm.Print_Titles"]


class TestProgramsOnly:
    def test_every_row_below_the_head_is_told_from_what_the_auditor_may_add(self, told: Report) -> None:
        made = page(told)
        written = [row for row in made.rows[3:] if row]

        assert all(row["amounts"].value or row["id"].value for row in written)
        assert column(made, "amounts")[3:9] == [
            "syditval amounts",
            "10774|10734",
            "-89|-49",
            "",
            "-89|-49",
            "",
        ]
        assert {"settled", "syditval"} == set(column(made, "amounts")[9:]) - {""}

    def test_the_record_stands_below_the_marker(self, told: Report) -> None:
        assert column(page(told), COLUMNS[-1])[:3] == [MARKER, '{"styles": []}', ""]

    def test_a_long_record_goes_on_below(self, told: Report) -> None:
        record = "0123456789" * 300_000
        first, *pieces = column(page(told, replace(REVIEW, record=record)), "record")

        assert first == MARKER
        assert "".join(pieces) == record
        assert len(pieces) > len(page(told).rows)


class TestLongTexts:
    LONG = "ab " * 15_000

    def test_they_go_on_in_the_rows_below_with_nothing_left_out(self, told: Report) -> None:
        first = replace(told.findings[0], message=self.LONG)
        made = page(replace(told, findings=(first, *told.findings[1:])))
        block = column(made, "message")[5:7]

        assert [len(text) for text in block] == [TEXT_LIMIT, len(self.LONG) - TEXT_LIMIT]
        assert "".join(block) == self.LONG
        assert (made.area, made.rows_of["F101 Drift!C8 error"]) == (Area(4, 1, 9, 18), 6)

    def test_a_row_where_an_item_goes_on_is_known_as_its(self, told: Report) -> None:
        answers = {"F101 Drift!C8 error": Answer(comment=self.LONG * 2)}
        made = page(told, replace(REVIEW, carried=CarriedOver("mars.xlsx", answers)))
        known = [(row["ref"].value, row["id"].value, row["amounts"].value) for row in made.rows[5:8]]

        assert known == [
            ("1.1", "F101 Drift!C8 error", "-89|-49"),
            ("1.1", "F101 Drift!C8 error", "continued 1"),
            ("1.1", "F101 Drift!C8 error", "continued 2"),
        ]

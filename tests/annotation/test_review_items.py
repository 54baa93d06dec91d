"""The table of causes and findings."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from syditval.annotation.review import Answer, CarriedOver, Review, Status
from syditval.annotation.review_items import item_rows
from syditval.messages import texts
from syditval.model.cause import Cause, Mechanism, NotLocalised, Obstacle, Slip
from syditval.model.finding import Finding
from syditval.model.report import Report
from syditval.model.rule import Severity
from tests.annotation.build import cause, cell, drift_workbook, finding, report
from tests.annotation.review_text import as_text

SV = texts("sv")
TOTAL = finding("Drift!C8", message="Fel summa.")
OTHER = replace(finding("Drift!E6", Severity.NOTE, "Hm."), evidence=None, unit="")
WRONG = cause("Drift!C7", TOTAL, message="Drift!C7 ska vara 10774.")
ALL_NOTED = Review(noted=frozenset({cell("Drift!C8"), cell("Drift!E6")}))

TOTAL_TOLD = (
    "Fel | F101 | Drift!C8 [Drift!C8] | Summa, Utfall 240430 | Fel summa. | -89 | -49 | 40 | 2.5 | tkr | "
    "Summan stämmer inte med raderna | öppen"
)
OTHER_TOLD = "Notering | F101 | Drift!E6 [Drift!E6] | Summa, Utfall 240430 | Hm. | Summan stämmer inte med raderna | öppen"
WRONG_TOLD = (
    "Fel | Orsak | Drift!C7 [Drift!C7] | Kapitalkostnader, Utfall 240430 | Drift!C7 ska vara 10774. | "
    "10774 | 10734 | -40 | tkr | en siffra är utbytt mot en annan (säker)\nallt från 10\N{NO-BREAK SPACE}773 "
    "till 10\N{NO-BREAK SPACE}775 går ihop | öppen"
)


@pytest.fixture
def told(tmp_path: Path) -> Report:
    return report(drift_workbook(tmp_path / "april.xlsx"), [TOTAL, OTHER], causes=[WRONG])


def lines(told: Report, review: Review = ALL_NOTED) -> list[str]:
    """The rows below the head, each as text."""
    return [as_text([row]) for row in item_rows(told, review, SV)][1:]


def one_change(**values: object) -> Cause:
    """The cause with other values of its only change."""
    (slip,) = WRONG.slips
    return replace(WRONG, slips=(replace(slip, changes=(replace(slip.changes[0], **values),)),))


class TestOrder:
    def test_a_cause_is_followed_by_what_it_explains_and_then_comes_the_rest(self, told: Report) -> None:
        assert lines(told) == [f"1 | {WRONG_TOLD}", f"1.1 | {TOTAL_TOLD}", f"2 | {OTHER_TOLD}"]

    def test_a_finding_that_two_causes_explain_stands_below_the_first(self, told: Report) -> None:
        twice = replace(told, causes=(WRONG, replace(WRONG, message="Eller.")))

        assert [line[:8] for line in lines(twice)] == ["1 | Fel ", "1.1 | Fe", "2 | Fel ", "3 | Note"]

    def test_what_could_not_be_localised_stands_before_what_no_cause_was_looked_for(
        self, told: Report
    ) -> None:
        item = NotLocalised("budget", (TOTAL.id,), Obstacle.OUT_OF_TIME, "Ingen orsak.")

        assert lines(replace(told, causes=(), not_localised=(item,))) == [
            "1 | Fel | Drift!C8 [Drift!C8] | Ingen orsak. | ej lokaliserad",
            f"1.1 | {TOTAL_TOLD}",
            f"2 | {OTHER_TOLD}",
        ]

    def test_numbers_sort_as_text_into_the_order_that_they_were_given_in(self, told: Report) -> None:
        many = [replace(OTHER, id=f"F101/{number}") for number in range(100)]
        explaining = replace(WRONG, explains=tuple(each.id for each in many[:11]))
        refs = [
            str(row["ref"].value)
            for row in item_rows(replace(told, findings=tuple(many), causes=(explaining,)), ALL_NOTED, SV)
        ][1:]

        assert refs[:3] == ["01", "01.01", "01.02"]
        assert refs == sorted(refs)
        assert len(refs) == 101

    def test_nothing_found_is_told_for_what_it_is_worth(self, told: Report) -> None:
        assert lines(replace(told, findings=(), causes=())) == [
            "Inga iakttagelser i det som har kontrollerats."
        ]


class TestCauses:
    def test_every_further_cell_has_a_row_with_what_happened_there(self, told: Report) -> None:
        both = replace(WRONG, slips=(*WRONG.slips, Slip(Mechanism.SIGN, cause("Drift!D7").changes)))
        rows = list(item_rows(replace(told, causes=(both,)), ALL_NOTED, SV))

        assert as_text([rows[2]]).startswith(
            "1 | Fel | Orsak | Drift!D7 [Drift!D7] | Kapitalkostnader, Utfall 240430 | 10774 | 10734 | -40 | tkr | "
            "fel tecken (säker)"
        )
        assert rows[1]["id"] == rows[2]["id"]
        assert [row["status"].value for row in rows[1:3]] == ["öppen", ""]

    def test_where_no_value_is_likelier_than_others_the_range_is_told(self, told: Report) -> None:
        unsure = one_change(suggested=None, found=None, low=Decimal("1.5"), high=Decimal(2))

        assert lines(replace(told, causes=(unsure,)))[0] == (
            "1 | Fel | Orsak | Drift!C7 [Drift!C7] | Kapitalkostnader, Utfall 240430 | Drift!C7 ska vara 10774. | "
            "tkr | en siffra är utbytt mot en annan (säker)\nallt från 1,5 till 2 går ihop | öppen"
        )

    def test_where_only_one_value_fits_there_is_no_range(self, told: Report) -> None:
        exact = one_change(low=Decimal(10774), high=Decimal(10774))

        assert "en siffra är utbytt mot en annan (säker) | öppen" in lines(replace(told, causes=(exact,)))[0]


class TestFindings:
    def alone(self, told: Report, only: Finding, review: Review = ALL_NOTED) -> str:
        (line,) = lines(replace(told, findings=(only,), causes=()), review)
        return line

    def test_one_about_the_workbook_leads_nowhere(self, told: Report) -> None:
        links = Finding("H201", "H201", "x", Severity.WARNING, "", None, message="Länkar.")

        assert self.alone(told, links) == (
            "1 | Varning | H201 | arbetsboken | Länkar. | Länk till en annan arbetsbok | öppen"
        )

    def test_headings_are_told_on_one_line(self, told: Report) -> None:
        broken = replace(OTHER, row_label="", column_label="Utfall\n 240430")

        assert "| Utfall 240430 | Hm." in self.alone(told, broken)

    def test_a_cell_that_had_a_note_of_its_own_says_so(self, told: Report) -> None:
        kept = "Hm.\nCellen hade redan en anteckning, som står kvar som den var. |"

        assert kept in self.alone(told, OTHER, Review())
        assert kept not in self.alone(told, OTHER, Review(marked=False))


class TestAnswers:
    def test_what_the_auditor_wrote_stands_at_its_item(self, told: Report) -> None:
        answers = {
            "cause/budget/kapitalkostnader/actual": Answer(Status.CORRECTED, "Rättat.", "EL"),
            OTHER.id: Answer(Status.OPEN, "Väntar svar.", "", "Var förklarad."),
        }
        review = replace(ALL_NOTED, carried=CarriedOver("mars.xlsx", answers))
        first, second, third = lines(told, review)

        assert first.endswith(" | rättad | Rättat. | EL")
        assert second.endswith(" | öppen")
        assert third.endswith(" | öppen | Väntar svar. | Var förklarad.")

    def test_every_item_has_its_id_and_its_amounts_where_only_programs_look(self, told: Report) -> None:
        rows = list(item_rows(told, ALL_NOTED, SV))[1:]

        assert [(row["id"].value, row["amounts"].value) for row in rows] == [
            ("cause/budget/kapitalkostnader/actual", "10774|10734"),
            (TOTAL.id, "-89|-49"),
            (OTHER.id, ""),
        ]

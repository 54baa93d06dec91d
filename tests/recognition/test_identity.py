"""Whose month a workbook says it is: from its headings, the lines above its tables, and the names of sheets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syditval.model.period import Period
from syditval.recognition import recognise
from syditval.recognition.identity import MOST_LINES, Stated, stated_in
from tests.recognition.found import KINDS
from tests.text_tables import workbook

BODY = """
Personal     | 800 | 200 | 600
Lokaler      | 150 | 40  | 110
Summa        | 950 | 240 | 710
"""


def drift(*lines: str, outcome: str = "Utfall", budget: str = "Budget", sheet: str = "Drift") -> str:
    """A sheet with a table of the operating budget below some lines."""
    above = "\n".join(f"| {line}" for line in lines)
    return f"# {sheet}\n{above}\n\nBenämning | {budget} | {outcome} | Avvikelse{BODY}"


def stated(*sheets: str) -> Stated:
    book = workbook("\n".join(sheets))
    tables = recognise(book, KINDS).tables
    assert tables
    return stated_in(book, tables)


def names(*sheets: str) -> list[str]:
    return [f"{each.name} at {each.address}" for each in stated(*sheets).choices]


def periods(*sheets: str) -> list[str]:
    return [f"{each} at {each.address}" for each in stated(*sheets).periods]


class TestPeriods:
    @pytest.mark.parametrize(
        ("sheet", "expected"),
        [
            (drift(outcome="Utfall 240430"), "2024-04 at Drift!C3"),
            (drift(outcome="Ack utfall jan-apr 2024"), "2024-04 at Drift!C3"),
            (drift("per 2024-04-30"), "2024-04 at Drift!B1"),
            (drift("Period: januari-april 2024"), "2024-04 at Drift!B1"),
            (drift("Period: | 202404"), "2024-04 at Drift!B1"),
            (drift("Period | 2024-04-30"), "2024-04 at Drift!B1"),
            (drift("Tertial 1 2024"), "2024-04 at Drift!B1"),
            (drift(sheet="April 2024"), "2024-04 at 'April 2024'"),
            # The year stands elsewhere.
            (drift(outcome="Utfall jan-apr", budget="Budget 2024"), "2024-04 at Drift!C3"),
            (drift("jan-apr", budget="Budget 2024"), "2024-04 at Drift!B1"),
            (drift("Tertial 1", "Budgetuppföljning 2024"), "2024-04 at Drift!B1"),
            (drift("per april", outcome="Utfall 2024"), "2024-04 at Drift!B1"),
            (drift(sheet="Tertial 1", budget="Budget 2024"), "2024-04 at 'Tertial 1'"),
            # It stands nowhere.
            (drift("t.o.m. april"), "04 at Drift!B1"),
        ],
    )
    def test_one_is_read_wherever_it_stands(self, sheet: str, expected: str) -> None:
        assert periods(sheet) == [expected]

    @pytest.mark.parametrize(
        "sheet",
        [
            drift(),
            drift("Utskriven 2024-05-31"),
            drift("Kommunstyrelsen 8 maj 2024"),
            drift("Delår 1 2024"),
            drift(outcome="Utfall 2024"),
            drift("Enhet: Maj-bo"),
            drift(
                "Underskottet väntas bli större än i mars, då det var det största på länge enligt prognosen, men "
            ),
        ],
        ids=["nothing", "printed", "meeting", "interim", "year", "unit", "sentence"],
    )
    def test_what_is_none(self, sheet: str) -> None:
        assert periods(sheet) == []

    def test_a_month_said_twice_is_one(self) -> None:
        assert periods(
            drift("Period: januari-april 2024", "T1", outcome="Utfall 240430"), drift("april", sheet="Mer")
        ) == ["2024-04 at Drift!C4"]

    def test_a_month_said_twice_without_a_year_is_one_too(self) -> None:
        assert periods(drift("T.o.m. april", outcome="Utfall april")) == ["04 at Drift!C3"]

    def test_a_unit_below_the_month_of_a_heading_is_not_where_it_stands(self) -> None:
        text = f"# Drift\nBenämning | Budget | Utfall april 2024 | Avvikelse\n| tkr | tkr | tkr{BODY}"
        assert periods(text) == ["2024-04 at Drift!C1"]

    def test_a_sheet_without_a_table_names_none(self) -> None:
        assert periods("# April 2024\nAnteckningar", drift()) == []

    def test_columns_of_other_years_and_forecasts_say_nothing(self) -> None:
        text = """# Drift
        Benämning | Budget 2024 | Utfall 230430 | Utfall 240430 | Prognos 2024-12-31 | Avvikelse
        Personal  | 800 | 190 | 200 | 810 | -10
        Lokaler   | 150 | 38  | 40  | 150 | 0
        Summa     | 950 | 228 | 240 | 960 | -10
        """
        assert periods(text) == ["2024-04 at Drift!D1"]

    def test_the_name_of_a_sheet_gives_way_to_what_stands_on_it(self) -> None:
        assert periods(drift(outcome="Utfall 240430", sheet="Mars 2024")) == ["2024-04 at 'Mars 2024'!C3"]

    def test_tables_that_disagree_are_two_statements(self) -> None:
        found = stated(drift(outcome="Utfall 240430"), drift(outcome="Utfall 240331", sheet="Mer"))

        assert [each.period for each in found.periods] == [Period(2024, 4), Period(2024, 3)]

    @pytest.mark.parametrize(
        ("sheet", "allowed", "barred"),
        [
            (drift("t.o.m. april"), ["2024-04", "2023-04"], ["2024-03"]),
            (drift("april 2024"), ["2024-04"], ["2023-04", "2024-05"]),
        ],
    )
    def test_a_month_without_a_year_allows_any(
        self, sheet: str, allowed: list[str], barred: list[str]
    ) -> None:
        (only,) = stated(sheet).periods

        assert [only.allows(Period.parse(each)) for each in [*allowed, *barred]] == (
            [True] * len(allowed) + [False] * len(barred)
        )

    def test_two_years_of_a_budget_complete_no_month(self) -> None:
        assert periods(
            drift("t.o.m. april", budget="Budget 2024"), drift(budget="Budget 2023", sheet="Mer")
        ) == ["04 at Drift!B1"]


class TestEntities:
    @pytest.mark.parametrize(
        ("sheet", "expected"),
        [
            (drift("Enhet: IT-enheten"), "IT-enheten at Drift!B1"),
            (drift("Enhet: | IT-enheten"), "IT-enheten at Drift!B1"),
            (drift("Enhet | IT-enheten"), "IT-enheten at Drift!B1"),
            (drift("Ansvar: | 117"), "117 at Drift!B1"),
            (drift("Ansvar 117, period januari-april 2024"), "117 at Drift!B1"),
            (drift("Nämnd: Kommunstyrelsen", "Förvaltning: Kommunledning"), "Kommunledning at Drift!B2"),
            (drift("Ansvar: 117", "Enhet: IT-enheten"), "IT-enheten at Drift!B2"),
            (drift("Kommun: Hallsberg", "Verksamhet: Skola", "Nämnd: BUN"), "Skola at Drift!B2"),
        ],
    )
    def test_the_narrowest_field_names_the_unit(self, sheet: str, expected: str) -> None:
        assert names(sheet) == [expected]

    def test_the_head_of_a_column_is_no_field(self) -> None:
        assert names(drift("Enhet | Antal", "IT | 5")) == []
        assert names(drift()) == []

    @pytest.mark.parametrize(
        "below",
        ["Period | 2024-04", "Sammanställning", "| Sammanställning"],
        ids=["another label", "nothing beside", "nothing but beside"],
    )
    def test_a_label_without_a_colon_is_told_by_what_stands_below(self, below: str) -> None:
        assert names(drift("Enhet | Skolan", below)) == ["Skolan at Drift!B1"]

    def test_what_stands_far_down_is_not_read(self) -> None:
        notes = ["Anteckning"] * MOST_LINES

        assert names(drift(*notes[1:], "Enhet: Skolan")) == ["Skolan at Drift!B20"]
        assert names(drift(*notes, "Enhet: Skolan")) == []

    def test_a_unit_of_money_is_no_unit(self) -> None:
        assert names(drift("Enhet: tkr")) == []

    def test_capitals_make_no_other_name_and_other_sheets_may_disagree(self) -> None:
        sheets = [
            drift("Enhet: IT-enheten"),
            drift("Enhet: it-enheten", sheet="Två"),
            drift("Enhet: Skolan", sheet="Tre"),
        ]
        assert names(*sheets) == ["IT-enheten at Drift!B1", "Skolan at Tre!B1"]

    def test_wider_fields_are_known_too(self) -> None:
        found = stated(drift("Förvaltning: Kommunledning", "Enhet: IT-enheten"))

        assert [each.name for each in found.entities] == ["IT-enheten", "Kommunledning"]

    def test_a_sheet_without_a_table_may_say_it(self) -> None:
        cover = "# Försättsblad\nEnhet: IT-enheten\nMånadsrapport april 2024"

        assert (names(cover, drift()), periods(cover, drift())) == (
            ["IT-enheten at Försättsblad!A1"],
            ["2024-04 at Försättsblad!A2"],
        )

    def test_a_hidden_sheet_says_nothing(self) -> None:
        book = workbook("# Lista\nEnhet: Skolan\n" + drift("Enhet: IT-enheten"))
        hidden, *shown = book.sheets
        book = replace(book, sheets=(replace(hidden, state="hidden"), *shown))

        found = stated_in(book, recognise(book, KINDS).tables)
        assert [each.name for each in found.entities] == ["IT-enheten"]

    def test_what_stands_below_a_table_is_not_about_the_workbook(self) -> None:
        assert names(drift() + "\n\nEnhet: Skolan\n") == []

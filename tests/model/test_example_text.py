"""What a text says of cells, rows, sheets, the workbook and waivers is what the example holds."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from syditval.model.cells import Cell, CellKind, Emphasis, Sheet
from syditval.model.earlier import EarlierFinding
from syditval.model.example_text import cell, parse_example
from syditval.model.period import Period
from syditval.model.threshold import Threshold
from syditval.model.trait import Trait, TraitKind
from syditval.model.waiver import Waiver

LOOKS = """
! bold 1 5
! overlined 5
! indent 3-4 2
Verksamhet | Utfall
Utbildning |
Förskola   | 12
Skola      | 30
Summa      | 42
"""


def sheet(text: str) -> Sheet:
    (only,) = parse_example(text).workbook.sheets
    return only


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("-43306", Cell(CellKind.NUMBER, Decimal("-43306"))),
        ("13.9", Cell(CellKind.NUMBER, Decimal("13.9"))),
        ("13.9%", Cell(CellKind.NUMBER, Decimal("0.139"), None, "0.0%")),
        ("1652.37 {0}", Cell(CellKind.NUMBER, Decimal("1652.37"), None, "0")),
        ("2024-04-30 {date}", Cell(CellKind.DATE, datetime(2024, 4, 30), None, "yyyy-mm-dd")),
        ("=SUM(B2:B3) -> 12", Cell(CellKind.NUMBER, Decimal(12), "=SUM(B2:B3)")),
        ("=SUM(B2:B3)", Cell(CellKind.NOT_CALCULATED, None, "=SUM(B2:B3)")),
        ("#DIV/0!", Cell(CellKind.ERROR, "#DIV/0!")),
        ('"12"', Cell(CellKind.TEXT, "12")),
        ("Lokal\\u200bhyror", Cell(CellKind.TEXT, "Lokal\u200bhyror")),
        ("ca 170", Cell(CellKind.TEXT, "ca 170")),
    ],
)
def test_a_cell_is_what_its_text_says(written: str, expected: Cell) -> None:
    assert cell(written) == expected


def test_blank_cells_and_blank_rows_keep_their_place() -> None:
    assert set(sheet("Summa | | 1\n\nNetto | 2").cells) == {(1, 1), (1, 3), (3, 1), (3, 2)}


def test_rows_are_set_apart_as_the_text_says() -> None:
    bold, total, inside = Emphasis(bold=True), Emphasis(bold=True, top_border=True), Emphasis(indent=2)

    assert sheet(LOOKS).emphasis == {
        (1, 1): bold,
        (1, 2): bold,
        (3, 1): inside,
        (4, 1): inside,
        (5, 1): total,
        (5, 2): total,
    }


def test_what_is_hidden() -> None:
    hidden = sheet("! hidden sheet\n! hidden rows 3 7-9\n! hidden columns C AA\nSumma | 1")

    assert (hidden.state, hidden.hidden_rows, hidden.hidden_columns) == ("hidden", {3, 7, 8, 9}, {3, 27})
    assert sheet("! very hidden sheet\nSumma | 1").state == "veryHidden"


def test_each_sheet_has_its_own_rows_and_statements() -> None:
    first, second = parse_example("# Drift\nSumma | 1\n# Gammal\n! hidden sheet\nSumma | 2").workbook.sheets

    assert (first.name, first.state, first.cells[1, 2].value) == ("Drift", "visible", 1)
    assert (second.name, second.state, second.cells[1, 2].value) == ("Gammal", "hidden", 2)


def test_what_was_noticed_of_the_workbook() -> None:
    noticed = "! external link xl/externalLinks/link1.xml -> budget2023.xlsx\n! values only\nSumma | 1"

    assert parse_example(noticed).workbook.traits == (
        Trait(TraitKind.EXTERNAL_LINK, "xl/externalLinks/link1.xml", "budget2023.xlsx"),
        Trait(TraitKind.VALUES_ONLY),
    )


def test_the_workbook_calculated_again_differs_where_a_statement_says_so() -> None:
    example = parse_example("# A\nSumma | =B2 -> 1\n# B\nSumma | =B2 -> 1\n! recalculated B1 -> 5")
    assert example.recalculated is not None
    first, second = (each.cells[1, 2].value for each in example.recalculated.sheets)

    assert (first, second) == (1, 5)
    assert example.workbook.sheets[1].cells[1, 2].value == 1
    assert parse_example("Summa | 1").recalculated is None


@pytest.mark.parametrize(
    ("terms", "waiver"),
    [
        ("F101 budget/total/actual -> Rättas.", Waiver("F101", "budget/total/actual", "Rättas.")),
        (
            "F101 budget/total/actual up to 12 tkr until 2024-12-31 by A. Berg -> Rättas i maj.",
            Waiver(
                "F101",
                "budget/total/actual",
                "Rättas i maj.",
                Threshold(Decimal(12), "tkr"),
                "A. Berg",
                date(2024, 12, 31),
            ),
        ),
    ],
)
def test_a_waiver_and_its_terms(terms: str, waiver: Waiver) -> None:
    assert parse_example(f"! waiver {terms}\nSumma | 1").waivers == (waiver,)


def test_a_statement_that_says_nothing_known_is_kept_as_it_is_worded() -> None:
    assert parse_example("! protected sheet\nSumma | 1").others == ("protected sheet",)


@pytest.mark.parametrize("statement", ["waiver F101", "recalculated 6B -> 1"])
def test_a_known_statement_that_makes_no_sense_is_refused(statement: str) -> None:
    with pytest.raises(ValueError, match="is no"):
        parse_example(f"! {statement}\nSumma | 1")


def test_earlier_months_have_their_own_sheets_and_what_was_found_in_them() -> None:
    text = "! decision KF § 41\nSumma | 1\n! month 2024-03\n# Drift\nSumma | 2\n"
    example = parse_example(f"{text}! finding F101 budget/total/actual error\n! month 2023-04\nSumma | 3")
    march, year_before = example.months

    assert example.decision == "KF § 41"
    assert [each.name for each in example.workbook.sheets] == ["Sheet1"]
    assert (march.period, march.workbook.name) == (Period(2024, 3), "2024-03.xlsx")
    assert [each.name for each in march.workbook.sheets] == ["Drift"]
    assert march.findings == (EarlierFinding("F101", "budget/total/actual", "error"),)
    assert (year_before.period, year_before.findings) == (Period(2023, 4), ())


def test_an_unknown_statement_on_an_earlier_month_is_kept_too() -> None:
    assert parse_example("! month 2024-03\n! protected sheet\nSumma | 1").others == ("protected sheet",)

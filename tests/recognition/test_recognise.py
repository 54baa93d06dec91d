"""A workbook to its tables, and to what belongs to none of them; what must hold of any workbook."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.arithmetic import NEAREST
from syditval.checks import check_tables
from syditval.model.cells import Cell, CellKind, Sheet, Workbook
from syditval.model.relation import Verdict
from syditval.model.table import Table
from syditval.recognition import bands, recognise
from tests.recognition.found import KINDS, tables_in, tables_on
from tests.text_tables import workbook

TABLE = """
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | -900   | -300   | -950    | 50
Personal  | 500    | 170    | 480     | 20
Summa     | -400   | -130   | -470    | 70
"""


def test_tables_are_numbered_by_kind_in_the_order_of_the_workbook() -> None:
    found = tables_in(f"# April\n{TABLE}\n\n{TABLE}\n# Maj\n{TABLE}")

    assert [(table.id, table.sheet) for table in found] == [
        ("budget", "April"),
        ("budget-2", "April"),
        ("budget-3", "Maj"),
    ]


def test_every_figure_outside_the_tables_is_named() -> None:
    found = recognise(
        workbook(f"# Drift\nKonto | 117\n\n{TABLE}\n\n\nAntal | 12 | 12 st. | 1 200\n# Blad2\n5 | =A1"), KINDS
    )

    assert [cell.address for cell in found.outside] == [
        "Drift!B1",
        "Drift!B11",
        "Drift!D11",
        "Blad2!A1",
        "Blad2!B1",
    ]


def test_an_empty_workbook_holds_nothing() -> None:
    found = recognise(Workbook("empty.xlsx", "0" * 64, 0, (Sheet("Blad1", {}),)), KINDS)

    assert (found.tables, found.outside) == ((), ())


class TestAnyWorkbook:
    """Nothing that stands in cells is an error here: it is a table, or it is none."""

    words = st.sampled_from(
        [
            "Budget",
            "Utfall 2023",
            "Utfall 240430",
            "Prognos",
            "Avvikelse",
            "AVVIKELS E",
            "Projekt",
            "Procent",
            "Summa",
            "Intäkter",
            "varav",
            "(tkr)",
            "mkr",
            "-",
            "- 43 306",
            "13,9 %",
            "202.000",
            "ca 400",
            "2024",
            "",
            "Ut",
            "fall",
            "Not",
        ]
    )
    cells = st.one_of(
        words.map(lambda text: Cell(CellKind.TEXT, text)),
        st.text(max_size=6).map(lambda text: Cell(CellKind.TEXT, text)),
        st.decimals(-(10**6), 10**6, places=1).map(lambda value: Cell(CellKind.NUMBER, value, None, "0.0%")),
        st.integers(1990, 2100).map(lambda value: Cell(CellKind.NUMBER, Decimal(value))),
        st.just(Cell(CellKind.ERROR, "#REF!")),
        st.just(Cell(CellKind.NOT_CALCULATED, None, "=A1")),
        st.booleans().map(lambda value: Cell(CellKind.BOOLEAN, value)),
    )
    places = st.tuples(st.integers(1, 8), st.integers(1, 8))

    @given(st.dictionaries(places, cells, max_size=60))
    def test_has_tables_whose_figures_lie_inside_them_and_all_else_outside(
        self, grid: dict[tuple[int, int], Cell]
    ) -> None:
        drawn = Sheet("Blad1", grid)
        found = recognise(Workbook("any.xlsx", "0" * 64, 1, (drawn,)), KINDS)

        for table in found.tables:
            assert all(
                table.area.holds(figure.cell.row, figure.cell.column) for figure in table.figures.values()
            )
            assert set(table.figures) == {
                (row.number, column.role)
                for row in table.rows
                for column in table.figure_columns
                if row.role != "section"
            }
        assert not [
            cell
            for cell in found.outside
            for table in found.tables
            if table.area.holds(cell.row, cell.column)
        ]


amounts = st.decimals(-(10**8), 10**8, places=2)


@st.composite
def follow_ups(draw: st.DrawFn) -> list[list[Decimal]]:
    """The lines of a follow-up in kronor: budget, outcome, forecast, variance, and their total."""
    lines = [
        [*each, each[0] - each[2]]
        for each in draw(st.lists(st.tuples(amounts, amounts, amounts), min_size=3, max_size=12))
    ]
    return [*lines, [sum(column, Decimal(0)) for column in zip(*lines, strict=True)]]


def in_tkr(lines: list[list[Decimal]]) -> list[list[Decimal]]:
    return [[(amount / 1000).quantize(Decimal(1), ROUND_HALF_UP) for amount in line] for line in lines]


def written(lines: list[list[Decimal]]) -> Table:
    """The lines as a recognised table."""
    rows = [["Benämning", "Budget", "Utfall", "Prognos", "Avvikelse"]]
    names = [*(f"Rad {number}" for number in range(1, len(lines))), "Summa"]
    rows += [
        [name, *(format(amount, "f") for amount in line)] for name, line in zip(names, lines, strict=True)
    ]
    (table,) = tables_in("\n".join(" | ".join(row) for row in rows))
    return table


def verdicts(table: Table) -> dict[tuple[str, str], Verdict]:
    """Every relation's verdict, by rule and cell."""
    judged = check_tables([table], KINDS, NEAREST).judgements
    return {(each.relation.rule, each.relation.target.cell.a1): each.verdict for each in judged}


class TestAnyFollowUp:
    @given(follow_ups())
    def test_in_kronor_is_exact(self, lines: list[list[Decimal]]) -> None:
        assert set(verdicts(written(lines)).values()) == {Verdict.EXACT}

    @given(follow_ups())
    def test_rounded_to_thousands_is_never_inconsistent(self, lines: list[list[Decimal]]) -> None:
        assert Verdict.INCONSISTENT not in verdicts(written(in_tkr(lines))).values()

    @given(follow_ups(), st.integers(0, 100), st.integers(10, 10**6))
    def test_with_one_wrong_outcome_fails_in_the_total_of_that_column_alone(
        self, lines: list[list[Decimal]], line: int, error: int
    ) -> None:
        wrong = [list(each) for each in lines]
        wrong[line % (len(lines) - 1)][1] += error
        failed = {
            place for place, verdict in verdicts(written(wrong)).items() if verdict is not Verdict.EXACT
        }

        assert failed == {("F101", f"C{len(lines) + 1}")}


class TestSpeed:
    """A long sheet costs no more for each row than a short one."""

    @staticmethod
    def long_sheet(rows: int) -> Sheet:
        headings = ["Benämning", "Budget", "Utfall", "Prognos", "Avvikelse", "Kommentar"]
        cells = {
            (1, column): Cell(CellKind.TEXT, heading) for column, heading in enumerate(headings, start=1)
        }
        for row in range(2, rows + 2):
            amounts = [Decimal(row), Decimal(2 * row), Decimal(3 * row), Decimal(-2 * row)]
            cells[row, 1] = Cell(CellKind.TEXT, f"Rad {row}")
            cells |= {
                (row, column): Cell(CellKind.NUMBER, value) for column, value in enumerate(amounts, start=2)
            }
            cells[row, 6] = Cell(CellKind.TEXT, f"se bilaga {row}")
        return Sheet("Drift", cells)

    def test_headings_are_not_looked_for_in_lines_of_figures(self, monkeypatch: pytest.MonkeyPatch) -> None:
        tried: list[str] = []
        roles_of = bands.roles_of
        monkeypatch.setattr(bands, "roles_of", lambda text, kind: tried.append(text) or roles_of(text, kind))

        def headings_tried(rows: int) -> int:
            tried.clear()
            (table,) = tables_on(self.long_sheet(rows))
            assert len(table.rows) == rows
            return len(tried)

        assert headings_tried(2000) == headings_tried(20)


SHARED = os.environ.get("SYDITVAL_SHARED", "")

# What is to be found in published tables: kind, roles, and the formula of the difference column.
PUBLISHED = {
    "gnesta_2013_drift": ("budget", "label actual budget variance", "actual - budget"),
    "vastervik_2021_drift": ("budget", "label actual budget variance", "actual - budget"),
    "vastervik_2020_drift": ("budget", "label actual budget variance", "actual - budget"),
    "ki_2022_kapitalforandring": ("budget", "label actual budget variance", "actual - budget"),
    "riksgalden_2015_04": ("budget", "label actual forecast variance", "actual - forecast"),
    "helsingfors_2019_drift": (
        "budget",
        "label prior_year budget actual variance percent",
        "actual - budget",
    ),
    "helsingfors_2019_finans": (
        "budget",
        "label prior_year budget actual variance percent",
        "actual - budget",
    ),
}


def published() -> Iterator[tuple[str, Sheet]]:
    """Published tables as sheets: the source as title, a blank row, the headings, the lines."""
    for table in json.loads((Path(SHARED) / "tables" / "real_tables.json").read_text(encoding="utf-8")):
        lines = [[table["source_title"]], [], *table["header"], *table["rows"]]
        cells = {
            (row, column): Cell(CellKind.TEXT, text)
            for row, line in enumerate(lines, start=1)
            for column, text in enumerate(line, start=1)
            if text
        }
        yield table["id"], Sheet("Blad1", cells)


@pytest.mark.skipif(not SHARED, reason="SYDITVAL_SHARED does not name the folder of published tables")
def test_published_tables_are_read_as_what_they_are() -> None:
    found = {name: tables_on(drawn) for name, drawn in published()}
    read = {
        name: (
            table.kind,
            " ".join(column.role for column in table.columns),
            " - ".join((table.differences[0].minuend, table.differences[0].subtrahend)),
        )
        for name, tables in found.items()
        for table in tables
    }

    assert read == PUBLISHED


@pytest.mark.skipif(not SHARED, reason="SYDITVAL_SHARED does not name the folder of published tables")
def test_published_tables_hold_their_relations() -> None:
    """The one exception is a variance that the excerpt cuts off: it and the sum that it is part of."""
    failed = [
        (name, place)
        for name, drawn in published()
        for table in tables_on(drawn)
        for place, verdict in verdicts(table).items()
        if verdict in (Verdict.INCONSISTENT, Verdict.IMPLAUSIBLE)
    ]

    assert failed == [("gnesta_2013_drift", ("F101", "F26")), ("gnesta_2013_drift", ("V101", "F34"))]

"""Tables written to workbooks read back as what was printed, or as the numbers it stands for."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from syditval.model.cells import Cell, CellKind
from syditval.model.relation import Verdict
from syditval.model.report import Report
from syditval.model.rule import Severity
from syditval.model.table import ColumnType
from syditval.reading import open_source, read_workbook
from syditval.run import Request, reconcile
from tests.published_checks import Axis, Kind
from tests.published_tables import REAL_TABLES, Printed, PublishedTable, printed, published_tables

ENTRY = {
    "id": "made_up",
    "source_title": "En kommun, Driftredovisning",
    "header": [["", "Kommunen", "Kommunen"], ["tkr", "Utfall", "Andel"]],
    "rows": [
        ["Skola", "– 1 030,5", "83,7 %"],
        ["Vård", "− 200,5", "16,3 %"],
        ["Övrigt", "-", ""],
        ["Summa", "– 1 231,0", "100 %"],
    ],
    "checks": [
        {
            "check": "column 'Kommunen / Utfall': row 'Summa' = sum of 3 rows",
            "reported": "– 1 231,0",
            "computed": "-1231",
            "verdict": "holds",
        },
        {"check": "prose total vs column sum", "reported": "1,2", "computed": "1.2", "verdict": "holds"},
    ],
}


@pytest.fixture
def table(tmp_path: Path) -> PublishedTable:
    file = tmp_path / "tables.json"
    file.write_text(json.dumps([ENTRY]), encoding="utf-8")
    (only,) = published_tables(file)
    return only


def cells(path: Path) -> dict[str, Cell]:
    (sheet,) = read_workbook(open_source(path)).sheets
    return {sheet.ref(*place).a1: cell for place, cell in sheet.cells.items()}


@pytest.mark.parametrize(
    ("text", "value", "decimals", "percent"),
    [
        ("519 802", "519802", 0, False),
        ("– 614", "-614", 0, False),
        ("–12,8", "-12.8", 1, False),
        ("−604 135", "-604135", 0, False),
        ("- 6 000", "-6000", 0, False),
        ("2748,6", "2748.6", 1, False),
        ("202.000", "202000", 0, False),
        ("– 38,1 %", "-38.1", 1, True),
        ("2013", "2013", 0, False),
    ],
)
def test_printed_figures(text: str, value: str, decimals: int, percent: bool) -> None:
    assert printed(text) == Printed(Decimal(value), decimals, percent)


@pytest.mark.parametrize("text", ["", "-", "..", "SÖRF1", "1 23", "12,", "3.5"])
def test_what_is_no_figure(text: str) -> None:
    assert printed(text) is None


class TestTheWorkbook:
    def test_as_numbers(self, table: PublishedTable, tmp_path: Path) -> None:
        places = table.write(tmp_path / "numbers.xlsx", as_text=False)
        found = cells(tmp_path / "numbers.xlsx")

        assert (places[0, 1], places[3, 2]) == ("B5", "C8")
        assert found["B5"] == Cell(CellKind.NUMBER, Decimal("-1030.5"), None, "#,##0.0")
        assert found["C5"] == Cell(CellKind.NUMBER, Decimal("0.837"), None, "0.0%")
        assert (found["B7"].text, "C7" in found) == ("-", False)

    def test_as_printed(self, table: PublishedTable, tmp_path: Path) -> None:
        table.write(tmp_path / "text.xlsx", as_text=True)
        found = cells(tmp_path / "text.xlsx")

        assert {cell.kind for cell in found.values()} == {CellKind.TEXT}
        assert (found["B5"].text, found["C5"].text) == ("– 1 030,5", "83,7 %")

    def test_title_headings_and_labels_stand_around_the_figures(
        self, table: PublishedTable, tmp_path: Path
    ) -> None:
        table.write(tmp_path / "numbers.xlsx", as_text=False)
        found = cells(tmp_path / "numbers.xlsx")

        assert found["A1"].text == "En kommun, Driftredovisning"
        assert (found["B3"].text, found["A4"].text, found["C4"].text) == ("Kommunen", "tkr", "Andel")
        assert (found["A5"].text, found["A8"].text) == ("Skola", "Summa")

    def test_a_formula_has_what_is_printed_as_its_cached_value(
        self, table: PublishedTable, tmp_path: Path
    ) -> None:
        table.write(tmp_path / "live.xlsx", as_text=False, formulas={(3, 1): "=SUM(B5:B7)"})

        assert cells(tmp_path / "live.xlsx")["B8"] == Cell(
            CellKind.NUMBER, Decimal(-1231), "=SUM(B5:B7)", "#,##0.0"
        )

    def test_other_texts_at_some_places(self, table: PublishedTable) -> None:
        changed = table.changed({(0, 1): "– 1 300,5"})

        assert (changed.figure((0, 1)), changed.figure((1, 1))) == (Decimal("-1300.5"), Decimal("-200.5"))
        assert changed.checks == table.checks


def test_checks_come_with_their_places(table: PublishedTable) -> None:
    total, prose = table.checks

    assert (total.target, [place for _, place in total.parts]) == ((3, 1), [(0, 1), (1, 1), (2, 1)])
    assert prose.kind is Kind.OUT_OF_SCOPE


@pytest.mark.skipif(not REAL_TABLES.exists(), reason="SYDITVAL_SHARED names no folder with tables")
class TestTheRealTables:
    def test_every_check_inside_a_table_has_its_places(self) -> None:
        checks = [check for table in published_tables() for check in table.checks]

        assert Counter(check.kind for check in checks) == {
            Kind.SUM: 351,
            Kind.DIFFERENCE: 161,
            Kind.PERCENTAGE: 71,
            Kind.OUT_OF_SCOPE: 49,
        }
        assert all(check.target and check.parts for check in checks if check.kind is not Kind.OUT_OF_SCOPE)

    def test_four_of_them_are_off(self) -> None:
        off = {
            (table.id, table.address(check.target))
            for table in published_tables()
            for check in table.checks
            if check.verdict == "off" and check.target
        }

        assert off == {
            ("vastervik_2021_drift", "E19"),
            ("vastervik_2021_drift", "F20"),
            ("amal_budget2020", "B13"),
            ("amal_budget2020", "C13"),
        }

    def test_every_table_can_be_written_both_ways_and_read(self, tmp_path: Path) -> None:
        for table in published_tables():
            for as_text in (True, False):
                table.write(tmp_path / "table.xlsx", as_text=as_text)
                assert len(cells(tmp_path / "table.xlsx")) > len(table.rows)


@pytest.mark.skipif(not REAL_TABLES.exists(), reason="SYDITVAL_SHARED names no folder with tables")
@pytest.mark.parametrize("as_text", [True, False])
class TestTheRealTablesReconciled:
    """Those that are budget tables: parents above their children, totals first, totals without a label."""

    def test_only_what_an_excerpt_cuts_off_is_an_error(self, as_text: bool, tmp_path: Path) -> None:
        """A line without its variance in Gnesta, and the sum that it is part of; Riksgälden has no budget."""
        errors = {
            (table.id, finding.code, finding.cell.a1)
            for table, report in reconciled(tmp_path, as_text)
            for finding in report.findings
            if finding.severity is Severity.ERROR and finding.cell
        }

        assert errors == {
            ("gnesta_2013_drift", "F101", "F26"),
            ("gnesta_2013_drift", "V101", "F34"),
            ("riksgalden_2015_04", "S002", "A3"),
        }

    def test_every_sum_down_a_recognised_column_is_found_with_its_verdict(
        self, as_text: bool, tmp_path: Path
    ) -> None:
        expected, found = Counter[str](), Counter[str]()
        for table, report in reconciled(tmp_path, as_text):
            (only,) = report.tables
            summed = [column.column for column in only.figure_columns if column.type is ColumnType.AMOUNT]
            judged = {
                each.relation.target.cell.a1: each
                for each in report.judgements
                if each.relation.rule == "F101"
            }
            for check in table.checks:
                is_down = check.kind is Kind.SUM and check.axis is Axis.COLUMN
                if is_down and check.target and check.target[1] + 1 in summed:
                    expected[check.verdict] += 1
                    found[VERDICTS[judged[table.address(check.target)].verdict]] += 1

        assert found == expected
        assert expected.total() > 60


VERDICTS = {Verdict.EXACT: "holds", Verdict.ROUNDING: "rounding"}


def reconciled(folder: Path, as_text: bool) -> Iterator[tuple[PublishedTable, Report]]:
    """Each published table in which a table of a known kind is recognised, with its report."""
    for table in published_tables():
        table.write(folder / "table.xlsx", as_text=as_text)
        report = reconcile(folder / "table.xlsx", Request(in_process=True))
        if report.tables:
            yield table, report

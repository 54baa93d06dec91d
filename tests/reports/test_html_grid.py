"""The table around a cause or a finding, as the sheet has it."""

from __future__ import annotations

from dataclasses import replace

from syditval.messages import texts
from syditval.model.cells import CellRef
from syditval.model.report import Report
from syditval.reports.html_grid import Grid, Grids
from syditval.reports.html_marks import Mark
from tests.reports.example_causes import CAUSES, FAILURES, NOT_LOCALISED
from tests.reports.example_findings import FINDINGS
from tests.reports.example_pages import everything, month_finding, outside, year_finding

REPORT = everything("en")


def grids(report: Report = REPORT) -> Grids:
    return Grids(report, texts(report.language))


def drawn(grid: Grid | None) -> str:
    """A grid as text: ``!`` before the wrong cell, ``?`` a possible one, ``*`` a finding, ``.`` what is related."""
    assert grid is not None
    signs = {Mark.CULPRIT: "!", Mark.POSSIBLE: "?", Mark.FINDING: "*", Mark.RELATED: "."}
    lines = [" | ".join(["", *(letter or "…" for letter in grid.letters)])]
    for row in grid.rows:
        cells = [
            "…" if cell is None
            else signs[cell.marked.mark] + " ".join(filter(None, (cell.text, cell.marked.instead))) if cell.marked
            else cell.text
            for cell in row.cells
        ]  # fmt: skip
        lines.append(" | ".join([str(row.number or "…"), *cells]).rstrip())
    return "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ")


def test_a_cause_stands_in_its_table() -> None:
    assert drawn(grids().of_cause(CAUSES["one of"])) == (
        """\
 | A | B | C | D | E
4 |  | Budget | Utfall 240430 | Årsprognos | Avvikelse
5 | Intäkter | -43 306 | -14 286 | -43 706 | 400
6 | Personalkostnader | 12 106 | 3 463 | 10 996 | 1 200
7 | Datorer & basutrustning | 200 | 90 | 200 |
8 | Tele- och datakommunikation | 1 100 | 830 | 2 600 | -1 500
9 | Licenser & serviceavtal | 11 143 | 3 794 | 12 043 | -900
10 | Övrigt tjänsteköp | 3 200 | 1 542 | 5 700 | -2 500
11 | Resor & Kurser | 100 | !3 -90 | 100 |
12 | Övriga kostnader | 400 | ?156 200 | 400 |
13 | Lokalhyror | 798 | 303 | 839 | -41
14 | Kapitalkostnader | 14 259 | 4 016 | 12 118 | 2 141
15 | Summa | 0 | ?-89 86 to 96 | 1 200 | -1 200"""
    )


def test_of_a_large_table_the_part_around_a_finding_is_shown() -> None:
    assert drawn(grids().of_finding(month_finding(20, 16))) == (
        """\
 | A | … | N | O | P
4 |  | … | Budget | Prognos | Summa
…
18 | Konto 14 | … | 1 350 813 | 1 350 944 | 1 351 075
19 | Konto 15 | … | 1 359 004 | 1 359 135 | 1 359 266
20 | Konto 16 | … | .1 367 195 | .1 367 326 | *1 367 457
21 | Konto 17 | … | 1 375 386 | 1 375 517 | 1 375 648
22 | Konto 18 | … | 1 383 577 | 1 383 708 | 1 383 839
…
45 | Summa | … | 8 608 039 | 8 608 170 | 8 608 301"""
    )


def test_headings_and_totals_are_set_apart_and_figures_told_from_texts() -> None:
    grid = grids().of_finding(FAILURES["actual"])

    assert grid is not None
    assert [row.number for row in grid.rows if row.is_head] == [4]
    assert [row.number for row in grid.rows if row.is_total] == [15]
    assert [cell is not None and cell.is_figure for cell in grid.rows[1].cells] == [
        False,
        True,
        True,
        True,
        True,
    ]


def test_the_marks_that_occur_are_told_strongest_first() -> None:
    grid = grids().of_cause(CAUSES["likely"])

    assert grid is not None
    assert grid.marks == (Mark.CULPRIT, Mark.FINDING, Mark.RELATED)


def test_failures_without_a_cause_share_one_grid() -> None:
    assert "9 | IT-invest Hallsberg | 1 953 | 936 | 1 017 | *47,9 |" in drawn(grids().of_group(NOT_LOCALISED))


def test_a_finding_that_names_no_table_is_looked_up_by_its_cell() -> None:
    named = replace(month_finding(20, 16), table="budget-2")

    assert month_finding(20, 16).table == ""
    assert grids().of_finding(month_finding(20, 16)) == grids().of_finding(named)


def test_what_lies_in_no_table_has_no_grid() -> None:
    assert grids().of_finding(FINDINGS["links"]) is None
    assert grids().of_finding(outside(REPORT)) is None
    assert grids().of_finding(replace(FAILURES["actual"], cell=CellRef("Drift", 2, 1))) is None
    assert grids(replace(REPORT, tables=())).of_cause(CAUSES["certain"]) is None


def test_a_mark_on_another_sheet_is_left_out() -> None:
    elsewhere = replace(FAILURES["actual"], related=(CellRef("Investeringar", 5, 2),))
    grid = grids().of_finding(elsewhere)

    assert grid is not None
    assert grid.marks == (Mark.FINDING,)


def test_a_grid_of_many_columns_is_wide() -> None:
    wide, upright = grids().of_finding(year_finding(20)), grids().of_finding(month_finding(20, 16))

    assert wide is not None
    assert upright is not None
    assert (wide.is_wide, upright.is_wide) == (True, False)


def test_a_mark_in_another_workbook_is_left_out_though_sheet_and_place_are_the_same() -> None:
    cell = FAILURES["actual"].cell
    assert cell is not None
    elsewhere = replace(FAILURES["actual"], related=(replace(cell, row=cell.row - 1, source="mars.xlsx"),))
    grid = grids().of_finding(elsewhere)

    assert grid is not None
    assert grid.marks == (Mark.FINDING,)

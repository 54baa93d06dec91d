"""Which figures no check has touched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from syditval.annotation.uncovered import uncovered_cells
from syditval.model.amounts import FigureState
from syditval.model.relation import Verdict
from syditval.model.report import Report
from tests.annotation.build import drift_workbook, report


@pytest.fixture
def told(tmp_path: Path) -> Report:
    """A report on the footing of the columns B to E: what C adds up to was not checked."""
    base = report(drift_workbook(tmp_path / "april.xlsx"))
    kept = [
        replace(base.judgements[1], verdict=Verdict.NOT_CHECKED),
        *base.judgements[2:],
        base.judgements[0],
    ]
    return replace(base, judgements=tuple(kept))


def addresses(told: Report) -> list[str]:
    return [cell.address for cell in uncovered_cells(told)]


def test_figures_that_no_checked_relation_touches_are_uncovered(told: Report) -> None:
    assert addresses(told) == ["Drift!C5", "Drift!C6", "Drift!C7", "Drift!C8"]


def test_a_failing_check_covers_its_figures_too(told: Report) -> None:
    failing = tuple(replace(each, verdict=Verdict.INCONSISTENT) for each in told.judgements)

    assert addresses(replace(told, judgements=failing)) == []


@pytest.mark.parametrize("state", list(FigureState))
def test_only_blank_cells_are_passed_over(told: Report, state: FigureState) -> None:
    (table,) = told.tables
    changed = replace(table.figures[6, "actual"], state=state, value=None)
    figures = {**table.figures, (6, "actual"): changed}

    found = addresses(replace(told, tables=(replace(table, figures=figures),)))

    assert ("Drift!C6" in found) is (state is not FigureState.BLANK)


def test_a_figure_of_two_tables_is_named_once(told: Report) -> None:
    assert addresses(replace(told, tables=told.tables * 2)) == addresses(told)

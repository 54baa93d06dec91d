"""The auditor's view: every entity, every month of a year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from syditval.store.entry import Entry
from syditval.web.screens.plot import MONTHS
from syditval.web.screens.states import State
from syditval.web.screens.templates import rendered
from syditval.web.screens.year_grid import chosen, year_grid, years_of

if TYPE_CHECKING:
    from syditval.web.viewer import Viewer


def overview(viewer: Viewer, entries: Sequence[Entry], year: int = 0) -> str:
    """A grid of entities and months of a year, the latest there is where none or no such is asked for."""
    years = years_of(entries)
    year = chosen(year, years)
    return rendered(
        "overview",
        viewer.language,
        viewer,
        year=year,
        years=years,
        grid=year_grid(year, entries),
        months=range(1, MONTHS + 1),
        states=tuple(State),
    )

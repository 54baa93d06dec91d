"""One entity over a year: what came in, and how outcome and forecast go against the budget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from syditval.messages import Texts, texts
from syditval.messages.amounts import GROUP
from syditval.store.entry import Entry
from syditval.web.screens.plot import BOTTOM, LEFT, NAMES, RIGHT, Plot, linear, plots_of
from syditval.web.screens.telling import Telling
from syditval.web.screens.templates import rendered
from syditval.web.screens.totals import MonthTotals
from syditval.web.screens.year_grid import chosen, years_of

if TYPE_CHECKING:
    from syditval.web.viewer import Viewer


def entity(
    viewer: Viewer, entity: str, entries: Sequence[Entry], totals: Sequence[MonthTotals], year: int = 0
) -> str:
    """The entity's entries and plots of a year, the latest it has where none or no such is asked for."""
    years = years_of(entries)
    year = chosen(year, years)
    of_year = [entry for entry in entries if entry.period.year == year]
    words = texts(viewer.language)
    return rendered(
        "entity",
        viewer.language,
        viewer,
        entity=entity,
        year=year,
        years=years,
        entries=sorted(of_year, key=lambda entry: (entry.period, entry.version), reverse=True),
        current={entry.period.month: entry for entry in of_year if entry.is_current},
        plots=[(plot, described(plot, words)) for plot in plots_of(year, totals)],
        linear=linear,
        left=LEFT,
        right=RIGHT,
        names_at=BOTTOM + NAMES - 4,
    )


def described(plot: Plot, words: Texts) -> list[str]:
    """What a plot shows, in sentences: how its last month stands, and what was found in which month."""
    tell, unit = Telling(words), f"{GROUP}{plot.axis.unit}"
    last = max(plot.months)
    amounts = plot.months[last]
    facts = {
        name: words.get("screen_plot", f"is_{name}", amount=plot.axis.told(amount) + unit)
        for name in ("outcome", "budget", "forecast")
        if (amount := getattr(amounts, name)) is not None
    }
    if amounts.budget is not None and amounts.forecast is not None:
        more = plot.axis.told(amounts.forecast - amounts.budget, is_signed=True) + unit
        facts["forecast"] += f" ({words.get('screen_plot', 'more', amount=more)})"
    sentences = [words.get("screen_plot", "stands", month=tell.long(last), facts="; ".join(facts.values()))]
    found: dict[int, list[str]] = {}
    for mark in sorted(plot.marks, key=lambda mark: mark.place.month):
        found.setdefault(mark.place.month, []).append(tell.count(mark.count, mark.severity))
    if found:
        months = "; ".join(f"{tell.long(month)} {', '.join(counts)}" for month, counts in found.items())
        sentences.append(words.get("screen_plot", "found_in", months=months))
    return sentences

"""The tick marks of one sheet, as shapes and the legend that defines them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from syditval.annotation.ticks import Tick
from syditval.messages import Texts
from syditval.patching.tick_shapes import Legend, TickShape

# A spreadsheet with more shapes on a sheet than this can hardly be worked with.
MOST_TICKED = 3_000

_SECTION = "annotation"


@dataclass(frozen=True, slots=True)
class SheetTicks:
    """The shapes of a sheet, their legend, and how many of each tick mark they show."""

    shapes: tuple[TickShape, ...]
    legend: Legend
    counts: Counter[Tick]


def sheet_ticks(
    ticked: Mapping[tuple[int, int], tuple[Tick, ...]],
    signs: Mapping[Tick, str],
    last_row: int,
    words: Texts,
) -> SheetTicks:
    """The tick marks at places (row, column) of a sheet whose last used row is given.

    Only so many figures get theirs; the legend says how many more there are. Places that are hidden
    should not be given: LibreOffice shows their marks on the next row or column that is visible.
    """
    shown = dict(sorted(ticked.items())[:MOST_TICKED])
    counts = Counter(tick for ticks in shown.values() for tick in ticks)
    meanings = {tick: words.get(_SECTION, f"tick_{tick.lower()}") for tick in Tick if tick in counts}
    shapes = (
        TickShape(row, column, _signs(ticks, signs), " ".join(f"{signs[t]}: {meanings[t]}" for t in ticks))
        for (row, column), ticks in shown.items()
    )
    left = len(ticked) - len(shown)
    legend = Legend(
        last_row,
        words.get(_SECTION, "ticks_title"),
        tuple((signs[tick], meaning) for tick, meaning in meanings.items()),
        words.get(_SECTION, "ticks_left_out", count=left, most=MOST_TICKED) if left else "",
    )
    return SheetTicks(tuple(shapes), legend, counts)


def _signs(ticks: tuple[Tick, ...], signs: Mapping[Tick, str]) -> str:
    return " ".join(signs[tick] for tick in ticks)

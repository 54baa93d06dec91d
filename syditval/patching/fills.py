"""The fills of marks: tints by severity, and a hatching for what no check covered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from syditval.model.rule import Severity
from syditval.patching.entry_table import EntryTable
from syditval.patching.markup import element
from syditval.patching.xml_tree import Element

# Tints of the Okabe-Ito palette: they stay apart for colour-blind readers, under black text.
TINTS = {Severity.ERROR: "F2BFA0", Severity.WARNING: "FBF3A6", Severity.NOTE: "B9DDF3"}

_WHITE = {"rgb": "FFFFFFFF"}
_SOLID, _NONE, _RESERVED = "solid", "none", "gray125"


@dataclass(frozen=True, slots=True)
class Fill:
    """A pattern in a colour (RRGGBB)."""

    color: str
    pattern: str = _SOLID

    @property
    def washed_out(self) -> Fill:
        """What LibreOffice makes of it, which knows no patterns: a quarter of its colour, on white."""
        if self.pattern == _SOLID:
            return self
        parts = (int(self.color[place : place + 2], 16) for place in (0, 2, 4))
        return Fill("".join(f"{255 - (255 - part) // 4:02X}" for part in parts))


MARKS = {severity: Fill(color) for severity, color in TINTS.items()}
HATCHING = Fill("8C8C8C", "lightUp")


class Fills:
    """The table of fills of a workbook, to which those of marks and of the review sheet are added."""

    def __init__(self, table: EntryTable) -> None:
        self._table = table
        self._fills = [_fill_of(entry) for entry in table.entries]
        self._own = set(self._fills)
        self._shades: dict[Fill, Fill] = {}
        while table.size < 2:
            # The first two fills are not free to choose: none and a grey pattern.
            table.add(_markup(table.prefix, Fill("", _RESERVED if table.size else _NONE)))

    @property
    def shades(self) -> tuple[Fill, ...]:
        """The fills that marks were given, as any program may have written them since."""
        given = self._shades.values()
        return tuple(dict.fromkeys((*given, *(fill.washed_out for fill in given))))

    def mark(self, fill: Fill) -> int:
        """The number of a fill for marks, in a shade that the workbook itself has nowhere."""
        if fill not in self._shades:
            free = (shade for shade in _shades(fill) if not {shade, shade.washed_out} & self._own)
            self._shades[fill] = next(free)
        return self.number(self._shades[fill])

    def number(self, fill: Fill) -> int:
        """The number of a fill."""
        return self._table.number(_markup(self._table.prefix, fill))

    def numbers_of(self, fills: tuple[Fill, ...]) -> frozenset[int]:
        """The numbers of the workbook's own fills that are such."""
        return frozenset(number for number, fill in enumerate(self._fills) if fill in fills)

    def restored(self, markup: str) -> int:
        """The number of a fill that ``markup`` gave; 0, which is none, for no markup."""
        if not markup:
            return 0
        return self._table.number(re.sub(r"<(/?)", rf"<\1{self._table.prefix}", markup))

    def clear(self, number: int) -> None:
        """Make one of the workbook's own fills none, where no cell needs it any more."""
        self._table.replace(number, _markup(self._table.prefix, Fill("", _NONE)))

    def markup(self, number: int) -> str:
        """One of the workbook's own fills as text without prefixes; empty where it fills nothing."""
        if not 0 < number < len(self._fills):
            return ""
        pattern = self._table.entries[number].find("patternFill")
        if pattern is not None and pattern.attributes.get("patternType", _NONE) == _NONE:
            return ""
        prefix = self._table.prefix
        return self._table.text(number).replace(f"<{prefix}", "<").replace(f"</{prefix}", "</")


def _fill_of(entry: Element) -> Fill | None:
    """The pattern and colour of an entry, None where it has no colour of its own."""
    pattern, color = entry.find("patternFill"), entry.find("patternFill", "fgColor")
    if pattern is None or color is None or "rgb" not in color.attributes:
        return None
    return Fill(color.attributes["rgb"][-6:].upper(), pattern.attributes.get("patternType", _NONE))


def _shades(fill: Fill) -> Iterator[Fill]:
    """A fill and others that look the same, one unit of blue after the other."""
    for blue in range(int(fill.color[4:], 16), -1, -1):
        yield Fill(f"{fill.color[:4]}{blue:02X}", fill.pattern)


def _markup(prefix: str, fill: Fill) -> str:
    colors = ""
    if fill.color:
        colors = element(f"{prefix}fgColor", {"rgb": f"FF{fill.color}"})
        # Of a pattern, the colour behind it must be told; some programs take it to be black otherwise.
        colors += element(f"{prefix}bgColor", {"indexed": "64"} if fill.pattern == _SOLID else _WHITE)
    pattern = element(f"{prefix}patternFill", {"patternType": fill.pattern}, colors)
    return element(f"{prefix}fill", {}, pattern)

"""The address of a cell as somebody types it: ``C14``, ``'Blad 2'!C14``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from syditval.cli.misuse import Misuse

if TYPE_CHECKING:
    from syditval.model.amounts import Figure
    from syditval.model.report import Report

_ADDRESS = re.compile(r"(?:(?P<sheet>.+)!)?\$?(?P<column>[A-Za-z]{1,3})\$?(?P<row>[1-9]\d{0,6})")


@dataclass(frozen=True, slots=True)
class CellAddress:
    """A cell of a sheet, or of every sheet where none is named."""

    sheet: str | None
    a1: str

    def figures(self, report: Report) -> Iterator[Figure]:
        """The figures that stand there."""
        for table in report.tables:
            for figure in table.figures.values():
                if figure.cell.a1 == self.a1 and self.sheet in (None, figure.cell.sheet):
                    yield figure


def cell_address(text: str) -> CellAddress:
    """The address that a text is. Raises Misuse for one that is none."""
    match = _ADDRESS.fullmatch(text.strip())
    if match is None:
        raise Misuse("U015", text=text)
    sheet = match["sheet"]
    if sheet is not None and sheet.startswith("'") and sheet.endswith("'"):
        sheet = sheet[1:-1].replace("''", "'")
    return CellAddress(sheet, match["column"].upper() + match["row"])

"""What every reader of a kind of file returns, and the limits as each keeps to them."""

from __future__ import annotations

from typing import NamedTuple

from syditval.model.cells import Sheet
from syditval.model.trait import Trait
from syditval.reading.errors import UnreadableWorkbook
from syditval.reading.limits import Limits


class Contents(NamedTuple):
    """Sheets in their order, what was noticed besides, and the sheets that hold no cells by their nature."""

    sheets: tuple[Sheet, ...]
    traits: tuple[Trait, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()


def refuse_beyond(limits: Limits, limit: str, found: int, place: str) -> None:
    """Raises UnreadableWorkbook where there is more at a place than the limit of that name allows."""
    allowed: int = getattr(limits, limit)
    if found > allowed:
        raise UnreadableWorkbook("R013", place=place, limit=limit, found=str(found), allowed=str(allowed))

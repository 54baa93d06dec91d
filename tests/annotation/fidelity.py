"""All that must hold of an annotated copy, as checks that give a line for each fault."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tests.annotation.forced import Copy
from tests.annotation.package_faults import formats_lost, notes_lost, parts_lost
from tests.annotation.reader_faults import audit_finds_more, openpyxl_differs, stored_results_differ
from tests.annotation.touched_parts import touched_otherwise

Check = Callable[[Copy], Iterator[str]]

CHECKS: tuple[Check, ...] = (
    parts_lost,
    touched_otherwise,
    formats_lost,
    notes_lost,
    openpyxl_differs,
    stored_results_differ,
    audit_finds_more,
)


def faults(copy: Copy, checks: Iterable[Check] = CHECKS) -> list[str]:
    """What all checks say of a copy."""
    return [f"{check.__name__}: {fault}" for check in checks for fault in check(copy)]

"""The list of the months that are kept: a line each, and those that are missing among them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, Any, TextIO

from rich.cells import cell_len
from rich.console import Console

from syditval.messages import texts
from syditval.model.period import Period
from syditval.reports.page import GAP, Page
from syditval.reports.wording import Wording

if TYPE_CHECKING:
    from syditval.store import Entry

Line = tuple[str, ...]


def render_months(entries: Sequence[Entry], is_all: bool, language: str, console: Console) -> None:
    """Write to a console the months of each entity, the newest first, as the entries stand in their order.

    Shown are the last versions that are not withdrawn, or all of them. A month without one that lies
    between the first and the last one of its year is shown as missing.
    """
    page = Page(texts(language), console)
    if not entries:
        page.paragraph(page.words.get("months", "none"))
    for number, (entity, own) in enumerate(_by_entity(entries)):
        if number:
            page.line()
        page.line(page.text(entity, "bold"))
        for line in aligned(list(_lines(own, is_all, page))):
            page.line(GAP, line)


def write_months(entries: Sequence[Entry], stream: TextIO) -> None:
    """Write everything that is known of some entries as JSON."""
    json.dump([entry_record(entry) for entry in entries], stream, ensure_ascii=True, indent=2)
    stream.write("\n")


def shown_entries(entries: Sequence[Entry]) -> list[Entry]:
    """Those that count for their month, and those that were rejected after them; none that is withdrawn."""
    last: dict[tuple[str, Period], int] = {}
    for entry in entries:
        if entry.withdrawal is None:
            month = entry.entity, entry.period
            last[month] = max(entry.version, last.get(month, 0))
    return [
        entry
        for entry in entries
        if entry.is_current
        or (entry.withdrawal is None and entry.version == last[entry.entity, entry.period])
    ]


def entry_record(entry: Entry) -> dict[str, Any]:
    """Everything that is known of an entry; times are in UTC."""
    gone = entry.withdrawal
    return {
        "entity": entry.entity,
        "period": str(entry.period),
        "version": entry.version,
        "standing": entry.standing.name.lower(),
        "current": entry.is_current,
        "errors": entry.errors,
        "warnings": entry.warnings,
        "notes": entry.notes,
        "name": entry.name,
        "sha256": entry.sha256,
        "bytes": entry.size,
        "by": entry.by,
        "origin": entry.origin,
        "at": _iso(entry.at),
        "decision": entry.decision or None,
        "tool": entry.tool,
        "kept_until": entry.kept_until.isoformat(),
        "withdrawn": {"reason": gone.reason, "by": gone.by, "at": _iso(gone.at)} if gone else None,
    }


def told_standing(entry: Entry, wording: Wording) -> str:
    """What became of an upload, and of its findings: ``accepted with findings: 0 errors, 1 warning``."""
    standing = wording.name("months", entry.standing)
    counts = [wording.count(entry.errors, "error"), wording.count(entry.warnings, "warning")]
    counts += [wording.count(entry.notes, "note")] if entry.notes else []
    if not (entry.errors or entry.warnings or entry.notes):
        return standing
    return f"{standing}: {', '.join(counts)}"


def told_time(at: datetime) -> str:
    """A time in UTC, to the minute."""
    return f"{at:%Y-%m-%d %H:%M} UTC"


def aligned(lines: Sequence[Line]) -> Iterator[str]:
    """Lines of parts as columns."""
    columns = zip_longest(*lines, fillvalue="")
    widths = [max(map(cell_len, column)) for column in columns]
    for line in lines:
        padded = (part + " " * (width - cell_len(part)) for part, width in zip(line, widths, strict=False))
        yield GAP.join(padded).rstrip()


def _lines(entries: Sequence[Entry], is_all: bool, page: Page) -> Iterator[Line]:
    """The lines of one entity's months."""
    shown = entries if is_all else shown_entries(entries)
    there = {entry.period for entry in shown}
    gaps = [period for period in _between(entries) if period not in there]
    told = [(entry.period, _told(entry, page)) for entry in shown]
    told += [(period, (str(period), "-", page.words.get("months", "missing"))) for period in gaps]
    yield from (line for _, line in sorted(told, key=lambda each: each[0], reverse=True))


def _told(entry: Entry, page: Page) -> Line:
    version = page.words.get("months", "version", version=entry.version)
    standing = told_standing(entry, page)
    if entry.withdrawal is not None:
        standing = page.words.get("months", "withdrawn", by=entry.withdrawal.by)
    elif not entry.is_current and entry.standing.name != "REJECTED":
        standing = page.words.get("months", "superseded", standing=standing)
    return str(entry.period), version, standing, entry.by, told_time(entry.at)


def _between(entries: Sequence[Entry]) -> Iterator[Period]:
    """The months of each year from the first that something was sent for to the last."""
    years: dict[int, list[int]] = {}
    for entry in entries:
        years.setdefault(entry.period.year, []).append(entry.period.month)
    for year, months in years.items():
        yield from (Period(year, month) for month in range(min(months), max(months) + 1))


def _by_entity(entries: Sequence[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """The entries of each entity; entities by name."""
    ordered = sorted(entries, key=lambda entry: entry.entity.casefold())
    for _, own in groupby(ordered, key=lambda entry: entry.entity.casefold()):
        listed = list(own)
        yield listed[0].entity, listed


def _iso(at: datetime | date) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"

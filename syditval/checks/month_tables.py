"""The tables of a month beside those of an earlier one: which are the same, and can be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from syditval.checks.conversion import Conversion, hindrance
from syditval.checks.month_lines import lines_of
from syditval.checks.month_pair import LINES, MonthPair
from syditval.model.earlier import Earlier
from syditval.model.relation import Reason
from syditval.model.table import Table

# A table of now, and the same table of then.
Pair = tuple[Table, Table]


@dataclass(frozen=True, slots=True)
class Beside:
    """The tables of now beside those of the file called ``source``.

    ``new`` are those that only the month of now has, ``gone`` those that only the earlier one has, and
    ``hindered`` those of now that cannot be compared with themselves, and why.
    """

    source: str = ""
    pairs: tuple[MonthPair, ...] = ()
    new: tuple[Table, ...] = ()
    gone: tuple[Table, ...] = ()
    hindered: tuple[tuple[Table, Reason], ...] = ()


def beside(tables: Sequence[Table], earlier: Earlier, decision: str = "") -> Beside:
    """Some tables beside those of an earlier workbook, given what was decided between the two."""
    pairs, hindered = [], []
    both = tables_in_both(tables, earlier.tables)
    for table, before in both:
        found = _compared(table, before, earlier.name, decision)
        if isinstance(found, MonthPair):
            pairs.append(found)
        else:
            hindered.append((table, found))
    new, gone = _left(tables, both, 0), _left(earlier.tables, both, 1)
    return Beside(earlier.name, tuple(pairs), tuple(new), tuple(gone), tuple(hindered))


def tables_in_both(tables: Sequence[Table], before: Sequence[Table]) -> list[Pair]:
    """The tables of now that an earlier workbook has too, in their order.

    They are of one kind, and have the same sheet and title, or one of the two, where that is true of no
    other. Of those that are left, first the ones with the most lines in common are the same.
    """
    pairs: list[Pair] = []
    names: list[Callable[[Table], Hashable]] = [
        lambda table: (table.kind, table.sheet, table.title),
        lambda table: (table.kind, table.sheet),
        lambda table: (table.kind, table.title),
    ]
    for name in names:
        pairs += _of_one_name(_left(tables, pairs, 0), _left(before, pairs, 1), name)
    pairs += _of_most_lines(_left(tables, pairs, 0), _left(before, pairs, 1))
    found = {table.id: (table, old) for table, old in pairs}
    return [found[table.id] for table in tables if table.id in found]


def _compared(table: Table, before: Table, source: str, decision: str) -> MonthPair | Reason:
    """A table beside itself, or why it cannot be compared. Totals alone say nothing of what they are of."""
    reason = hindrance(table, before)
    if reason is not None:
        return reason
    conversion = Conversion.between(table, before, source)
    lines = lines_of(table, before, conversion)
    if not any(row.role in LINES for row, _ in lines.common):
        return Reason.NO_LINE_IN_COMMON
    return MonthPair(table, before, conversion, lines, decision)


def _left(tables: Sequence[Table], pairs: Sequence[Pair], side: int) -> list[Table]:
    taken = {pair[side].id for pair in pairs}
    return [table for table in tables if table.id not in taken]


def _of_one_name(
    tables: Sequence[Table], before: Sequence[Table], name: Callable[[Table], Hashable]
) -> Iterator[Pair]:
    named: defaultdict[Hashable, tuple[list[Table], list[Table]]] = defaultdict(lambda: ([], []))
    for side, each in enumerate((tables, before)):
        for table in each:
            named[name(table)][side].append(table)
    for own, old in named.values():
        if len(own) == len(old) == 1:
            yield own[0], old[0]


def _of_most_lines(tables: Sequence[Table], before: Sequence[Table]) -> Iterator[Pair]:
    """Pairs of one kind, those with the most lines in common first, then those with the same id."""
    keys = {id(table): {row.key for row in table.rows} for table in (*tables, *before)}
    ranked = sorted(
        (
            (-len(keys[id(table)] & keys[id(old)]), table.id != old.id, place, older, table, old)
            for place, table in enumerate(tables)
            for older, old in enumerate(before)
            if table.kind == old.kind
        ),
        key=lambda each: each[:4],
    )
    taken: tuple[set[str], set[str]] = set(), set()
    for *_, table, old in ranked:
        if table.id not in taken[0] and old.id not in taken[1]:
            taken[0].add(table.id)
            taken[1].add(old.id)
            yield table, old

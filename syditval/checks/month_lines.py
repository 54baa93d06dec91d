"""Which lines of two months' tables are the same, wherever they stand and however they are called."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher

from syditval.checks.conversion import Conversion
from syditval.model.kind import BUDGET
from syditval.model.table import FIGURE_ROWS, Row, Table

# A line of now, and the same line of then.
Pair = tuple[Row, Row]
Budgets = Mapping[int, Decimal]

# The number of a key that comes again.
_AGAIN = re.compile(r"~[0-9]+\Z")
# Two names that have so much in common may be one that was changed.
_ALIKE = 0.6
# Of place, budget and name so many agree where a line is the same under another name.
_MOST_AGREE = 2


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines that two tables have in common, and those that only the one of now or of then has.

    ``renamed`` are those among ``common`` that are called something else.
    """

    common: tuple[Pair, ...]
    new: tuple[Row, ...] = ()
    gone: tuple[Row, ...] = ()
    renamed: tuple[Pair, ...] = ()


def lines_of(table: Table, before: Table, conversion: Conversion) -> Lines:
    """The lines of a table beside those of an earlier one.

    Lines with the same section and name are the same; of several that have one name, first those with the
    same budget, then the others in their order. Of what is left, a line of now is one of then where two of
    three agree: its place between the others, its budget, and its name or most of it.
    """
    now, then = table.rows_with(*FIGURE_ROWS), before.rows_with(*FIGURE_ROWS)
    budgets = _budgets(table), _budgets(before, conversion)
    common = list(_of_one_name(now, then, budgets))
    new, gone = _left(now, common, 0), _left(then, common, 1)
    found = list(_recognised(new, gone, budgets, _places(now, then, common))) if new and gone else []
    common += found
    return Lines(
        tuple(sorted(common, key=lambda pair: pair[0].number)),
        _left(new, found, 0),
        _left(gone, found, 1),
        tuple((row, old) for row, old in found if row.label != old.label),
    )


def _budgets(table: Table, conversion: Conversion | None = None) -> Budgets:
    """The budget of each row that has one, by its number, as it is in the table of now."""
    turn = conversion.turn if conversion else 1
    figures = ((number, figure) for (number, role), figure in table.figures.items() if role == BUDGET)
    return {
        number: turn * (conversion.of(figure) if conversion else figure).amount
        for number, figure in figures
        if figure.readable and figure.amount
    }


def _left(rows: Sequence[Row], pairs: Sequence[Pair], side: int) -> tuple[Row, ...]:
    taken = {pair[side].number for pair in pairs}
    return tuple(row for row in rows if row.number not in taken)


def _of_one_name(now: Sequence[Row], then: Sequence[Row], budgets: tuple[Budgets, Budgets]) -> Iterator[Pair]:
    named: defaultdict[str, tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for side, rows in enumerate((now, then)):
        for row in rows:
            named[_AGAIN.sub("", row.key)][side].append(row)
    for own, old in named.values():
        if len(own) == len(old) == 1:
            yield own[0], old[0]
        elif own and old:
            same = list(_of_one_budget(own, old, budgets))
            yield from same
            yield from zip(_left(own, same, 0), _left(old, same, 1), strict=False)


def _of_one_budget(
    now: Sequence[Row], then: Sequence[Row], budgets: tuple[Budgets, Budgets]
) -> Iterator[Pair]:
    waiting: defaultdict[Decimal | None, list[Row]] = defaultdict(list)
    for row in reversed(then):
        waiting[budgets[1].get(row.number)].append(row)
    for row in now:
        if alike := waiting[budgets[0].get(row.number)]:
            yield row, alike.pop()


def _places(now: Sequence[Row], then: Sequence[Row], common: Sequence[Pair]) -> dict[int, int]:
    """The row of then at the place of a row of now: as many lines after one that both have, by numbers."""
    own = {_number: slot for slot, _number in _slots(now, {row.number: row.number for row, _ in common})}
    old = dict(_slots(then, {before.number: row.number for row, before in common}))
    return {number: old[slot] for number, slot in own.items() if slot in old}


def _slots(rows: Sequence[Row], known: Mapping[int, int]) -> Iterator[tuple[tuple[int, int], int]]:
    line, steps = 0, 0
    for row in rows:
        if row.number in known:
            line, steps = known[row.number], 0
        else:
            steps += 1
            yield (line, steps), row.number


def _recognised(
    new: Sequence[Row], gone: Sequence[Row], budgets: tuple[Budgets, Budgets], places: Mapping[int, int]
) -> Iterator[Pair]:
    """Lines without a partner of their name that are the same for other reasons."""
    free = {row.number: row for row in gone}
    by_budget = _alone((budgets[1].get(row.number), row.number) for row in gone)
    by_name = _alone((row.label or None, row.number) for row in gone)
    for row in new:
        budget = budgets[0].get(row.number)
        for number in (places.get(row.number), by_name.get(row.label), by_budget.get(budget)):
            old = free.get(number or 0)
            if old is None or old.role is not row.role:
                continue
            agree = (
                places.get(row.number) == old.number,
                budget is not None and budget == budgets[1].get(old.number),
                _are_alike(row.label, old.label),
            )
            if sum(agree) >= _MOST_AGREE:
                yield row, free.pop(old.number)
                break


def _alone(named: Iterator[tuple[Hashable, int]]) -> dict[Hashable, int]:
    """The row with each name, but for names that several rows have and those that are none."""
    rows: defaultdict[Hashable, list[int]] = defaultdict(list)
    for name, number in named:
        rows[name].append(number)
    return {name: found[0] for name, found in rows.items() if name is not None and len(found) == 1}


def _are_alike(name: str, other: str) -> bool:
    return bool(name) and SequenceMatcher(None, name.casefold(), other.casefold()).ratio() >= _ALIKE

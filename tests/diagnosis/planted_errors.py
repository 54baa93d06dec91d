"""Errors planted in clean tables, one function a mechanism.

Each is given a table and random numbers, and gives None where that error cannot be made in that
table. Totals that are formulas follow what is changed in the lines, unless the error is in them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from functools import partial
from random import Random

from syditval.model.cause import Mechanism
from tests.diagnosis import mistyped
from tests.diagnosis.generated_tables import (
    LIVE,
    PERCENT,
    ROUNDED,
    TOTAL,
    Place,
    Print,
    Printed,
    cut_off,
    rounded,
)
from tests.diagnosis.planted import Planted

Planting = Callable[[Printed, Random], Planted | None]
Mistyping = Callable[[Decimal, Random], Decimal | None]

TWO_DIGITS = "two digits"
LAST_DIGIT = "last digit"
ANY_AMOUNT = "any amount"
MOVED = "amount moved between lines"
TWO_CELLS = "two cells"
REVERSED_LINE = "direction reversed on one line"
REVERSED_COLUMN = "direction reversed on all lines"
KEYSTROKES = frozenset(
    {Mechanism.DIGIT_REPLACED, Mechanism.DIGITS_SWAPPED, Mechanism.DIGIT_ADDED, Mechanism.DIGIT_LOST}
)
# Errors that no mechanism describes.
OUTSIDE = frozenset({TWO_DIGITS, LAST_DIGIT, ANY_AMOUNT, MOVED, TWO_CELLS})


def plant(table: Printed, mechanism: str, rng: Random) -> Planted | None:
    """The table with one error of that name, or None where it cannot be made there."""
    return MECHANISMS[mechanism](table, rng)


def plant_typical(table: Printed, rng: Random) -> Planted:
    """The table with one error, drawn as often as such errors come about."""
    while True:
        (mechanism,) = rng.choices(list(PRIORS), list(PRIORS.values()))
        planted = plant(table, mechanism, rng)
        if planted is not None:
            return planted


def plant_two(table: Printed, rng: Random) -> Planted:
    """The table with two errors of one cell each, neither of which knows of the other."""
    while True:
        names = rng.choices(list(_SINGLE), [PRIORS[name] for name in _SINGLE], k=2)
        first = plant(table, names[0], rng)
        second = plant(first.table, names[1], rng) if first else None
        if first and second and not set(first.right) & set(second.right):
            return Planted(
                " + ".join(sorted(names)),
                second.table,
                {**first.right, **second.right},
                first.named | second.named,
            )


def _wrong(mechanism: str, table: Printed, changes: dict[Place, Print], *named: Mechanism) -> Planted | None:
    """The table with cells changed, where that changes anything."""
    changes = {place: held for place, held in changes.items() if table.figures[place] != held}
    if not changes:
        return None
    right = {place: table.figures[place] for place in changes}
    return Planted(mechanism, table.with_figures(changes), right, frozenset(named))


def _mistyped(
    mechanism: str, mistype: Mistyping, smallest: int, table: Printed, rng: Random
) -> Planted | None:
    """One amount mistyped, wherever it stands; slips of the keyboard strike every keystroke alike."""
    places = [place for place in table.amounts() if abs(table.number(place) or Decimal(0)) >= smallest]
    is_keystroke = mechanism in KEYSTROKES
    drawn = {
        place: rng.random() ** (1 / (len(f"{table.number(place):f}".lstrip("-")) if is_keystroke else 1))
        for place in places
    }
    for place in sorted(places, key=lambda place: -drawn[place]):
        amount = table.number(place)
        wrong = mistype(amount, rng) if amount is not None else None
        if wrong is not None and wrong != amount:
            return _wrong(mechanism, table, {place: wrong}, *_members(mechanism))
    return None


def _members(mechanism: str) -> tuple[Mechanism, ...]:
    return tuple(member for member in Mechanism if member == mechanism)


def _blank(table: Printed, rng: Random) -> Planted | None:
    return _wrong(Mechanism.BLANK, table, {rng.choice(table.amounts()): None}, Mechanism.BLANK)


def _words(table: Printed, rng: Random) -> Planted | None:
    place = rng.choice(table.amounts())
    amount = table.number(place) or Decimal(0)
    about = f"ca {rounded(amount, f'1E{max(0, amount.adjusted() - 1)}'):f}"
    words = rng.choice((about, about, "se not 3", "uppgift saknas"))
    return _wrong(Mechanism.TEXT, table, {place: words}, Mechanism.TEXT)


def _copied(table: Printed, rng: Random) -> Planted | None:
    """A line's amount taken from the cell above, below or beside it."""
    places = [(line, role) for line in table.lines for role in table.shape.amounts]
    for line, role in rng.sample(places, len(places)):
        beside = [(line, other) for other in table.shape.amounts if other != role]
        near = [(other, role) for other in (line - 1, line + 1) if other in table.lines]
        held = table.number(rng.choice([*near, rng.choice(beside)]))
        if held is not None and abs(held) >= mistyped.SMALLEST and held != table.figures[line, role]:
            return _wrong(Mechanism.COPIED, table, {(line, role): held}, Mechanism.COPIED)
    return None


def _cells_swapped(table: Printed, rng: Random) -> Planted | None:
    row = rng.choice(table.rows if not table.live else table.lines)
    one, other = rng.sample(table.shape.amounts, 2)
    return _exchanged(table, Mechanism.CELLS_SWAPPED, (row, one), (row, other))


def _lines_shifted(table: Printed, rng: Random) -> Planted | None:
    line, role = rng.choice(table.lines[:-1]), rng.choice(table.shape.amounts)
    return _exchanged(table, Mechanism.LINES_SHIFTED, (line, role), (line + 1, role))


def _exchanged(table: Printed, mechanism: Mechanism, one: Place, other: Place) -> Planted | None:
    changes = {one: table.figures[other], other: table.figures[one]}
    return _wrong(mechanism, table, changes, mechanism)


def _wrong_line(table: Printed, rng: Random) -> Planted | None:
    """All or a part of an amount on another line."""
    role = rng.choice(table.shape.entered)
    places = table.amounts(role, total=False)
    if not places:
        return None
    amount = table.number(rng.choice(places)) or Decimal(0)
    moved = rng.choice((amount, rounded(amount * Decimal(rng.uniform(0.05, 0.9)))))
    return _moved(Mechanism.WRONG_LINE, table, role, moved, rng)


def _moved_between(table: Printed, rng: Random) -> Planted | None:
    """Any amount taken from one line to another, in any column."""
    moved = Decimal(round(rng.lognormvariate(4, 1.5)) + 2)
    return _moved(MOVED, table, rng.choice(table.shape.amounts), moved, rng)


def _moved(mechanism: str, table: Printed, role: str, moved: Decimal, rng: Random) -> Planted | None:
    one, other = ((line, role) for line in rng.sample(table.lines, 2))
    changes: dict[Place, Print] = {
        one: (table.number(one) or Decimal(0)) - moved,
        other: (table.number(other) or Decimal(0)) + moved,
    }
    return _wrong(mechanism, table, changes, Mechanism.WRONG_LINE)


def _line_in_total(mechanism: Mechanism, times: int, table: Printed, rng: Random) -> Planted | None:
    """A line that one total leaves out or counts twice."""
    places = table.amounts(total=False)
    line, role = rng.choice(places)
    return _added_otherwise(mechanism, table, {role: _times(table, line, times)})


def _line_in_totals(mechanism: Mechanism, times: int, table: Printed, rng: Random) -> Planted | None:
    """A line that all totals leave out or count twice, so that their percentage is another too."""
    added = dict.fromkeys(table.shape.amounts, _times(table, rng.choice(table.lines), times))
    return _added_otherwise(mechanism, table, added)


def _times(table: Printed, line: int, times: int) -> tuple[int, ...]:
    """All lines, one of them so many times."""
    others = tuple(other for other in table.lines if other != line)
    return (*others, line, line) if times > 1 else others


def _added_otherwise(
    mechanism: Mechanism, table: Printed, added: dict[str, tuple[int, ...]]
) -> Planted | None:
    """Totals of these lines: as formulas or, of the amounts before they were rounded, typed."""
    if table.recipe.totals == LIVE:
        wrong = table.with_formulas({role: tuple(sorted(lines)) for role, lines in added.items()})
    else:
        wrong = table.with_figures(_totals(table, added))
    right = {
        (TOTAL, role): table.figures[TOTAL, role]
        for role in table.shape.headings
        if wrong.figures[TOTAL, role] != table.figures[TOTAL, role]
        and not (role == PERCENT and role in table.live)
    }
    return Planted(mechanism, wrong, right, frozenset({mechanism})) if right else None


def _totals(table: Printed, added: dict[str, tuple[int, ...]]) -> dict[Place, Print]:
    """What is printed as the totals of some lines, and as their percentage where all of them are of the same."""
    sums = {
        role: sum((table.true[line, role] for line in lines), Decimal(0)) for role, lines in added.items()
    }
    totals: dict[Place, Print] = {(TOTAL, role): rounded(amount) for role, amount in sums.items()}
    if PERCENT in table.shape.headings and len(sums) > 1:
        whole = sums["budget"]
        totals[TOTAL, PERCENT] = rounded(100 * sums["booked"] / whole, "0.1") if whole else None
    return totals


def _twin_line(table: Printed, rng: Random) -> Planted | None:
    """A line that stands in the table twice while the totals count it once."""
    line = rng.choice(table.lines)
    after = rng.choice((line, line, rng.choice(table.lines)))
    kept = [*table.lines[: after + 1], line, *table.lines[after + 1 :]]
    planted = _other_lines(Mechanism.WHOLE_LINE_REPEATED, table, kept)
    twins = [number for number, old in enumerate(kept) if old == line]
    blanks = tuple({(twin, role): None for role in table.shape.headings} for twin in twins)
    named = frozenset({Mechanism.WHOLE_LINE_REPEATED, Mechanism.WHOLE_LINE_OMITTED})
    return planted and replace(planted, named=named, others=blanks)


def _missing_line(table: Printed, rng: Random) -> Planted | None:
    """A line that was deleted while the totals stand."""
    gone = rng.choice(table.lines)
    return _other_lines(Mechanism.WHOLE_LINE_MISSING, table, [line for line in table.lines if line != gone])


def _other_lines(mechanism: str, table: Printed, kept: list[int]) -> Planted | None:
    """Typed totals that are not those of the lines that stand in the table."""
    if table.recipe.totals == LIVE:
        return None
    wrong = table.with_lines(kept)
    totals = _totals(wrong, dict.fromkeys(wrong.shape.amounts, tuple(wrong.lines)))
    right = {place: held for place, held in totals.items() if held != wrong.figures[place]}
    return Planted(mechanism, wrong, right, frozenset(_members(mechanism))) if right else None


def _stale_total(table: Printed, rng: Random) -> Planted | None:
    """A total from before something was changed; a formula is typed over."""
    place = (TOTAL, rng.choice(table.shape.amounts))
    change = mistyped.any_amount(
        table.number(rng.choice(table.amounts(place[1]) or [place])) or Decimal(0), rng
    )
    assert change is not None
    share = Decimal(rng.choice((1, -1)) * rng.choice((1.0, 0.1)))
    stale = (table.number(place) or Decimal(0)) + rounded(change * share)
    return _wrong(Mechanism.STALE_TOTAL, table, {place: stale}, Mechanism.STALE_TOTAL)


def _stale_result(table: Printed, rng: Random) -> Planted | None:
    """A formula whose result was not calculated again."""
    planted = _stale_total(table, rng) if table.recipe.totals == LIVE else None
    if planted is None:
        return None
    (place,) = planted.right
    wrong = replace(table, figures={**table.figures, place: planted.table.figures[place]})
    name = Mechanism.STALE_RESULT
    return Planted(name, wrong, planted.right, frozenset({name}))


def _reversed_line(table: Printed, rng: Random) -> Planted | None:
    places = table.amounts(*table.shape.differences)
    return _reversed(REVERSED_LINE, table, [rng.choice(places)], Mechanism.SIGN) if places else None


def _reversed_lines(table: Printed, rng: Random) -> Planted | None:
    role = rng.choice(list(table.shape.differences))
    places = table.amounts(role, total=False)
    few = rng.randint(2, max(2, len(places) // 3))
    if len(places) < 2 * few:
        return None
    return _reversed(Mechanism.REVERSED, table, rng.sample(places, few))


def _reversed_column(table: Printed, rng: Random) -> Planted | None:
    """All lines reversed and not the total: to the figures, that is a total reversed."""
    role = rng.choice(list(table.shape.differences))
    total, lines = table.number((TOTAL, role)), table.amounts(role, total=False)
    if table.recipe.totals == LIVE or not total or len(lines) < 2:
        return None
    planted = _reversed(REVERSED_COLUMN, table, lines, Mechanism.SIGN)
    return planted and replace(planted, others=({(TOTAL, role): -total},))


def _reversed(mechanism: str, table: Printed, places: Iterable[Place], *named: Mechanism) -> Planted | None:
    changes: dict[Place, Print] = {place: -(table.number(place) or Decimal(0)) for place in places}
    return _wrong(mechanism, table, changes, Mechanism.REVERSED, *named)


def _miscalculated(table: Printed, rng: Random) -> Planted | None:
    """A difference worked out wrong: not carried, or with the wrong column."""
    role = rng.choice(list(table.shape.differences))
    rows = table.rows if not table.live else table.lines
    row = rng.choice(rows)
    figures = {each: table.number((row, each)) or Decimal(0) for each in table.shape.amounts}
    other = figures["budget"] - figures[rng.choice(table.shape.entered[1:])]
    slip = figures[role] + rng.choice((1, -1)) * rng.choice((10, 100, 1000, 200))
    return _wrong(
        Mechanism.MISCALCULATED, table, {(row, role): rng.choice((other, slip))}, Mechanism.MISCALCULATED
    )


def _percentage(table: Printed, rng: Random) -> Planted | None:
    """A percentage mistyped, a place off, or that of another year."""
    if PERCENT not in table.shape.headings:
        return None
    places = [place for place in table.amounts(PERCENT) if not table.is_sound_formula(place)]
    place = rng.choice(places)
    percent = table.number(place) or Decimal(0)
    typed = mistyped.digit_replaced(percent * 10, rng) or percent * 100
    wrong = rng.choice(
        (typed / 10, percent * 10, percent / 10, percent + Decimal(rng.randint(-300, 300)) / 10)
    )
    return _wrong(Mechanism.PERCENTAGE, table, {place: rounded(wrong, "0.1")}, Mechanism.PERCENTAGE)


def _cut_off(table: Printed, rng: Random) -> Planted | None:
    """A column whose lines were cut off while its total was rounded; only where that can be seen."""
    role = rng.choice(table.shape.amounts)
    places = [(line, role) for line in table.lines]
    changes: dict[Place, Print] = {place: cut_off(table.true[place]) for place in places}
    return _habit(_wrong(Mechanism.CUT_OFF, table, changes, Mechanism.CUT_OFF), {*places, (TOTAL, role)})


def _rounded_then_summed(table: Printed, _: Random) -> Planted | None:
    """Totals of the printed lines; only where that can be seen."""
    totals: dict[Place, Print] = {
        (TOTAL, role): sum((table.number((line, role)) or Decimal(0) for line in table.lines), Decimal(0))
        for role in table.shape.amounts
    }
    name = Mechanism.ROUNDED_THEN_SUMMED
    return None if table.live else _habit(_wrong(name, table, totals, name), set(totals))


def _habit(planted: Planted | None, cells: set[Place]) -> Planted | None:
    """A manner of rounding: no cell of it need be named, and any may be."""
    if planted is None or planted.table.recipe.figures != ROUNDED or not planted.is_visible:
        return None
    return replace(planted, others=({},), beside=frozenset(cells))


def _two_cells(table: Printed, rng: Random) -> Planted | None:
    places = rng.sample(table.amounts(), 2)
    amounts = (mistyped.any_amount(table.number(place) or Decimal(0), rng) for place in places)
    return _wrong(TWO_CELLS, table, dict(zip(places, amounts, strict=True)))


# How often errors come about, of specification B.5.
PRIORS: dict[str, float] = {
    Mechanism.DIGIT_REPLACED: 0.26,
    Mechanism.DIGITS_SWAPPED: 0.14,
    Mechanism.DIGIT_ADDED: 0.05,
    Mechanism.DIGIT_LOST: 0.05,
    Mechanism.SIGN: 0.12,
    Mechanism.FACTOR_1000: 0.05,
    Mechanism.FACTOR_10: 0.02,
    Mechanism.COPIED: 0.03,
    Mechanism.BLANK: 0.02,
    Mechanism.LINE_OMITTED: 0.20,
    Mechanism.LINE_DOUBLED: 0.10,
    Mechanism.STALE_TOTAL: 0.12,
    ANY_AMOUNT: 0.12,
    Mechanism.CELLS_SWAPPED: 0.06,
    Mechanism.LINES_SHIFTED: 0.03,
    Mechanism.WRONG_LINE: 0.05,
    Mechanism.WHOLE_LINE_DOUBLED: 0.08,
    Mechanism.WHOLE_LINE_OMITTED: 0.04,
}

_MISTYPED: dict[str, tuple[Mistyping, int]] = {
    Mechanism.DIGIT_REPLACED: (mistyped.digit_replaced, mistyped.SMALLEST),
    Mechanism.DIGITS_SWAPPED: (mistyped.digits_swapped, mistyped.SMALLEST),
    Mechanism.DIGIT_ADDED: (mistyped.digit_added, mistyped.SMALLEST),
    Mechanism.DIGIT_LOST: (mistyped.digit_lost, mistyped.SMALLEST),
    Mechanism.SIGN: (mistyped.sign_lost, 1),
    Mechanism.FACTOR_1000: (mistyped.by_thousand, 1),
    Mechanism.FACTOR_10: (mistyped.by_ten, 1),
    TWO_DIGITS: (mistyped.two_digits, mistyped.SMALLEST),
    LAST_DIGIT: (mistyped.last_digit, mistyped.SMALLEST),
    ANY_AMOUNT: (mistyped.any_amount, 1),
}
# Errors of one cell of which two may come together.
_SINGLE = (
    *(name for name in _MISTYPED if name in PRIORS),
    Mechanism.BLANK,
    Mechanism.COPIED,
    Mechanism.STALE_TOTAL,
)
# Errors of one cell, as often as they come about.
ONE_CELL = (*_SINGLE, Mechanism.LINE_OMITTED, Mechanism.LINE_DOUBLED)

MECHANISMS: dict[str, Planting] = {
    **{name: partial(_mistyped, name, *how) for name, how in _MISTYPED.items()},
    Mechanism.BLANK: _blank,
    Mechanism.TEXT: _words,
    Mechanism.COPIED: _copied,
    Mechanism.CELLS_SWAPPED: _cells_swapped,
    Mechanism.LINES_SHIFTED: _lines_shifted,
    Mechanism.WRONG_LINE: _wrong_line,
    Mechanism.LINE_OMITTED: partial(_line_in_total, Mechanism.LINE_OMITTED, 0),
    Mechanism.LINE_DOUBLED: partial(_line_in_total, Mechanism.LINE_DOUBLED, 2),
    Mechanism.WHOLE_LINE_OMITTED: partial(_line_in_totals, Mechanism.WHOLE_LINE_OMITTED, 0),
    Mechanism.WHOLE_LINE_DOUBLED: partial(_line_in_totals, Mechanism.WHOLE_LINE_DOUBLED, 2),
    Mechanism.WHOLE_LINE_REPEATED: _twin_line,
    Mechanism.WHOLE_LINE_MISSING: _missing_line,
    Mechanism.STALE_TOTAL: _stale_total,
    Mechanism.STALE_RESULT: _stale_result,
    REVERSED_LINE: _reversed_line,
    Mechanism.REVERSED: _reversed_lines,
    REVERSED_COLUMN: _reversed_column,
    Mechanism.MISCALCULATED: _miscalculated,
    Mechanism.PERCENTAGE: _percentage,
    Mechanism.CUT_OFF: _cut_off,
    Mechanism.ROUNDED_THEN_SUMMED: _rounded_then_summed,
    MOVED: _moved_between,
    TWO_CELLS: _two_cells,
}

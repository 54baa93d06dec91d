"""Every number on a sheet without any table known: as stored, as written, as fine as it is meant."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import gcd

from syditval.aggregates import is_called_total
from syditval.arithmetic import column_step, places_of, rounded, settled, step_of
from syditval.model.amounts import Figure, FigureState
from syditval.model.cells import Cell, CellKind
from syditval.recognition.amount_text import Mark, is_nil, read_amount, readings
from syditval.recognition.figures import PER_CENT, plain_format, shown_places
from syditval.recognition.grid import Grid, is_date
from syditval.recognition.plain_text import clean

Place = tuple[int, int]

# Currency signs in front of an amount, and the letter or star that marks an estimate behind it.
_AROUND = re.compile(r"^[$€£]\s*|\s*[$€£]$|(?<=\d)[A-Za-z]$|^\*(?=-?\d)")
# Written with so many decimals throughout, they are a program's format and not what is known.
_PADDED = 3
# Statistical offices round counts to multiples of these to protect those who were counted.
_BASES = (5, 3)
_FIGURES_OF_A_BASE = 12
_FIGURES_OF_A_ROW = 4


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a cell; ``places`` as written, ``needed`` without zeros at the end."""

    value: Decimal
    places: int
    shown_places: int | None = None
    is_text: bool = False
    percent: bool = False

    @property
    def needed(self) -> int:
        """How many decimals it takes to write the value."""
        return places_of(self.value)


def numbers_on(grid: Grid) -> dict[Place, Number]:
    """Every number on a sheet, text that reads as one included; dates, years in headings left out."""
    mark = sheet_mark(cell.text for cell in grid.sheet.cells.values() if cell.kind is CellKind.TEXT)
    read = {place: _number(cell, mark) for place, cell in grid.sheet.cells.items()}
    found = {place: number for place, number in read.items() if number is not None}
    return _without_counters(_without_years(grid, found))


def sheet_mark(texts: Iterable[str]) -> Mark:
    """The decimal mark of a sheet's amounts in text.

    What only one mark can explain decides. Where nothing does, marks that always set off exactly
    three digits set off thousands, unless a nought stands before one.
    """
    votes: Counter[Mark] = Counter()
    groups: Counter[str] = Counter()
    noughts: Counter[str] = Counter()
    for text in texts:
        amount = _bare(text)
        sign = "," if "," in amount else "." if "." in amount else ""
        found = readings(amount) if sign else {}
        if len(found) == 1:
            votes[next(iter(found))] += 1
        elif len({each.value for each in found.values()}) == 2:
            groups[sign] += 1
            noughts[sign] += amount.lstrip("-+(").startswith("0")
    if votes[Mark.COMMA] != votes[Mark.POINT]:
        return Mark.COMMA if votes[Mark.COMMA] > votes[Mark.POINT] else Mark.POINT
    if (groups[","] and not noughts[","]) or (groups["."] and noughts["."]):
        return Mark.POINT
    return Mark.COMMA


def _bare(text: str) -> str:
    return _AROUND.sub("", clean(text))


def _number(cell: Cell, mark: Mark) -> Number | None:
    if isinstance(cell.value, Decimal):
        plain = plain_format(cell.number_format)
        percent = "%" in plain
        value = cell.value * PER_CENT if percent else cell.value
        return Number(value, places_of(value), shown_places(plain), percent=percent)
    if cell.kind is not CellKind.TEXT or is_nil(cell.text):
        return None
    bare = _bare(cell.text)
    amount = read_amount(bare, mark)
    if amount is None:
        return None
    return Number(amount.value, amount.decimals, is_text=True, percent=amount.percent)


def _without_years(grid: Grid, found: Mapping[Place, Number]) -> dict[Place, Number]:
    """The numbers but for rows and columns of nothing but years: they are headings.

    A single one below other numbers is an amount, and so is what stands in a row called a total.
    """
    rows, columns = _lines(found, 0), _lines(found, 1)
    alike = [row for row, numbers in rows.items() if all(map(_is_year, numbers))]
    first = min(rows.keys() - set(alike), default=0)
    years = {row for row in alike if (row < first or len(rows[row]) > 1) and not _is_total(grid, row)}
    ages = {column for column, numbers in columns.items() if len(numbers) > 1 and all(map(_is_year, numbers))}
    return {place: each for place, each in found.items() if place[0] not in years and place[1] not in ages}


def _without_counters(found: Mapping[Place, Number]) -> dict[Place, Number]:
    """The numbers but for columns that count their rows and rows that count their columns."""
    rows, columns = _lines(found, 0), _lines(found, 1)
    counting = {row for row, numbers in rows.items() if _counts(numbers)}
    counted = {column for column, numbers in columns.items() if _counts(numbers)}
    return {
        place: each for place, each in found.items() if place[0] not in counting and place[1] not in counted
    }


def _lines(found: Mapping[Place, Number], axis: int) -> dict[int, list[Number]]:
    lines: defaultdict[int, list[Number]] = defaultdict(list)
    for place in sorted(found):
        lines[place[axis]].append(found[place])
    return lines


def _is_total(grid: Grid, row: int) -> bool:
    return any(is_called_total(cell.text) for cell in grid.by_row[row].values())


def _is_year(number: Number) -> bool:
    return number.needed == 0 and 1900 <= number.value <= 2100 and is_date(format(number.value, ".0f"))


def _counts(numbers: Sequence[Number]) -> bool:
    values = [number.value for number in numbers]
    return (
        len(values) > 2
        and values == [values[0] + step for step in range(len(values))]
        and values[0] in (0, 1)
    )


def figures_of(grid: Grid, found: Mapping[Place, Number]) -> dict[Place, Figure]:
    """The numbers as figures, with the step that each is meant to.

    The decimals are read as a habit of the column; a row of whole amounts among columns of decimals
    is written to whole amounts; counts that are all multiples of five or of three are rounded to them.
    Stored doubles are settled to the digits that spreadsheet programs vouch for.
    """
    size = max((abs(number.value) for number in found.values()), default=Decimal(0))
    meant = {place: _settled(number, size) for place, number in found.items()}
    steps = _steps(meant)
    return {place: _figure(grid, place, number, steps[place]) for place, number in meant.items()}


def _settled(number: Number, size: Decimal) -> Number:
    if number.is_text:
        return number
    value = settled(number.value, size)
    return replace(number, value=value, places=places_of(value))


def _steps(found: Mapping[Place, Number]) -> dict[Place, Decimal]:
    texts = [number.places for number in found.values() if number.is_text]
    padded = len(set(texts)) == 1 and texts[0] >= _PADDED
    steps: dict[Place, Decimal] = {}
    for column in _by_line(found, 1).values():
        written = {found[place].places for place in column}
        uniform = len(written) == 1 and not padded
        places = {place: found[place].places if uniform else found[place].needed for place in column}
        habit = column_step(places.values())
        steps |= {place: min(habit, step_of(places[place])) for place in column}
    for row in _by_line(found, 0).values():
        if len(row) >= _FIGURES_OF_A_ROW and all(
            found[place].needed == 0 and steps[place] < 1 for place in row
        ):
            steps |= dict.fromkeys(row, Decimal(1))
    base = _base(found)
    return {place: max(step, base) for place, step in steps.items()}


def _by_line(found: Mapping[Place, Number], axis: int) -> dict[int, list[Place]]:
    lines: defaultdict[int, list[Place]] = defaultdict(list)
    for place in found:
        lines[place[axis]].append(place)
    return lines


def _base(found: Mapping[Place, Number]) -> Decimal:
    """The multiple that all counts are rounded to, or 0."""
    values = {abs(number.value) for number in found.values() if number.value}
    if len(values) < _FIGURES_OF_A_BASE or any(number.places for number in found.values()):
        return Decimal(0)
    common = gcd(*(int(value) for value in values))
    return next((Decimal(base) for base in _BASES if common == base), Decimal(0))


def _figure(grid: Grid, place: Place, number: Number, step: Decimal) -> Figure:
    cell = grid.sheet.cells[place]
    coarser = number.shown_places is not None and number.shown_places < number.places
    shown_step = step_of(number.shown_places) if coarser and number.shown_places is not None else None
    return Figure(
        cell=grid.sheet.ref(*place),
        state=FigureState.AMOUNT,
        value=number.value,
        step=step,
        written=cell.text or format(number.value, "f"),
        formula=cell.formula,
        shown=rounded(number.value, shown_step) if shown_step is not None else None,
        shown_step=shown_step,
    )

"""Clean tables as municipalities print them, of any length, made from a seed.

Every amount is known to the krona before it is printed, so a table printed in whole tkr is rounded
as real ones are: each line, total and difference by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal
from itertools import pairwise
from math import log
from random import Random

from syditval.model.cells import CellRef, Workbook, column_letters
from tests.text_tables import workbook

WHOLE_TKR, ROUNDED, KRONOR = "whole tkr", "rounded", "kronor"
TYPED, LIVE = "typed", "live"
BUDGET, INVESTMENT = "budget", "investment"

SHEET = "Sheet1"
TOTAL = -1
FIRST_LINE = 5
PERCENT = "percent"

# The number of a line from 0, or TOTAL, and the role of a column.
Place = tuple[int, str]
# What is printed in a cell: a number, words, or nothing.
Print = Decimal | str | None


@dataclass(frozen=True, slots=True)
class Shape:
    """What the tables of a kind look like: columns by role, and which of them are computed from which."""

    title: str
    label: str
    headings: Mapping[str, str]
    differences: Mapping[str, tuple[str, str]]

    @property
    def amounts(self) -> tuple[str, ...]:
        """The roles of the columns that add up."""
        return tuple(role for role in self.headings if role != PERCENT)

    @property
    def entered(self) -> tuple[str, ...]:
        """The roles of the columns that are computed from no other."""
        return tuple(role for role in self.amounts if role not in self.differences)


SHAPES = {
    BUDGET: Shape(
        "Ekonomiskt resultat",
        "Benämning",
        {
            "budget": "Budget",
            "actual": "Utfall 240430",
            "forecast": "Årsprognos",
            "variance": "Avvikelse",
        },
        {"variance": ("budget", "forecast")},
    ),
    INVESTMENT: Shape(
        "Investeringsredovisning",
        "Projekt",
        {
            "budget": "Budget",
            "booked": "Bokfört t.o.m. 240430",
            "remainder": "Avvikelse",
            PERCENT: "Förbrukning %",
            "forecast": "Prognos helår",
            "variance": "Avvikelse",
        },
        {"remainder": ("budget", "booked"), "variance": ("budget", "forecast")},
    ),
}

_REVENUE = ("Intäkter", "Försäljning", "Taxor och avgifter", "Medlemsbidrag")
_COSTS = (
    "Personalkostnader",
    "Datorer & basutrustning",
    "Tele- och datakommunikation",
    "Licenser & serviceavtal",
    "Övrigt tjänsteköp",
    "Resor & kurser",
    "Övriga kostnader",
    "Lokalhyror",
    "Kapitalkostnader",
    "Konsulter",
    "Förbrukningsmaterial",
    "Energi och vatten",
    "Fordon",
    "Försäkringar",
    "Reparation och underhåll",
    "Porto och frakt",
    "Städning",
    "Möbler och inventarier",
    "Utbildning",
    "Livsmedel",
)
_PROJECTS = (
    "IT-invest",
    "Gator",
    "Skola",
    "Vattenverk",
    "Lekplats",
    "Gång- och cykelväg",
    "Äldreboende",
    "Fastighetsunderhåll",
    "Belysning",
    "Idrottshall",
    "Fibernät",
    "Återvinning",
    "Förskola",
    "Bibliotek",
    "Räddningstjänst",
)
_PLACES = [
    "gemensamt",
    "Lekeberg",
    "Laxå",
    "Askersund",
    "Hallsberg",
    "Kumla",
    "Örebro",
    "Degerfors",
    "Karlskoga",
    "Nora",
    "Lindesberg",
    "Ljusnarsberg",
    "Hällefors",
    "Motala",
    "Vadstena",
    "Töreboda",
    "Gullspång",
    "Kristinehamn",
    "Storfors",
    "Filipstad",
    "Arboga",
    "Köping",
]


@dataclass(frozen=True, slots=True)
class Recipe:
    """What sort of table: kind, number of lines, how its figures are printed, whether totals are formulas."""

    kind: str = BUDGET
    lines: int = 10
    figures: str = WHOLE_TKR
    totals: str = TYPED

    @property
    def unit(self) -> str:
        return "kr" if self.figures == KRONOR else "tkr"

    @property
    def shape(self) -> Shape:
        return SHAPES[self.kind]


@dataclass(frozen=True, slots=True)
class Printed:
    """A table as it is printed.

    ``true`` are the amounts behind the figures, in the table's unit, wherever nothing is wrong.
    ``live`` names the columns whose total is a formula, with the lines that it adds; that of the
    percentages adds none, it is a quotient. Its result follows whatever is changed in the lines.
    """

    recipe: Recipe
    labels: tuple[str, ...]
    figures: Mapping[Place, Print]
    true: Mapping[Place, Decimal]
    live: Mapping[str, tuple[int, ...]]

    @property
    def shape(self) -> Shape:
        return self.recipe.shape

    @property
    def lines(self) -> range:
        """The numbers of the lines."""
        return range(len(self.labels))

    @property
    def rows(self) -> tuple[int, ...]:
        """The numbers of the lines, and TOTAL."""
        return (*self.lines, TOTAL)

    def is_sound_formula(self, place: Place) -> bool:
        """Whether a cell is a formula over every line, or a quotient of totals, with its right result."""
        row, role = place
        wanted = () if role == PERCENT else tuple(self.lines)
        return row == TOTAL and self.live.get(role) == wanted and self.figures[place] == self._result(role)

    def number(self, place: Place) -> Decimal | None:
        """The number in a cell, or None where there is none."""
        held = self.figures[place]
        return held if isinstance(held, Decimal) else None

    def amounts(self, *roles: str, total: bool = True) -> list[Place]:
        """The cells of the given columns, or of all amount columns, that hold a typed number other than 0."""
        return [
            (row, role)
            for row in (self.rows if total else self.lines)
            for role in roles or self.shape.amounts
            if self.number((row, role)) and (row != TOTAL or role not in self.live)
        ]

    def with_figures(self, changes: Mapping[Place, Print]) -> Printed:
        """The table with cells changed and its formulas calculated again; one that is typed over is none."""
        live = {role: lines for role, lines in self.live.items() if (TOTAL, role) not in changes}
        return replace(self, figures={**self.figures, **changes}, live=live).calculated()

    def with_formulas(self, changes: Mapping[str, tuple[int, ...]]) -> Printed:
        """The table with formulas that add other lines."""
        return replace(self, live={**self.live, **changes}).calculated()

    def with_lines(self, kept: Sequence[int]) -> Printed:
        """The table of these lines in this order; typed totals stand as they are, formulas add all lines."""
        moved = {place: held for place, held in self.figures.items() if place[0] == TOTAL}
        true = {place: amount for place, amount in self.true.items() if place[0] == TOTAL}
        for new, old in enumerate(kept):
            for role in self.shape.headings:
                moved[new, role] = self.figures[old, role]
                if (old, role) in self.true:
                    true[new, role] = self.true[old, role]
        live = {role: tuple(range(len(kept))) if lines else () for role, lines in self.live.items()}
        labels = tuple(self.labels[line] for line in kept)
        return Printed(self.recipe, labels, moved, true, live).calculated()

    def calculated(self) -> Printed:
        """The table with the results of its formulas as Excel calculates them: words count as nothing."""
        figures = dict(self.figures)
        figures |= {(TOTAL, role): self._result(role) for role in self.live if role != PERCENT}
        table = replace(self, figures=figures)
        if PERCENT not in self.live:
            return table
        return replace(table, figures={**figures, (TOTAL, PERCENT): table._result(PERCENT)})

    def _result(self, role: str) -> Print:
        if role == PERCENT:
            return _quotient(self.figures[TOTAL, "booked"], self.figures[TOTAL, "budget"])
        return sum((self.number((line, role)) or Decimal(0) for line in self.live[role]), Decimal(0))

    def cell(self, place: Place) -> CellRef:
        """Where a cell stands on its sheet."""
        row, role = place
        return CellRef(SHEET, FIRST_LINE + (len(self.labels) if row == TOTAL else row), self._column(role))

    def place(self, cell: CellRef) -> Place:
        """What stands at a cell. Raises LookupError where that is no figure of the table."""
        row = cell.row - FIRST_LINE
        return (
            TOTAL if row == len(self.labels) else self.lines[row],
            list(self.shape.headings)[cell.column - 2],
        )

    def text(self) -> str:
        """The sheet as a text table."""
        return "\n".join(self._rows())

    def workbook(self) -> Workbook:
        """A workbook of one sheet with nothing but the table."""
        return workbook(self.text())

    def _rows(self) -> Iterator[str]:
        yield from (f"{self.shape.title} ({self.recipe.unit})", "", "")
        grid = [[self.shape.label, *self.shape.headings.values()]]
        for row in self.rows:
            label = "Summa" if row == TOTAL else self.labels[row]
            grid.append([label, *(self._written((row, role)) for role in self.shape.headings)])
        first, *others = (max(map(len, column)) for column in zip(*grid, strict=True))
        for label, *texts in grid:
            padded = (text.rjust(width) for text, width in zip(texts, others, strict=True))
            yield " | ".join([label.ljust(first), *padded]).rstrip()

    def _written(self, place: Place) -> str:
        held, (row, role) = self.figures[place], place
        text = "" if held is None else format(held, "f") if isinstance(held, Decimal) else held
        if row != TOTAL or role not in self.live:
            return text
        result = f"{text} {{0.0}}" if role == PERCENT and isinstance(held, Decimal) else text
        return f"{self._formula(role)} -> {result}"

    def _formula(self, role: str) -> str:
        if role == PERCENT:
            part, whole = (self.cell((TOTAL, name)).a1 for name in ("booked", "budget"))
            return f"={part}/{whole}*100"
        column = column_letters(self._column(role))
        spans = (
            f"{column}{FIRST_LINE + first}:{column}{FIRST_LINE + last}"
            for first, last in _runs(self.live[role])
        )
        return f"=SUM({','.join(spans)})"

    def _column(self, role: str) -> int:
        return list(self.shape.headings).index(role) + 2


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of consecutive numbers."""
    breaks = [place for place, (one, next_) in enumerate(pairwise(numbers), start=1) if next_ != one + 1]
    for start, end in pairwise([0, *breaks, len(numbers)]):
        yield numbers[start], numbers[end - 1]


def _quotient(part: Print, whole: Print) -> Print:
    """A percentage with the fifteen digits that Excel stores."""
    if not isinstance(part, Decimal) or not isinstance(whole, Decimal) or not whole:
        return "#DIV/0!"
    return Context(prec=15).divide(100 * part, whole)


def rounded(amount: Decimal, step: str = "1") -> Decimal:
    """An amount as it is printed, the usual half up."""
    return amount.quantize(Decimal(step), ROUND_HALF_UP) + 0


def cut_off(amount: Decimal) -> Decimal:
    """A whole amount with what follows the decimal point left out."""
    return amount.quantize(Decimal(1), ROUND_DOWN) + 0


def generated(recipe: Recipe, seed: int) -> Printed:
    """A table without errors; the same recipe and seed give the same table."""
    rng = Random(f"{recipe} {seed}")
    labels, signs = _labels(recipe, rng)
    true = dict(_true_amounts(recipe, signs, rng))
    figures: dict[Place, Print] = {place: rounded(amount) for place, amount in true.items()}
    if PERCENT in recipe.shape.headings:
        for row in (*range(recipe.lines), TOTAL):
            part, whole = true[row, "booked"], true[row, "budget"]
            figures[row, PERCENT] = rounded(100 * part / whole, "0.1") if whole else None
    lines = tuple(range(recipe.lines))
    live = {role: () if role == PERCENT else lines for role in recipe.shape.headings}
    return Printed(recipe, labels, figures, true, live if recipe.totals == LIVE else {}).calculated()


def _labels(recipe: Recipe, rng: Random) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Labels, no two alike, and the sign of each line: -1 for revenue."""
    if recipe.kind == INVESTMENT:
        names = [f"{project} {place}" for project in _PROJECTS for place in _PLACES]
        return tuple(rng.sample(names, recipe.lines)), (1,) * recipe.lines
    revenues = 1 + recipe.lines // 40
    names = [*_COSTS, *(f"{cost} {place}" for place in _PLACES for cost in _COSTS)]
    sources = [*_REVENUE, *(f"{source} {place}" for place in _PLACES for source in _REVENUE)]
    costs = rng.sample(names[: max(2 * recipe.lines, len(_COSTS))], recipe.lines - revenues)
    return (*sources[:revenues], *costs), (-1,) * revenues + (1,) * (recipe.lines - revenues)


def _true_amounts(recipe: Recipe, signs: Sequence[int], rng: Random) -> Iterator[tuple[Place, Decimal]]:
    """Every amount of the table in its unit, differences and totals computed before anything is rounded."""
    step = 1000 if recipe.figures == WHOLE_TKR else 1
    unit = 1 if recipe.figures == KRONOR else 1000
    budgets = _budgets(signs, rng)
    totals = dict.fromkeys(recipe.shape.amounts, Decimal(0))
    for line, budget in enumerate(budgets):
        entered = {
            "budget": budget,
            "actual" if recipe.kind == BUDGET else "booked": _spent(budget, rng),
            "forecast": _forecast(budget, rng),
        }
        row = {role: Decimal(round(kronor / step) * step) / unit for role, kronor in entered.items()}
        for role, (minuend, subtrahend) in recipe.shape.differences.items():
            row[role] = row[minuend] - row[subtrahend]
        for role, amount in row.items():
            totals[role] += amount
            yield (line, role), amount
    yield from (((TOTAL, role), amount) for role, amount in totals.items())


def _budgets(signs: Sequence[int], rng: Random) -> list[int]:
    """In kronor, revenue about as much as cost."""
    costs = [0 if rng.random() < 0.03 else _budget(rng) for sign in signs if sign > 0]
    shares = [rng.uniform(0.5, 1.5) for sign in signs if sign < 0]
    return [-_tidy(sum(costs) * share / sum(shares), rng) for share in shares] + costs


def _budget(rng: Random) -> int:
    tkr = rng.lognormvariate(log(900), 1.5)
    return _tidy(1000 * min(max(tkr, 10), 40_000), rng)


def _tidy(kronor: float, rng: Random) -> int:
    """An amount as a budget states it: half of them round, most of the others in whole tkr."""
    manner = rng.random()
    if manner < 0.5:
        step = 100_000 if kronor > 1_000_000 else 10_000
        return max(step, round(kronor / step) * step)
    return round(kronor / 1000) * 1000 if manner < 0.75 else round(kronor)


def _spent(budget: int, rng: Random) -> int:
    return 0 if rng.random() < 0.04 else round(budget * rng.triangular(0.0, 0.8, 0.33))


def _forecast(budget: int, rng: Random) -> int:
    """Half of the forecasts are the budget; the others mostly differ by round amounts."""
    if rng.random() < 0.5:
        return budget
    change = budget * rng.gauss(0, 0.15)
    step = rng.choice((1, 1000, 10_000, 100_000))
    return budget + round(change / step) * step

"""Tables of sections, parents, of-which rows and totals of totals, made up at random."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

# What is known of each row: budget, actual and forecast.
Amounts = tuple[int, int, int]

HEADER = "Benämning | Budget | Utfall | Prognos | Avvikelse\n"


@dataclass
class NestedTable:
    """A table as it grows from the top. ``totals`` are the places of the rows that are sums."""

    random: Random
    rows: list[tuple[str, Amounts]] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)

    def line(self) -> Amounts:
        """Add a line, some with of-which rows that are all or part of it."""
        amounts, kind = self._amounts(), self.random.random()
        if kind < 0.2:
            parts = [self._amounts() for _ in range(self.random.randint(2, 3))]
            amounts = _added(parts)
            self.rows += [("Verksamhet", amounts), *(("varav", part) for part in parts)]
        elif kind < 0.3:
            self.rows += [
                ("Verksamhet", amounts),
                ("varav", (amounts[0] // 3, amounts[1] // 2, amounts[2] // 5)),
            ]
        else:
            self.rows.append(("Verksamhet", amounts))
        return amounts

    def section(self, label: str) -> Amounts:
        """Add lines and their total below them."""
        amounts = _added([self.line() for _ in range(self.random.randint(2, 5))])
        self.totals.append(len(self.rows))
        self.rows.append((label, amounts))
        return amounts

    def parent(self, levels: int) -> Amounts:
        """Add a total and its parts below it, lines and parents of fewer levels."""
        place = len(self.rows)
        self.totals.append(place)
        self.rows.append(("Nämnd", (0, 0, 0)))
        parts = [
            self.parent(levels - 1) if levels > 1 and self.random.random() < 0.4 else self.line()
            for _ in range(self.random.randint(2, 4))
        ]
        self.rows[place] = ("Nämnd", _added(parts))
        return self.rows[place][1]

    def change(self, place: int) -> None:
        """Make the actual amount of a row wrong."""
        label, (budget, actual, forecast) = self.rows[place]
        self.rows[place] = (label, (budget, actual + self.random.choice((-900, -10, 10, 900)), forecast))

    def text(self) -> str:
        """The table as text, its first row below the headings being row 2."""
        return HEADER + "\n".join(
            f"{label and f'{label} {place}'} | {budget} | {actual} | {forecast} | {budget - forecast}"
            for place, (label, (budget, actual, forecast)) in enumerate(self.rows)
        )

    def _amounts(self) -> Amounts:
        return (self.random.randint(1, 9999), self.random.randint(1, 9999), self.random.randint(1, 9999))


def nested_table(seed: int) -> NestedTable:
    """A table of two to four sections of any kind, with its total above or below them."""
    random = Random(seed)
    table = NestedTable(random)
    if random.random() < 0.3:
        table.totals.append(0)
        table.rows.append(("Summa totalt", (0, 0, 0)))
        total = _added(list(_sections(table)))
        table.rows[0] = ("Summa totalt", total)
    else:
        total = _added(list(_sections(table)))
        table.totals.append(len(table.rows))
        table.rows.append(("Summa totalt", total))
    return table


def _sections(table: NestedTable) -> Iterator[Amounts]:
    kinds: list[Callable[[], Amounts]] = [
        table.line,
        lambda: table.section("Summa"),
        lambda: table.section(""),
        lambda: table.parent(levels=2),
    ]
    for _ in range(table.random.randint(2, 4)):
        yield table.random.choice(kinds)()


def _added(rows: list[Amounts]) -> Amounts:
    budget, actual, forecast = (sum(column) for column in zip(*rows, strict=True))
    return budget, actual, forecast

"""Two months of one table written as text, and what is found from the one to the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from syditval.checks.conversion import Conversion
from syditval.checks.month_lines import Lines, lines_of
from syditval.checks.month_pair import MonthPair
from syditval.kinds import load_kinds
from syditval.model.amounts import Figure, FigureState
from syditval.model.cells import CellRef
from syditval.model.earlier import Earlier
from syditval.model.period import Period
from syditval.model.table import Row, RowRole, Table
from syditval.recognition import recognise
from tests.checks.examined import Examined, examined, table_of
from tests.text_tables import workbook

APRIL = """
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -910    | 10
Personalkostnader | 500    | 170    | 520     | -20
Lokalhyror        | 400    | 130    | 395     | 5
Summa             | 0      | 0      | 5       | -5
"""
MARCH = """
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -225   | -905    | 5
Personalkostnader | 500    | 127    | 510     | -10
Lokalhyror        | 400    | 98     | 395     | 5
Summa             | 0      | 0      | 0       | 0
"""
PROJECTS = """
Projekt   | Budget | Bokfört | Återstår | Förbrukning % | Prognos | Avvikelse
Skola     | 3000   | 417     | 2583     | 13.9          | 3000    | 0
Badhus    | 2000   | 500     | 1500     | 25            | 2000    | 0
Vägar     | 1000   | 100     | 900      | 10            | 1000    | 0
Summa     | 6000   | 1017    | 4983     | 17            | 6000    | 0
"""


@dataclass(frozen=True, slots=True)
class Monthly:
    """What rules from month to month found out about a text."""

    examined: Examined

    @property
    def findings(self) -> list[str]:
        """Severity, code and cell of each of their findings."""
        return [each for each in self.examined.findings if each.split()[1].startswith("T")]

    @property
    def gaps(self) -> list[str]:
        """Cell, rule and reason of whatever was not checked."""
        return self.examined.gaps

    def sentences(self, code: str, language: str = "en") -> list[str]:
        """What a rule says."""
        said = self.examined.sentences(language)
        found = self.examined.checked.findings
        return [sentence for each, sentence in zip(found, said, strict=False) if each.code == code]


def against(now: str, then: str = MARCH, *, month: str = "2024-03", decision: str = "") -> Monthly:
    """What is found in a table of April, held against one of an earlier month."""
    decided = f"! decision {decision}\n" if decision else ""
    return Monthly(examined(f"{decided}{now.strip()}\n! month {month}\n{then.strip()}\n"))


def pair(now: str = APRIL, then: str = MARCH, decision: str = "") -> MonthPair:
    """A table of now beside one of ``mars.xlsx``."""
    table, before = table_of(now), table_of(then)
    conversion = Conversion.between(table, before, "mars.xlsx")
    return MonthPair(table, before, conversion, lines_of(table, before, conversion), decision)


def earlier(text: str, period: str = "2024-03", name: str = "mars.xlsx") -> Earlier:
    """The workbook of an earlier month; without a period where that is empty."""
    stated = Period.parse(period) if period else None
    return Earlier(name, "1" * 64, stated, recognise(workbook(text), load_kinds()).tables)


def plain(rows: Sequence[tuple[str, int]]) -> Table:
    """A budget table made without being recognised: lines with their budgets, and their total."""
    base = table_of(APRIL)
    seen = Counter[str]()
    own: list[Row] = []
    figures: dict[tuple[int, str], Figure] = {}
    total = sum(budget for _, budget in rows)
    for number, (label, budget) in enumerate([*rows, ("total", total)], start=2):
        seen[label] += 1
        key = label if seen[label] == 1 else f"{label}~{seen[label]}"
        role = RowRole.TOTAL if label == "total" else RowRole.DETAIL
        own.append(Row(number, role, label, key))
        for column in base.figure_columns:
            amount = Decimal(budget if column.role == "budget" else number)
            cell = CellRef(base.sheet, number, column.column)
            figures[number, column.role] = Figure(cell, FigureState.AMOUNT, amount, Decimal(1))
    return replace(base, rows=tuple(own), figures=figures)


def lines(table: Table, before: Table) -> Lines:
    """The lines of two tables beside each other."""
    return lines_of(table, before, Conversion.between(table, before, "mars.xlsx"))

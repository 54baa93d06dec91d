"""What is found out about a table that is held against an earlier month."""

from __future__ import annotations

from syditval.model.example_text import parse_example
from syditval.model.report import Report
from syditval.run.example import months_of
from syditval.run.report import report_on
from syditval.run.request import Request
from tests.checks.examined import SHIPPED
from tests.diagnosis.netted import Netted

MARCH = """
! month 2024-03
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -9417  | -2257  | -9400   | -17
Personalkostnader | 5273   | 1273   | 5300    | -27
Lokalhyror        | 4144   | 984    | 4140    | 4
Summa             | 0      | 0      | 40      | -40
"""
APRIL = """
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -9417  | -3257  | -9403   | -14
Personalkostnader | 5273   | 1773   | 5293    | -20
Lokalhyror        | 4144   | 1484   | 4130    | 14
Summa             | 0      | 0      | 20      | -20
"""


def report(now: str, then: str = MARCH) -> Report:
    """The report on a table of April, held against March."""
    stated = parse_example(now + then)
    return report_on(stated.workbook, SHIPPED, Request(months=months_of(stated, SHIPPED)), None)


def netted(now: str, then: str = MARCH) -> Netted:
    """The only table of such a report as the search sees it."""
    found = report(now, then)
    (table,) = found.tables
    return Netted(table, found.judgements, found.findings, Request().policy)

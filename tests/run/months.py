"""The follow-up of two months as workbooks: the same differences, at other addresses, of another size."""

from __future__ import annotations

import io
from datetime import date

import xlsxwriter

from syditval.model.report import Report
from syditval.model.threshold import Threshold
from syditval.model.waiver import Waiver
from syditval.reading import Source
from syditval.run import Request, reconcile
from tests.text_tables import workbook

TOTAL = "budget/total/actual"
PERCENT = "investment/skola/percent"

# The total of the outcome is 90 too high, a variance 5 too low, a percentage 5 points too high.
APRIL = """
# Drift
Ekonomiskt resultat, tkr

                  | Budget | Utfall 240430 | Årsprognos | Avvikelse
Intäkter          | -900   | -300          | -900       | 0
Personalkostnader | 500    | 170           | 480        | 15
Lokalhyror        | 400    | 130           | 400        | 0
Summa             | 0      | 90            | -20        | 15
# Investeringar
Investeringsredovisning, tkr

PROJEKT | BUDGET | BOKFÖRT t.o.m. 240430 | AVVIKELSE | PROCENT FÖRBRUKNING | PROGNOS HELÅR | AVVIKELSE
Skola   | 1000   | 400                   | 600       | 45                  | 1000          | 0
Väg     | 2000   | 500                   | 1500      | 25                  | 2000          | 0
Summa   | 3000   | 900                   | 2100      | 30                  | 3000          | 0
"""
# The total is 120 too high, two rows further down and a column further to the right.
MAY = """
# Drift
| Till kommunstyrelsen den 12 juni
|
| Ekonomiskt resultat, tkr
|
|                   | Budget | Utfall 240531 | Årsprognos | Avvikelse
| Kapitalkostnader  | 100    | 50            | 100        | 0
| Intäkter          | -1000  | -400          | -1000      | 0
| Lokalhyror        | 400    | 160           | 400        | 0
| Personalkostnader | 500    | 210           | 500        | 0
| Summa             | 0      | 140           | 0          | 0
"""


def monthly(text: str, name: str = "it-april.xlsx") -> Source:
    """The workbook that a text writes down, as a file."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        for sheet in workbook(text).sheets:
            page = book.add_worksheet(sheet.name)
            for (row, column), cell in sheet.cells.items():
                page.write(row - 1, column - 1, cell.value)
    return Source(name, buffer.getvalue(), None)


def run(source: Source, *waivers: Waiver, day: str = "2024-04-30", materiality: str = "") -> Report:
    """The report on a workbook, held against waivers on a day and against a materiality."""
    request = Request(
        in_process=True,
        waivers=waivers,
        as_of=date.fromisoformat(day),
        materiality=Threshold.parse(materiality) if materiality else None,
    )
    return reconcile(source, request)

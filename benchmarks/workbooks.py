"""The workbooks that are measured, always the same: ``python benchmarks/workbooks.py KIND SIZE FILE``.

KIND is months, with SIZE sheets, or ledger, with SIZE rows. ``follow_up`` is one unit's month, for uploads.
"""

from __future__ import annotations

import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

SEED = 3
CREATED = datetime(2024, 5, 8, 9, 0)
MONTH_ROWS, MONTH_COLUMNS = 60, 8
LEDGER_COLUMNS = 12
# From so many rows on, a ledger is written as large exports are: its texts in the cells, not in a table.
STREAMED_ROWS = 500_000
UNITS = ("Förskola", "Grundskola", "Gymnasieskola", "Hemtjänst", "Särskilt boende", "Gata och park")
NOTES = ("Faktura", "Periodisering", "Intern debitering", "Lön", "Bidrag", "Avskrivning")


def months(path: Path, sheets: int) -> None:
    """Monthly reports: ``sheets`` sheets of 60 x 8 with formats, a sum and a ratio a row, and totals."""
    random = Random(SEED)
    book = Workbook(path)
    book.set_properties({"created": CREATED})
    formats = [book.add_format({"num_format": code}) for code in ("#,##0", "0.0%")]
    formats.append(book.add_format({"num_format": "#,##0", "bold": True, "top": 1}))
    for number in range(sheets):
        _month(book.add_worksheet(f"Blad {number + 1}"), random, *formats)
    book.close()


def _month(sheet: Worksheet, random: Random, amount: object, ratio: object, total: object) -> None:
    sheet.write_row(0, 0, ["Verksamhet", "Jan", "Feb", "Mar", "Apr", "Budget", "Utfall", "Andel"])
    sums = [0.0] * 6
    last = MONTH_ROWS - 1
    for row in range(1, last):
        figures = [random.randint(-99_999, 999_999) / 10 for _ in range(4)]
        budget, outcome = float(random.randint(100_000, 999_999)), sum(figures)
        sheet.write_string(row, 0, f"{random.choice(UNITS)} {row}")
        for column, figure in enumerate((*figures, budget), start=1):
            sheet.write_number(row, column, figure, amount)
        sheet.write_formula(row, 6, f"=SUM(B{row + 1}:E{row + 1})", amount, outcome)
        sheet.write_formula(row, 7, f"=G{row + 1}/F{row + 1}", ratio, outcome / budget)
        sums = [before + figure for before, figure in zip(sums, (*figures, budget, outcome), strict=True)]
    sheet.write_string(last, 0, "Summa", total)
    for column, figure in enumerate(sums, start=1):
        letter = "ABCDEFGH"[column]
        sheet.write_formula(last, column, f"=SUM({letter}2:{letter}{last})", total, figure)
    sheet.write_formula(last, 7, f"=G{last + 1}/F{last + 1}", ratio, sums[5] / sums[4])


def follow_up(path: Path, entity: str, year: int, month: int) -> None:
    """A unit's budget table after a month, sound also against the month before it."""
    with Workbook(path) as book:
        book.set_properties({"created": CREATED})
        sheet = book.add_worksheet("Drift")
        last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).strftime("%y%m%d")
        sheet.write_column(0, 0, ["Driftredovisning", f"Enhet: {entity}", "Belopp i tkr"])
        sheet.write_row(4, 0, ["Kontogrupp", "Budget", f"Utfall {last}", "Årsprognos", "Avvikelse"])
        totals = [0, 0, 0, 0]
        for number, budget in enumerate((-12_000, 6_000, 2_400, 1_200, 1_200, 1_200)):
            forecast = budget + 12 * month if number == 1 else budget
            row = [budget, budget * month // 12, forecast, budget - forecast]
            sheet.write_row(5 + number, 0, [f"Kostnader {number}" if number else "Intäkter", *row])
            totals = [before + figure for before, figure in zip(totals, row, strict=True)]
        sheet.write_row(11, 0, ["Summa", *totals])


def ledger(path: Path, rows: int) -> None:
    """A ledger of ``rows`` x 12: a number, a date, four texts, five amounts and their sum by a formula."""
    random = Random(SEED)
    book = Workbook(path, {"constant_memory": rows >= STREAMED_ROWS})
    book.set_properties({"created": CREATED})
    day, amount = (book.add_format({"num_format": code}) for code in ("yyyy-mm-dd", "#,##0.00"))
    sheet = book.add_worksheet("Huvudbok")
    sheet.write_row(0, 0, ["Ver", "Datum", "Konto", "Enhet", "Motpart", "Text", *"ABCDE", "Summa"])
    for row in range(1, rows):
        figures = [random.randint(-9_999_999, 99_999_999) / 100 for _ in range(5)]
        sheet.write_number(row, 0, row)
        sheet.write_datetime(row, 1, date(2024, 1, 1) + timedelta(days=random.randrange(366)), day)
        sheet.write_string(row, 2, f"K{random.randint(3000, 8999)}")
        sheet.write_string(row, 3, random.choice(UNITS))
        sheet.write_string(row, 4, f"Motpart {random.randint(1, 20_000)}")
        sheet.write_string(row, 5, random.choice(NOTES))
        for column, figure in enumerate(figures, start=6):
            sheet.write_number(row, column, figure, amount)
        sheet.write_formula(row, 11, f"=SUM(G{row + 1}:K{row + 1})", amount, round(sum(figures), 2))
    book.close()


def main() -> None:
    """Write one workbook."""
    kind, size, path = sys.argv[1:]
    {"months": months, "ledger": ledger}[kind](Path(path), int(size))


if __name__ == "__main__":
    main()

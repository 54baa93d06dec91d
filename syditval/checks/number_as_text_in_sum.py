"""H309: an amount that is stored as text inside a range that is summed: SUM passes over it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal

from syditval.checks.audit import Audit, Summed
from syditval.checks.defects import Defect, area_written
from syditval.checks.sound_table import FORMULA_TABLE
from syditval.formulas import SheetFormulas
from syditval.messages.brevity import excerpt
from syditval.model.cells import CellKind, CellRef
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="H309",
    name="number-as-text-in-sum",
    severity=Severity.ERROR,
    bad="""
Nämnd  | Utfall
Kultur | 10
Teknik | "20"
Omsorg | 30
Summa  | =SUM(B2:B4) -> 40
""",
    good=FORMULA_TABLE,
)

_BLANKS = " \u00a0\u202f\u2009"
# Nothing but an amount; a code with a zero in front is none.
_AMOUNT = re.compile(
    rf"([-+\u2212]?)[{_BLANKS}]?((?:0|[1-9]\d{{0,2}}(?:[{_BLANKS}]\d{{3}})+|[1-9]\d*)(?:[.,]\d+)?)", re.ASCII
)
# "1.234" and "1,234" may be either of two amounts.
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_YEARS = range(1900, 2101)
_Texts = dict[int, list[int]]


def audits(audit: Audit) -> Iterator[Defect]:
    """The amounts stored as text that a sum passes over, each with the first of its sums."""
    texts = {each.sheet.name: _texts(each) for each in audit.book.sheets if audit.sums}
    for each in audit.sums:
        columns = texts[each.spot.formulas.sheet.name]
        area = each.spot.area
        for column in [number for number in columns if area.left <= number <= area.right]:
            rows = columns[column]
            first, last = bisect_left(rows, area.top), bisect_right(rows, area.bottom)
            for row in rows[first:last]:
                yield from _defect(each, each.spot.formulas.sheet.ref(row, column))
            # What one sum passes over is told once.
            del rows[first:last]


def _texts(formulas: SheetFormulas) -> _Texts:
    """The texts that are amounts, by column, in the order of the rows."""
    found: _Texts = {}
    cells = formulas.sheet.cells.items()
    texts = (
        place for place, cell in cells if cell.kind is CellKind.TEXT and amount_in(cell.text) is not None
    )
    for row, column in sorted(texts):
        found.setdefault(column, []).append(row)
    return found


def amount_in(text: str) -> Decimal | str | None:
    """The amount that a text is, or the text itself where it may be either of two; None where it is none."""
    match = _AMOUNT.fullmatch(text.strip())
    if match is None:
        return None
    if _AMBIGUOUS.fullmatch(match[2]):
        return text.strip()
    digits = match[2].translate(dict.fromkeys(map(ord, _BLANKS))).replace(",", ".")
    return Decimal(("-" if match[1] in ("-", "\u2212") else "") + digits)


def _defect(summed: Summed, cell: CellRef) -> Iterator[Defect]:
    sheet = summed.spot.formulas.sheet
    text = sheet.cells[cell.row, cell.column].text
    amount = amount_in(text)
    is_heading = amount in _YEARS and cell.row == summed.spot.area.top
    if amount is not None and not is_heading:
        place = summed.home.a1 if summed.home.sheet == cell.sheet else summed.home.address
        fields = {
            "written": excerpt(text),
            "amount": amount,
            "sum": place,
            "range": area_written(summed.spot.area),
        }
        yield Defect((cell,), summed.home, fields, (summed.home,))

"""H320: formulas whose stored results are not what they give when they are calculated again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from syditval.checks.engine import Checked
from syditval.checks.occurrences import finding_on, written
from syditval.checks.places import as_stated
from syditval.checks.recalculation import compare
from syditval.checks.sound_table import SOUND_TABLE
from syditval.checks.stale_result import RULE as STALE_RESULT
from syditval.model.cells import Cell, CellRef, Workbook
from syditval.model.finding import Finding
from syditval.model.gap import NotChecked
from syditval.model.kind import TableKind
from syditval.model.relation import Reason
from syditval.model.rule import RuleInfo, Severity

_CONTROL = '=IF(COUNTIF(E2:E4,"<>0")=0,"Ingen avvikelse","Avvikelse")'
# One that is evaluated here too: nothing is left unchecked.
_SIMPLE_CONTROL = '=IF(SUM(E2:E4)=0,"Ingen avvikelse","Avvikelse")'
_AGAIN = "! recalculated B7 -> Ingen avvikelse\n"
RULE = RuleInfo(
    code="H320",
    name="recalculated-value-differs",
    severity=Severity.ERROR,
    bad=f"{SOUND_TABLE}\nKontroll | {_CONTROL} -> Avvikelse\n{_AGAIN}",
    good=f"{SOUND_TABLE}\nKontroll | {_SIMPLE_CONTROL} -> Ingen avvikelse\n{_AGAIN}",
)


def check_recalculated(
    stored: Workbook,
    recalculated: Workbook,
    kinds: Sequence[TableKind] = (),
    known: Iterable[Finding] = (),
) -> Checked:
    """One finding a sheet with results that are out of date, and what could not be compared.

    Cells that a finding already ``known`` tells to be out of date are not told again.
    """
    comparison = compare(stored, recalculated)
    told = {cell for each in known if each.code == STALE_RESULT.code for cell in (each.cell, *each.related)}
    differing = {cell: now for cell, now in comparison.differing.items() if cell not in told}
    gaps = [
        NotChecked(Reason.NOT_COMPARABLE, cell=cells[0], code=RULE.code, count=len(cells))
        for _, group in groupby(comparison.left_out, key=attrgetter("sheet"))
        if (cells := list(group))
    ]
    return Checked((), tuple(_findings(stored, differing, as_stated(RULE, kinds))), tuple(gaps))


def not_recalculated(reason: Reason, detail: str) -> Checked:
    """That nothing was calculated again, and why."""
    return Checked(not_checked=(NotChecked(reason, code=RULE.code, subject=detail),))


def _findings(stored: Workbook, differing: Mapping[CellRef, Cell], rule: RuleInfo) -> Iterator[Finding]:
    for sheet in stored.sheets:
        cells = sorted(cell for cell in differing if cell.sheet == sheet.name)
        if cells:
            finding = finding_on(rule, sheet, [(cell.row, cell.column) for cell in cells])
            value = written(differing[cells[0]])
            fields = {**finding.fields, "recalculated": value}
            yield replace(finding, related=tuple(cells[1:]), fields=fields)

"""A table written as text, recognised and checked, with the outcome written as text too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from syditval.arithmetic import NEAREST, Policy
from syditval.checks import (
    Checked,
    Standards,
    carried_over_months,
    check_months,
    check_recalculated,
    check_region,
    check_tables,
    check_workbook,
    held_against,
    ranked,
)
from syditval.kinds import load_kinds
from syditval.messages import texts
from syditval.messages.findings import finding_sentence, gap_sentence
from syditval.model.example import DAY
from syditval.model.kind import TableKind
from syditval.model.table import Table
from syditval.recognition import recognise, regions_of
from syditval.run.example import months_of
from tests.text_tables import example, workbook

SHIPPED = load_kinds()


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found out about one text and its tables."""

    tables: tuple[Table, ...]
    checked: Checked

    @property
    def findings(self) -> list[str]:
        """Severity, code and cell of each finding, "-" for one about the workbook, or that it is waived."""
        return [
            f"{'waived' if each.is_waived else each.severity} {each.code} {each.cell.a1 if each.cell else '-'}"
            for each in self.checked.findings
        ]

    @property
    def gaps(self) -> list[str]:
        """Cell or sheet, rule and reason of whatever was not checked."""
        return [
            " ".join(
                part
                for part in (each.cell.a1 if each.cell else each.subject, each.code, f"({each.reason})")
                if part
            )
            for each in self.checked.not_checked
        ]

    def verdicts(self, rule: str) -> dict[str, str]:
        """The verdict at each cell that a rule recalculated."""
        return {
            each.relation.target.cell.a1: each.verdict.value
            for each in self.checked.judgements
            if each.relation.rule == rule
        }

    def sentences(self, language: str = "en") -> list[str]:
        """What is said of each finding, then of each gap."""
        words = texts(language)
        said = [finding_sentence(each, words) for each in self.checked.findings]
        said += [gap_sentence(each, words) for each in self.checked.not_checked]
        return [sentence.replace("\xa0", " ") for sentence in said]


def examined(text: str, kinds: Sequence[TableKind] = SHIPPED, policy: Policy = NEAREST) -> Examined:
    """The tables, sheets and traits of a text, checked by every rule."""
    stated = example(text)
    book, again = stated.workbook, stated.recalculated
    found = recognise(book, kinds)
    checked = check_tables(found.tables, kinds, policy)
    months = months_of(stated, kinds)
    if months:
        checked += check_months(found.tables, kinds, months, policy)
    checked += check_workbook(book, found.tables, found.outside, kinds, again is not None)
    if again:
        checked += check_recalculated(book, again, kinds)
    if stated.waivers:
        standing = held_against(checked.findings, found.tables, kinds, Standards(stated.waivers, DAY))
        checked = replace(checked, findings=tuple(standing))
    if months:
        carried = carried_over_months(ranked(checked.findings, book), found.tables, kinds, months)
        checked = replace(checked, findings=(*checked.findings, *carried))
    return Examined(found.tables, checked)


def summed(text: str, policy: Policy = NEAREST) -> Examined:
    """The regions of figures of a text, with what their figures were found to be made of."""
    book = workbook(text)
    regions = tuple(regions_of(book))
    tables = tuple(region.table for region in regions)
    checked = Checked()
    for region in regions:
        checked += check_region(region.table, region.aggregates, region.withheld, policy)
    return Examined(tables, checked + check_workbook(book, tables, (), ()))


def table_of(text: str, kinds: Sequence[TableKind] = SHIPPED) -> Table:
    """The only table of a text."""
    (table,) = recognise(workbook(text), kinds).tables
    return table

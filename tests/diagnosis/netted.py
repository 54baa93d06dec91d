"""A small table written as text as the search sees it, with cells and relations named by addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from openpyxl.utils.cell import coordinate_to_tuple

from syditval.arithmetic import NEAREST, Policy
from syditval.checks.ranking import ranked
from syditval.diagnosis import Diagnosis, explain
from syditval.diagnosis.explanation import Explanation, Step
from syditval.diagnosis.habits import Habits
from syditval.diagnosis.joint import Joint
from syditval.diagnosis.net import Net
from syditval.diagnosis.rule import Rule, Span
from syditval.diagnosis.singles import Singles
from syditval.diagnosis.slips import Slips
from syditval.model.cause import Cause, Change, Slip
from syditval.model.cells import CellRef
from syditval.model.finding import Finding
from syditval.model.relation import Judgement
from syditval.model.table import Table
from tests.checks.examined import Examined, examined, summed
from tests.text_tables import workbook

SHEET = "Sheet1"


@dataclass(frozen=True)
class Netted:
    """A table with its judgements and findings, and all that the search makes of them.

    A relation is named by its rule and its target: ``F101 B5``.
    """

    table: Table
    judgements: Sequence[Judgement]
    findings: Sequence[Finding]
    policy: Policy

    @cached_property
    def net(self) -> Net:
        return Net(self.judgements, self.policy)

    @cached_property
    def slips(self) -> Slips:
        return Slips(self.net, Habits(self.net))

    @cached_property
    def singles(self) -> Singles:
        return Singles(self.net, self.slips)

    @cached_property
    def diagnosis(self) -> Diagnosis:
        return explain([self.table], self.judgements, self.findings, self.policy)

    @property
    def causes(self) -> list[str]:
        """Each cause as ``told_cause`` tells it, in their order."""
        return [told_cause(cause) for cause in self.diagnosis.causes]

    @cached_property
    def names(self) -> list[str]:
        """The names of all relations, in their order."""
        relations = [each.relation for each in self.judgements]
        return [f"{each.rule} {each.target.cell.a1}" for each in relations]

    def named(self, numbers: Iterable[int]) -> list[str]:
        """The names of some relations by their numbers."""
        return [self.names[number] for number in sorted(numbers)]

    def told_joint(self, joint: Joint) -> str:
        """What happened, and the relations that it settles: ``... settles F101 B5``."""
        return f"{told_explanation(joint.explanation)} settles {', '.join(self.named(joint.settles))}"

    def number(self, name: str) -> int:
        """The number of a relation by its name."""
        return self.names.index(name)

    def rule(self, name: str) -> Rule:
        """The rule that a relation is."""
        return self.net.rule(self.number(name))

    @property
    def failing(self) -> list[str]:
        """The names of the relations that fail."""
        return self.named(rule.index for rule in self.net.failing)


def netted(text: str, policy: Policy = NEAREST) -> Netted:
    """The only table of a text, read by the shipped kinds."""
    return _netted(text, examined(text, policy=policy), policy)


def netted_region(text: str, policy: Policy = NEAREST) -> Netted:
    """The only region of figures of a text, with what they were found to be made of."""
    return _netted(text, summed(text, policy), policy)


def _netted(text: str, found: Examined, policy: Policy) -> Netted:
    (table,) = found.tables
    return Netted(table, found.checked.judgements, ranked(found.checked.findings, workbook(text)), policy)


def at(address: str) -> CellRef:
    """The cell with an address on the only sheet."""
    return CellRef(SHEET, *coordinate_to_tuple(address))


def cells(addresses: str) -> list[CellRef]:
    """Several cells: ``B5 C5``."""
    return [at(address) for address in addresses.split()]


def values(text: str) -> dict[CellRef, Decimal]:
    """Cells that are changed: ``B5 410, C5 -3``."""
    pairs = (each.split() for each in text.split(",") if each.strip())
    return {at(address): Decimal(value) for address, value in pairs}


def spans(text: str) -> dict[CellRef, Span]:
    """Cells that may hold anything between two ends: ``B5 400 410, C5 -3 -3``."""
    triples = (each.split() for each in text.split(",") if each.strip())
    return {at(address): (Decimal(low), Decimal(high)) for address, low, high in triples}


def told(found: Iterable[CellRef]) -> str:
    """The addresses of some cells in their order."""
    return " ".join(cell.a1 for cell in sorted(found))


def told_values(found: Mapping[CellRef, Decimal]) -> str:
    """Cells with their values, as ``values`` reads them."""
    return ", ".join(f"{cell.a1} {value:f}" for cell, value in sorted(found.items()))


def told_span(span: Span | None) -> str:
    """``400 to 410``, or ``any`` where nothing is said."""
    return "any" if span is None else f"{span[0]:f} to {span[1]:f}"


def told_step(step: Step) -> str:
    """``sign: E3 5 -> -5 [-6, -4] by B2``; a question mark where the value does not stand out."""
    mends = ", ".join(
        f"{mend.cell.a1} {mend.value:f}{'' if mend.is_told else '?'} [{mend.span[0]:f}, {mend.span[1]:f}]"
        for mend in step.mends
    )
    return f"{step.mechanism}: {mends}" + (f" by {told(step.witnesses)}" if step.witnesses else "")


def told_explanation(explanation: Explanation) -> str:
    """The steps of an explanation."""
    return " and ".join(map(told_step, explanation.steps))


def told_cause(cause: Cause) -> str:
    """``certain: sign: E3 5 -> -5 [-6, -4]``; alternatives after ``or``, the number of further ones last."""
    explanations = (cause.slips, *cause.alternatives)
    told_slips = (" and ".join(map(_told_slip, slips)) for slips in explanations)
    further = f" or {cause.others} more" if cause.others else ""
    return f"{cause.certainty}: {' or '.join(told_slips)}{further}"


def _told_slip(slip: Slip) -> str:
    changes = ", ".join(map(_told_change, slip.changes))
    return f"{slip.mechanism}: {changes}" + (f" by {told(slip.witnesses)}" if slip.witnesses else "")


def _told_change(change: Change) -> str:
    held = "nothing" if change.found is None else f"{change.found:f}"
    should = "?" if change.suggested is None else f"{change.suggested:f}"
    return f"{change.cell.a1} {held} -> {should} [{change.low:f}, {change.high:f}]"

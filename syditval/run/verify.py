"""A record and its workbook to what does not come out as the record says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from syditval.model.earlier import Earlier
from syditval.reading import Source
from syditval.records import Deviation, Recorded, deviations, is_of_basis, recorded
from syditval.run.recorded import as_recorded, months_of
from syditval.run.request import Request
from syditval.run.review import reconcile


@dataclass(frozen=True, slots=True)
class Verification:
    """A run done again: what the record says, what came out now, and in what the two deviate."""

    record: Recorded
    again: Recorded
    deviations: tuple[Deviation, ...]

    @property
    def is_same(self) -> bool:
        """Whether the same verdicts come out, over the same workbook, as an unbroken record says.

        Tool, rules and schemas may be others.
        """
        return all(is_of_basis(each) for each in self.deviations)


def verify(
    record: Recorded, source: Source, request: Request, earlier: Sequence[Earlier] = ()
) -> Verification:
    """Do the run of a record again, over a workbook that need not be the same.

    It is held against ``earlier`` months if the record was made like that. Question, options, language and
    waivers are those of the record; schemas, limits and password those of the request. Raises what
    ``reconcile`` raises, and NotARecord, which is still to be told the file, for options that make no sense.
    """
    report = reconcile(source, as_recorded(record, request, months_of(record, earlier)))
    again = recorded(report.to_dict())
    return Verification(record, again, tuple(deviations(record, again)))

"""A record and its workbook to what does not come out as the record says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from syditval.arithmetic import Policy, RatioBasis, RoundingMode
from syditval.model.threshold import Threshold
from syditval.reading import Source
from syditval.records import Deviation, NotARecord, Recorded, deviations, is_of_basis, recorded
from syditval.run.request import Question, Request
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


def verify(record: Recorded, source: Source, request: Request) -> Verification:
    """Do the run of a record again, over a workbook that need not be the same.

    Question, options, language and waivers are those of the record; schemas, limits and password those of
    the request. Raises what ``reconcile`` raises, and NotARecord, which is still to be told the file, for
    options that make no sense.
    """
    report = reconcile(source, _as_recorded(record, request))
    again = recorded(report.to_dict())
    return Verification(record, again, tuple(deviations(record, again)))


def _as_recorded(record: Recorded, request: Request) -> Request:
    options = record.options
    day, materiality = options.get("as-of"), options.get("materiality")
    try:
        return replace(
            request,
            language=record.language,
            question=Question(options["question"]),
            policy=Policy(RoundingMode(options["rounding"]), RatioBasis(options["ratio-basis"])),
            recalc=options["recalc"] == "yes",
            # All of them concerned the workbook, whatever it is called by now.
            waivers=tuple(replace(waiver, workbook="") for waiver in record.waivers),
            as_of=date.fromisoformat(day) if day else None,
            materiality=Threshold.parse(materiality) if materiality else None,
        )
    except (KeyError, ValueError):
        raise NotARecord("P004") from None

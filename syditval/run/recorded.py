"""What a record says was asked, to be asked again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from syditval.arithmetic import Policy, RatioBasis, RoundingMode
from syditval.model.earlier import Earlier, Months
from syditval.model.period import Period
from syditval.model.threshold import Threshold
from syditval.records import NotARecord, Recorded
from syditval.run.request import Question, Request


def as_recorded(record: Recorded, request: Request, months: Months | None = None) -> Request:
    """A request for what a record says was asked, held against some months, or against none.

    Question, options, language and waivers are those of the record; schemas, limits and password those of
    ``request``. Raises NotARecord, which is still to be told the file, for options that make no sense.
    """
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
            months=months,
        )
    except (KeyError, ValueError):
        raise NotARecord("P004") from None


def months_of(record: Recorded, earlier: Sequence[Earlier]) -> Months | None:
    """What the workbook of a record is held against; None where it was looked at alone.

    The decision and the period are those of the record. Raises NotARecord as ``as_recorded`` does.
    """
    if record.against is None:
        return None
    period = record.options.get("period")
    try:
        known = Period.parse(period) if period else None
    except ValueError:
        raise NotARecord("P004") from None
    return Months(tuple(earlier), record.options.get("decision", ""), known)

"""A month's workbook into the store: whose it is, what is found in it, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from syditval.model.earlier import Months
from syditval.model.period import Period
from syditval.model.report import Report
from syditval.model.rule import Severity
from syditval.reading import Source
from syditval.recognition import Stated
from syditval.run.identify import UploadRefusal, entity_for, identify, period_for
from syditval.run.request import Request
from syditval.run.review import review
from syditval.store import Arrival, Database, Kept, Standing, earlier, entities, find, keep

# The rules of structure: where one fails, the figures are not those that the other rules speak of.
_OF_STRUCTURE = "S"
_COUNTS = (Severity.ERROR, Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Delivery:
    """A workbook that somebody sends: who, from where (a computer, an address), and when, in UTC.

    ``entity`` and ``period`` are what is said besides what the workbook states; ``decision`` is the reason
    why its budget differs from that of the month before.
    """

    source: Source
    by: str
    origin: str
    at: datetime
    entity: str = ""
    period: Period | None = None
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a delivery; ``report`` is None where the same was sent before."""

    kept: Kept
    report: Report | None


def addressed(delivery: Delivery, stated: Stated, database: Database) -> Delivery:
    """A delivery with the entity and the period that it belongs to, the entity spelt as it is in the store.

    Raises UploadRefusal where they are not known, contradict one another, or lie in the future.
    """
    file = delivery.source.name
    entity = entity_for(stated, delivery.entity, file)
    period = period_for(stated, delivery.period, file)
    if entity is None:
        raise UploadRefusal("M041", file=file)
    if period is None:
        raise UploadRefusal("M042", file=file)
    if period > _next_month(delivery.at):
        raise UploadRefusal("M047", file=file, period=str(period))
    known = {each.casefold(): each for each in entities(database)}
    return replace(delivery, entity=known.get(entity.casefold(), entity), period=period)


def upload(delivery: Delivery, database: Database, request: Request, stated: Stated | None = None) -> Receipt:
    """Check a workbook against the months before it, and keep it with what was found.

    ``stated`` is what the workbook states of itself, should it be known already. The same workbook of the
    same month with the same decision is kept once. Raises UploadRefusal, UnreadableWorkbook, StoreRefusal
    and TomlMistakes; then nothing is kept.
    """
    source = delivery.source
    delivery = addressed(delivery, stated or identify(source, request), database)
    assert delivery.period is not None
    same = find(database, delivery.entity, delivery.period, source.sha256, delivery.decision)
    if same is not None:
        return Receipt(Kept(same, is_new=False), None)
    months = Months(earlier(database, delivery.entity, delivery.period), delivery.decision, delivery.period)
    report = review(source, None, replace(request, months=months)).report
    arrival = Arrival(
        content=source.content,
        name=source.name,
        entity=delivery.entity,
        period=delivery.period,
        standing=standing_of(report),
        report=report,
        by=delivery.by,
        origin=delivery.origin,
        at=delivery.at,
        decision=delivery.decision,
    )
    return Receipt(keep(database, arrival), report)


def standing_of(report: Report) -> Standing:
    """What a report makes of its workbook: errors of structure reject it, other findings are kept with it."""
    pressing = [each for each in report.findings if each.is_pressing and each.severity in _COUNTS]
    if any(each.code.startswith(_OF_STRUCTURE) and each.severity is Severity.ERROR for each in pressing):
        return Standing.REJECTED
    return Standing.WITH_FINDINGS if pressing else Standing.ACCEPTED


def _next_month(at: datetime) -> Period:
    return Period(at.year + at.month // 12, at.month % 12 + 1)

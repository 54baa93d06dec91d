"""What the review sheet holds besides the report: what the auditor wrote, and by what it is known again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256

from syditval.annotation.ticks import Tick
from syditval.messages.visible import visible
from syditval.model.cause import Cause, Change
from syditval.model.cells import CellRef
from syditval.model.finding import Finding
from syditval.model.record import exact
from syditval.model.report import Report
from syditval.model.table import Table

_LONGEST = 255


class Status(StrEnum):
    """What the auditor has made of an item."""

    OPEN = "open"
    EXPLAINED = "explained"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the auditor wrote of an item; ``remark`` says what became of that since."""

    status: Status = Status.OPEN
    comment: str = ""
    signature: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """An item of the earlier review that is no more, as its row stood there.

    ``expected`` and ``found`` are exact digits where they were amounts. ``remark`` is what stood in the
    column "Earlier review", and stands there again. A row that the auditor added is one too.
    """

    id: str
    severity: str
    code: str
    place: str
    subject: str
    message: str
    expected: str
    found: str
    status: Status
    comment: str
    signature: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """What an earlier review gave to this one: answers by item, and items that are no more.

    ``file`` is the earlier review's name, empty where there was none.
    """

    file: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    settled: tuple[Settled, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """Everything on the review sheet that is not in the report.

    ``time`` is as the user gave it, empty if not. ``marked`` says whether cells were
    tinted and got notes, ``noted`` which cells got one. ``alone`` is the sentence that says why there is
    no annotated copy, empty where there is one. ``ticks`` gives the letters of the tick marks if they
    were asked for, ``ticked`` how many of each were set. ``record`` is what is needed to take the marks
    off again.
    """

    time: str = ""
    marked: bool = True
    noted: frozenset[CellRef] = frozenset()
    alone: str = ""
    carried: CarriedOver = CarriedOver()
    ticks: Mapping[Tick, str] = field(default_factory=dict)
    ticked: Mapping[Tick, int] = field(default_factory=dict)
    shows_uncovered: bool = False
    record: str = ""


def items(report: Report) -> dict[str, Cause | Finding]:
    """Every cause and then every finding by its id, which is symbolic and the same in the next review."""
    tables = {table.id: table for table in report.tables}
    seen: Counter[str] = Counter()
    found: dict[str, Cause | Finding] = {}
    for cause in report.causes:
        name = cause_id(cause, tables[cause.table])
        seen[name] += 1
        found[name if seen[name] == 1 else f"{name}~{seen[name]}"] = cause
    return found | {finding.id: finding for finding in report.findings}


def cause_id(cause: Cause, table: Table) -> str:
    """The table and the rows and columns of the cells that are wrong, by what they are called there."""
    return "/".join(["cause", table.id, *dict.fromkeys(_place(change, table) for change in cause.changes)])


def written_id(item: str) -> str:
    """An id as it stands in a cell: nothing hides in it, and it fits whatever the labels it is made of."""
    return _short(visible(item))


def amounts(item: Cause | Finding) -> str:
    """What an item said that amounts are and should be, as exact digits: ``-89|-49``, empty for none."""
    return _short(";".join(_pairs(item)))


def _short(text: str) -> str:
    """A text, or a fingerprint of it where it is too long to be compared in a cell."""
    return text if len(text) <= _LONGEST else sha256(text.encode()).hexdigest()


def _place(change: Change, table: Table) -> str:
    row, column = table.row_at(change.cell), table.column_at(change.cell)
    return f"{row.key if row else '-'}/{column.role if column else '-'}"


def _pairs(item: Cause | Finding) -> Iterator[str]:
    if isinstance(item, Cause):
        for change in item.changes:
            yield f"{_wanted(change)}|{'' if change.found is None else exact(change.found)}"
    elif item.evidence:
        yield f"{exact(item.evidence.expected)}|{exact(item.evidence.found)}"
    else:
        for value in item.fields.values():
            if isinstance(value, Decimal):
                yield f"|{exact(value)}"


def _wanted(change: Change) -> str:
    if change.suggested is None:
        return f"{exact(change.low)}..{exact(change.high)}"
    return exact(change.suggested)

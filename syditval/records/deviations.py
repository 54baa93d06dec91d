"""A run that is done again: everything in which it does not come out as its record says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from syditval.records.recorded import Recorded

# A word as the record writes it (a verdict, a severity, a state, a reason), an address, a text or an amount.
Part = str | Decimal
Parts = tuple[Part, ...]


class Subject(StrEnum):
    """What deviates."""

    SEAL = "seal"
    WORKBOOK = "workbook"
    AGAINST = "against"
    TOOL = "tool"
    OPTION = "option"
    SCHEMA = "schema"
    RULE = "rule"
    TABLE = "table"
    RELATION = "relation"
    FINDING = "finding"
    GAP = "gap"


_BASIS = frozenset({Subject.TOOL, Subject.SCHEMA, Subject.RULE, Subject.OPTION})


@dataclass(frozen=True, slots=True)
class Deviation:
    """One thing that is not as the record says: its name, what the record says, and what came out.

    Either is empty where there is nothing of the kind. A relation has its verdict and its amounts, a
    finding its cell, its severity, the state of its waiver and whether it is immaterial, a gap its reasons,
    anything else one text.
    """

    subject: Subject
    name: str
    recorded: Parts
    found: Parts


def is_of_basis(deviation: Deviation) -> bool:
    """Whether it concerns what lies behind the verdicts: these may be the same although that is not."""
    return deviation.subject in _BASIS


def deviations(record: Recorded, again: Recorded) -> Iterator[Deviation]:
    """What deviates, first what lies behind the verdicts, then the verdicts."""
    if not record.is_intact:
        yield Deviation(Subject.SEAL, "", (), ())
    if record.sha256 != again.sha256:
        yield Deviation(Subject.WORKBOOK, again.name, (record.sha256,), (again.sha256,))
    yield from _between(Subject.AGAINST, _against(record), _against(again))
    if record.version != again.version:
        yield Deviation(Subject.TOOL, "syditval", (record.version,), (again.version,))
    yield from _between(Subject.OPTION, _single(record.options), _single(again.options))
    for subject in (Subject.SCHEMA, Subject.RULE):
        yield from _between(subject, _digests(record, subject), _digests(again, subject))
    yield from _between(Subject.TABLE, _single(record.tables), _single(again.tables))
    yield from _between(Subject.RELATION, _relations(record), _relations(again))
    yield from _between(Subject.FINDING, _findings(record), _findings(again))
    yield from _between(Subject.GAP, _gaps(record), _gaps(again))


def _between(
    subject: Subject, recorded: Mapping[str, Parts], found: Mapping[str, Parts]
) -> Iterator[Deviation]:
    for name in dict.fromkeys((*recorded, *found)):
        was, is_now = recorded.get(name, ()), found.get(name, ())
        if was != is_now:
            yield Deviation(subject, name, was, is_now)


def _single(texts: Mapping[str, str]) -> dict[str, Parts]:
    return {name: (text,) for name, text in texts.items()}


def _against(record: Recorded) -> dict[str, Parts]:
    """The hashes of the earlier workbooks, by their names: several may have one."""
    hashes: dict[str, Parts] = {}
    for month in record.against or ():
        hashes[month.name] = (*hashes.get(month.name, ()), month.sha256)
    return hashes


def _digests(record: Recorded, subject: Subject) -> dict[str, Parts]:
    return {name: (digest,) for (of, name), digest in record.digests.items() if of == subject.value}


def _relations(record: Recorded) -> dict[str, Parts]:
    return {name: tuple(part for part in said if part is not None) for name, said in record.relations.items()}


def _findings(record: Recorded) -> dict[str, Parts]:
    return {
        each.id: _not_empty(each.cell, each.severity, each.state, "" if each.is_material else "immaterial")
        for each in record.findings
    }


def _gaps(record: Recorded) -> dict[str, Parts]:
    """What was not checked, by rule, place and subject, with its reasons: there may be several."""
    reasons: dict[str, Parts] = {}
    for *names, reason in record.gaps:
        name = " ".join(_not_empty(*names))
        reasons[name] = (*reasons.get(name, ()), reason)
    return reasons


def _not_empty(*texts: str) -> tuple[str, ...]:
    return tuple(filter(None, texts))

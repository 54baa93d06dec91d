"""A run that is done again: everything in which it does not come out as its record says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from syditval.records.recorded import Recorded

Key = TypeVar("Key")
Value = TypeVar("Value")


class Subject(StrEnum):
    """What deviates."""

    SEAL = "seal"
    WORKBOOK = "workbook"
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

    Either is empty where there is nothing of the kind.
    """

    subject: Subject
    name: str
    recorded: str
    found: str


def is_of_basis(deviation: Deviation) -> bool:
    """Whether it concerns what lies behind the verdicts: these may be the same although that is not."""
    return deviation.subject in _BASIS


def deviations(record: Recorded, again: Recorded) -> Iterator[Deviation]:
    """What deviates, first what lies behind the verdicts, then the verdicts."""
    if not record.is_intact:
        yield Deviation(Subject.SEAL, "", "", "")
    if record.sha256 != again.sha256:
        yield Deviation(Subject.WORKBOOK, again.name, record.sha256, again.sha256)
    if record.version != again.version:
        yield Deviation(Subject.TOOL, "syditval", record.version, again.version)
    yield from _between(Subject.OPTION, record.options, again.options)
    for subject in (Subject.SCHEMA, Subject.RULE):
        yield from _between(subject, _digests(record, subject), _digests(again, subject))
    yield from _between(Subject.TABLE, record.tables, again.tables)
    yield from _between(Subject.RELATION, _relations(record), _relations(again))
    yield from _between(Subject.FINDING, _findings(record), _findings(again))
    yield from _between(Subject.GAP, _gaps(record), _gaps(again))


def _between(subject: Subject, recorded: Mapping[str, str], found: Mapping[str, str]) -> Iterator[Deviation]:
    for name in dict.fromkeys((*recorded, *found)):
        was, is_now = recorded.get(name, ""), found.get(name, "")
        if was != is_now:
            yield Deviation(subject, name, was, is_now)


def _digests(record: Recorded, subject: Subject) -> dict[str, str]:
    return {name: digest for (of, name), digest in record.digests.items() if of == subject.value}


def _relations(record: Recorded) -> dict[str, str]:
    """``F101 Drift!C15`` to ``inconsistent, -49, -89``."""
    return {name: ", ".join(filter(None, said)) for name, said in record.relations.items()}


def _findings(record: Recorded) -> dict[str, str]:
    return {
        each.id: ", ".join(
            filter(None, (each.cell, each.severity, each.state, "" if each.is_material else "immaterial"))
        )
        for each in record.findings
    }


def _gaps(record: Recorded) -> dict[str, str]:
    """What was not checked, and how often."""
    counts = Counter(" ".join(filter(None, gap)) for gap in record.gaps)
    return {gap: str(count) for gap, count in counts.items()}

"""Records as they stand in files: as a run wrote them, and as somebody has changed them since."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from syditval.model.record import SEAL, seal_of
from syditval.records import Recorded, recorded
from tests.reports.example_standing import with_standing

Record = dict[str, Any]
Change = Callable[[Record], object]

OPTIONS = (("question", "reconcile"), ("rounding", "nearest"), ("as-of", "2024-04-30"))
RULES = (("F101", "d" * 64), ("V101", "e" * 64))


def record(language: str = "en") -> Record:
    """The record of a report with eight findings: two are waived, one is small, one waiver has expired."""
    report = replace(with_standing(language), options=OPTIONS, rules=RULES)
    read: Record = json.loads(json.dumps(report.to_dict()))
    return read


def changed(change: Change, *, sealed: bool = True) -> Record:
    """The record after a change, by default with a seal that fits it."""
    made = record()
    change(made)
    return made | {SEAL: seal_of(made)} if sealed else made


def said(change: Change = bool, *, sealed: bool = True) -> Recorded:
    """What the record says, after a change if one is given."""
    return recorded(changed(change, sealed=sealed))


def finding(made: Record, name: str) -> Record:
    """The finding with an id in a record."""
    (found,) = (each for each in made["findings"] if each["id"] == name)
    assert isinstance(found, dict)
    return found

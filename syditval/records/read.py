"""A record from its file."""

from __future__ import annotations

import json
from pathlib import Path

from syditval.messages import Refusal
from syditval.model.record import RECORD_VERSION
from syditval.records.recorded import Recorded, recorded

# What Python raises where something is not of the form that it should be.
_OF_ANOTHER_FORM = (LookupError, TypeError, ValueError, AttributeError, RecursionError)


class NotARecord(Refusal):
    """A file that is no record, or none that can be used; its codes are P..."""


def read_record(path: Path) -> Recorded:
    """What a record says. Whether its seal fits is part of that. Raises NotARecord."""
    try:
        record = json.loads(path.read_bytes())
    except OSError as error:
        raise NotARecord("P001", file=str(path), cause=error.strerror or str(error)) from None
    except (ValueError, RecursionError):
        raise NotARecord("P002", file=str(path)) from None
    form = record.get("record") if isinstance(record, dict) else None
    if not isinstance(form, int):
        raise NotARecord("P002", file=str(path))
    if form != RECORD_VERSION:
        raise NotARecord("P003", file=str(path), form=str(form), ours=str(RECORD_VERSION))
    try:
        return recorded(record)
    except _OF_ANOTHER_FORM:
        raise NotARecord("P004", file=str(path)) from None

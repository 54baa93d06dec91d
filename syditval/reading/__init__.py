"""Bytes of a workbook to sparse grids of cells. The only room for openpyxl, zip and XML reading."""

from syditval.reading.child import WorkFailed, isolated, missing_protections
from syditval.reading.errors import UnreadableWorkbook
from syditval.reading.limits import DEFAULT, Limits, UnknownLimit, limit_variable, limits_from
from syditval.reading.limits import names as limit_names
from syditval.reading.source import Source, open_source, received
from syditval.reading.workbook import is_encrypted, read_workbook

__all__ = [
    "DEFAULT",
    "Limits",
    "Source",
    "UnknownLimit",
    "UnreadableWorkbook",
    "WorkFailed",
    "is_encrypted",
    "isolated",
    "limit_names",
    "limit_variable",
    "limits_from",
    "missing_protections",
    "open_source",
    "read_workbook",
    "received",
]

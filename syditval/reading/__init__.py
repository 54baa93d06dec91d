"""Bytes of a workbook to sparse grids of cells. The only room for openpyxl, zip and XML reading."""

from syditval.reading.errors import UnreadableWorkbook
from syditval.reading.source import Source, open_source
from syditval.reading.workbook import read_workbook

__all__ = ["Source", "UnreadableWorkbook", "open_source", "read_workbook"]

"""A workbook calculated again by LibreOffice, where that is installed."""

from syditval.recalculation.libreoffice import TIMEOUT, find_program, recalculate
from syditval.recalculation.outcome import NotRun, Recalculated

__all__ = ["TIMEOUT", "NotRun", "Recalculated", "find_program", "recalculate"]

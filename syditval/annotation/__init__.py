"""The annotated copy of a workbook, made by patching its package. The only room for lxml."""

from syditval.annotation.annotate import Annotated, annotate
from syditval.annotation.errors import CannotAnnotate
from syditval.annotation.writing import sweep

__all__ = ["Annotated", "CannotAnnotate", "annotate", "sweep"]

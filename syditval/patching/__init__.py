"""Changes to a workbook's package that touch nothing else: the one room that writes Open XML."""

from syditval.patching.errors import CannotAnnotate

__all__ = ["CannotAnnotate"]

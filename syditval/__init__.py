"""syditval reconciles the tables of a municipality's financial follow-up, rounding and all.

``syditval.reconcile(path)`` gives the same Report as the command ``syditval reconcile``, and
``syditval.sums(path)`` the same as ``syditval sums``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from syditval.version import VERSION as __version__

if TYPE_CHECKING:
    from pathlib import Path

    from syditval.model.report import Report

__all__ = ["__version__", "reconcile", "sums"]


def reconcile(path: str | Path, *, kinds: str | Path | None = None, language: str = "en") -> Report:
    """Read, check and reconcile one workbook.

    ``kinds`` is a folder of schema files that adds to the shipped ones or replaces them;
    ``language`` is that of the messages, "en" or "sv". The workbook is only read. Raises
    ``syditval.reading.UnreadableWorkbook`` and ``syditval.strict_toml.TomlMistakes``, each with a
    sentence that says what is wrong.
    """
    from pathlib import Path

    # The libraries that read and check take half a second to load; importing syditval must not.
    from syditval.run import Request
    from syditval.run import reconcile as run

    return run(path, Request(language=language, schemas=Path(kinds) if kinds else None))


def sums(path: str | Path, *, language: str = "en") -> Report:
    """Find what adds up in one workbook, whatever its tables are, and what does not.

    ``language`` is that of the messages, "en" or "sv". The workbook is only read. Raises
    ``syditval.reading.UnreadableWorkbook``, with a sentence that says what is wrong.
    """
    from syditval.run import Request
    from syditval.run import sums as run

    return run(path, Request(language=language))

"""syditval reconciles the tables of a municipality's financial follow-up, rounding and all.

``syditval.reconcile(path)`` gives the same Report as the command ``syditval reconcile``, and
``syditval.sums(path)`` the same as ``syditval sums``, where no syditval.toml settles anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from syditval.version import VERSION as __version__

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from syditval.model.report import Report
    from syditval.run import Request

__all__ = ["__version__", "reconcile", "sums"]


def reconcile(
    path: str | Path,
    *,
    kinds: str | Path | None = None,
    against: Sequence[str | Path] = (),
    decision: str = "",
    waivers: str | Path | None = None,
    as_of: date | None = None,
    materiality: str | None = None,
    language: str = "en",
) -> Report:
    """Read, check and reconcile one workbook.

    ``against`` are the workbooks of earlier months, to be compared with, and ``decision`` is why the budget
    may differ from theirs. ``kinds`` is a folder of schema files that adds to the shipped ones or replaces
    them; ``waivers`` a file of accepted differences, which must hold on the day ``as_of`` (today unless it
    is given); ``materiality`` the difference from which on findings matter, such as "100 tkr"; ``language``
    that of the messages, "en" or "sv". The workbook is only read. Raises
    ``syditval.reading.UnreadableWorkbook``, ``syditval.strict_toml.TomlMistakes`` and, for an earlier
    workbook without tables, ``syditval.run.against.AgainstRefusal``, each with a sentence that says what is
    wrong, and ValueError for a materiality that is no amount and for a decision where nothing is compared.
    """
    from dataclasses import replace
    from pathlib import Path

    from syditval.model.earlier import Months
    from syditval.reading import open_source
    from syditval.run import earlier_of
    from syditval.run import reconcile as run

    request = _request(language, waivers, as_of, materiality, schemas=Path(kinds) if kinds else None)
    if decision and not against:
        raise ValueError("a decision changes nothing where there is no earlier workbook")
    if against:
        earlier = (earlier_of(open_source(file), request, Path(path).name) for file in against)
        request = replace(request, months=Months(tuple(earlier), decision))
    return run(path, request)


def sums(
    path: str | Path,
    *,
    waivers: str | Path | None = None,
    as_of: date | None = None,
    materiality: str | None = None,
    language: str = "en",
) -> Report:
    """Find what adds up in one workbook, whatever its tables are, and what does not.

    The arguments, and what is raised, are those of ``reconcile``. The workbook is only read.
    """
    from syditval.run import sums as run

    return run(path, _request(language, waivers, as_of, materiality))


def _request(
    language: str,
    waivers: str | Path | None,
    as_of: date | None,
    materiality: str | None,
    *,
    schemas: Path | None = None,
) -> Request:
    from pathlib import Path

    # The libraries that read and check take half a second to load; importing syditval must not.
    from syditval.model.threshold import Threshold
    from syditval.run import Request
    from syditval.settings import load_settings

    return Request(
        language=language,
        schemas=schemas,
        waivers=load_settings(Path(waivers)).waivers if waivers else (),
        as_of=as_of,
        materiality=Threshold.parse(materiality) if materiality else None,
    )

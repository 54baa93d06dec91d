"""Months of one unit, as finance sends them from the command line to a store of its own."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from syditval.cli import whereabouts
from syditval.cli.main import main
from tests.cli.months import saved

SENT = datetime(2024, 5, 8, 9, 12, tzinfo=UTC)

_MONTHS = {
    "januari": ("240131", 60, 11),
    "februari": ("240229", 125, 22),
    "mars": ("240331", 190, 33),
    "april": ("240430", 255, 44),
}
_MONTH = """
Enhet: IT-enheten
Belopp i tkr
Benämning         | Budget | Utfall {day} | Avvikelse
Personalkostnader | 800    | {staff}      | {staff_left}
Lokalhyror        | 150    | {rent}       | {rent_left}
Summa             | 950    | {total}      | {left}
"""


def _text(name: str, off: int = 0) -> str:
    day, staff, rent = _MONTHS[name]
    return _MONTH.format(
        day=day,
        staff=staff,
        rent=rent,
        total=staff + rent + off,
        staff_left=800 - staff,
        rent_left=150 - rent,
        left=950 - staff - rent - off,
    )


def month(folder: Path, name: str, *, off: int = 0) -> Path:
    """The workbook of a month; the total of its outcome is off by so much, and its variance with it."""
    return saved(folder / f"{name}.xlsx", _text(name, off))


def broken(folder: Path) -> Path:
    """The workbook of April without a column that every such table has."""
    lines = _text("april").splitlines()
    return saved(folder / "trasig.xlsx", "\n".join(line.rpartition("|")[0] or line for line in lines))


def nameless(folder: Path) -> Path:
    """A workbook that says neither whose it is nor of which month."""
    text = _text("april").replace("Enhet: IT-enheten\n", "").replace(" 240430", "")
    return saved(folder / "okänd.xlsx", text)


def at_work(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Somebody called anna sits in a folder, in English, with a store of her own there, at a time that stands still."""
    patch.chdir(folder)
    for name, value in {
        "SYDITVAL_LANG": "en",
        "COLUMNS": "200",
        "SYDITVAL_STORE": "arkiv.sqlite",
        "SYDITVAL_IN_PROCESS": "yes",
        "LOGNAME": "anna",
    }.items():
        patch.setenv(name, value)
    at_time(SENT, patch)
    patch.setattr(whereabouts.socket, "gethostname", lambda: "ekonomi7")


def at_time(time: datetime, patch: pytest.MonkeyPatch) -> None:
    """It is some time, in UTC."""
    patch.setattr(whereabouts, "datetime", SimpleNamespace(now=lambda _: time))


def ended(*arguments: object) -> int:
    """The exit code of a call."""
    with pytest.raises(SystemExit) as left:
        main([str(argument) for argument in arguments])
    return int(left.value.code or 0)

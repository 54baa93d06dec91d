"""The kept month that a call is about: its arguments, and the entry that they name."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

import click

from syditval.cli.misuse import Misuse
from syditval.cli.spelling import spelled
from syditval.cli.store_place import store_option
from syditval.cli.words import say
from syditval.messages import Refusal

if TYPE_CHECKING:
    from syditval.model.period import Period
    from syditval.store import Database, Entry


class Named(TypedDict):
    """What click gives for these parameters."""

    entity: str
    period: str
    version: int | None
    store: str | None


def month_parameters() -> list[click.Parameter]:
    """ENTITY, PERIOD, --version and --store."""
    return [
        click.Argument(["entity"]),
        click.Argument(["period"], callback=_checked),
        number_option("version", "version_option"),
        store_option(),
    ]


def number_option(name: str, text: str, default: int | None = None) -> click.Option:
    """--NAME NUMBER, a whole number from 1 on."""
    return click.Option(
        [f"--{name}"],
        type=click.UNPROCESSED,
        metavar="NUMBER",
        callback=_number,
        default=default,
        help=say(text),
    )


def period_of(text: str) -> Period:
    """The period that a text is. Raises Misuse for what is none."""
    from syditval.model.period import Period

    try:
        return Period.parse(text.strip())
    except ValueError:
        raise Misuse("U060", text=text) from None


def chosen(database: Database, named: Named) -> Entry:
    """The entry that a call names: that which counts for its month, else the last one.

    Raises Refusal where there is none.
    """
    from syditval.store import entries

    entity, period, version = named["entity"], period_of(named["period"]), named["version"]
    found = entries(database, entity=entity, period=period)
    if not found:
        raise Refusal("M051", name=entity, period=str(period))
    if version is None:
        return next((entry for entry in found if entry.is_current), found[0])
    for entry in found:
        if entry.version == version:
            return entry
    raise Refusal("M052", name=entity, period=str(period), version=str(version))


def subject_of(entry: Entry) -> str:
    """What an entry is called where acts are written down."""
    return f"{entry.entity} {entry.period} {entry.version}"


def _checked(_: click.Context, __: click.Parameter, text: str) -> str:
    period_of(text)
    return text


def _number(_: click.Context, option: click.Parameter, text: str | int | None) -> int | None:
    if text is None or (str(text).isascii() and str(text).isdigit() and int(text)):
        return None if text is None else int(text)
    raise Misuse("U061", option=spelled(option), text=str(text))

"""``syditval withdraw``: what was sent by mistake counts no longer, and stays where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from syditval.cli import options
from syditval.cli.kept_month import Named, chosen, month_parameters, subject_of
from syditval.cli.loudness import is_quiet
from syditval.cli.store_place import with_store
from syditval.cli.whereabouts import by_option, noted, now, whoever
from syditval.cli.words import say
from syditval.messages.visible import visible
from syditval.model.exit_codes import EXIT_CLEAN

if TYPE_CHECKING:
    from syditval.store import Database


class Options(Named):
    """What click gives for the options."""

    reason: str
    by: str


def command() -> click.Command:
    """The command in the language in force."""
    reason = click.Option(["--reason"], metavar="TEXT", required=True, help=say("withdraw_reason"))
    return options.command(
        "withdraw", _withdraw, [*month_parameters(), reason, by_option(), options.lang_option()]
    )


def _withdraw(**given: Unpack[Options]) -> int:
    return with_store(given["store"], lambda database: _withdrawn(database, given))


def _withdrawn(database: Database, given: Options) -> int:
    from syditval.store import current, withdraw

    entry = chosen(database, given)
    withdraw(database, entry, given["reason"].strip(), whoever(given["by"]), now())
    noted(database, given["by"], "withdraw", subject_of(entry), "done")
    if not is_quiet():
        counting = current(database, entry.entity, entry.period)
        click.echo(say("withdrew", entity=visible(entry.entity), period=entry.period, version=entry.version))
        key, version = ("counts_now", counting.version) if counting else ("nothing_counts", 0)
        click.echo(say(key, period=entry.period, version=version))
    return EXIT_CLEAN

"""``syditval store``: the store looked after: backups, checks, and what need be kept no longer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from syditval.cli import options
from syditval.cli.groups import group
from syditval.cli.kept_month import number_option
from syditval.cli.loudness import is_quiet
from syditval.cli.store_place import opened, store_named, store_option, with_store
from syditval.cli.suggestions import files
from syditval.cli.values import Place
from syditval.cli.whereabouts import by_option, noted, now, whoever
from syditval.cli.words import language, refused, say
from syditval.messages import Refusal, texts
from syditval.messages.visible import visible
from syditval.model.exit_codes import EXIT_CLEAN, EXIT_FINDINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from syditval.store import Database

_USUAL_NUMBER = 50


def command() -> click.Command:
    """The commands in the language in force."""
    return group(
        "store",
        {
            "backup": lambda: _command("backup", _backup, _file(), by_option()),
            "restore": lambda: _command("restore", _restore, _file(), by_option()),
            "check": lambda: _command("check", _check, by_option()),
            "purge": lambda: _command("purge", _purge, by_option()),
            "acts": lambda: _command("acts", _acts, number_option("last", "last_acts", _USUAL_NUMBER)),
        },
    )


def _command(name: str, run: Callable[..., int], *own: click.Parameter) -> click.Command:
    return options.command(name, run, [*own, store_option(), options.lang_option()], group="store")


def _file() -> click.Argument:
    return click.Argument(["file"], metavar="FILE", type=Place(dir_okay=False), shell_complete=files)


def _backup(file: Path, store: str | None, by: str) -> int:
    def work(database: Database) -> int:
        from syditval.store import back_up

        back_up(database, file)
        noted(database, by, "backup", file.name, "done")
        _echo("backed_up", path=str(file))
        return EXIT_CLEAN

    return with_store(store, work)


def _restore(file: Path, store: str | None, by: str) -> int:
    from syditval.store import restore

    try:
        place = store_named(store)
        restore(file, place)
        with opened(place) as database:
            noted(database, by, "restore", file.name, "done")
            _echo("restored", place=database.place)
    except Refusal as refusal:
        return refused(refusal)
    return EXIT_CLEAN


def _check(store: str | None, by: str) -> int:
    def work(database: Database) -> int:
        from syditval.store import check

        faults = check(database)
        for fault in faults:
            click.echo(visible(texts(language()).get("store_fault", fault.kind.value, subject=fault.subject)))
        noted(database, by, "check", database.place, f"{len(faults)} faults" if faults else "sound")
        if not faults:
            _echo("store_sound", place=database.place)
        return EXIT_FINDINGS if faults else EXIT_CLEAN

    return with_store(store, work)


def _purge(store: str | None, by: str) -> int:
    def work(database: Database) -> int:
        from syditval.store import purge

        gone = purge(database, now().date(), whoever(by))
        for entry in gone:
            _echo("purged", entity=entry.entity, period=entry.period, version=entry.version)
        if not gone:
            _echo("nothing_purged")
        return EXIT_CLEAN

    return with_store(store, work)


def _acts(last: int, store: str | None) -> int:
    def work(database: Database) -> int:
        from syditval.reports.months import aligned, told_time
        from syditval.store import acts

        done = acts(database, last)
        lines = [
            (told_time(each.at), each.who, each.act, each.subject, each.origin, each.outcome) for each in done
        ]
        for line in aligned([tuple(visible(part) for part in line) for line in lines]):
            click.echo(line)
        return EXIT_CLEAN

    return with_store(store, work)


def _echo(key: str, **fields: object) -> None:
    if not is_quiet():
        click.echo(say(key, **{name: visible(str(value)) for name, value in fields.items()}))

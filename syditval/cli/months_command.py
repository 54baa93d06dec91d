"""``syditval months``: which months are kept, and which are missing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from syditval.cli import options
from syditval.cli.loudness import is_quiet
from syditval.cli.options import report_console
from syditval.cli.store_place import store_option, with_store
from syditval.cli.words import language, say
from syditval.messages import Refusal
from syditval.model.exit_codes import EXIT_CLEAN

if TYPE_CHECKING:
    from syditval.reports.outputs import Color
    from syditval.store import Database


def command() -> click.Command:
    """The command in the language in force."""
    params = [
        click.Argument(["entity"], required=False),
        click.Option(["--all", "is_all"], is_flag=True, help=say("all_versions")),
        options.choice_option("format", "text", "json", parameter="form"),
        store_option(),
        options.color_option(),
        options.lang_option(),
    ]
    return options.command("months", _months, params)


def _months(entity: str | None, is_all: bool, form: str, store: str | None, color: Color) -> int:
    return with_store(store, lambda database: _listed(database, entity, is_all, form, color))


def _listed(database: Database, entity: str | None, is_all: bool, form: str, color: Color) -> int:
    from syditval.reports.months import render_months, shown_entries, write_months
    from syditval.store import entries

    found = entries(database, entity=entity)
    if entity is not None and not found:
        raise Refusal("M055", name=entity)
    if form == "json":
        write_months(found if is_all else shown_entries(found), sys.stdout)
    elif not is_quiet():
        render_months(found, is_all, language(), report_console(color))
    return EXIT_CLEAN

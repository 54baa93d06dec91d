"""``syditval schemas``: the kinds of table that are looked for, or the file of one of them."""

from __future__ import annotations

from pathlib import Path

import click

from syditval.cli import options
from syditval.cli.misuse import Misuse
from syditval.cli.options import with_kinds
from syditval.cli.suggestions import kinds
from syditval.cli.words import say
from syditval.model.exit_codes import EXIT_CLEAN


def command() -> click.Command:
    """The command in the language in force."""
    kind = click.Argument(["kind"], required=False, shell_complete=kinds)
    return options.command("schemas", _schemas, [kind, options.schemas_option(), options.lang_option()])


def _schemas(kind: str | None, schemas: Path | None) -> int:
    return with_kinds(lambda: _shown(kind, schemas))


def _shown(kind: str | None, schemas: Path | None) -> int:
    from syditval.kinds import load_kinds, schema_text

    known = load_kinds(schemas)
    if kind is None:
        for each in known:
            click.echo(
                say("kind_line", name=each.name, digest=each.digest[:8], titles=", ".join(each.titles))
            )
        return EXIT_CLEAN
    if kind not in {each.name for each in known}:
        raise Misuse("U021", kind=kind, kinds=", ".join(each.name for each in known))
    click.echo(schema_text(kind, schemas), nl=False)
    return EXIT_CLEAN

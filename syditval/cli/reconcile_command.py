"""``syditval reconcile``: the tables of known kinds in workbooks, reconciled."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Unpack

import click

from syditval.cli import options
from syditval.cli.options import with_kinds
from syditval.cli.reviewing import Options, parameters, request_of, review_all


def command() -> click.Command:
    """The command in the language in force."""
    return options.command("reconcile", _reconcile, parameters(options.schemas_option()))


def _reconcile(schemas: Path | None, **given: Unpack[Options]) -> int:
    request = replace(request_of(given), schemas=schemas)
    return with_kinds(lambda: review_all(given, request))

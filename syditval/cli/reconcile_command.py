"""``syditval reconcile``: the tables of known kinds in workbooks, reconciled."""

from __future__ import annotations

from typing import Unpack

import click

from syditval.cli import options
from syditval.cli.options import with_kinds
from syditval.cli.pairs import PairedCommand
from syditval.cli.reviewing import parameters, review_all
from syditval.cli.tasks import Options


def command() -> click.Command:
    """The command in the language in force."""
    return options.command("reconcile", _reconcile, parameters(options.schemas_option()), PairedCommand)


def _reconcile(**given: Unpack[Options]) -> int:
    from syditval.run import Question

    return with_kinds(lambda: review_all(given, Question.RECONCILE))

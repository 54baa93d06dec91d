"""``syditval reconcile``: the tables of known kinds in workbooks, reconciled."""

from __future__ import annotations

from typing import Unpack

import click

from syditval.cli import options
from syditval.cli.against import against_option, decision_option
from syditval.cli.options import with_kinds
from syditval.cli.pairs import PairedCommand
from syditval.cli.reviewing import parameters, review_all
from syditval.cli.tasks import Options


def command() -> click.Command:
    """The command in the language in force."""
    own = (options.schemas_option(), against_option("against"), decision_option())
    return options.command("reconcile", _reconcile, parameters(*own), PairedCommand)


def _reconcile(**given: Unpack[Options]) -> int:
    from syditval.run import Question

    return with_kinds(lambda: review_all(given, Question.RECONCILE))

"""The options that say by what means a workbook is read, for commands that only look at it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click

from syditval.cli import options
from syditval.cli.protection import note_missing_protections
from syditval.cli.settled import isolated_option, language_for, with_settings
from syditval.cli.words import language

if TYPE_CHECKING:
    from syditval.run import Request
    from syditval.settings import Settings


class Means(TypedDict):
    """What click gives for these options."""

    schemas: Path | None
    isolated: bool
    limit: tuple[str, ...]
    in_process: bool


def means_options() -> list[click.Parameter]:
    """The options."""
    return [
        options.schemas_option(),
        isolated_option(),
        options.limit_option(),
        options.in_process_option(),
        options.lang_option(),
    ]


def request_by(given: Means, settings: Settings) -> Request:
    """A request that asks for nothing in particular, by these means and with the roundings that are settled.

    Says what protection is missing.
    """
    from syditval.arithmetic import NEAREST, Policy, RatioBasis, RoundingMode
    from syditval.run import Request

    settled, values = with_settings(given, settings), settings.values
    if not settled["in_process"]:
        note_missing_protections()
    return Request(
        language_for(settings, language()),
        schemas=settled["schemas"],
        policy=Policy(
            RoundingMode(str(values.get("rounding", NEAREST.mode))),
            RatioBasis(str(values.get("ratio-basis", NEAREST.ratio_basis))),
        ),
        limits=options.limits_in_force(settled["limit"], settings.limits),
        in_process=settled["in_process"],
    )

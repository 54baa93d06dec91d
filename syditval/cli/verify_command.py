"""``syditval verify``: a run done again, and whether it comes out as its record says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from syditval.cli import options
from syditval.cli.against import against_option, beside, earlier_of_record
from syditval.cli.loudness import is_quiet
from syditval.cli.means import Means, means_options, request_by
from syditval.cli.options import report_console, with_kinds
from syditval.cli.protection import with_password
from syditval.cli.settled import settings_for
from syditval.cli.suggestions import files
from syditval.cli.words import language, refused
from syditval.messages import Refusal
from syditval.model.exit_codes import EXIT_CLEAN, EXIT_FINDINGS

if TYPE_CHECKING:
    from syditval.records import Recorded
    from syditval.reports.outputs import Color


def command() -> click.Command:
    """The command in the language in force."""
    workbook = click.Argument(["workbook"], metavar="WORKBOOK", required=False, shell_complete=files)
    params = [
        options.record_argument("record"),
        workbook,
        against_option("verify_against"),
        *means_options(),
        options.color_option(),
    ]
    return options.command("verify", _verify, params)


class _Asked(Means):
    """What click gives for the options of this command."""

    against: tuple[Path, ...]
    color: Color


def _verify(record: Path, workbook: str | None, **given: Unpack[_Asked]) -> int:
    return with_kinds(lambda: _verified(record, workbook, given))


def _verified(file: Path, workbook: str | None, given: _Asked) -> int:
    from syditval.reading import open_source
    from syditval.records import read_record
    from syditval.reports.verification import render_verification
    from syditval.run import verify

    try:
        record = read_record(file)
        place = workbook or _workbook_of(record, file)
        request = request_by(given, settings_for(place, isolated=given["isolated"]))
        source = open_source(place, request.limits)
        earlier = earlier_of_record(record, file, given["against"], request)
        done = verify(record, source, with_password(source, request), earlier)
    except Refusal as error:
        return refused(error.about(file=str(file)))
    if not is_quiet():
        render_verification(record, done.deviations, language(), report_console(given["color"]))
    return EXIT_CLEAN if done.is_same else EXIT_FINDINGS


def _workbook_of(record: Recorded, file: Path) -> str:
    """The workbook that a record is of. Raises NotARecord where there is none."""
    from syditval.records import NotARecord

    place = beside(record.name, file)
    if place is None:
        raise NotARecord("P005", file=str(file), workbook=record.name)
    return place

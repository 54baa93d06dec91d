"""``syditval waive``: a difference that somebody accepts, written down with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from syditval.cli import options
from syditval.cli.loudness import is_quiet
from syditval.cli.means import Means, means_options, request_by
from syditval.cli.misuse import Misuse
from syditval.cli.options import with_kinds
from syditval.cli.pairs import STANDARD_OUTPUT
from syditval.cli.protection import with_password
from syditval.cli.settled import settings_for
from syditval.cli.standards import amount_option, day_of, day_option, threshold_of, waivers_option
from syditval.cli.suggestions import files
from syditval.cli.words import refused, say
from syditval.messages import Refusal
from syditval.messages.visible import visible
from syditval.model.exit_codes import EXIT_CLEAN

if TYPE_CHECKING:
    from syditval.model.finding import Finding
    from syditval.model.waiver import Waiver
    from syditval.settings import Settings


class Options(Means):
    """What click gives for the options."""

    workbook: str
    finding: str | None
    reason: str | None
    by: str
    until: str | None
    at_most: str | None
    sums: bool
    waivers: Path | None


def command() -> click.Command:
    """The command in the language in force."""
    return options.command(
        "waive",
        _waive,
        [
            click.Argument(["workbook"], metavar="WORKBOOK", shell_complete=files),
            click.Argument(["finding"], metavar="ID", required=False),
            click.Option(["--reason"], metavar="TEXT", help=say("reason")),
            click.Option(["--by"], metavar="NAME", default="", help=say("by")),
            day_option("until"),
            amount_option("at-most"),
            click.Option(["--sums"], is_flag=True, help=say("of_sums")),
            waivers_option(),
            *means_options(),
        ],
    )


def _waive(**given: Unpack[Options]) -> int:
    return with_kinds(lambda: _waived(given))


def _waived(given: Options) -> int:
    from syditval.settings import add_waiver

    if given["workbook"] == STANDARD_OUTPUT:
        raise Misuse("U043", option="--waivers")
    settings = settings_for(given["workbook"], isolated=given["isolated"])
    try:
        findings = _findings(given, settings)
        if given["finding"] is None:
            click.echo("\n".join(_listed(findings)) or say("none_to_waive"))
            return EXIT_CLEAN
        file = given["waivers"] or settings.file or _file_beside(given["workbook"])
        waiver = _waiver(_chosen(findings, given["finding"]), given)
        add_waiver(file, waiver)
    except Refusal as error:
        return refused(error)
    if not is_quiet():
        click.echo(say("waived", finding=f"{waiver.code}/{visible(waiver.place)}", file=visible(str(file))))
    return EXIT_CLEAN


def _file_beside(workbook: str) -> Path:
    from syditval.settings import FILE_NAME

    return Path(workbook).parent / FILE_NAME


def _findings(given: Options, settings: Settings) -> Sequence[Finding]:
    """What is found in the workbook, whatever has been accepted before."""
    from syditval.reading import open_source
    from syditval.run import Question, reconcile

    question = Question.SUMS if given["sums"] else Question.RECONCILE
    request = replace(request_by(given, settings), question=question)
    source = open_source(given["workbook"], request.limits)
    return reconcile(source, with_password(source, request)).findings


def _listed(findings: Sequence[Finding]) -> list[str]:
    """A line for each finding: its id, and where it stands."""
    width = max((len(each.id) for each in findings), default=0)
    return [
        visible(f"{each.id:<{width}}  {each.cell.address if each.cell else say('whole_workbook')}")
        for each in findings
    ]


def _chosen(findings: Sequence[Finding], name: str) -> Finding:
    """The finding with an id, with or without its period, or with a code and a cell, or alone in a cell.

    Raises Misuse where there is none, or where there are several.
    """
    found = [each for each in findings if name in _names(each)]
    if not found:
        raise Misuse("U044", finding=name)
    if len(found) > 1:
        raise Misuse("U045", finding=name, ids=", ".join(each.id for each in found))
    return found[0]


def _names(finding: Finding) -> tuple[str, ...]:
    ids = (finding.id, f"{finding.code}/{finding.place}")
    cell = finding.cell.address if finding.cell else ""
    return (*ids, cell, f"{finding.code} {cell}") if cell else ids


def _waiver(finding: Finding, given: Options) -> Waiver:
    """The waiver of a finding: up to its difference as it is now, unless another amount is given."""
    from syditval.model.threshold import Threshold
    from syditval.model.waiver import Waiver

    if not (given["reason"] or "").strip():
        raise Misuse("U004", command="syditval waive", what="--reason")
    cap = threshold_of(given["at_most"], "--at-most")
    if cap is None and finding.evidence is not None:
        cap = Threshold(abs(finding.evidence.difference), finding.unit)
    return Waiver(
        code=finding.code,
        place=finding.place,
        reason=str(given["reason"]).strip(),
        at_most=cap,
        who=given["by"],
        until=day_of(given["until"], "--until"),
    )

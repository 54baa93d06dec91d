"""``syditval upload``: a month's workbook, checked and kept."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from syditval.cli import options
from syditval.cli.copies import STANDARD_INPUT, STANDARD_INPUT_NAME
from syditval.cli.kept_month import period_of, subject_of
from syditval.cli.loudness import is_quiet, note
from syditval.cli.misuse import Misuse
from syditval.cli.options import with_kinds
from syditval.cli.progress import followed
from syditval.cli.protection import note_missing_protections, with_password
from syditval.cli.reviewing import asking_options
from syditval.cli.second_run import second_run
from syditval.cli.settled import settings_of, with_settings
from syditval.cli.store_place import store_option, with_store
from syditval.cli.tasks import Asked, request_of
from syditval.cli.values import OneOf
from syditval.cli.whereabouts import by_option, noted, now, origin, whoever
from syditval.cli.words import language, refused, say
from syditval.messages import Refusal, texts
from syditval.messages.visible import visible
from syditval.model.exit_codes import EXIT_CLEAN, EXIT_FINDINGS, EXIT_NOTHING_RECOGNISED, worst

if TYPE_CHECKING:
    from syditval.model.period import Period
    from syditval.reading import Source
    from syditval.recognition import Stated
    from syditval.run import Request
    from syditval.run.upload import Delivery, Receipt
    from syditval.store import Database, Entry

_TEXT = "text"
_ACT = "upload"


class Options(Asked):
    """What click gives for the options."""

    entity: str
    period: str
    by: str
    decision: str
    store: str | None
    form: str


@dataclass(frozen=True, slots=True)
class Ready:
    """A workbook of which it is known whose it is and of which month, and what is asked of it."""

    delivery: Delivery
    stated: Stated
    request: Request
    given: Options


def command() -> click.Command:
    """The command in the language in force."""
    params = [
        options.workbooks_argument(several=True),
        click.Option(["--entity"], metavar="NAME", default="", help=say("upload_entity")),
        click.Option(["--period"], metavar="MONTH", default="", callback=_checked, help=say("upload_period")),
        click.Option(["--decision"], metavar="TEXT", default="", help=say("upload_decision")),
        by_option(),
        store_option(),
        click.Option(
            ["--format", "form"],
            type=OneOf([_TEXT, "json", "markdown"]),
            default=_TEXT,
            show_default=True,
            help=say("upload_format"),
        ),
        *asking_options(options.schemas_option()),
    ]
    return options.command("upload", _upload, params)


def _checked(_: click.Context, __: click.Parameter, text: str) -> str:
    if text:
        period_of(text)
    return text


def _upload(**given: Unpack[Options]) -> int:
    return with_kinds(lambda: with_store(given["store"], partial(_all, given), make=True))


def _all(given: Options, database: Database) -> int:
    """Upload every workbook, the earliest month first: the later ones are held against it.

    The worst of the exit codes.
    """
    from syditval.run import Question

    workbooks = given["workbooks"]
    settings = settings_of(workbooks, isolated=given["isolated"])
    if not given["in_process"]:
        note_missing_protections()
    codes, ready = [], []
    for each in workbooks:
        settled = with_settings(given, settings[each])
        request = request_of(settled, settings[each], Question.RECONCILE)
        try:
            ready.append(_ready(each, settled, request, database))
        except Refusal as refusal:
            codes.append(_refused(refusal, Path(each).name, given, database))
    ready.sort(key=lambda each: str(each.delivery.period))
    return worst([*codes, *(_one(each, database) for each in followed(ready))])


def _ready(workbook: str, given: Options, request: Request, database: Database) -> Ready:
    from syditval.reading import open_source
    from syditval.run.upload import addressed

    source = open_source(workbook, request.limits)
    if workbook == STANDARD_INPUT:
        source = replace(source, name=STANDARD_INPUT_NAME)
    request = with_password(source, request)
    delivery, stated = _delivery(source, given, request)
    return Ready(addressed(delivery, stated, database), stated, request, given)


def _one(ready: Ready, database: Database) -> int:
    from syditval.run.upload import upload

    given = ready.given
    try:
        receipt = upload(ready.delivery, database, ready.request, ready.stated)
        noted(database, given["by"], _ACT, subject_of(receipt.kept.entry), _outcome(receipt))
        _show(receipt, given, ready.request, database)
    except Refusal as refusal:
        return _refused(refusal, ready.delivery.source.name, given, database)
    _tell(receipt, given)
    return _exit_code(receipt.kept.entry, given["fail_on"])


def _refused(refusal: Refusal, name: str, given: Options, database: Database) -> int:
    from syditval.run.identify import NothingRecognised

    noted(database, given["by"], _ACT, name, refusal.code)
    code = refused(refusal)
    return EXIT_NOTHING_RECOGNISED if isinstance(refusal, NothingRecognised) else code


def _delivery(source: Source, given: Options, request: Request) -> tuple[Delivery, Stated]:
    """What is sent, with what the workbook states; what is missing is asked for where somebody sits."""
    from syditval.run.identify import entity_for, identify, period_for
    from syditval.run.upload import Delivery

    stated = identify(source, request)
    period = period_of(given["period"]) if given["period"] else None
    entity, is_asked = given["entity"], sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()
    if is_asked and entity_for(stated, entity, source.name) is None:
        entity = _answer("ask_entity", source)
    if is_asked and period_for(stated, period, source.name) is None:
        period = _answered_period(source)
    sent = Delivery(source, whoever(given["by"]), origin(), now(), entity, period, given["decision"].strip())
    return sent, stated


def _answer(question: str, source: Source) -> str:
    return str(click.prompt(say(question, file=visible(source.name)), err=True))


def _answered_period(source: Source) -> Period:
    while True:
        try:
            return period_of(_answer("ask_period", source))
        except Misuse as wrong:
            refused(wrong)


def _show(receipt: Receipt, given: Options, request: Request, database: Database) -> None:
    """Write the report; of what was sent before it is made again."""
    from syditval.reports.outputs import write_report

    if given["form"] != _TEXT or not is_quiet():
        report = receipt.report or second_run(database, receipt.kept.entry, request, None).report
        write_report(given["form"], report, sys.stdout, given["color"])


def _tell(receipt: Receipt, given: Options) -> None:
    """Say what became of it: on standard output, unless something stands there that programs read."""
    from syditval.reports.months import told_standing, told_time
    from syditval.reports.wording import Wording
    from syditval.store import Standing

    entry = receipt.kept.entry
    is_rejected = entry.standing is Standing.REJECTED
    key = "kept_before" if not receipt.kept.is_new else "kept_rejected" if is_rejected else "kept"
    standing = told_standing(entry, Wording(texts(language())))
    fields = {"entity": visible(entry.entity), "period": entry.period, "version": entry.version}
    told = say(key, **fields, standing=standing, at=told_time(entry.at))
    if given["form"] != _TEXT or is_quiet():
        note(told)
    else:
        click.echo(told)


def _outcome(receipt: Receipt) -> str:
    """How an upload ended, where acts are written down."""
    return receipt.kept.entry.standing.value if receipt.kept.is_new else "same"


def _exit_code(entry: Entry, fail_on: str) -> int:
    """The exit code of what was found when it was kept."""
    from syditval.model.rule import Severity

    counts = (entry.errors, entry.warnings, entry.notes)
    return EXIT_FINDINGS if any(counts[: Severity(fail_on).rank + 1]) else EXIT_CLEAN

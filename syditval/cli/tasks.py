"""What is to be done with each workbook of a call, settled before anything is done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NotRequired

from syditval.cli import options
from syditval.cli.against import EarlierFiles, against_of
from syditval.cli.copies import Copies, default_copy, planned_copies
from syditval.cli.marking import Marking, copy_order
from syditval.cli.misuse import Misuse, refuse_beside
from syditval.cli.pairs import pairs
from syditval.cli.report_places import planned_reports
from syditval.cli.settled import language_for, settings_of, with_settings
from syditval.cli.standards import Standards, day_of, threshold_of, waivers_of
from syditval.cli.words import language

if TYPE_CHECKING:
    from syditval.reports.outputs import Color
    from syditval.run import CopyOrder, Question, Request
    from syditval.settings import Settings

# The options that say how the annotated copy is to be.
_OF_THE_COPY = tuple(Marking.__annotations__)


class Asked(Standards):
    """What click gives for the options that say what is asked of a workbook."""

    workbooks: tuple[str, ...]
    fail_on: str
    rounding: str
    ratio_basis: str
    recalc: bool
    limit: tuple[str, ...]
    in_process: bool
    isolated: bool
    color: Color
    schemas: NotRequired[Path | None]


class Options(Marking, Asked):
    """What click gives for the options that reconcile and sums have."""

    output: tuple[str, ...]
    no_annotate: bool
    form: tuple[str, ...]
    against: NotRequired[tuple[Path, ...]]
    decision: NotRequired[str]


@dataclass(frozen=True, slots=True)
class Task:
    """One workbook: what is asked of it and what it is held against, its copy, its report in every form.

    The file of a form is None for standard output; ``is_usual`` says that nobody asked for a form.
    """

    workbook: str
    request: Request
    order: CopyOrder | None
    reports: tuple[tuple[str, Path | None], ...]
    is_usual: bool
    fail_on: str
    color: Color
    against: EarlierFiles


def tasks(given: Options, question: Question) -> list[Task]:
    """The task of each workbook, in their order.

    Raises Misuse for options that contradict one another, TomlMistakes for settings that cannot be used.
    """
    copy, wanted = pairs(given["form"], given["output"])
    if given["no_annotate"]:
        refuse_beside("--no-annotate", {**given, "output": copy}, ("output", *_OF_THE_COPY))
    workbooks = given["workbooks"]
    settings = settings_of(workbooks, isolated=given["isolated"])
    settled = {each: with_settings(given, settings[each]) for each in workbooks}
    # Whoever names a place for the copy wants one, whatever is settled.
    annotated = [each for each in workbooks if copy or not settled[each]["no_annotate"]]
    against = against_of(given.get("against", ()), given.get("decision", ""), workbooks)
    copies = planned_copies(annotated, copy, against.files)
    read = (given["carry_over"], given["waivers"], *against.files, *(each.file for each in settings.values()))
    places = planned_reports(workbooks, wanted, (*copies.places.values(), *filter(None, read)))
    if given["carry_over"] is not None and len(copies.places) > 1:
        raise Misuse("U014", option="--carry-over")
    return [
        Task(
            workbook=each,
            request=request_of(settled[each], settings[each], question),
            order=_order(each, settled[each], copies),
            reports=places[each],
            is_usual=wanted[0].is_usual,
            fail_on=settled[each]["fail_on"],
            color=given["color"],
            against=against,
        )
        for each in workbooks
    ]


def request_of(given: Asked, settings: Settings, question: Question) -> Request:
    """What is asked of a workbook."""
    from syditval.arithmetic import Policy, RatioBasis, RoundingMode
    from syditval.run import Request

    return Request(
        language_for(settings, language()),
        schemas=given.get("schemas"),
        policy=Policy(RoundingMode(given["rounding"]), RatioBasis(given["ratio_basis"])),
        limits=options.limits_in_force(given["limit"], settings.limits),
        in_process=given["in_process"],
        question=question,
        recalc=given["recalc"],
        waivers=waivers_of(given["waivers"], settings),
        as_of=day_of(given["as_of"], "--as-of"),
        materiality=threshold_of(given["materiality"], "--materiality"),
    )


def _order(workbook: str, given: Options, copies: Copies) -> CopyOrder | None:
    """The annotated copy of a workbook, if it gets one."""
    target = copies.places.get(workbook)
    if target is None:
        return None
    order = copy_order(given, target)
    return replace(order, folder=copies.folder, beside=default_copy(workbook))

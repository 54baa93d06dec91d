"""The options that say what is marked in an annotated copy, and what is told there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click

from syditval.cli.copies import Copies, default_copy
from syditval.cli.words import say

if TYPE_CHECKING:
    from syditval.annotation import Wishes
    from syditval.run import CopyOrder


class Marking(TypedDict):
    """What click gives for these options."""

    no_marks: bool
    ticks: bool
    tick: tuple[str, ...]
    show_uncovered: bool
    carry_over: Path | None
    time: str


def marking_options() -> list[click.Parameter]:
    """The options."""
    file = click.Path(exists=True, dir_okay=False, path_type=Path)
    return [
        click.Option(["--no-marks"], is_flag=True, help=say("no_marks")),
        click.Option(["--ticks"], is_flag=True, help=say("ticks")),
        click.Option(["--tick"], multiple=True, metavar="NAME=SIGN", help=say("tick")),
        click.Option(["--show-uncovered"], is_flag=True, help=say("show_uncovered")),
        click.Option(["--carry-over"], type=file, metavar="FILE", help=say("carry_over")),
        click.Option(["--time"], default="", metavar="TIME", callback=_time, help=say("time")),
    ]


def wishes_of(given: Marking) -> Wishes:
    """What the options ask for. Raises click.UsageError for what makes no sense."""
    from syditval.annotation import UnknownTick, Wishes, letters

    try:
        signs = letters(given["tick"]) if given["ticks"] or given["tick"] else {}
    except UnknownTick as error:
        raise click.UsageError(say("unknown_tick", tick=error)) from None
    if given["no_marks"] and (signs or given["show_uncovered"]):
        raise click.UsageError(say("marks_and_none"))
    return Wishes(not given["no_marks"], signs, given["show_uncovered"], given["time"])


def copy_orders(copies: Copies, wishes: Wishes, carry_over: Path | None) -> dict[str, CopyOrder]:
    """The copy of each workbook that gets one. Raises click.UsageError for one review to many workbooks."""
    from syditval.run import CopyOrder

    if carry_over is not None and len(copies.places) > 1:
        raise click.UsageError(say("carry_over_to_many"))
    order = CopyOrder(Path(), wishes, copies.folder, carry_over)
    return {
        workbook: replace(order, target=target, beside=default_copy(workbook))
        for workbook, target in copies.places.items()
    }


def _time(ctx: click.Context, param: click.Parameter, value: str) -> str:
    if value:
        try:
            datetime.fromisoformat(value)
        except ValueError:
            raise click.UsageError(say("no_time", time=value)) from None
    return value

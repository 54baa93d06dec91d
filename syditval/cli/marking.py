"""The options that say what is marked in an annotated copy, and what is told there."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click

from syditval.cli.misuse import Misuse, refuse_beside
from syditval.cli.values import Place
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
    file = Place(exists=True, dir_okay=False)
    return [
        click.Option(["--no-marks"], is_flag=True, help=say("no_marks")),
        click.Option(["--ticks"], is_flag=True, help=say("ticks")),
        click.Option(["--tick"], multiple=True, metavar="NAME=SIGN", help=say("tick")),
        click.Option(["--show-uncovered"], is_flag=True, help=say("show_uncovered")),
        click.Option(["--carry-over"], type=file, metavar="FILE", help=say("carry_over")),
        click.Option(["--time"], default="", metavar="TIME", callback=_time, help=say("time")),
    ]


def wishes_of(given: Marking) -> Wishes:
    """What the options ask for. Raises Misuse for what makes no sense."""
    from syditval.annotation import UnknownTick, Wishes, letters

    try:
        signs = letters(given["tick"]) if given["ticks"] or given["tick"] else {}
    except UnknownTick as error:
        raise Misuse("U018", tick=str(error)) from None
    if given["no_marks"]:
        refuse_beside("--no-marks", given, ("ticks", "tick", "show_uncovered"))
    return Wishes(not given["no_marks"], signs, given["show_uncovered"], given["time"])


def copy_order(given: Marking, target: Path) -> CopyOrder:
    """The annotated copy that the options ask for at a place. Raises Misuse for what makes no sense."""
    from syditval.run import CopyOrder

    return CopyOrder(target, wishes_of(given), carry_over=given["carry_over"])


def _time(ctx: click.Context, param: click.Parameter, value: str) -> str:
    if value:
        try:
            datetime.fromisoformat(value)
        except ValueError:
            raise Misuse("U017", time=value) from None
    return value

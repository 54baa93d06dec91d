"""The options that say what findings are held against: materiality, accepted differences, and the day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click

from syditval.cli.misuse import Misuse
from syditval.cli.values import Place
from syditval.cli.words import say

if TYPE_CHECKING:
    from syditval.model.threshold import Threshold
    from syditval.model.waiver import Waiver
    from syditval.settings import Settings


class Standards(TypedDict):
    """What click gives for these options."""

    materiality: str | None
    waivers: Path | None
    as_of: str | None


def standards_options() -> list[click.Parameter]:
    """The options."""
    return [
        amount_option("materiality"),
        waivers_option(),
        day_option("as-of"),
    ]


def amount_option(name: str) -> click.Option:
    """--NAME AMOUNT; its help has the same name."""
    text = say(name.replace("-", "_"))
    return click.Option([f"--{name}"], metavar="AMOUNT", callback=_amount_checked, help=text)


def day_option(name: str) -> click.Option:
    """--NAME DATE; its help has the same name."""
    text = say(name.replace("-", "_"))
    return click.Option([f"--{name}"], metavar="DATE", callback=_day_checked, help=text)


def waivers_option() -> click.Option:
    """--waivers FILE."""
    return click.Option(["--waivers"], type=Place(dir_okay=False), metavar="FILE", help=say("waivers"))


def threshold_of(text: str | None, option: str) -> Threshold | None:
    """The amount that an option states. Raises Misuse for what is none."""
    from syditval.model.threshold import Threshold

    try:
        return Threshold.parse(text) if text else None
    except ValueError:
        raise Misuse("U052", option=option, text=str(text)) from None


def day_of(text: str | None, option: str) -> date | None:
    """The day that an option states. Raises Misuse for what is none."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Misuse("U053", option=option, text=str(text)) from None


def waivers_of(file: Path | None, settings: Settings) -> tuple[Waiver, ...]:
    """The accepted differences of a file, or else those that are settled. Raises TomlMistakes."""
    from syditval.settings import load_settings

    return (settings if file is None else load_settings(file)).waivers


def _amount_checked(_: click.Context, option: click.Parameter, text: str | None) -> str | None:
    threshold_of(text, option.opts[0])
    return text


def _day_checked(_: click.Context, option: click.Parameter, text: str | None) -> str | None:
    day_of(text, option.opts[0])
    return text

"""The waivers of a file: ``[[waivers]]`` in syditval.toml, or in a file that holds nothing else."""

from __future__ import annotations

from pathlib import Path

from syditval.messages import texts
from syditval.model.waiver import Waiver
from syditval.strict_toml import Mistake, Section, TomlMistakes, read_file

KEY = "waivers"
# Only what a verdict is given on has a difference to hold an amount against.
_OF_A_VERDICT = "inconsistent"


def load_waivers(file: Path) -> tuple[Waiver, ...]:
    """The waivers of a file of its own. Raises TomlMistakes with every mistake in it."""
    mistakes: list[Mistake] = []
    root = read_file(file, mistakes)
    waivers: tuple[Waiver, ...] = ()
    if root is not None:
        waivers = waivers_in(root)
        root.close()
    if mistakes:
        raise TomlMistakes(mistakes)
    return waivers


def waivers_in(root: Section) -> tuple[Waiver, ...]:
    """The waivers that stand in a file; what is wrong with them is noted in the section."""
    waivers: list[Waiver] = []
    for section in root.sections(KEY, required=False):
        waiver = _waiver(section)
        if any((waiver.code, waiver.place) == (other.code, other.place) for other in waivers):
            section.complain("K006", "place", value=waiver.place)
        waivers.append(waiver)
    return tuple(waivers)


def _waiver(section: Section) -> Waiver:
    waiver = Waiver(
        code=section.text("code"),
        place=section.text("place"),
        reason=section.text("reason"),
        at_most=section.threshold("at_most"),
        who=section.optional_text("who"),
        until=section.day("until"),
        workbook=section.optional_text("workbook"),
    )
    words = texts("en")
    if waiver.code and not words.has(waiver.code, "why"):
        section.complain("K012", "code", value=waiver.code)
    elif waiver.at_most and not words.has(waiver.code, _OF_A_VERDICT):
        section.complain("K015", "at_most", value=waiver.code)
    section.close()
    return waiver

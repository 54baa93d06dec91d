"""The waivers of a settings file: its sections ``[[waivers]]``."""

from __future__ import annotations

from syditval.messages import texts
from syditval.model.waiver import Waiver
from syditval.strict_toml import Section

KEY = "waivers"
# The family of the rules on waivers themselves.
_OF_WAIVERS = "W"
# Only what a verdict is given on has a difference to hold an amount against.
_OF_A_VERDICT = "inconsistent"


def waivers_in(root: Section) -> tuple[Waiver, ...]:
    """The waivers that stand in a file; what is wrong with them is noted in the section."""
    waivers: list[Waiver] = []
    for section in root.sections(KEY, required=False):
        waiver = _waiver(section)
        is_named = waiver.code and waiver.place
        if is_named and any(_named(waiver) == _named(other) for other in waivers):
            section.complain("K006", "place", value=waiver.place)
        waivers.append(waiver)
    return tuple(waivers)


def _named(waiver: Waiver) -> tuple[str, str, str]:
    return waiver.code, waiver.place, waiver.workbook


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
    if waiver.code:
        _expect_rule(section, waiver)
    section.close()
    return waiver


def _expect_rule(section: Section, waiver: Waiver) -> None:
    words = texts("en")
    if not words.has(waiver.code, "why"):
        section.complain("K012", "code", value=waiver.code)
    elif waiver.code.startswith(_OF_WAIVERS):
        section.complain("K016", "code", value=waiver.code)
    elif waiver.at_most and not words.has(waiver.code, _OF_A_VERDICT):
        section.complain("K015", "at_most", value=waiver.code)

"""The fills of marks look the same everywhere and are known again among those of the workbook."""

from __future__ import annotations

import pytest

from syditval.model.rule import Severity
from syditval.patching.document import Document
from syditval.patching.entry_table import EntryTable
from syditval.patching.fills import HATCHING, MARKS, TINTS, Fill, Fills

ERROR = MARKS[Severity.ERROR]
NONE = '<fill><patternFill patternType="none"/></fill>'
GRAY = '<fill><patternFill patternType="gray125"/></fill>'
YELLOW = '<fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill>'


def solid(color: str) -> str:
    """A fill as it is written here."""
    colors = f'<fgColor rgb="FF{color}"/><bgColor indexed="64"/>'
    return f'<fill><patternFill patternType="solid">{colors}</patternFill></fill>'


def table(*entries: str) -> tuple[Document, Fills]:
    """A table with the two reserved fills and some more."""
    document = Document(f"<s><fills>{NONE}{GRAY}{''.join(entries)}</fills></s>".encode(), "styles")
    return document, Fills(EntryTable(document, document.root.children[0]))


def entries(document: Document) -> list[str]:
    after = Document(document.content(), "styles")
    return [after.text_of(entry) for entry in after.root.children[0].children]


def test_each_severity_has_a_tint_and_what_was_not_checked_a_hatching() -> None:
    document, fills = table()
    numbers = [fills.mark(fill) for fill in (*MARKS.values(), HATCHING, ERROR)]

    assert numbers == [2, 3, 4, 5, 2]
    assert entries(document)[2:5] == [solid(color) for color in TINTS.values()]
    assert entries(document)[5] == (
        '<fill><patternFill patternType="lightUp"><fgColor rgb="FF8C8C8C"/><bgColor rgb="FFFFFFFF"/>'
        "</patternFill></fill>"
    )


def test_a_mark_gets_a_shade_that_the_workbook_has_nowhere() -> None:
    document, fills = table(solid("F2BFA0"), solid("f2bf9f"))

    assert fills.mark(ERROR) == 4
    assert entries(document)[4] == solid("F2BF9E")
    assert fills.shades == (Fill("F2BF9E"),)


def test_a_look_may_share_the_fill_of_the_workbook() -> None:
    _, fills = table(solid("D9D9D9"))

    assert fills.number(Fill("D9D9D9")) == 2


def test_a_pattern_is_known_again_also_where_a_program_made_a_colour_of_it() -> None:
    _, fills = table()
    fills.mark(HATCHING)
    assert fills.shades == (HATCHING, Fill("E3E3E3"))

    _, saved = table(solid("E3E3E3"), YELLOW, solid("E3E3E3"))
    assert saved.numbers_of(fills.shades) == {2, 4}


def test_a_hatching_that_would_be_taken_for_a_fill_of_the_workbook_is_another() -> None:
    _, fills = table(solid("E3E3E3"))
    fills.mark(HATCHING)

    assert Fill("E3E3E3") not in fills.shades


@pytest.mark.parametrize(
    ("entry", "markup"),
    [
        (YELLOW, YELLOW),
        ('<fill><gradientFill degree="90"><stop position="0"/></gradientFill></fill>',) * 2,
        (NONE, ""),
        ("<fill><patternFill/></fill>", ""),
    ],
)
def test_a_fill_is_kept_as_text_and_given_back(entry: str, markup: str) -> None:
    _, fills = table(YELLOW.replace("FFFF00", "00FF00"), entry)

    assert fills.markup(3) == markup
    assert fills.restored(markup) == (3 if markup else 0)


def test_what_is_kept_as_text_has_no_prefix_of_its_part() -> None:
    prefixed = YELLOW.replace("</", "\0").replace("<", "<x:").replace("\0", "</x:")
    document = Document(f'<x:s xmlns:x="urn:x"><x:fills>{prefixed * 3}</x:fills></x:s>'.encode(), "styles")
    fills = Fills(EntryTable(document, document.root.children[0]))

    assert fills.markup(2) == YELLOW
    assert fills.restored(YELLOW) == 0
    assert fills.restored(YELLOW.replace("solid", "lightUp")) == 3
    assert entries(document)[3] == prefixed.replace("solid", "lightUp")


@pytest.mark.parametrize("number", [-1, 0, 3])
def test_the_first_fill_and_one_that_is_not_there_have_no_text(number: int) -> None:
    _, fills = table(YELLOW)

    assert fills.markup(number) == ""


def test_a_fill_that_nothing_needs_becomes_none() -> None:
    document, fills = table(solid("F2BFA0"), YELLOW)
    fills.clear(2)

    assert entries(document)[2:] == [NONE, YELLOW]


@pytest.mark.parametrize("there", ["", NONE, GRAY, NONE + GRAY])
def test_the_two_reserved_fills_are_not_used_for_a_mark(there: str) -> None:
    document = Document(f"<s><fills>{there}</fills></s>".encode(), "styles")
    fills = Fills(EntryTable(document, document.root.children[0]))

    assert fills.mark(ERROR) == 2
    assert entries(document)[1] == GRAY

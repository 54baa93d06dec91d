"""Links on cells, beside those that the sheet has."""

from __future__ import annotations

import re

import pytest

from syditval.patching import links
from syditval.patching.links import add_links, remove_links
from syditval.patching.sheet_part import SheetPart
from tests.patching.packages import sheet

OWN = '<hyperlink ref="B2:C3" location="Drift!A1"/><hyperlink ref="A9" r:id="rId1" xmlns:r="urn:r"/>'
ROWS = "<sheetData/>"


def content(part: SheetPart) -> str:
    """What stands in the sheet behind its cells."""
    return part.frame.content().decode().partition(ROWS)[2].removesuffix("</worksheet>")


def test_links_stand_in_the_order_of_their_cells_behind_what_goes_before_them() -> None:
    part = sheet(f"{ROWS}<mergeCells/><pageMargins/>")
    add_links(part, {(7, 2): "Granskning!A6", (2, 3): "'Min granskning'!A5"}, 'Till "Granskning"')

    assert content(part) == (
        "<mergeCells/><hyperlinks>"
        '<hyperlink ref="C2" location="\'Min granskning\'!A5" tooltip=\'Till "Granskning"\'/>'
        '<hyperlink ref="B7" location="Granskning!A6" tooltip=\'Till "Granskning"\'/>'
        "</hyperlinks><pageMargins/>"
    )


def test_a_cell_that_has_a_link_keeps_it_and_gets_no_other() -> None:
    part = sheet(f"{ROWS}<hyperlinks>{OWN}</hyperlinks>")
    add_links(part, {(3, 3): "G!A5", (9, 1): "G!A6", (9, 2): "G!A7"}, "")

    assert content(part) == (
        f'<hyperlinks>{OWN}<hyperlink ref="B9" location="G!A7" tooltip=""/></hyperlinks>'
    )


def test_no_links_are_no_element() -> None:
    part = sheet(ROWS)
    add_links(part, {}, "")

    assert content(part) == ""


def test_a_sheet_gets_no_more_links_than_it_may_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "LINK_LIMIT", 3)
    part = sheet(f"{ROWS}<hyperlinks>{OWN}</hyperlinks>")
    add_links(part, {(20, 1): "G!A5", (21, 1): "G!A6"}, "")

    assert re.findall('ref="(.*?)"', content(part)) == ["B2:C3", "A9", "A20"]


def test_links_to_a_sheet_are_taken_away_and_no_others() -> None:
    ours = '<hyperlink ref="B9" location="G!A7"/><hyperlink ref="B10" location="\'G\'!A8"/>'
    others = f'{OWN}<hyperlink ref="B11" location="Gata!A1"/>'
    part = sheet(f"{ROWS}<hyperlinks>{ours}{others}</hyperlinks>")
    remove_links(part, "G", "'G'")

    assert content(part) == f"<hyperlinks>{others}</hyperlinks>"


def test_what_is_linked_and_taken_off_is_what_there_was() -> None:
    for before in (f"{ROWS}<pageMargins/>", f"{ROWS}<hyperlinks>{OWN}</hyperlinks>", ROWS):
        linked = sheet(before)
        add_links(linked, {(20, 1): "G!A5"}, "")
        again = sheet(f"{ROWS}{content(linked)}")
        remove_links(again, "G")

        assert f"{ROWS}{content(again)}" == before

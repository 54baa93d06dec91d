"""Texts that only a sheet of ours showed are emptied where programs keep them for all sheets."""

from __future__ import annotations

import pytest

from syditval.patching.package import Package
from syditval.patching.shared_texts import forget_texts, texts_of
from tests.patching.packages import MAIN, R, package, relationships, sheet

WORKBOOK, TEXTS = "xl/workbook.xml", "xl/sharedStrings.xml"
ENTRIES = [
    "<x:si><x:t>Summa</x:t></x:si>",
    "<x:si><x:r><x:t>F101</x:t></x:r></x:si>",
    "<x:si><x:t>3</x:t></x:si>",
]


def shared(*entries: str) -> str:
    return f'<x:sst xmlns:x="{MAIN}" count="9">\n{"".join(entries)}<!-- end --></x:sst>'


def workbook() -> Package:
    relations = relationships(("r1", f"{R}/sharedStrings", "sharedStrings.xml"))
    return package({"xl/_rels/workbook.xml.rels": relations, TEXTS: shared(*ENTRIES)})


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ('<c r="A1" t="s"><v>12</v></c>', {12}),
        ("<x:c t = 's' s='5'>\n<x:v> 12 </x:v></x:c>", {12}),
        ('<c r="A1" t="str"><v>12</v></c>', set()),
        ('<c r="A1" s="5"><v>12</v></c>', set()),
        ('<c r="A1"/><c t="s"><v>0</v></c><c t="s"><v>7</v></c>', {0, 7}),
    ],
)
def test_the_texts_of_a_sheet_are_known_by_their_numbers(cell: str, numbers: set[int]) -> None:
    assert texts_of(sheet(f"<sheetData><row>{cell}</row><row/></sheetData>")) == numbers


def test_texts_are_emptied_in_their_places() -> None:
    of = workbook()
    forget_texts(of, WORKBOOK, {1, 2, 99})

    assert of.read(TEXTS).decode() == shared(ENTRIES[0], "<x:si><x:t/></x:si>", "<x:si><x:t/></x:si>")


def test_where_there_is_nothing_to_forget_nothing_is_touched() -> None:
    of, without = workbook(), package({})
    forget_texts(of, WORKBOOK, set())
    forget_texts(without, WORKBOOK, {1})

    assert of.changed == without.changed == ()

"""The table of texts: counted, measured, and read as it is meant."""

from __future__ import annotations

import pytest

from syditval.reading.limits import Limits
from syditval.reading.names import MAIN, STRICT_MAIN
from syditval.reading.shared_strings import StringsScan, read_strings, unescaped
from tests.reading.refusals import refusal

TABLES = {
    "none": ("", []),
    "plain": ("<si><t>Löner</t></si><si><t>Hyror</t></si>", ["Löner", "Hyror"]),
    "blank": ("<si/><si><t/></si><si><t xml:space='preserve'> a </t></si>", ["", "", " a "]),
    "in runs": ("<si><r><t>Budget </t></r><r><rPr><b/></rPr><t>2024</t></r></si>", ["Budget 2024"]),
    "with a phonetic reading": (
        "<si><t>予算</t><rPh sb='0' eb='2'><t>ヨサン</t></rPh><phoneticPr/></si>",
        ["予算"],
    ),
    "escaped": ("<si><t>a_x000D_b_x005F_x0041_</t></si>", ["a\rb_x0041_"]),
    "with other elements": ("<extLst><ext><t>no</t></ext></extLst><si><t>yes</t></si>", ["yes"]),
}


def table(inside: str, namespace: str = MAIN, root: str = "sst") -> list[bytes]:
    return [f'<{root} xmlns="{namespace}" count="9" uniqueCount="9">{inside}</{root}>'.encode()]


def scanned(chunks: list[bytes], limits: Limits = Limits()) -> int:
    scan = StringsScan("xl/sharedStrings.xml", limits)
    scan.scan(chunks)
    return scan.count


@pytest.mark.parametrize("namespace", [MAIN, STRICT_MAIN])
@pytest.mark.parametrize("name", TABLES)
def test_texts_are_read_and_there_are_as_many_as_were_counted(name: str, namespace: str) -> None:
    inside, texts = TABLES[name]

    assert [*read_strings(table(inside, namespace))] == texts
    assert scanned(table(inside, namespace)) == len(texts)


@pytest.mark.parametrize(
    ("root", "namespace"),
    [("sst", "urn:other"), ("sst", ""), ("worksheet", MAIN)],
    ids=["other", "none", "sheet"],
)
def test_what_is_no_table_of_texts_is_refused(root: str, namespace: str) -> None:
    refused = refusal(scanned, table("", namespace, root)).about(file="april.xlsx")

    assert refused.code == "R032"
    assert "xl/sharedStrings.xml should hold the table of shared texts" in str(refused)


def test_a_text_has_a_longest_length_and_all_its_runs_count() -> None:
    limits = Limits(text_characters=6)
    one, two = "<si><t>löner!</t></si>", "<si><r><t>löner</t></r><r><t>!!</t></r></si>"

    assert scanned(table(one + one), limits) == 2
    assert refusal(scanned, table(one + two), limits).fields["limit"] == "text_characters"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("_x0041_", "A"),
        ("_x00e5_", "å"),
        ("_x200B_", "\u200b"),
        ("_x0000_", "\0"),
        ("_x005F_x0041_", "_x0041_"),
        ("_xD800_", "_xD800_"),
        ("_x41_", "_x41_"),
        ("max_x", "max_x"),
    ],
)
def test_characters_that_xml_has_no_place_for(written: str, meant: str) -> None:
    assert unescaped(written) == meant

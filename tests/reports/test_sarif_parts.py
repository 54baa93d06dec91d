"""Messages that read as they are meant, and places of cells and files."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given

from syditval.model.cells import CellRef
from syditval.reports.sarif_parts import file_uri, location, message, valid
from tests.reports.example_reports import clean
from tests.reports.hostile_reports import hostile_texts


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("Summa says 5.", "", "Waived."), "Summa says 5.\nWaived."),
        (("{0} of {name}",), "{{0}} of {{name}}"),
        (("[here](1) and [Bok2.xlsx]Blad1!A1",), "[here] (1) and [Bok2.xlsx]Blad1!A1"),
        (("a\r\nb\N{RIGHT-TO-LEFT OVERRIDE}c\ud800",), "a  b\\u202ec\\ud800"),
    ],
)
def test_a_message_has_no_placeholders_no_links_and_hides_nothing(lines: tuple[str, ...], text: str) -> None:
    assert message(*lines) == {"text": text}


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("april.xlsx", "april.xlsx"),
        ("Drift & kultur 50 %.xlsx", "Drift%20%26%20kultur%2050%20%25.xlsx"),
        ("år:1.xlsx", "%C3%A5r%3A1.xlsx"),
        ("bok\udcf6.xlsx", "bok%ED%B3%B6.xlsx"),
    ],
)
def test_a_file_is_a_relative_reference(name: str, uri: str) -> None:
    assert file_uri(name) == uri


@given(hostile_texts)
def test_any_file_name_is_a_reference_of_one_part(name: str) -> None:
    uri = file_uri(name)

    assert urlsplit(uri).path == uri
    assert unquote(uri, errors="surrogatepass") == name


def test_a_cell_is_a_logical_place_in_a_file() -> None:
    place = location(CellRef("Drift 1", 14, 3), clean("en"), "Should be 5.")

    assert place == {
        "physicalLocation": {"artifactLocation": {"uri": "april.xlsx", "index": 0}},
        "logicalLocations": [{"name": "C14", "fullyQualifiedName": "'Drift 1'!C14", "kind": "cell"}],
        "message": {"text": "Should be 5."},
    }


def test_the_workbook_is_a_place_without_a_cell_and_without_a_file_there_is_none() -> None:
    assert list(location(None, clean("en"))) == ["physicalLocation"]
    assert location(None, replace(clean("en"), inputs=())) == {}


def test_halves_of_characters_become_escapes_and_nothing_else_changes() -> None:
    assert valid("Å\N{ZERO WIDTH SPACE}\udcf6") == "Å\N{ZERO WIDTH SPACE}\\udcf6"


def test_a_cell_of_an_earlier_workbook_stands_in_that_file() -> None:
    place = location(CellRef("Drift", 14, 3, "mars 1.xlsx"), clean("en"))

    assert place == {
        "physicalLocation": {"artifactLocation": {"uri": "mars%201.xlsx"}},
        "logicalLocations": [
            {"name": "C14", "fullyQualifiedName": "'[mars 1.xlsx]Drift'!C14", "kind": "cell"}
        ],
    }

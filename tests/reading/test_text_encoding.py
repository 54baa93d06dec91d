"""Which encoding a text is in, what is no text, and what was garbled before it came here."""

from __future__ import annotations

import codecs

import pytest

from syditval.model.cells import Cell, CellKind, Sheet
from syditval.model.trait import Trait, TraitKind
from syditval.reading.text_encoding import beginning_of, decoded, encoding_of, mojibake_in
from tests.reading.refusals import refusal

TEXT = "Kostnadsställe;Årsprognos\r\nLöner;−1 200\r\n"
PLAIN = TEXT.replace("−", "-")


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        pytest.param(TEXT.encode(), "utf-8", id="UTF-8"),
        pytest.param(TEXT.encode("utf-8-sig"), "utf-8-sig", id="UTF-8 with a mark"),
        pytest.param(TEXT.encode("utf-16"), "utf-16", id="UTF-16 with a mark"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16", id="big-endian with a mark"),
        pytest.param(TEXT.encode("utf-16-le"), "utf-16-le", id="UTF-16 without a mark"),
        pytest.param(TEXT.encode("utf-16-be"), "utf-16-be", id="big-endian without a mark"),
    ],
)
def test_an_encoding_is_told_from_the_bytes(content: bytes, encoding: str) -> None:
    assert encoding_of(content) == encoding
    assert decoded(content) == TEXT
    assert beginning_of(content) is not None


def test_what_is_not_utf_8_is_cp1252() -> None:
    assert encoding_of(PLAIN.encode("cp1252")) == "cp1252"
    assert decoded(PLAIN.encode("cp1252")) == PLAIN


def test_a_long_text_is_told_by_its_beginning_even_where_that_ends_within_a_letter() -> None:
    assert beginning_of(("a" + "ö" * 9_999).encode()) is not None


NO_TEXT = {
    "zeros": (bytes(98), "control characters"),
    "a zero in a text": (b"Konto;\0Budget", "control characters"),
    "a control character": (b"Konto;\x1b[31mBudget", "control characters"),
    "a form feed": (b"Konto\x0cBudget", "control characters"),
    "a byte that stands for nothing": (b"Konto \x81 \xe5", "in no encoding"),
    "half a character": ("Konto;Budget".encode("utf-16") + b"\0", "in no encoding"),
    "half of a pair": ("Konto;".encode("utf-16-le") + b"\x00\xd8", "in no encoding"),
}


@pytest.mark.parametrize(("content", "cause"), NO_TEXT.values(), ids=NO_TEXT)
def test_what_is_no_text_is_refused_with_the_cause(content: bytes, cause: str) -> None:
    refused = refusal(decoded, content).about(file="april.csv")

    assert refused.code == "R015"
    assert cause in str(refused)


@pytest.mark.parametrize("content", [bytes(99), b"MZ\x90\0", b"Konto;\x1b[31m", bytes(range(0x80, 0x100))])
def test_bytes_that_do_not_begin_as_text_have_no_beginning(content: bytes) -> None:
    assert beginning_of(content) is None


def sheet_with(*texts: str) -> Sheet:
    return Sheet("april", {(row, 2): Cell(CellKind.TEXT, text) for row, text in enumerate(texts, start=1)})


@pytest.mark.parametrize(
    "text", ["Kostnadsställe", "ÅRSPROGNOS", "Övrigt – ej fördelat", "1\xa0200", "−5", "é"]
)
@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_utf_8_that_was_taken_for_something_else_is_noticed(text: str, wrong: str) -> None:
    garbled = text.encode().decode(wrong)

    assert mojibake_in(sheet_with("Löner", garbled, garbled)) == (
        Trait(TraitKind.MOJIBAKE, "april!B2", garbled),
    )


def test_a_letter_that_was_lost_is_noticed() -> None:
    (trait,) = mojibake_in(sheet_with("Kostnadsst\ufffdlle"))

    assert trait.detail == "Kostnadsst\ufffdlle"


@pytest.mark.parametrize(
    "text",
    ["Löner", "”MILJÖ”", "Linje Å–Ö", "BÅ\xa0…", "Société Générale – 5 €", "½ tjänst", "Ängelholm", "10 m²"],
)
def test_sound_texts_are_not_suspected(text: str) -> None:
    assert mojibake_in(sheet_with(text)) == ()

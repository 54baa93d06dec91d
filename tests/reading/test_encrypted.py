"""Workbooks behind a password: opened with it, and refused by name without."""

from __future__ import annotations

import contextlib
import io
import random
import sys
from functools import cache
from pathlib import Path

import pytest

from syditval.reading import Source, UnreadableWorkbook, read_workbook
from syditval.reading.container import Container, container_of
from syditval.reading.encrypted import decrypted
from tests.reading.old_files import ole
from tests.reading.refusals import refusal

ooxml = pytest.importorskip("msoffcrypto.format.ooxml")

SAMPLE = Path(__file__).parents[2] / "samples" / "a-monthly-export.xlsx"
PASSWORD = "Kommun 2024 åäö"


@cache
def encrypted() -> bytes:
    """The sample, encrypted as Excel does it."""
    content = io.BytesIO()
    with SAMPLE.open("rb") as plain:
        ooxml.OOXMLFile(plain).encrypt(PASSWORD, content)
    return content.getvalue()


def test_it_is_known_for_what_it_is() -> None:
    assert container_of(encrypted()) is Container.ENCRYPTED


def test_the_password_opens_it() -> None:
    assert decrypted(encrypted(), PASSWORD, "april.xlsx") == SAMPLE.read_bytes()


def test_it_is_read_as_the_workbook_that_it_is() -> None:
    opened = read_workbook(Source("april.xlsx", encrypted(), None), password=PASSWORD)
    plain = read_workbook(Source("april.xlsx", SAMPLE.read_bytes(), None))

    assert opened.sheets == plain.sheets


@pytest.mark.parametrize("password", [None, ""])
def test_without_a_password_it_says_how_to_give_one(password: str | None) -> None:
    refused = refusal(decrypted, encrypted(), password, "april.xlsx")

    assert refused.code == "R006"
    assert "SYDITVAL_PASSWORD" in str(refused)


@pytest.mark.parametrize("password", ["kommun 2024 åäö", "x" * 300, "\udcff"])
def test_a_wrong_password_is_called_wrong(password: str) -> None:
    assert refusal(decrypted, encrypted(), password, "april.xlsx").code == "R010"


def without_information() -> bytes:
    return ole({"EncryptedPackage": b""})


def with_information(version: bytes) -> bytes:
    return ole({"EncryptionInfo": version, "EncryptedPackage": b""})


UNSUPPORTED = {
    "rights managed elsewhere": without_information(),
    "extensible encryption": with_information(b"\x03\0\x03\0"),
    "an unknown version": with_information(b"\x09\0\x09\0"),
}


@pytest.mark.parametrize("content", UNSUPPORTED.values(), ids=UNSUPPORTED)
def test_an_encryption_that_is_not_known_is_named_as_such(content: bytes) -> None:
    refused = refusal(decrypted, content, PASSWORD, "april.xlsx")

    assert refused.code == "R016"
    assert "(an encryption that is not known)" in str(refused)


@pytest.mark.parametrize("version", [b"\x04\0\x04\0", b"\x04\0\x02\0"], ids=["agile", "standard"])
def test_an_encryption_that_is_damaged_is_named_as_such(version: bytes) -> None:
    refused = refusal(decrypted, with_information(version), PASSWORD, "april.xlsx")

    assert refused.code == "R007"
    assert "(its encryption does not hold together)" in str(refused)


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "msoffcrypto.exceptions", None)

    refused = refusal(decrypted, encrypted(), PASSWORD, "april.xlsx")

    assert refused.code == "R011"
    assert "a workbook protected by a password, which needs" in str(refused)
    assert "pip install 'syditval[crypto]'" in str(refused)


@pytest.mark.parametrize("seed", range(20))
def test_whatever_happens_to_its_bytes_it_opens_or_is_refused(seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(encrypted()[: chance.randrange(512, len(encrypted()))])
    for _ in range(9):
        content[chance.randrange(len(content))] = chance.randrange(256)

    with contextlib.suppress(UnreadableWorkbook):
        assert decrypted(bytes(content), PASSWORD, "april.xlsx")

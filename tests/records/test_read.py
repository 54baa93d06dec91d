"""A record from its file: what is none is refused in one sentence, whatever it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from syditval.model.record import RECORD_VERSION
from syditval.records import NotARecord, read_record
from tests.records.written import Change, changed, record, said


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "april.json"


def refusal(file: Path) -> NotARecord:
    """Why a file is not read; its sentence is one in both languages, and names the file."""
    with pytest.raises(NotARecord) as refused:
        read_record(file)
    for language in ("en", "sv"):
        assert refused.value.sentence(language).startswith(("april.json", str(file)))
        assert refused.value.sentence(language).count("\n") == 0
    return refused.value


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_record_is_read_however_it_was_saved(file: Path, encoding: str, language: str) -> None:
    made = record(language)
    file.write_text(json.dumps(made, ensure_ascii=False, indent=4), encoding=encoding)
    told = read_record(file)

    assert told.is_intact
    assert (told.language, told.name) == (language, "april.xlsx")
    assert [each.message for each in told.findings] == [each["message"] for each in made["findings"]]


def test_a_broken_seal_is_no_reason_not_to_read_it(file: Path) -> None:
    file.write_text(json.dumps(changed(lambda made: made.update(remark="Ändrad."), sealed=False)))

    assert not read_record(file).is_intact


def test_a_file_that_is_not_there(file: Path) -> None:
    assert refusal(file).fields == {"file": str(file), "cause": "No such file or directory"}


def test_a_folder(file: Path) -> None:
    file.mkdir()

    assert (refusal(file).code, refusal(file).fields["cause"]) == ("P001", "Is a directory")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff\xfe\x93",
        b"Personalkostnader;1200\n",
        b"PK\x03\x04",
        b"[2]",
        b"null",
        b'"record"',
        b"{}",
        b'{"record": "2"}',
        b'{"record": NaN}',
        b'{"record": 2} {"record": 2}',
        b'{"record": ' + b"9" * 5000 + b"}",
        b"[" * 100_000,
        b'{"record":' * 100_000,
    ],
    ids=lambda content: content[:16].decode("latin-1").encode("unicode_escape").decode() + str(len(content)),
)
def test_what_is_no_record(file: Path, content: bytes) -> None:
    file.write_bytes(content)

    assert refusal(file).code == "P002"


@pytest.mark.parametrize("form", [1, RECORD_VERSION + 1, 0, -2])
def test_another_form_is_told_with_ours(file: Path, form: int) -> None:
    file.write_text(json.dumps(changed(lambda made: made.update(record=form))))

    assert refusal(file).code == "P003"
    assert f"form {form}, and this version of syditval reads form {RECORD_VERSION}" in str(refusal(file))


# Written by hand, not taken from the code: what every record must have.
NEEDED = {
    "tool",
    "language",
    "inputs",
    "schemas",
    "rules",
    "options",
    "waivers",
    "tables",
    "summary",
    "findings",
    "relations",
    "not_checked",
    "seal",
}


@pytest.mark.parametrize("key", sorted(NEEDED))
def test_what_every_record_has_must_be_there(file: Path, key: str) -> None:
    file.write_text(json.dumps(changed(lambda made: made.pop(key), sealed=key != "seal")))

    assert refusal(file).code == "P004"


DAMAGES: dict[str, Change] = {
    "a text for a list": lambda made: made.update(findings="none"),
    "a list for a table": lambda made: made.update(tool=[]),
    "a table within a text": lambda made: made["findings"][0].update(code={}),
    "another language": lambda made: made.update(language="fi"),
    "an amount without end": lambda made: made["findings"][0].update(found="1e999999999"),
    "an unknown severity": lambda made: made["findings"][0].update(severity="fatal"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_what_stands_in_its_place_must_be_of_its_form(file: Path, name: str) -> None:
    file.write_text(json.dumps(changed(DAMAGES[name])))

    assert refusal(file).code == "P004"


@pytest.mark.parametrize("depth", [10, 800, 900, 1_000, 100_000])
def test_nesting_is_read_or_refused_however_deep_it_is(file: Path, depth: int) -> None:
    """How deep is too deep depends on who asks: what can be read may be too deep for its seal."""
    nested = "[" * depth + "]" * depth
    file.write_text(json.dumps(record()).replace('{"record"', f'{{"nested": {nested}, "record"', 1))

    try:
        outcome = "read" if read_record(file).name == "april.xlsx" else "misread"
    except NotARecord as refused:
        outcome = refused.code
    assert outcome in (["read"] if depth == 10 else ["read", "P002", "P004"])


def test_what_is_read_is_what_the_record_says(file: Path) -> None:
    file.write_text(json.dumps(record()))

    assert read_record(file) == said()

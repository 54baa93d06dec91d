"""A file is its outermost section, or one mistake that says why it is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from syditval.strict_toml import Mistake, read_file, read_toml


def test_a_file_is_its_outermost_section(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text('title = "Över 100 tkr"', encoding="utf-8")
    mistakes: list[Mistake] = []
    section = read_file(file, mistakes)

    assert section is not None
    assert section.text("title") == "Över 100 tkr"
    assert mistakes == []


def test_numbers_are_exactly_what_is_written() -> None:
    section = read_toml("own.toml", b"maximum = 0.10", [])

    assert section is not None
    assert str(section.number("maximum")) == "0.10"


def test_mistakes_within_it_go_on_the_same_list(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text("colour = 3", encoding="utf-8")
    mistakes: list[Mistake] = []
    section = read_file(file, mistakes)
    assert section is not None
    section.close()

    assert [(each.code, each.file, each.key) for each in mistakes] == [("K001", str(file), "colour")]


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"titles = [", "Invalid value"),
        ("titel = 'Översikt'".encode("latin-1"), "'utf-8' codec can't decode byte 0xd6 in position 9"),
        (b"a = 1\na = 2", "Cannot overwrite a value"),
    ],
    ids=["broken off", "not UTF-8", "a key twice"],
)
def test_what_is_not_toml_is_one_mistake_with_its_cause(content: bytes, cause: str) -> None:
    mistakes: list[Mistake] = []

    assert read_toml("own.toml", content, mistakes) is None
    (mistake,) = mistakes
    assert (mistake.code, mistake.file, mistake.key) == ("K008", "own.toml", "")
    assert mistake.fields["cause"].startswith(cause)


@pytest.mark.parametrize(("name", "cause"), [("gone.toml", "No such file"), ("folder", "Is a directory")])
def test_what_cannot_be_read_is_one_mistake_with_its_cause(tmp_path: Path, name: str, cause: str) -> None:
    (tmp_path / "folder").mkdir()
    mistakes: list[Mistake] = []

    assert read_file(tmp_path / name, mistakes) is None
    (mistake,) = mistakes
    assert (mistake.code, mistake.file) == ("K014", str(tmp_path / name))
    assert mistake.fields["cause"].startswith(cause)

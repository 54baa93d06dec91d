"""The shipped kinds load; a folder of one's own adds to them and replaces them."""

from __future__ import annotations

from pathlib import Path

import pytest

from syditval.kinds import load_kinds, schema_text
from syditval.kinds.folder import shipped
from syditval.model.amounts import Unit
from syditval.strict_toml import TomlMistakes

SHIPPED = sorted(file.stem for file in shipped().glob("*.toml"))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with one kind: the shipped investment table, in kronor, under its own name."""
    text = schema_text("investment").replace('unit = "tkr"', 'unit = "kr"')
    (tmp_path / "projects.toml").write_text(text, encoding="utf-8")
    return tmp_path


def mistakes(folder: Path) -> list[str]:
    with pytest.raises(TomlMistakes) as wrong:
        load_kinds(folder)
    return [mistake.sentence("en") for mistake in wrong.value.mistakes]


def test_the_shipped_kinds_load_in_the_order_of_their_names() -> None:
    assert [kind.name for kind in load_kinds()] == SHIPPED == ["budget", "investment"]


def test_a_kind_of_ones_own_is_added(own: Path) -> None:
    assert {kind.name: kind.unit for kind in load_kinds(own)} == {
        "budget": Unit.TKR,
        "investment": Unit.TKR,
        "projects": Unit.KR,
    }


def test_a_kind_of_the_same_name_is_replaced(own: Path) -> None:
    (own / "projects.toml").rename(own / "investment.toml")

    assert {kind.name: kind.unit for kind in load_kinds(own)} == {
        "budget": Unit.TKR,
        "investment": Unit.KR,
    }


def test_the_schema_of_a_kind_can_be_shown_as_it_stands(own: Path) -> None:
    assert schema_text("budget") == (shipped() / "budget.toml").read_text(encoding="utf-8")
    assert schema_text("projects", own) == (own / "projects.toml").read_text(encoding="utf-8")
    with pytest.raises(KeyError):
        schema_text("projects")


def test_the_mistakes_of_all_files_are_raised_together(own: Path) -> None:
    (own / "a.toml").write_text("titles = [", encoding="utf-8")
    (own / "projects.toml").write_text(schema_text("investment") + "\ncolour = 3\n", encoding="utf-8")

    (first, second) = mistakes(own)
    assert first.startswith("a.toml: this is not TOML (")
    assert second.startswith("projects.toml: relations[4].colour is not a key that is known here")


def test_a_folder_without_schema_files_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "readme.txt").touch()

    assert mistakes(tmp_path) == [f"{tmp_path} holds no schema file (.toml): name the folder that has them."]
    assert mistakes(tmp_path / "gone") == [
        f"{tmp_path / 'gone'} holds no schema file (.toml): name the folder that has them."
    ]


def test_a_file_that_cannot_be_read_is_a_mistake(own: Path) -> None:
    (own / "folder.toml").mkdir()

    (mistake,) = mistakes(own)
    assert mistake.startswith("folder.toml cannot be read (")

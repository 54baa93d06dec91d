"""What the value of an option may be."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from syditval.cli.misuse import Misuse
from syditval.cli.values import OneOf, Place

OPTION = click.Option(["-o", "--output"])


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with a folder and a file in it, and we stand there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SYDITVAL_LANG", "en")
    Path("folder").mkdir()
    Path("file").touch()


def test_one_of_the_choices_is_taken_as_it_is() -> None:
    assert OneOf(("sv", "en")).convert("sv", OPTION, None) == "sv"


@pytest.mark.parametrize("wrong", ["no", "SV", ""])
def test_another_is_refused_by_the_name_of_its_option(wrong: str) -> None:
    with pytest.raises(Misuse, match=f"--output cannot be {wrong}: choose one of sv, en"):
        OneOf(("sv", "en")).convert(wrong, OPTION, None)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (Place(), "new"),
        (Place(dir_okay=False), "new"),
        (Place(dir_okay=False), "file"),
        (Place(file_okay=False), "folder"),
        (Place(exists=True), "folder"),
    ],
)
def test_a_place_is_a_path(place: Place, value: str) -> None:
    assert place.convert(value, OPTION, None) == Path(value)


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        (Place(exists=True), "new", "--output names new, which is not there"),
        (Place(dir_okay=False), "folder", "--output must be a file, and folder is a folder"),
        (Place(file_okay=False), "file", "--output must be a folder here, and file is a file"),
    ],
)
def test_a_place_of_the_wrong_sort_is_refused(place: Place, value: str, said: str) -> None:
    with pytest.raises(Misuse, match=said):
        place.convert(value, OPTION, None)

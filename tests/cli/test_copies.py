"""Where copies go: beside the workbook, into a folder, to a file; never two to one place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from syditval.cli.copies import default_clean, default_copy, planned_copies
from syditval.cli.misuse import Misuse


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder but for a folder ``granskade`` and a file ``one.xlsx``, and we stand in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SYDITVAL_LANG", "en")
    (tmp_path / "granskade").mkdir()
    (tmp_path / "one.xlsx").touch()
    return tmp_path


@pytest.mark.parametrize(
    ("workbooks", "output", "places", "folder"),
    [
        (["x/april.xlsx"], None, ["x/april.granskad.xlsx"], None),
        (["x/april.xlsx", "maj.xlsm"], None, ["x/april.granskad.xlsx", "maj.granskad.xlsm"], None),
        (["april.xlsx"], "copy.xlsx", ["copy.xlsx"], None),
        (["april.xlsx"], "one.xlsx", ["one.xlsx"], None),
        (["x/april.xlsx"], "granskade", ["granskade/april.granskad.xlsx"], "granskade"),
        (["april.xlsx"], "new/", ["new/april.granskad.xlsx"], "new"),
        (["april.xlsx"], f"new{os.sep}", ["new/april.granskad.xlsx"], "new"),
        (["april.xlsx", "maj.xlsx"], "a/b", ["a/b/april.granskad.xlsx", "a/b/maj.granskad.xlsx"], "a/b"),
        (["april.granskad.xlsx"], None, ["april.granskad-2.xlsx"], None),
        (["x/april.granskad-9.xlsx"], "new/", ["new/april.granskad-10.xlsx"], "new"),
        (["granskad.xlsx"], None, ["granskad.granskad.xlsx"], None),
        (["-"], None, [], None),
        (["-"], "copy.xlsx", ["copy.xlsx"], None),
        (["-"], "new/", ["new/standard-input.granskad.xlsx"], "new"),
    ],
)
def test_every_copy_has_its_place(
    workbooks: list[str], output: str | None, places: list[str], folder: str | None
) -> None:
    copies = planned_copies(workbooks, output)
    assert [place.as_posix() for place in copies.places.values()] == places
    assert copies.folder == (None if folder is None else Path(folder))


@pytest.mark.parametrize(
    ("workbooks", "output", "copy"),
    [
        (["x/april.xlsx", "y/april.xlsx"], "granskade", "granskade/april.granskad.xlsx"),
        (["x/april.xlsx", "x/april.xlsx"], "granskade", "granskade/april.granskad.xlsx"),
        (["x/april.xlsx", "x/april.xlsx"], None, "x/april.granskad.xlsx"),
        (["x/april.xlsx", "x/../x/april.xlsx"], None, "april.granskad.xlsx"),
    ],
)
def test_two_copies_in_one_place_are_refused_by_name(
    workbooks: list[str], output: str | None, copy: str
) -> None:
    with pytest.raises(Misuse) as refused:
        planned_copies(workbooks, output)
    said = refused.value.message
    assert f"of {workbooks[0]} and {workbooks[1]} would both be" in said
    assert str(Path(copy)) in said


@pytest.mark.parametrize(
    ("workbooks", "output"), [(["april.xlsx", "maj.xlsx"], "one.xlsx"), (["april.xlsx"], "one.xlsx/")]
)
def test_a_file_is_no_folder(workbooks: list[str], output: str) -> None:
    with pytest.raises(Misuse, match=r"must be a folder .* one\.xlsx is a file"):
        planned_copies(workbooks, output)


def test_planning_makes_nothing(here: Path) -> None:
    planned_copies(["april.xlsx", "maj.xlsx"], "new")
    assert sorted(path.name for path in here.iterdir()) == ["granskade", "one.xlsx"]


@pytest.mark.parametrize(
    ("workbooks", "output"),
    [
        (["april.xlsx", "april.granskad.xlsx"], None),
        (["one.xlsx"], "one.xlsx"),
        (["one.xlsx"], "./one.xlsx"),
        (["april.csv", "april.granskad.csv.xlsx"], None),
        (["april.xls.xlsx"], "april.xls"),
    ],
)
def test_no_copy_takes_the_place_of_a_workbook_that_is_to_be_read(
    workbooks: list[str], output: str | None
) -> None:
    """``reconcile *.xlsx`` for the second time takes in the copies of the first.

    What stands in place of a copy has an ending of its own, and takes no workbook's place either.
    """
    with pytest.raises(Misuse, match="would overwrite a workbook that is to be read"):
        planned_copies(workbooks, output)


@pytest.mark.parametrize(
    ("workbook", "copy"),
    [
        ("x/april.xlsm", "x/april.granskad.xlsm"),
        ("april.granskad.xlsx", "april.granskad-2.xlsx"),
        ("-", None),
    ],
)
def test_an_earlier_copy_is_looked_for_where_the_copy_would_usually_go(
    workbook: str, copy: str | None
) -> None:
    assert default_copy(workbook) == (None if copy is None else Path(copy))


@pytest.mark.parametrize(
    ("copy", "clean"),
    [
        ("x/april.granskad.xlsx", "x/april.rensad.xlsx"),
        ("april.granskad-2.xlsm", "april.rensad.xlsm"),
        ("granskning.xlsx", "granskning.rensad.xlsx"),
    ],
)
def test_without_its_marks_a_copy_gets_a_name_of_its_own(copy: str, clean: str) -> None:
    """Never that of the workbook that it was made of."""
    assert default_clean(copy) == Path(clean)

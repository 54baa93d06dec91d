"""Where reports go: to a file, into a folder, to standard output; never in the place of anything else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from syditval.cli.misuse import Misuse
from syditval.cli.pairs import Wanted
from syditval.cli.report_places import planned_reports
from syditval.reports.outputs import FLOWING, OUTPUTS, ending

APRIL, MAY = "x/april.xlsx", "maj.xlsx"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder but for a folder ``ut`` and a file ``ut.json``, and we stand in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SYDITVAL_LANG", "en")
    (tmp_path / "ut").mkdir()
    (tmp_path / "ut.json").touch()
    return tmp_path


def planned(workbooks: list[str], *wanted: Wanted, taken: Sequence[str] = ()) -> list[list[str | None]]:
    """The places of the reports on each workbook; ``taken`` are those of annotated copies, say."""
    places = planned_reports(workbooks, wanted, [Path(place) for place in taken])
    return [[place and place.as_posix() for _, place in places[workbook]] for workbook in workbooks]


@pytest.mark.parametrize(
    ("workbooks", "place", "places"),
    [
        ([APRIL], None, [None]),
        ([APRIL], "april.json", ["april.json"]),
        ([APRIL], "ut.json", ["ut.json"]),
        ([APRIL], "ut", ["ut/april.json"]),
        ([APRIL], "ny/", ["ny/april.json"]),
        ([APRIL], "ny/april.json", ["ny/april.json"]),
        ([APRIL, MAY], "ny", ["ny/april.json", "ny/maj.json"]),
        ([APRIL, MAY], "ny/djup", ["ny/djup/april.json", "ny/djup/maj.json"]),
        ([APRIL, MAY], None, [None, None]),
        (["-"], "in.json", ["in.json"]),
        (["-"], "ut", ["ut/standard-input.json"]),
    ],
)
def test_every_report_has_its_place(
    workbooks: list[str], place: str | None, places: list[str | None]
) -> None:
    assert planned(workbooks, Wanted("json", place)) == [[each] for each in places]


def test_in_a_folder_every_form_has_its_ending() -> None:
    (places,) = planned([APRIL], *(Wanted(form, "ut") for form in OUTPUTS))

    assert places == [f"ut/april{ending(form)}" for form in OUTPUTS]
    assert len(set(places)) == len(OUTPUTS)


def test_a_workbook_that_is_named_twice_has_one_report() -> None:
    assert planned([MAY, MAY], Wanted("json", "ut")) == [["ut/maj.json"], ["ut/maj.json"]]


@pytest.mark.parametrize(
    ("workbooks", "wanted", "taken", "place", "holder"),
    [
        (["april.csv"], [Wanted("csv", "april.csv")], [], "april.csv", "april.csv"),
        (["april.csv"], [Wanted("csv", "./ut/../april.csv")], [], r"ut/\.\./april.csv", "april.csv"),
        (["ut/april.csv"], [Wanted("csv", "ut")], [], "ut/april.csv", "ut/april.csv"),
        ([APRIL], [Wanted("text", "a"), Wanted("json", "a")], [], "a", r"x/april.xlsx \(text\)"),
        ([APRIL], [Wanted("json", "ut"), Wanted("html", "ut/april.json")], [], "ut/april.json", r"x/april.xlsx \(json\)"),
        (["x/a.xlsx", "y/a.xlsx"], [Wanted("json", "ut")], [], "ut/a.json", r"x/a.xlsx \(json\)"),
        ([APRIL], [Wanted("json", "a.granskad.csv")], ["a.granskad.csv"], "a.granskad.csv", "a.granskad.csv"),
    ],
    ids=[
        "the workbook",
        "the workbook by another way",
        "the workbook in the folder",
        "another form",
        "another form in a folder",
        "the report on another workbook",
        "the annotated copy",
    ],
)  # fmt: skip
def test_no_report_takes_the_place_of_anything_else(
    workbooks: list[str], wanted: list[Wanted], taken: list[str], place: str, holder: str
) -> None:
    with pytest.raises(Misuse, match=f"{place} is already the place of {holder} in this call"):
        planned(workbooks, *wanted, taken=taken)


@pytest.mark.parametrize("form", OUTPUTS)
def test_only_what_can_stand_in_a_row_goes_to_one_stream_for_several_workbooks(form: str) -> None:
    assert planned([APRIL], Wanted(form)) == [[None]]
    if form in FLOWING:
        assert planned([APRIL, MAY], Wanted(form)) == [[None], [None]]
    else:
        with pytest.raises(
            Misuse, match=f"Reports as {form} on several workbooks cannot stand in one stream"
        ):
            planned([APRIL, MAY], Wanted(form))


def test_for_several_workbooks_a_file_is_no_folder() -> None:
    with pytest.raises(Misuse, match=r"ut\.json is a file"):
        planned([APRIL, MAY], Wanted("json", "ut.json"))


def test_planning_makes_nothing(here: Path) -> None:
    planned([APRIL, MAY], Wanted("json", "ny"))

    assert sorted(path.name for path in here.iterdir()) == ["ut", "ut.json"]

"""The review without the workbook: where it goes, and what it says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from syditval.annotation import CannotAnnotate, Wishes, alone_path
from syditval.annotation.alone import write_alone
from syditval.annotation.review import Answer, CarriedOver, Status
from syditval.annotation.review_columns import HEAD, LETTERS
from syditval.model.report import Report
from syditval.reading import open_source, read_workbook
from tests.annotation.build import cause, drift_workbook, finding, report
from tests.annotation.seen import opened, part_names

SIGNED = CannotAnnotate("A003", file="april.xlsx")
TOTAL = finding("Drift!C8")


@pytest.fixture
def told(tmp_path: Path) -> Report:
    source = drift_workbook(tmp_path / "april.xlsx")
    return report(source, [TOTAL], causes=[cause("Drift!C7", TOTAL)])


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("april.granskad.xlsx", "april.granskad.xlsx"),
        ("APRIL.XLSX", "APRIL.XLSX"),
        ("april.granskad.xlsm", "april.granskad.xlsm.xlsx"),
        ("april.granskad.csv", "april.granskad.csv.xlsx"),
        ("x/april", "x/april.xlsx"),
    ],
)
def test_it_goes_where_a_spreadsheet_program_opens_it(target: str, path: str) -> None:
    assert alone_path(Path(target)) == Path(path)


def test_it_is_one_sheet_that_says_why(told: Report, tmp_path: Path) -> None:
    path = write_alone(tmp_path / "egen.xlsx", told, Wishes(), SIGNED)

    book = opened(path)
    assert book.sheetnames == ["Granskning"]
    assert str(book["Granskning"]["A3"].value).startswith("april.xlsx är digitalt signerad")
    assert path == tmp_path / "egen.xlsx"


def test_it_tells_every_item_and_links_nowhere(told: Report, tmp_path: Path) -> None:
    sheet = opened(write_alone(tmp_path / "egen.xlsx", told, Wishes(), SIGNED))["Granskning"]

    places = [sheet[f"{LETTERS['cell']}{row}"].value for row in (HEAD + 1, HEAD + 2)]
    assert places == ["Drift!C7", "Drift!C8"]
    assert [cell.hyperlink for row in sheet for cell in row if cell.hyperlink] == []


def test_time_and_what_was_carried_over_stand_there_too(told: Report, tmp_path: Path) -> None:
    carried = CarriedOver("mars.xlsx", {TOTAL.id: Answer(Status.EXPLAINED, "Omföring", "EL")})
    wishes = Wishes(time="2024-05-08T14:30", carried=carried)
    sheet = opened(write_alone(tmp_path / "egen.xlsx", told, wishes, SIGNED))["Granskning"]

    said = {cell.value for row in sheet for cell in row}
    assert {"förklarad", "Omföring", "EL", "mars.xlsx", "2024-05-08T14:30"} <= said


def test_it_is_an_ordinary_workbook(told: Report, tmp_path: Path) -> None:
    path = write_alone(tmp_path / "egen.xlsx", told, Wishes(), SIGNED)

    assert read_workbook(open_source(path)).container == "xlsx"
    assert part_names(path) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
    }


def test_it_is_the_same_bytes_every_time(told: Report, tmp_path: Path) -> None:
    one, other = (write_alone(tmp_path / name, told, Wishes(), SIGNED) for name in ("a.xlsx", "b.xlsx"))

    assert one.read_bytes() == other.read_bytes()


def test_libreoffice_opens_it(told: Report, tmp_path: Path, office: Callable[..., list[Path]]) -> None:
    path = write_alone(tmp_path / "egen.xlsx", told, Wishes(), SIGNED)

    [shown] = office("csv:Text - txt - csv (StarCalc):44,34,76", path)
    assert shown.read_text(encoding="utf-8").startswith("Granskning av april.xlsx,")


def test_a_place_that_cannot_be_written_to_is_refused(told: Report, tmp_path: Path) -> None:
    with pytest.raises(CannotAnnotate) as refused:
        write_alone(tmp_path / "nowhere" / "egen.xlsx", told, Wishes(), SIGNED)

    assert refused.value.code == "A005"

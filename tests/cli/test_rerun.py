"""A review that goes on: what people wrote in a copy is there again in the next, and says what has changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from syditval.annotation.review_columns import COLUMNS, HEAD, LETTERS, SETTLED
from syditval.cli.main import main
from tests.annotation.build import edited
from tests.annotation.seen import opened, seen
from tests.annotation.writers import signed

SAMPLES = Path(__file__).parents[2] / "samples"
DRIFT, INVESTMENTS = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"

# Items of the sample with planted errors, and what is to become of them.
KEPT = "V101/budget/övrigttjänsteköp/variance/2024-04-30"
UNANSWERED = "H102/investment/itinvestaskersund/percent/2024-04-30"
CHANGED = "F101/budget/total/actual/2024-04-30"
CAUSE = "cause/investment/itinvestlekeberg/percent"
GONE = "V103/investment/itinvestlekeberg/percent/2024-04-30"

Row = dict[str, object]


@pytest.fixture(autouse=True, scope="module")
def swedish() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SYDITVAL_LANG", "sv")
        yield


def ended(*arguments: object) -> int:
    with pytest.raises(SystemExit) as left:
        main(["reconcile", "--in-process", *map(str, arguments)])
    return int(left.value.code or 0)


def sample(folder: Path) -> Path:
    """The workbook with planted errors in a folder of its own."""
    return Path(shutil.copy(SAMPLES / "c-planted-errors.xlsx", folder / "april.xlsx"))


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    return sample(tmp_path)


def copy_of(workbook: Path) -> Path:
    """The copy beside a workbook, made now."""
    assert ended(workbook) == 1
    return workbook.with_name("april.granskad.xlsx")


def rows(copy: Path) -> dict[str, Row]:
    """The items of a review sheet by their ids, settled ones among them."""
    return _rows(opened(copy)["Granskning"])


def _rows(sheet: Worksheet) -> dict[str, Row]:
    found = {}
    for number in range(HEAD + 1, sheet.max_row + 1):
        row = {name: sheet[f"{LETTERS[name]}{number}"].value for name in COLUMNS}
        found[str(row["id"])] = row | {"row": number}
    return {name: row for name, row in found.items() if name != "None"}


def answer(row: Row) -> tuple[object, ...]:
    return row["status"], row["comment"], row["signature"]


def reviewed(copy: Path, sort: bool = False) -> Path:
    """A copy after an auditor has been at work: three items answered, and the rows sorted backwards."""
    book = opened(copy)
    sheet = book["Granskning"]
    for name, status in ((KEPT, "förklarad"), (CHANGED, "rättad"), (GONE, "rättad"), (CAUSE, "förklarad")):
        row = _rows(sheet)[name]["row"]
        written = {"status": status, "comment": f"=Om {name[:4]}", "signature": "EL 2024-05-08"}
        for column, text in written.items():
            sheet[f"{LETTERS[column]}{row}"].value = text
            sheet[f"{LETTERS[column]}{row}"].data_type = "s"
    if sort:
        _sort_backwards(sheet)
    book.save(copy)
    return copy


def _sort_backwards(sheet: Worksheet) -> None:
    last = int(sheet.auto_filter.ref.rpartition("R")[2])
    block = [[cell.value for cell in row] for row in sheet.iter_rows(HEAD + 1, last)]
    for number, values in enumerate(reversed(block), start=HEAD + 1):
        for column, value in enumerate(values[:-1], start=1):
            cell = sheet.cell(number, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"


def corrected(workbook: Path) -> Path:
    """The workbook with Investeringar!E6 put right, and another wrong amount in Drift!C6."""
    edited(workbook, INVESTMENTS, "<v>95</v>", "<v>5</v>")
    return edited(workbook, DRIFT, "<v>3643</v>", "<v>3653</v>")


@pytest.fixture(scope="module", params=[False, True], ids=["rows as they were", "rows sorted"])
def done(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook after a second run, before which it and the copy were worked on."""
    workbook = sample(tmp_path_factory.mktemp("story"))
    reviewed(copy_of(workbook), request.param)
    assert ended(corrected(workbook)) == 1
    return workbook


class TestStory:
    @pytest.fixture
    def second(self, done: Path) -> dict[str, Row]:
        """What the copy says then."""
        return rows(done.with_name("april.granskad.xlsx"))

    @pytest.fixture
    def workbook(self, done: Path, tmp_path: Path) -> Path:
        """The workbook with its copy in another folder, to go on with."""
        return shutil.copytree(done.parent, tmp_path / "going on") / done.name

    def test_an_answer_holds_while_its_amounts_do(self, second: dict[str, Row]) -> None:
        assert answer(second[KEPT]) == ("förklarad", "=Om V101", "EL 2024-05-08")
        assert second[KEPT]["earlier"] is None

    def test_what_nobody_answered_is_open(self, second: dict[str, Row]) -> None:
        assert answer(second[UNANSWERED]) == ("öppen", None, None)

    def test_a_finding_whose_amount_changed_is_open_again_and_says_so(self, second: dict[str, Row]) -> None:
        assert (second[CHANGED]["expected"], second[CHANGED]["found"]) == (101, -89)
        assert answer(second[CHANGED]) == ("öppen", "=Om F101", None)
        assert second[CHANGED]["earlier"] == (
            "Öppnad på nytt, beloppen har ändrats. "
            "Var rättad (EL 2024-05-08) vid -89 i stället för 91. Nu -89 i stället för 101."
        )

    @pytest.mark.parametrize(("name", "status"), [(GONE, "rättad"), (CAUSE, "förklarad")])
    def test_what_is_no_more_is_listed_as_settled(
        self, second: dict[str, Row], name: str, status: str
    ) -> None:
        assert second[name]["amounts"] == SETTLED
        assert (second[name]["status"], second[name]["signature"]) == (status, "EL 2024-05-08")
        assert (second[name]["cell"], second[name]["found"]) == ("Investeringar!E6", 95)

    def test_items_stand_in_the_order_of_the_report_again(
        self, second: dict[str, Row], workbook: Path
    ) -> None:
        workbook.with_name("april.granskad.xlsx").unlink()

        items = [name for name, row in second.items() if row["amounts"] != SETTLED]
        assert items == list(rows(copy_of(workbook)))

    def test_a_third_run_keeps_it_all(self, second: dict[str, Row], workbook: Path) -> None:
        third = copy_of(workbook)
        once = third.read_bytes()
        assert rows(third) == second

        assert ended(workbook) == 1
        assert third.read_bytes() == once

    def test_what_is_back_is_open_again(self, workbook: Path) -> None:
        shutil.copy(SAMPLES / "c-planted-errors.xlsx", workbook)

        again = rows(copy_of(workbook))[GONE]
        assert answer(again) == ("öppen", "=Om V103", None)
        assert again["earlier"] == "Tillbaka efter att ha varit borta. Var rättad (EL 2024-05-08)."

    def test_the_review_sheet_says_where_answers_came_from(self, done: Path) -> None:
        review = opened(done.with_name("april.granskad.xlsx"))["Granskning"]

        said = [cell.value for row in review for cell in row if cell.value is not None]
        assert said[said.index("Övertaget från") + 1] == "april.granskad.xlsx"


class TestWhereTheEarlierReviewIs:
    def kept(self, copy: Path) -> bool:
        return answer(rows(copy)[KEPT]) == ("förklarad", "=Om V101", "EL 2024-05-08")

    def test_beside_the_workbook_although_the_copy_goes_elsewhere(self, workbook: Path) -> None:
        reviewed(copy_of(workbook))
        assert ended(workbook, "-o", f"{workbook.parent}/nya/") == 1

        assert self.kept(workbook.parent / "nya" / "april.granskad.xlsx")

    def test_in_the_file_that_is_named(self, workbook: Path) -> None:
        earlier = reviewed(copy_of(workbook)).rename(workbook.with_name("mars.xlsx"))
        assert not self.kept(copy_of(workbook))
        assert ended(workbook, "--carry-over", earlier) == 1

        assert self.kept(workbook.with_name("april.granskad.xlsx"))

    def test_in_the_workbook_itself_where_that_is_a_copy(self, workbook: Path) -> None:
        copy = reviewed(copy_of(workbook))
        before = copy.read_bytes()
        assert ended(copy) == 1

        assert self.kept(workbook.with_name("april.granskad-2.xlsx"))
        assert copy.read_bytes() == before

    def test_in_a_review_that_stands_alone(self, workbook: Path) -> None:
        """Signed workbooks get no copy, and their reviews go on too."""
        alone = copy_of(signed(workbook))
        assert opened(alone).sheetnames == ["Granskning"]
        reviewed(alone)
        assert ended(corrected(workbook)) == 1

        assert self.kept(alone)
        assert answer(rows(alone)[CHANGED]) == ("öppen", "=Om F101", None)
        assert rows(alone)[GONE]["amounts"] == SETTLED

    def test_in_a_copy_that_another_program_has_saved(
        self, workbook: Path, office: Callable[..., list[Path]]
    ) -> None:
        copy = reviewed(copy_of(workbook))
        [saved] = office("xlsx", copy)
        shutil.copy(saved, copy)
        assert ended(corrected(workbook)) == 1

        assert self.kept(copy)
        assert answer(rows(copy)[CHANGED]) == ("öppen", "=Om F101", None)
        assert rows(copy)[GONE]["amounts"] == SETTLED


class TestAnnotatingACopy:
    def test_gives_all_cells_as_annotating_the_workbook_does(self, workbook: Path) -> None:
        copy = copy_of(workbook)
        assert ended(copy) == 1

        one, two = seen(copy), seen(workbook.with_name("april.granskad-2.xlsx"))
        assert list(two) == ["Granskning", "Drift", "Investeringar"]
        for sheets in (one, two):
            sheets.pop("Granskning")
        assert one == two

    def test_takes_off_marks_that_are_not_wanted_any_more(self, workbook: Path) -> None:
        assert ended(workbook, "--ticks", "--show-uncovered") == 1
        assert ended(workbook.with_name("april.granskad.xlsx"), "--no-marks") == 1

        bare = seen(workbook.with_name("april.granskad-2.xlsx"))
        bare.pop("Granskning")
        assert bare == seen(workbook)

    def test_leaves_what_people_have_put_there(self, workbook: Path) -> None:
        copy = copy_of(workbook)
        book = opened(copy)
        book["Drift"]["H1"] = "Se bilaga 4"
        book.create_sheet("Egna anteckningar")
        book.save(copy)
        assert ended(copy) == 1

        again = opened(workbook.with_name("april.granskad-2.xlsx"))
        assert again.sheetnames == ["Granskning", "Drift", "Investeringar", "Egna anteckningar"]
        assert again["Drift"]["H1"].value == "Se bilaga 4"


class TestNothingIsLost:
    @pytest.fixture
    def copy(self, workbook: Path) -> Path:
        return reviewed(copy_of(workbook))

    def test_an_earlier_copy_that_cannot_be_read_is_not_overwritten(
        self, copy: Path, workbook: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        copy.write_bytes(copy.read_bytes()[:-5000])
        torn = copy.read_bytes()
        capsys.readouterr()

        assert ended(workbook) == 2
        streams = capsys.readouterr()
        assert "april.xlsx" in streams.out
        assert f"Den tidigare granskningen {copy} kan inte läsas" in streams.err
        assert copy.read_bytes() == torn
        assert sorted(path.name for path in copy.parent.iterdir()) == ["april.granskad.xlsx", "april.xlsx"]

    def test_a_file_without_a_review_has_nothing_to_carry_over(
        self, copy: Path, workbook: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        before = copy.read_bytes()

        assert ended(workbook, "--carry-over", SAMPLES / "a-monthly-export.xlsx") == 2
        assert "a-monthly-export.xlsx har inget blad med en granskning" in capsys.readouterr().err
        assert copy.read_bytes() == before

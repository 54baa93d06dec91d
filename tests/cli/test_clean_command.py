"""``syditval clean``: the workbook back out of its annotated copy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from syditval.cli.main import main
from syditval.run import protected
from tests.annotation.seen import opened, seen, texts
from tests.annotation.writers import signed

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", "en")


def ended(*arguments: object) -> int:
    with pytest.raises(SystemExit) as left:
        main([str(argument) for argument in arguments])
    return int(left.value.code or 0)


@pytest.fixture
def copy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """An annotated copy with all sorts of marks; what was said of it has been read."""
    shutil.copy(SAMPLES / "c-planted-errors.xlsx", tmp_path / "april.xlsx")
    assert ended("reconcile", "--ticks", "--show-uncovered", tmp_path / "april.xlsx") == 1
    capsys.readouterr()
    return tmp_path / "april.granskad.xlsx"


def test_the_workbook_comes_back_beside_the_copy(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    back = copy.with_name("april.rensad.xlsx")
    before = copy.read_bytes()

    assert ended("clean", copy) == 0
    said = "Parts of the copy that stay the same bytes: 5. Without marks: "
    assert capsys.readouterr() == (f"{said}{back}\n", "")
    assert seen(back) == seen(copy.with_name("april.xlsx"))
    assert "syditval" not in texts(back)
    assert copy.read_bytes() == before


def test_quiet_says_nothing_of_it(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("clean", "-q", copy) == 0
    assert capsys.readouterr() == ("", "")
    assert copy.with_name("april.rensad.xlsx").is_file()


def test_output_names_its_place(copy: Path) -> None:
    assert ended("clean", copy, "-o", copy.with_name("maj.xlsx")) == 0
    assert seen(copy.with_name("maj.xlsx")) == seen(copy.with_name("april.xlsx"))


def test_it_is_the_same_bytes_every_time_and_without_a_process_of_its_own(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = copy.with_name("1.xlsx"), copy.with_name("2.xlsx")
    assert ended("clean", copy, "-o", one) == 0
    monkeypatch.delattr(protected, "isolated")
    assert ended("clean", "--in-process", copy, "-o", other) == 0
    assert one.read_bytes() == other.read_bytes()


def test_what_was_changed_in_the_copy_stays(copy: Path) -> None:
    book = opened(copy)
    book["Drift"]["C15"] = 89
    book["Drift"]["G1"] = "Rättat av Eva"
    book.save(copy)

    assert ended("clean", copy) == 0
    sheet = opened(copy.with_name("april.rensad.xlsx"))["Drift"]
    assert (sheet["C15"].value, sheet["G1"].value) == (89, "Rättat av Eva")


def test_a_workbook_without_a_review_is_exit_2(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("clean", copy.with_name("april.xlsx")) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err.startswith("syditval: A013: april.xlsx has no sheet with a review by syditval")
    assert streams.err.count("\n") == 1
    assert not copy.with_name("april.rensad.xlsx").exists()


@pytest.mark.parametrize(
    ("name", "says"), [("mars.xlsx", "There is no file"), ("torn.xlsx", "is damaged or was cut short")]
)
def test_what_cannot_be_read_is_exit_2(
    copy: Path, name: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    copy.with_name("torn.xlsx").write_bytes(copy.read_bytes()[:9000])
    assert ended("clean", copy.with_name(name)) == 2
    assert says in capsys.readouterr().err


def test_a_signature_is_not_broken(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("clean", signed(copy)) == 2
    assert "digitally signed" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_to_is_exit_2(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("clean", copy, "-o", copy.parent / "nowhere" / "april.xlsx") == 2
    assert "cannot be written" in capsys.readouterr().err


def test_limits_hold_here_too(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("clean", "--limit", "sheets=2", copy) == 2
    assert "the limit sheets allows 2" in capsys.readouterr().err


@pytest.mark.parametrize(("place", "said"), [("", "would overwrite"), ("april.xlsm", "must end in .xlsx")])
def test_it_goes_neither_in_the_place_of_the_copy_nor_under_another_kind_of_name(
    copy: Path, place: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = copy.read_bytes()

    assert ended("clean", copy, "-o", copy.with_name(place or copy.name)) == 2
    assert said in capsys.readouterr().err
    assert copy.read_bytes() == before
    assert not copy.with_name("april.xlsm").exists()

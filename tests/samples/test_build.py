"""The samples: the committed workbooks are what the script gives, and they say what README.md promises."""

from __future__ import annotations

import shutil
import zipfile
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from samples import build

SAMPLES = Path(build.__file__).parent
MONTHS = ("months/2024-01", "months/2024-02", "months/2024-03", "months/2024-04")
OTHER_APRIL = "months/2024-04-errors"
WORKBOOKS = (
    "a-monthly-export",
    "b-as-printed",
    "c-planted-errors",
    "d-kronor-export",
    *MONTHS,
    OTHER_APRIL,
)
README = (SAMPLES / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with freshly built samples."""
    folder = tmp_path_factory.mktemp("samples")
    build.build(folder)
    return folder


def parts(workbook: Path) -> dict[str, bytes]:
    """Every part of a package, unpacked: how a zip library compresses is not our promise."""
    with zipfile.ZipFile(workbook) as package:
        return {name: package.read(name) for name in package.namelist()}


def figures(name: str) -> list[list[str]]:
    """The label and the figures of every line and total of a sample, as written."""
    return [
        [text.rpartition(build.ARROW)[2].replace("\n", "") for text in cells if text]
        for sheet in build.read_sheets(SAMPLES / f"{name}.txt")
        for style, *cells in sheet.rows
        if style in ("line", "total")
    ]


def amount(text: str) -> Decimal:
    return Decimal(text.removesuffix(" %").replace(" ", "").replace(",", "."))


class TestCommittedWorkbooks:
    @pytest.mark.parametrize("name", WORKBOOKS)
    def test_they_are_what_the_script_gives(self, built: Path, name: str) -> None:
        assert parts(SAMPLES / f"{name}.xlsx") == parts(built / f"{name}.xlsx")

    def test_no_other_workbook_is_committed(self) -> None:
        committed = (file.relative_to(SAMPLES).with_suffix("") for file in SAMPLES.rglob("*.xlsx"))

        assert sorted(file.as_posix() for file in committed) == sorted(WORKBOOKS)

    def test_a_workbook_with_one_figure_changed_is_seen(self, built: Path, tmp_path: Path) -> None:
        sheets = build.changed(
            build.read_sheets(SAMPLES / "a-monthly-export.txt"), [build.Change("Drift!C7", "90", "91")]
        )
        build.write_workbook(sheets, tmp_path / "changed.xlsx")

        assert parts(tmp_path / "changed.xlsx") != parts(built / "a-monthly-export.xlsx")

    def test_a_workbook_with_a_part_added_is_seen(self, built: Path, tmp_path: Path) -> None:
        more = shutil.copy(built / "a-monthly-export.xlsx", tmp_path)
        with zipfile.ZipFile(more, "a") as package:
            package.writestr("xl/more.xml", "<more/>")

        assert parts(Path(more)) != parts(built / "a-monthly-export.xlsx")


class TestReadme:
    @pytest.mark.parametrize("name", WORKBOOKS)
    def test_every_workbook_is_described(self, name: str) -> None:
        assert f"| `{name}.xlsx` |" in README

    def test_the_planted_errors_are_listed_as_they_are_planted(self) -> None:
        rows = [
            [error.cell, f"`{error.was}`", f"`{error.stands}`", error.error, ", ".join(error.shows_at)]
            for error in build.read_planted()
        ]
        table = "".join(f"| {' | '.join(row)} |\n" for row in rows)

        assert f"\n|---|---|---|---|---|\n{table}\n" in README

    def test_the_errors_from_month_to_month_are_listed_as_they_are_planted(self) -> None:
        rows = [
            [e.cell, f"`{e.march}`", f"`{e.stands}`", e.error, e.rule, ", ".join(e.shows_at)]
            for e in build.read_month_errors()
        ]
        table = "".join(f"| {' | '.join(row)} |\n" for row in rows)

        assert f"\n|---|---|---|---|---|---|\n{table}\n" in README


class TestMonths:
    def test_april_is_the_monthly_export(self) -> None:
        assert figures(MONTHS[-1]) == figures("a-monthly-export")

    def test_the_cells_of_the_other_april_hold_what_is_said_of_them(self) -> None:
        march, april = (
            {sheet.name: sheet for sheet in build.read_sheets(SAMPLES / f"{name}.txt")}
            for name in (MONTHS[2], OTHER_APRIL)
        )
        for error in build.read_month_errors():
            name, _, address = error.cell.partition("!")
            row, column = int(address[1:]) - 1, ord(address[0]) - ord("A")
            stands = [sheet[name].at(row, column) for sheet in (march, april)]
            assert stands == [error.march, error.stands], error.cell


class TestPlantedErrors:
    def test_there_are_at_least_eight_of_different_kinds(self) -> None:
        kinds = {error.error for error in build.read_planted()}

        assert len(kinds) == len(build.read_planted()) >= 8

    def test_an_error_that_does_not_fit_its_cell_is_refused(self) -> None:
        sheets = build.read_sheets(SAMPLES / "a-monthly-export.txt")

        with pytest.raises(ValueError, match="Drift!C6 is '3 463', not '3 464'"):
            build.changed(sheets, [build.Change("Drift!C6", "3 464", "3 643")])


class TestTheSameReport:
    """(b) and (d) are (a) in other clothes."""

    def test_as_printed_shows_the_same_figures(self) -> None:
        def plain(rows: list[list[str]]) -> list[list[str]]:
            return [[text.replace(" ", "") for text in row] for row in rows]

        assert plain(figures("b-as-printed")) == plain(figures("a-monthly-export"))

    def test_the_kronor_round_to_the_budget_table_with_its_sign_turned(self) -> None:
        for in_tkr, in_kronor in zip(
            figures("a-monthly-export")[:11], figures("d-kronor-export")[:11], strict=True
        ):
            budget, actual, forecast, variance = (rounded_tkr(text) for text in in_kronor[1:5])
            label, *printed = [*in_tkr, "0"][:5]  # a blank variance is nothing
            assert [-budget, -actual, -forecast, variance] == [amount(text) for text in printed], label

    def test_the_kronor_round_to_the_investment_table(self) -> None:
        for in_tkr, in_kronor in zip(
            figures("a-monthly-export")[11:], figures("d-kronor-export")[11:], strict=True
        ):
            rounded = [amount(text) if "%" in text else rounded_tkr(text) for text in in_kronor[1:7]]
            assert rounded == [amount(text) for text in in_tkr[1:]], in_tkr[0]

    def test_every_percentage_in_kronor_is_the_rounded_ratio_but_for_laxa(self) -> None:
        rows = {row[0]: row for row in figures("d-kronor-export")[11:]}
        off = {
            label
            for label, (_, budget, booked, _, percent, *_) in rows.items()
            if rounded(100 * amount(booked) / amount(budget), "0.1") != amount(percent)
        }

        assert off == {"IT-invest Laxå"}

    def test_sums_and_differences_in_kronor_are_exact(self) -> None:
        budget, investment = figures("d-kronor-export")[:11], figures("d-kronor-export")[11:]
        for *lines, total in (budget, investment):
            for column, text in enumerate(total):
                if column and "%" not in text:
                    assert sum(amount(line[column]) for line in lines) == amount(text)
        for _, first, _, forecast, variance, *_ in budget:
            assert amount(forecast) - amount(first) == amount(variance)
        for _, first, booked, left, _, forecast, variance in investment:
            assert amount(first) - amount(booked) == amount(left)
            assert amount(first) - amount(forecast) == amount(variance)


def rounded(value: Decimal, step: str) -> Decimal:
    return value.quantize(Decimal(step), ROUND_HALF_UP)


def rounded_tkr(text: str) -> Decimal:
    return rounded(amount(text) / 1000, "1")

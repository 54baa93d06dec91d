"""Old and foreign workbooks: their values, and nothing of what makes them."""

from __future__ import annotations

import struct
import sys
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from syditval.messages import texts
from syditval.model.cells import Area, Cell, CellKind, Sheet
from syditval.model.trait import Trait, TraitKind
from syditval.reading import legacy
from syditval.reading.legacy import read_legacy
from syditval.reading.limits import Limits
from tests.reading.old_files import (
    CHART_SHEET,
    HIDDEN,
    MACRO_SHEET,
    VERY_HIDDEN,
    VISIBLE,
    Value,
    ods,
    record,
    xls,
    xls_day,
    xls_error,
    xls_merged,
    xlsb,
)
from tests.reading.refusals import refusal

pytest.importorskip("python_calamine")

ROWS: list[list[Value]] = [["Konto", None, "Årsprognos"], [], ["Löner", 5010.0, -1200.5]]
WRITERS = {"xls": xls, "xlsb": xlsb, "ods": ods}


def sheet_of(content: bytes) -> Sheet:
    (sheet,) = read_legacy(content, Limits(), "april.xls").sheets
    return sheet


def number(text: str) -> Cell:
    return Cell(CellKind.NUMBER, Decimal(text))


@pytest.mark.parametrize("kind", WRITERS)
class TestEveryKind:
    def test_values_stand_where_they_stood(self, kind: str) -> None:
        assert sheet_of(WRITERS[kind](ROWS)).cells == {
            (1, 1): Cell(CellKind.TEXT, "Konto"),
            (1, 3): Cell(CellKind.TEXT, "Årsprognos"),
            (3, 1): Cell(CellKind.TEXT, "Löner"),
            (3, 2): number("5010"),
            (3, 3): number("-1200.5"),
        }

    def test_also_where_the_first_rows_and_columns_are_empty(self, kind: str) -> None:
        rows: list[list[Value]] = [[], [], [None, None, 5.0], [None, 7.0]]

        assert sheet_of(WRITERS[kind](rows)).cells == {(3, 3): number("5"), (4, 2): number("7")}

    def test_that_only_values_were_read_is_said(self, kind: str) -> None:
        contents = read_legacy(WRITERS[kind](ROWS), Limits(), "april.xls")

        assert contents.traits == (Trait(TraitKind.VALUES_ONLY, detail=kind),)

    def test_a_sheet_has_its_name(self, kind: str) -> None:
        assert sheet_of(WRITERS[kind](ROWS)).name == "Drift"

    def test_an_empty_sheet_is_a_sheet(self, kind: str) -> None:
        assert sheet_of(WRITERS[kind]([])).cells == {}

    @pytest.mark.parametrize("length", [0.2, 0.5])
    def test_one_that_is_cut_short_is_damaged(self, kind: str, length: float) -> None:
        content = WRITERS[kind](ROWS)

        refused = refusal(read_legacy, content[: int(len(content) * length)], Limits(), "april.xls")

        assert refused.code == "R007"
        assert str(refused.about(file="april.xls")).startswith("april.xls is damaged or was cut short")

    def test_without_the_extra_it_is_named(self, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "python_calamine", None)

        refused = refusal(read_legacy, WRITERS[kind](ROWS), Limits(), "april.xls")

        assert refused.code == "R011"
        assert f"(.{kind}), which needs" in str(refused.about(file="april.xls"))
        assert "pip install 'syditval[legacy]'" in str(refused.about(file="april.xls"))

    @pytest.mark.parametrize(("limit", "most"), [("sheet_cells", 5), ("text_characters", 10)])
    def test_a_limit_may_be_reached_and_not_exceeded(self, kind: str, limit: str, most: int) -> None:
        content = WRITERS[kind](ROWS)

        assert read_legacy(content, Limits().with_value(limit, str(most)), "april.xls").sheets
        refused = refusal(read_legacy, content, Limits().with_value(limit, str(most - 1)), "april.xls")
        assert (refused.code, refused.fields["limit"], refused.fields["found"]) == ("R013", limit, str(most))


class TestValues:
    @pytest.mark.parametrize(
        ("stored", "value"),
        [(0.1 + 0.2, "0.3"), (1234567890.123456789, "1234567890.12346"), (1e300, "1E+300"), (0.0, "0")],
    )
    def test_numbers_have_the_15_digits_that_excel_keeps(self, stored: float, value: str) -> None:
        assert sheet_of(xls([[stored]])).cells == {(1, 1): number(value)}

    @pytest.mark.parametrize("stored", [float("nan"), float("inf"), float("-inf")])
    def test_a_number_that_is_none_is_an_error(self, stored: float) -> None:
        (cell,) = sheet_of(xls([[stored]])).cells.values()

        assert (cell.kind, cell.value) == (CellKind.ERROR, str(stored))

    def test_a_number_in_the_format_of_a_day_is_a_date(self) -> None:
        cells = sheet_of(xls(extra=xls_day(0, 0, 45412) + xls_day(1, 0, 45412.5))).cells

        assert cells[1, 1] == Cell(CellKind.DATE, datetime(2024, 4, 30))
        assert cells[2, 1] == Cell(CellKind.DATE, datetime(2024, 4, 30, 12))

    @pytest.mark.parametrize(
        ("value", "cell"),
        [
            (date(2024, 4, 30), Cell(CellKind.DATE, datetime(2024, 4, 30))),
            (time(12, 30), Cell(CellKind.TEXT, "12:30:00")),
            (timedelta(hours=36), Cell(CellKind.TEXT, "1 day, 12:00:00")),
            (5, number("5")),
        ],
    )
    def test_other_values_of_the_library_are_what_they_are_elsewhere(self, value: object, cell: Cell) -> None:
        assert legacy._cell(value) == cell

    def test_truth_values(self) -> None:
        assert sheet_of(xls([[True, False]])).cells == {
            (1, 1): Cell(CellKind.BOOLEAN, True),
            (1, 2): Cell(CellKind.BOOLEAN, False),
        }

    def test_an_error_value_is_lost_which_is_why_values_only_is_said(self) -> None:
        contents = read_legacy(xls([["a"]], extra=xls_error(1, 0)), Limits(), "april.xls")

        assert list(contents.sheets[0].cells) == [(1, 1)]
        assert contents.traits[0].kind is TraitKind.VALUES_ONLY


class TestSheets:
    @pytest.mark.parametrize(
        ("options", "state"), [(VISIBLE, "visible"), (HIDDEN, "hidden"), (VERY_HIDDEN, "veryHidden")]
    )
    def test_have_their_state(self, options: bytes, state: str) -> None:
        assert sheet_of(xls(ROWS, options=options)).state == state

    def test_have_their_merged_areas(self) -> None:
        assert sheet_of(xls(ROWS, extra=xls_merged(0, 1, 1, 3))).merged == (Area(1, 2, 2, 4),)

    def test_that_hold_no_cells_by_their_nature_have_a_name_in_every_language(self) -> None:
        named = set(legacy._OTHER_SHEETS.values())

        assert named <= set(texts("sv").entries["sheet_type"])

    @pytest.mark.parametrize("options", [MACRO_SHEET, CHART_SHEET])
    def test_that_hold_no_cells_by_their_nature_do_not_make_a_workbook(self, options: bytes) -> None:
        assert refusal(read_legacy, xls(options=options), Limits(), "april.xls").code == "R009"

    @pytest.mark.parametrize("limit", ["sheets", "merged_areas"])
    def test_are_within_limits(self, limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
        asked: list[str] = []
        monkeypatch.setattr(legacy, "refuse_beyond", lambda _, limit, *__: asked.append(limit))

        read_legacy(xls(ROWS), Limits(), "april.xls")

        assert limit in asked


PASSWORD = record(0x2F, struct.pack("<HHH", 0, 1, 2))
WRITE_PROTECTION = record(0x86)

PROTECTED = {
    "an .xls": xls(ROWS, protection=PASSWORD),
    "an .xls that is write-protected too": xls(ROWS, protection=WRITE_PROTECTION + PASSWORD),
    "an .ods": ods(manifest="<manifest:encryption-data/>"),
}


@pytest.mark.parametrize("content", PROTECTED.values(), ids=PROTECTED)
def test_a_password_is_named_as_what_cannot_be_used_here(content: bytes) -> None:
    refused = refusal(read_legacy, content, Limits(), "april.xls")

    assert refused.code == "R016"
    assert "(the passwords of .xls and .ods workbooks)" in str(refused.about(file="april.xls"))


def test_write_protection_alone_is_no_obstacle() -> None:
    assert sheet_of(xls(ROWS, protection=WRITE_PROTECTION)).cells


class TestPackages:
    """What holds of every package holds before the library opens one."""

    def test_a_document_type_is_refused(self) -> None:
        assert refusal(read_legacy, ods(before="<!DOCTYPE x>"), Limits(), "april.ods").code == "R030"

    @pytest.mark.parametrize("content", [xlsb(ROWS), ods(ROWS)], ids=["xlsb", "ods"])
    @pytest.mark.parametrize("limit", ["part_bytes", "unpacked_bytes"])
    def test_what_unpacks_to_too_much_is_refused(self, content: bytes, limit: str) -> None:
        refused = refusal(read_legacy, content, Limits().with_value(limit, "100"), "april.ods")

        assert (refused.code, refused.fields["limit"]) == ("R013", limit)


class PanicException(BaseException):
    """What the library's panics look like from here."""


def failing(error: BaseException) -> Callable[[object], object]:
    def load(_: object) -> object:
        raise error

    return load


class TestFailures:
    @pytest.mark.parametrize("error", [ValueError("x"), PanicException("x")])
    def test_of_the_library_are_refusals(self, error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("python_calamine.load_workbook", failing(error))

        assert refusal(read_legacy, xls(ROWS), Limits(), "april.xls").code == "R007"

    @pytest.mark.parametrize("error", [KeyboardInterrupt(), MemoryError()])
    def test_of_other_kinds_are_left_to_others(
        self, error: BaseException, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("python_calamine.load_workbook", failing(error))

        with pytest.raises(type(error)):
            read_legacy(xls(ROWS), Limits(), "april.xls")

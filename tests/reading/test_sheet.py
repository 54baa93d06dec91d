"""What a cell's XML becomes: stored value, formula and cached value, from a single pass."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest

from syditval.model.cells import Area, Cell, CellKind, Emphasis, Sheet
from syditval.reading import Source, read_workbook
from tests.reading.raw_package import MAIN, package


def sheet_of(content: bytes) -> Sheet:
    (sheet,) = read_workbook(Source("x.xlsx", content, None)).sheets
    return sheet


def only_cell(xml: str) -> Cell | None:
    """What is read of one cell, or None where it holds nothing."""
    return sheet_of(package(f'<row r="1">{xml}</row>')).cells.get((1, 1))


class TestNumbers:
    @pytest.mark.parametrize(
        ("stored", "value"),
        [
            ("43306", "43306"),
            ("-89", "-89"),
            ("48.059999999999995", "48.06"),
            ("0.13900000000000001", "0.139"),
            ("22.225158813", "22.225158813"),
            ("1.2E3", "1200"),
            ("4.3306e4", "43306"),
            ("1E-3", "0.001"),
            ("0", "0"),
            ("123456789012345678", "123456789012346000"),
        ],
    )
    def test_are_decimals_with_the_15_digits_that_excel_keeps(self, stored: str, value: str) -> None:
        assert only_cell(f'<c r="A1"><v>{stored}</v></c>') == Cell(CellKind.NUMBER, Decimal(value))

    def test_keep_their_number_format(self) -> None:
        assert only_cell('<c r="A1" s="2"><v>13.9</v></c>') == Cell(
            CellKind.NUMBER, Decimal("13.9"), None, "#,##0.0"
        )

    def test_a_format_that_is_nowhere_defined_is_the_general_one(self) -> None:
        assert only_cell('<c r="A1" s="3"><v>1</v></c>') == Cell(CellKind.NUMBER, Decimal(1))


class TestTexts:
    def test_an_inline_text(self) -> None:
        cell = only_cell('<c r="A1" t="inlineStr"><is><t>Löner</t></is></c>')

        assert cell == Cell(CellKind.TEXT, "Löner")

    def test_a_rich_text_is_its_runs_in_a_row(self) -> None:
        runs = "<r><t>Budget </t></r><r><rPr><b/></rPr><t>2024</t></r>"

        assert only_cell(f'<c r="A1" t="inlineStr"><is>{runs}</is></c>') == Cell(CellKind.TEXT, "Budget 2024")

    def test_a_text_that_reads_as_a_number_stays_a_text(self) -> None:
        assert only_cell('<c r="A1" t="str"><v>1 200</v></c>') == Cell(CellKind.TEXT, "1 200")


class TestOtherValues:
    @pytest.mark.parametrize(("stored", "value"), [("1", True), ("0", False)])
    def test_a_boolean(self, stored: str, value: bool) -> None:
        assert only_cell(f'<c r="A1" t="b"><v>{stored}</v></c>') == Cell(CellKind.BOOLEAN, value)

    @pytest.mark.parametrize("error", ["#DIV/0!", "#REF!", "#N/A", "#NAME?"])
    def test_an_error_value_is_an_error_value(self, error: str) -> None:
        assert only_cell(f'<c r="A1" t="e"><v>{error}</v></c>') == Cell(CellKind.ERROR, error)

    def test_a_number_in_a_date_format_is_a_date(self) -> None:
        cell = only_cell('<c r="A1" s="1"><v>45412</v></c>')

        assert cell == Cell(CellKind.DATE, datetime(2024, 4, 30), None, "mm-dd-yy")

    def test_a_date_that_no_calendar_has_is_an_error_value(self) -> None:
        cell = only_cell('<c r="A1" s="1"><v>99999999</v></c>')

        assert cell == Cell(CellKind.ERROR, "99999999", None, "mm-dd-yy")

    @pytest.mark.parametrize(
        ("stored", "cell"),
        [
            ("2024-04-30T00:00:00", Cell(CellKind.DATE, datetime(2024, 4, 30))),
            ("2024-04-30", Cell(CellKind.DATE, datetime(2024, 4, 30))),
            ("2024-13-45", Cell(CellKind.ERROR, "2024-13-45")),
            ("12:30:00", Cell(CellKind.TEXT, "12:30:00")),
            ("i maj", Cell(CellKind.ERROR, "i maj")),
        ],
    )
    def test_a_date_written_out(self, stored: str, cell: Cell) -> None:
        assert only_cell(f'<c r="A1" t="d"><v>{stored}</v></c>') == cell


class TestFormulas:
    def test_stand_side_by_side_with_their_cached_value(self) -> None:
        assert only_cell('<c r="A1"><f>SUM(B1:B9)</f><v>1200</v></c>') == Cell(
            CellKind.NUMBER, Decimal(1200), "=SUM(B1:B9)"
        )

    @pytest.mark.parametrize("value", ["", "<v/>", "<v></v>"])
    @pytest.mark.parametrize("kind", ["", ' t="n"', ' t="b"', ' t="e"'])
    def test_without_a_cached_value_are_not_calculated_never_blank_and_never_zero(
        self, value: str, kind: str
    ) -> None:
        cell = only_cell(f'<c r="A1"{kind}><f>SUM(B1:B9)</f>{value}</c>')

        assert cell == Cell(CellKind.NOT_CALCULATED, None, "=SUM(B1:B9)")

    def test_may_give_the_empty_text(self) -> None:
        assert only_cell('<c r="A1" t="str"><f>IF(B1="","",1)</f><v></v></c>') == Cell(
            CellKind.TEXT, "", '=IF(B1="","",1)'
        )

    def test_that_give_a_text_were_not_calculated_without_one(self) -> None:
        assert only_cell('<c r="A1" t="str"><f>B1</f></c>') == Cell(CellKind.NOT_CALCULATED, None, "=B1")

    @pytest.mark.parametrize(
        ("kind", "stored", "value"),
        [("str", "Summa", "Summa"), ("b", "1", True), ("e", "#REF!", "#REF!")],
    )
    def test_may_give_anything(self, kind: str, stored: str, value: object) -> None:
        cell = only_cell(f'<c r="A1" t="{kind}"><f>B1</f><v>{stored}</v></c>')

        assert cell is not None
        assert (cell.value, cell.formula) == (value, "=B1")

    def test_that_are_shared_are_written_out_for_each_cell(self) -> None:
        sheet = sheet_of(
            package(
                '<row r="1"><c r="C1"><f t="shared" ref="C1:C2" si="0">A1-B$1</f><v>1</v></c></row>'
                '<row r="2"><c r="C2"><f t="shared" si="0"/><v>2</v></c></row>'
            )
        )

        assert [cell.formula for cell in sheet.cells.values()] == ["=A1-B$1", "=A2-B$1"]

    def test_over_an_array_are_formulas_too(self) -> None:
        cell = only_cell('<c r="A1"><f t="array" ref="A1">SUM(B1:B2*C1:C2)</f><v>5</v></c>')

        assert cell == Cell(CellKind.NUMBER, Decimal(5), "=SUM(B1:B2*C1:C2)")

    def test_of_a_data_table_have_no_text_of_their_own(self) -> None:
        cell = only_cell('<c r="A1"><f t="dataTable" ref="A1:A3" dt2D="0" dtr="0" r1="B1"/><v>5</v></c>')

        assert cell == Cell(CellKind.NUMBER, Decimal(5), "=TABLE()")


class TestNothing:
    @pytest.mark.parametrize(
        "xml",
        [
            '<c r="A1" s="2"/>',
            '<c r="A1"><v></v></c>',
            '<c r="A1" t="inlineStr"/>',
            '<c r="A1" t="s"><v/></c>',
        ],
    )
    def test_a_cell_with_a_format_alone_holds_nothing(self, xml: str) -> None:
        assert only_cell(xml) is None


class TestPlaces:
    def test_cells_without_an_address_follow_each_other(self) -> None:
        sheet = sheet_of(package("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"))

        assert {place: int(str(cell.value)) for place, cell in sheet.cells.items()} == {
            (1, 1): 1,
            (1, 2): 2,
            (2, 1): 3,
        }

    def test_hidden_rows_and_columns_are_known(self) -> None:
        sheet = sheet_of(
            package(
                '<row r="3" hidden="1"><c r="A3"><v>1</v></c></row><row r="4" hidden="0" ht="20"/>'
                '<row r="7" hidden="true"/>',
                before='<cols><col min="2" max="4" hidden="1"/><col min="6" max="6" width="9"/></cols>',
            )
        )

        assert sheet.hidden_rows == {3, 7}
        assert sheet.hidden_columns == {2, 3, 4}
        assert (3, 1) in sheet.cells

    def test_merged_areas_are_known(self) -> None:
        merged = '<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="D4:D9"/></mergeCells>'

        assert sheet_of(package("", after=merged)).merged == (Area(1, 1, 2, 2), Area(4, 4, 9, 4))

    def test_decoration_that_openpyxl_cannot_parse_does_not_hide_the_figures(self) -> None:
        broken = '<dataValidations count="x"><dataValidation type="nonsense"/></dataValidations>'
        sheet = sheet_of(package('<row r="1"><c r="A1"><v>1</v></c></row>', after=broken))

        assert sheet.cells == {(1, 1): Cell(CellKind.NUMBER, Decimal(1))}


class TestEmphasis:
    """Style 0 is indented, style 1 bold, style 2 neither."""

    STYLES = f"""<styleSheet xmlns="{MAIN}"><fonts><font/><font><b/></font></fonts><cellXfs>
    <xf><alignment indent="1"/></xf><xf fontId="1"/><xf/></cellXfs></styleSheet>"""

    def emphasis(self, cells: str, styles: str | None = STYLES) -> dict[tuple[int, int], Emphasis]:
        """What sets the cells of the first row apart."""
        content = package(f'<row r="1">{cells}</row>', parts={"xl/styles.xml": styles})
        return dict(sheet_of(content).emphasis)

    def test_is_that_of_the_cells_style(self) -> None:
        cells = '<c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>1</v></c><c r="C1" s="0"><v>1</v></c>'

        assert self.emphasis(cells) == {(1, 1): Emphasis(bold=True), (1, 3): Emphasis(indent=1)}

    def test_a_cell_that_names_no_style_has_the_first(self) -> None:
        assert self.emphasis("<c><v>1</v></c>") == {(1, 1): Emphasis(indent=1)}

    def test_a_style_that_does_not_exist_is_the_first(self) -> None:
        assert self.emphasis('<c s="99"><v>1</v></c>') == {(1, 1): Emphasis(indent=1)}

    def test_what_holds_nothing_has_none(self) -> None:
        assert self.emphasis('<c r="A1" s="1"/>') == {}

    def test_cells_of_one_style_share_one_value(self) -> None:
        first, second = self.emphasis('<c s="1"><v>1</v></c><c s="1"><v>2</v></c>').values()

        assert first is second

    @pytest.mark.parametrize("styles", [None, "<styleSheet>", "<fet/>"])
    def test_without_a_style_sheet_or_with_a_broken_one_there_is_none(self, styles: str | None) -> None:
        assert self.emphasis('<c s="1"><v>1</v></c>', styles) == {}

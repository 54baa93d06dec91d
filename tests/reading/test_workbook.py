"""Whole workbooks: every sheet in order, and a sentence instead of a trace where none can be read."""

from __future__ import annotations

import gc
import io
import warnings
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from syditval.model.cells import Area, Cell, CellKind, Sheet, Workbook
from syditval.reading import Source, UnreadableWorkbook, is_encrypted, open_source, read_workbook
from tests.reading.raw_package import MAIN, OFFICE, PACKAGE, package, zipped

SAMPLES = Path(__file__).parents[2] / "samples"
SAMPLE = SAMPLES / "a-monthly-export.xlsx"


def read(content: bytes) -> Workbook:
    return read_workbook(Source("april.xlsx", content, None))


def written(write: Callable[[xlsxwriter.Workbook], object], **options: Any) -> bytes:
    """What XlsxWriter makes of some instructions."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, options) as book:
        write(book)
    return buffer.getvalue()


def cells(sheet: Sheet) -> dict[str, Cell]:
    return {sheet.ref(*place).a1: cell for place, cell in sheet.cells.items()}


class TestAnotherWriter:
    """What XlsxWriter wrote is read as it was meant."""

    def test_values_formulas_and_formats(self) -> None:
        def write(book: xlsxwriter.Workbook) -> None:
            sheet = book.add_worksheet("Drift")
            percent, day = (
                book.add_format({"num_format": "0.0%"}),
                book.add_format({"num_format": "yyyy-mm-dd"}),
            )
            sheet.write("A1", "Löner")
            sheet.write("B1", 794 / 1652, percent)
            sheet.write("C1", datetime(2024, 4, 30), day)
            sheet.write("D1", True)
            sheet.write_formula("E1", "=SUM(B1:B9)", None, 1200)
            sheet.write_formula("F1", "=1/0", None, "#DIV/0!")
            sheet.write_rich_string("G1", "Budget ", book.add_format({"bold": True}), "2024")
            sheet.write_blank("H1", None, percent)

        assert cells(read(written(write)).sheets[0]) == {
            "A1": Cell(CellKind.TEXT, "Löner"),
            "B1": Cell(CellKind.NUMBER, Decimal("0.480629539951574"), None, "0.0%"),
            "C1": Cell(CellKind.DATE, datetime(2024, 4, 30), None, "yyyy-mm-dd"),
            "D1": Cell(CellKind.BOOLEAN, True),
            "E1": Cell(CellKind.NUMBER, Decimal(1200), "=SUM(B1:B9)"),
            "F1": Cell(CellKind.ERROR, "#DIV/0!", "=1/0"),
            "G1": Cell(CellKind.TEXT, "Budget 2024"),
        }

    def test_dates_counted_from_1904(self) -> None:
        def write(book: xlsxwriter.Workbook) -> None:
            sheet = book.add_worksheet()
            sheet.write("A1", datetime(2024, 4, 30), book.add_format({"num_format": 14}))

        assert cells(read(written(write, date_1904=True)).sheets[0])["A1"].text == "2024-04-30"

    def test_what_is_hidden_and_what_is_merged(self) -> None:
        def write(book: xlsxwriter.Workbook) -> None:
            sheet = book.add_worksheet()
            sheet.merge_range("A1:C2", "Drift")
            sheet.set_row(4, None, None, {"hidden": True})
            sheet.set_column("D:E", None, None, {"hidden": True})

        (sheet,) = read(written(write)).sheets
        assert sheet.hidden_rows == {5}
        assert sheet.hidden_columns == {4, 5}
        assert sheet.merged == (Area(1, 1, 2, 3),)
        assert cells(sheet) == {"A1": Cell(CellKind.TEXT, "Drift")}

    def test_sheets_in_the_order_of_their_tabs_with_hidden_ones_and_without_charts(self) -> None:
        def write(book: xlsxwriter.Workbook) -> None:
            first, second, third = (book.add_worksheet(name) for name in ("Drift", "Gömd", "Djupt gömd"))
            chart: Any = book.add_chart({"type": "bar"})
            chart.add_series({"values": "=Drift!$A$1:$A$2"})
            book.add_chartsheet("Diagram").set_chart(chart)
            first.write("A1", 1)
            second.hide()
            third.very_hidden()

        sheets = read(written(write)).sheets
        assert [(sheet.name, sheet.state) for sheet in sheets] == [
            ("Drift", "visible"),
            ("Gömd", "hidden"),
            ("Djupt gömd", "veryHidden"),
        ]


def test_formulas_that_openpyxl_wrote_were_never_calculated() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "=SUM(B1:B9)"  # type: ignore[index]
    book.save(buffer := io.BytesIO())

    assert cells(read(buffer.getvalue()).sheets[0]) == {
        "A1": Cell(CellKind.NOT_CALCULATED, None, "=SUM(B1:B9)")
    }


def test_a_workbook_carries_name_hash_and_length_of_its_bytes() -> None:
    content = SAMPLE.read_bytes()
    workbook = read_workbook(open_source(SAMPLE))

    assert (workbook.name, workbook.size) == ("a-monthly-export.xlsx", len(content))
    assert workbook.sha256 == sha256(content).hexdigest()


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.xlsx")), ids=lambda path: path.stem)
def test_the_figures_are_those_that_openpyxl_reads(sample: Path) -> None:
    """Its two loads, one for the formulas and one for the cached values, say the same as our one pass."""
    formulas, values = (openpyxl.load_workbook(sample, data_only=only) for only in (False, True))
    for sheet in read_workbook(open_source(sample)).sheets:
        theirs = {
            cell.coordinate: (cell.value, formulas[sheet.name][cell.coordinate].value, cell.number_format)
            for row in values[sheet.name].iter_rows()
            for cell in row
            if formulas[sheet.name][cell.coordinate].value is not None
        }
        ours = {
            place: (
                float(cell.value) if isinstance(cell.value, Decimal) else cell.value,
                cell.formula or (float(cell.value) if isinstance(cell.value, Decimal) else cell.value),
                cell.number_format,
            )
            for place, cell in cells(sheet).items()
        }
        assert ours == theirs


def test_the_input_is_never_changed(tmp_path: Path) -> None:
    workbook = tmp_path / "april.xlsx"
    workbook.write_bytes(SAMPLE.read_bytes())
    workbook.chmod(0o444)
    before = workbook.stat()
    read_workbook(open_source(workbook))

    assert workbook.read_bytes() == SAMPLE.read_bytes()
    assert (workbook.stat().st_mtime_ns, [*tmp_path.iterdir()]) == (before.st_mtime_ns, [workbook])


WORD = f"""<Types xmlns="{PACKAGE}/content-types"><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
NO_SHEETS = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets/></workbook>'
ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'

REFUSED: dict[str, tuple[str, bytes]] = {
    "a truncated workbook": ("R007", SAMPLE.read_bytes()[:3000]),
    "the beginning of a zip alone": ("R007", b"PK\x03\x04"),
    "a renamed document": ("R005", zipped({"[Content_Types].xml": WORD, "word/document.xml": "<x/>"})),
    "a zip of anything": ("R005", zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"})),
    "XML that breaks off": ("R031", package(ROW + "<row>")),
    "a number that is none": ("R042", package('<row r="1"><c r="A1"><v>abc</v></c></row>')),
    "a text that is not in the table of texts": (
        "R044",
        package('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
    ),
    "a sheet without its part": ("R035", package(ROW, parts={"xl/worksheets/sheet1.xml": None})),
    "a workbook part that is not there": ("R034", package(ROW, parts={"xl/workbook.xml": None})),
    "no sheet at all": ("R009", package(ROW, parts={"xl/workbook.xml": NO_SHEETS})),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_refused_in_one_sentence(case: str) -> None:
    code, content = REFUSED[case]

    with pytest.raises(UnreadableWorkbook) as refusal:
        read(content)

    assert refusal.value.code == code
    for language in ("en", "sv"):
        sentence = refusal.value.sentence(language)
        assert sentence.startswith("april.xlsx")
        assert sentence.endswith(".")
        assert not any(word in sentence for word in ("\n", "Traceback", "Error"))


def test_what_a_library_complains_of_stands_inside_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("no\nidea")

    monkeypatch.setattr("syditval.reading.open_xml.preflight", fail)

    with pytest.raises(UnreadableWorkbook, match=r"cannot be read \(AssertionError: no idea\): open it"):
        read_workbook(open_source(SAMPLE))


@pytest.mark.parametrize("fault", [MemoryError, SystemError])
def test_memory_that_ends_is_a_named_outcome(fault: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr("syditval.reading.open_xml.preflight", fail)

    with pytest.raises(UnreadableWorkbook) as refusal:
        read_workbook(open_source(SAMPLE))
    assert (refusal.value.code, refusal.value.fields["limit"]) == ("R050", "memory_bytes")


def test_the_collector_is_as_it_was_before(monkeypatch: pytest.MonkeyPatch) -> None:
    for was_on in (True, False):
        (gc.enable if was_on else gc.disable)()
        read_workbook(open_source(SAMPLE))
        assert gc.isenabled() == was_on
    gc.enable()


def test_no_warning_of_a_library_gets_out() -> None:
    """openpyxl warns of what it would lose if it wrote the workbook, which it never does here."""
    validations = '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst>'
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read(package(ROW, after=validations)).counts.cells == 1


@pytest.mark.parametrize(
    ("content", "container"), [(package(ROW), "xlsx"), (b"a;b\n1;2\n", "delimited")], ids=["workbook", "text"]
)
def test_what_a_file_is_is_told_by_its_bytes_and_not_by_its_name(content: bytes, container: str) -> None:
    source = Source("april.xls", content, None)

    assert read_workbook(source).container == container
    assert not is_encrypted(source)

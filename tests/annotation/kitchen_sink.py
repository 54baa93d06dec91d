"""Workbooks made with XlsxWriter, one for each thing that a spreadsheet can hold and a writer can lose.

``FEATURES`` puts one thing each on a sheet that has the table of ``build.LINES`` in A4:E8; ``MADE``
names a workbook for each, and one that holds everything.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tests.annotation.build import HEADERS, LINES

Feature = Callable[[Workbook, Worksheet], object]

_SHARED = os.environ.get("SYDITVAL_SHARED")
_CREATED = datetime(2024, 5, 8, 9, 0)
# The beginning of a compound file; what else a project holds is of no concern to anyone here.
_STAND_IN = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 8


def png(width: int = 16, height: int = 9) -> BytesIO:
    """A picture, orange all over."""
    rows = (b"\0" + b"\xe6\x9f\x00" * width) * height
    chunks = (
        (b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    packed = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return BytesIO(b"\x89PNG\r\n\x1a\n" + b"".join(packed))


def macros() -> BytesIO:
    """A project of macros: a real one where there is a corpus to take it from, else a stand-in."""
    if not _SHARED:
        return BytesIO(_STAND_IN)
    with ZipFile(Path(_SHARED, "corpus", "XlsxWriter__macro01.xlsm")) as package:
        return BytesIO(package.read("xl/vbaProject.bin"))


def _chart(book: Workbook, sheet: Worksheet) -> None:
    chart = book.add_chart({"type": "column"})
    categories, values = f"='{sheet.name}'!$A$5:$A$7", f"='{sheet.name}'!$C$5:$C$7"
    chart.add_series({"categories": categories, "values": values, "trendline": {"type": "linear"}})
    chart.set_title({"name": "Utfall"})
    sheet.insert_chart("H12", chart)


def _chartsheet(book: Workbook, sheet: Worksheet) -> None:
    chart = book.add_chart({"type": "pie"})
    chart.add_series({"values": f"='{sheet.name}'!$C$5:$C$7"})
    book.add_chartsheet("Diagram").set_chart(chart)


def _conditional(_: Workbook, sheet: Worksheet) -> None:
    sheet.conditional_format("B5:B7", {"type": "2_color_scale"})
    sheet.conditional_format("C5:C7", {"type": "icon_set", "icon_style": "3_traffic_lights"})
    sheet.conditional_format("D5:D7", {"type": "cell", "criteria": ">", "value": 0})


def _validations(_: Workbook, sheet: Worksheet) -> None:
    sheet.data_validation("F5:F7", {"validate": "list", "source": ["ja", "nej"], "input_title": "Klar?"})
    sheet.data_validation("G5", {"validate": "decimal", "criteria": ">", "value": 0})


def _table(_: Workbook, sheet: Worksheet) -> None:
    columns = [{"header": "Konto"}, {"header": "Belopp", "total_function": "sum"}]
    sheet.add_table("H20:I24", {"columns": columns, "total_row": True, "name": "Konton"})


def _notes(_: Workbook, sheet: Worksheet) -> None:
    sheet.write_comment("B5", "Fråga Eva", {"author": "Eva", "color": "#CCFFCC", "visible": True})
    sheet.write_comment("B8", "Summan är avstämd", {"x_scale": 2, "font_name": "Arial"})


def _header_picture(_: Workbook, sheet: Worksheet) -> None:
    sheet.set_header("&L&G", {"image_left": "logga.png", "image_data_left": png()})
    sheet.set_footer("&CSida &P av &N")


def _form_buttons(_: Workbook, sheet: Worksheet) -> None:
    sheet.insert_button("H3", {"macro": "Stam_av", "caption": "Stäm av"})
    sheet.insert_button("H5", {"macro": "Skriv_ut", "caption": "Skriv ut"})


def _outlines(_: Workbook, sheet: Worksheet) -> None:
    for row in (4, 5, 6):
        sheet.set_row(row, 20, None, {"level": 1, "hidden": row == 5})
    sheet.set_column("D:E", 14, None, {"level": 2, "collapsed": True})


def _rich_strings(book: Workbook, sheet: Worksheet) -> None:
    bold, red = book.add_format({"bold": True}), book.add_format({"color": "red"})
    sheet.write_rich_string("A10", "Se ", bold, "not 4", " och ", red, "bilaga")
    sheet.write_string("A11", "  blanka  \n_x000D_ rader\t<&>\"'")


def _properties(book: Workbook, _: Worksheet) -> None:
    book.set_properties({"title": "Uppföljning", "author": "Eva", "created": _CREATED})
    book.set_custom_property("Diarienummer", "KS 2024/17")
    book.set_custom_property("Beslutad", _CREATED, "date")


def _names(book: Workbook, sheet: Worksheet) -> None:
    book.define_name("Sats", "=0.3142")
    book.define_name(f"'{sheet.name}'!Belopp", f"='{sheet.name}'!$B$5:$E$8")
    sheet.print_area("A1:E8")
    sheet.repeat_rows(3)
    sheet.autofilter("A4:E8")


def _hidden_sheets(book: Workbook, _: Worksheet) -> None:
    book.add_worksheet("Dold").hide()
    book.add_worksheet("Mycket dold").very_hidden()
    shown = book.add_worksheet("Visad")
    shown.activate()
    shown.set_first_sheet()
    shown.select()


def _protection(book: Workbook, sheet: Worksheet) -> None:
    sheet.protect("hemligt", {"format_cells": True})
    sheet.unprotect_range("C5:C7", "Utfall")
    unlocked = book.add_format({"locked": False, "hidden": True, "rotation": 45, "indent": 2, "pattern": 4})
    sheet.write_number("B7", 31200, unlocked)


def _merged(book: Workbook, sheet: Worksheet) -> None:
    centred = book.add_format({"align": "center", "diag_type": 3, "border": 5, "font_strikeout": True})
    sheet.merge_range("A1:E1", "Uppföljning april 2024", centred)
    sheet.freeze_panes(4, 1)
    sheet.set_column("C:C", 12, book.add_format({"num_format": "0.0%", "italic": True}))
    sheet.set_row(8, None, book.add_format({"bg_color": "#FFFF00", "num_format": '# ##0,0" tkr"'}))


def _formulas(_: Workbook, sheet: Worksheet) -> None:
    sheet.write_array_formula("F5:F7", "{=B5:B7-C5:C7}", None, -29020)
    sheet.write_dynamic_array_formula("G5", "=SORT(B5:B7)", None, -43306)
    sheet.write_formula("F8", '=IF(B8=0,"noll","inte")', None, "noll")
    sheet.write_formula("G8", "=1/0", None, "#DIV/0!")
    sheet.write_boolean("G9", True)
    sheet.write_datetime("G10", _CREATED)
    sheet.ignore_errors({"number_stored_as_text": "F9"})


def _links(_: Workbook, sheet: Worksheet) -> None:
    sheet.write_url("A4", f"internal:'{sheet.name}'!A1", string="Benämning")
    sheet.write_url("A12", "https://www.skr.se/?a=1&b=2", string="SKR")


# Lambdas, since what they put there is said by their arguments.
FEATURES: dict[str, Feature] = {
    "chart": _chart,
    "image": lambda _, sheet: sheet.insert_image("H1", "bild.png", {"image_data": png()}),
    "embedded_image": lambda _, sheet: sheet.embed_image("F1", "cell.png", {"image_data": png()}),
    "background": lambda _, sheet: sheet.set_background(png(64, 64)),
    "sparkline": lambda _, sheet: sheet.add_sparkline("F6", {"range": "B6:E6", "markers": True}),
    "data_bar": lambda _, sheet: sheet.conditional_format("E5:E7", {"type": "data_bar"}),
    "data_bar_2010": lambda _, sheet: sheet.conditional_format(
        "E5:E8", {"type": "data_bar", "data_bar_2010": True, "bar_solid": True}
    ),
    "conditional_formats": _conditional,
    "table": _table,
    "validations": _validations,
    "text_box": lambda _, sheet: sheet.insert_textbox("H15", "Att göra:\nstäm av"),
    "header_picture": _header_picture,
    "form_buttons": _form_buttons,
    "checkbox": lambda _, sheet: sheet.insert_checkbox("G7", True),
    "notes": _notes,
    "properties": _properties,
    "names": _names,
    "outlines": _outlines,
    "rich_strings": _rich_strings,
    "hidden_sheets": _hidden_sheets,
    "chartsheet": _chartsheet,
    "protection": _protection,
    "merged": _merged,
    "formulas": _formulas,
    "links": _links,
}


def made(path: Path, *features: str) -> Path:
    """A workbook with features on its first sheet; with macros where its name says so."""
    with Workbook(path) as book:
        book.set_properties({"created": _CREATED})
        sheet = book.add_worksheet("Drift")
        _fill(book, sheet)
        if path.suffix == ".xlsm":
            book.add_vba_project(macros(), is_stream=True)
        for feature in features:
            FEATURES[feature](book, sheet)
        book.add_worksheet("Läs mig").write("A1", "Exporterad ur ekonomisystemet.")
    return path


def _fill(book: Workbook, sheet: Worksheet) -> None:
    heads = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
    amounts = book.add_format({"num_format": "#,##0", "font_name": "Arial", "border": 1, "align": "right"})
    sheet.set_column("A:A", 30)
    sheet.write_row("A4", HEADERS, heads)
    for number, line in enumerate(LINES.strip().splitlines(), start=4):
        label, *figures = (text.strip() for text in line.split("|"))
        sheet.write(number, 0, label)
        for column, figure in enumerate(figures, start=1):
            letter = "ABCDE"[column]
            if label == "Summa":
                sheet.write_formula(number, column, f"=SUM({letter}5:{letter}7)", amounts, int(figure))
            else:
                sheet.write_number(number, column, int(figure), amounts)


def _with(*features: str) -> Callable[[Path], Path]:
    return lambda path: made(path, *features)


# How each workbook is made, by its file name.
MADE = {
    **{f"{name}.xlsx": _with(name) for name in FEATURES},
    "macros.xlsm": _with("form_buttons", "notes"),
    "everything.xlsm": _with(*FEATURES),
}

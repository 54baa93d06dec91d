"""Packages edited by hand: what XlsxWriter does not write, and what other programs write otherwise.

Each takes the parts of a workbook with notes and formulas, and changes them; ``EDITED`` names all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from tests.annotation.build import parts, write_parts
from tests.annotation.kitchen_sink import made

Parts = dict[str, bytes]

BOOK, DRIFT, STYLES, TYPES = (
    "xl/workbook.xml",
    "xl/worksheets/sheet1.xml",
    "xl/styles.xml",
    "[Content_Types].xml",
)
BOOK_RELS, DRIFT_RELS = "xl/_rels/workbook.xml.rels", "xl/worksheets/_rels/sheet1.xml.rels"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MICROSOFT = "http://schemas.microsoft.com/office"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _replaced(contents: Parts, part: str, old: str, new: str) -> None:
    """Replace a text in a part, which must be there."""
    text = contents[part].decode()
    assert old in text, (part, old)
    contents[part] = text.replace(old, new).encode()


def _attached(contents: Parts, rels: str, kind: str, part: str, content: bytes, content_type: str) -> None:
    """A new part that another one has a relationship to."""
    contents[part] = content
    number = contents[rels].count(b"<Relationship ") + 90
    entry = f'<Relationship Id="rId{number}" Type="{kind}" Target="/{part}"/></Relationships>'
    _replaced(contents, rels, "</Relationships>", entry)
    if content_type:
        override = f'<Override PartName="/{part}" ContentType="{content_type}"/></Types>'
        _replaced(contents, TYPES, "</Types>", override)


def threaded_comments(contents: Parts) -> None:
    """A conversation on a cell, whose note is a copy of it for older programs."""
    namespace = f"{_MICROSOFT}/spreadsheetml/2018/threadedcomments"
    person = '<person displayName="Eva" id="{8A7C1F2E-0000-4000-8000-000000000001}" userId="eva" providerId="None"/>'
    thread = (
        '<threadedComment ref="B5" dT="2024-05-08T09:00:00.00" personId="{8A7C1F2E-0000-4000-8000-000000000001}"'
        ' id="{8A7C1F2E-0000-4000-8000-000000000002}"><text>Varför så högt?</text></threadedComment>'
    )
    _attached(
        contents,
        DRIFT_RELS,
        f"{_MICROSOFT}/2017/10/relationships/threadedComment",
        "xl/threadedComments/threadedComment1.xml",
        f'<ThreadedComments xmlns="{namespace}">{thread}</ThreadedComments>'.encode(),
        "application/vnd.ms-excel.threadedcomments+xml",
    )
    _attached(
        contents,
        BOOK_RELS,
        f"{_MICROSOFT}/2017/10/relationships/person",
        "xl/persons/person.xml",
        f'<personList xmlns="{namespace}">{person}</personList>'.encode(),
        "application/vnd.ms-excel.person+xml",
    )


def printer_settings(contents: Parts) -> None:
    """Settings of a printer, which the page set-up points to."""
    _attached(
        contents,
        DRIFT_RELS,
        f"{_OFFICE}/printerSettings",
        "xl/printerSettings/printerSettings1.bin",
        bytes(range(256)),
        f"{_SPREADSHEET}.printerSettings",
    )
    id_ = re.findall(rb'Id="(rId9\d)"', contents[DRIFT_RELS])[-1].decode()
    page = f'<pageSetup paperSize="9" orientation="landscape" r:id="{id_}"/><legacyDrawing '
    _replaced(contents, DRIFT, "<legacyDrawing ", page)


def custom_xml(contents: Parts) -> None:
    """Data of an add-in, with its properties; the package itself is related to it."""
    contents["customXml/item1.xml"] = (
        b"<snips xmlns='urn:snips'><snip cell='B5'>  faktura\r\n17 </snip></snips>"
    )
    relationship = f'<Relationship Id="rId90" Type="{_OFFICE}/customXml" Target="../customXml/item1.xml"/>'
    _replaced(contents, BOOK_RELS, "</Relationships>", f"{relationship}</Relationships>")


def unknown_parts(contents: Parts) -> None:
    """Parts and elements that only later versions know, as slicers are: with prefixes to be ignored."""
    kind = f"{_MICROSOFT}/2007/relationships/slicer"
    _attached(
        contents,
        DRIFT_RELS,
        kind,
        "xl/slicers/slicer1.xml",
        f'<slicers xmlns="{_MICROSOFT}/spreadsheetml/2009/9/main"/>'.encode(),
        "application/vnd.ms-excel.slicer+xml",
    )
    id_ = re.findall(rb'Id="(rId9\d)"', contents[DRIFT_RELS])[-1].decode()
    extension = (
        f'<extLst><ext xmlns:x14="{_MICROSOFT}/spreadsheetml/2009/9/main" uri="{{A8765BA9-456A-4DAB-B4F3-ACF838C121DE}}">'
        f'<x14:slicerList><x14:slicer r:id="{id_}"/></x14:slicerList></ext></extLst></worksheet>'
    )
    _replaced(contents, DRIFT, "</worksheet>", extension)
    ignorable = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr"'
        f' xmlns:x14ac="{_MICROSOFT}/spreadsheetml/2009/9/ac" xmlns:xr="{_MICROSOFT}/spreadsheetml/2014/revision"'
    )
    for part, root in ((DRIFT, "worksheet"), (STYLES, "styleSheet"), (BOOK, "workbook")):
        _replaced(contents, part, f"<{root} ", f"<{root} {ignorable} ")
    _replaced(contents, DRIFT, '<row r="5"', '<row x14ac:dyDescent="0.3" r="5"')


def calc_chain(contents: Parts) -> None:
    """The order in which cells were calculated; it names sheets by number."""
    cells = "".join(f'<c r="{letter}8" i="1"/>' for letter in "BCDE")
    content = f'<calcChain xmlns="{_MAIN}">{cells}</calcChain>'.encode()
    _attached(
        contents,
        BOOK_RELS,
        f"{_OFFICE}/calcChain",
        "xl/calcChain.xml",
        content,
        f"{_SPREADSHEET}.calcChain+xml",
    )


def absolute_targets(contents: Parts) -> None:
    """Relationships that name parts from the top of the package."""
    _replaced(contents, BOOK_RELS, 'Target="', 'Target="/xl/')
    _replaced(contents, DRIFT_RELS, 'Target="../', 'Target="/xl/')
    _replaced(contents, "_rels/.rels", 'Target="', 'Target="/')


def odd_case(contents: Parts) -> None:
    """Parts whose names are written another way than where they are named."""
    for name in (BOOK, DRIFT, STYLES, "xl/comments1.xml", BOOK_RELS):
        folder, _, file = name.rpartition("/")
        contents[f"{folder.capitalize()}/{file.capitalize()}"] = contents.pop(name)


def backslashes(contents: Parts) -> None:
    """Names of parts as some zip programs on Windows write them."""
    for name in [name for name in contents if name.startswith("xl/")]:
        contents[name.replace("/", "\\")] = contents.pop(name)


def no_shared_strings(contents: Parts) -> None:
    """A workbook whose texts are gone, and the part they lay in."""
    del contents["xl/sharedStrings.xml"]
    contents[BOOK_RELS] = re.sub(rb"<Relationship [^>]*sharedStrings[^>]*>", b"", contents[BOOK_RELS])
    contents[TYPES] = re.sub(rb"<Override [^>]*sharedStrings[^>]*>", b"", contents[TYPES])
    for sheet in (DRIFT, "xl/worksheets/sheet2.xml"):
        contents[sheet] = re.sub(
            rb' t="s"><v>(\d+)</v>', rb' t="inlineStr"><is><t>text \1</t></is>', contents[sheet]
        )


def no_styles(contents: Parts) -> None:
    """A workbook without formats."""
    del contents[STYLES]
    contents[BOOK_RELS] = re.sub(rb"<Relationship [^>]*styles[^>]*>", b"", contents[BOOK_RELS])
    contents[TYPES] = re.sub(rb"<Override [^>]*styles[^>]*>", b"", contents[TYPES])
    contents[DRIFT] = re.sub(rb' s="\d+"', b"", contents[DRIFT])


def formats_gone(contents: Parts) -> None:
    """Cells with numbers of formats, and no formats."""
    sheet = contents[DRIFT]
    no_styles(contents)
    contents[DRIFT] = sheet


def no_references(contents: Parts) -> None:
    """Rows and cells that do not say where they are; what is not there is there, but empty."""
    text = contents[DRIFT].decode()
    text = re.sub(r'<row r="\d+" spans="[\d:]+"', "<row", text)
    text = re.sub(r'<c r="[A-Z]+\d+"', "<c", text)
    contents[DRIFT] = re.sub(r"<dimension [^>]*>", "", text).encode()


def strict(contents: Parts) -> None:
    """The other dialect of the format."""
    contents |= {name: _in_strict(content) for name, content in contents.items() if not name.endswith(".vml")}
    _replaced(contents, BOOK, "<workbook ", '<workbook conformance="strict" ')


def _in_strict(content: bytes) -> bytes:
    for old, new in (
        (_MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
        (
            f"{_OFFICE}/extended-properties",
            "http://purl.oclc.org/ooxml/officeDocument/relationships/extendedProperties",
        ),
        (_OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
        (
            "http://schemas.openxmlformats.org/drawingml/2006/main",
            "http://purl.oclc.org/ooxml/drawingml/main",
        ),
    ):
        content = content.replace(old.encode(), new.encode())
    return content


def prefixes(contents: Parts) -> None:
    """Elements with a prefix, as programs that stand on the Open XML SDK write them."""
    for name in (BOOK, DRIFT, STYLES, "xl/comments1.xml", "xl/worksheets/sheet2.xml"):
        text = re.sub(r"<(/?)(?=\w)", r"<\1x:", contents[name].decode())
        contents[name] = text.replace(" xmlns=", " xmlns:x=").encode()


def utf_16(contents: Parts) -> None:
    """A sheet and the formats in another encoding."""
    for name in (DRIFT, STYLES):
        contents[name] = contents[name].decode().replace("UTF-8", "UTF-16").encode("utf-16")


def byte_order_marks(contents: Parts) -> None:
    """Parts that begin with a mark of their byte order."""
    for name in (BOOK, DRIFT, STYLES, BOOK_RELS, TYPES):
        contents[name] = b"\xef\xbb\xbf" + contents[name]


def single_quotes(contents: Parts) -> None:
    """Attributes in single quotes, with blanks around the sign."""
    for name in (BOOK, DRIFT, STYLES, BOOK_RELS, DRIFT_RELS, TYPES):
        head, end, rest = contents[name].decode().partition("?>")
        contents[name] = (head + end + re.sub(r'([\w:]+)="([^"\']*)"', r"\1 = '\2'", rest)).encode()


def comments_and_cdata(contents: Parts) -> None:
    """What looks like rows and cells and is none, and text in sections that hide markup."""
    _replaced(
        contents, DRIFT, "<sheetData>", '<sheetData><!-- <row r="1"><c r="A1" s="9"/></row> </sheetData> -->'
    )
    _replaced(contents, DRIFT, '<row r="6"', '<!-- > "quoted\' --><?mark <row r="9">?>\n  <row r="6"')
    _replaced(contents, DRIFT, "SUM(B5:B7)", "<![CDATA[SUM(B5:B7)]]>")
    contents[STYLES] = re.sub(
        rb"(<cellXfs [^>]*>)(<xf [^>]*>)",
        rb"<!-- <cellXfs> -->\1<!-- <xf/> -->\2<?mark <xf/>?>",
        contents[STYLES],
    )
    text = contents["xl/sharedStrings.xml"].decode()
    contents["xl/sharedStrings.xml"] = text.replace(
        "<t>Budget</t>", "<t><![CDATA[<Budget> & <row>]]></t>"
    ).encode()


def indented(contents: Parts) -> None:
    """Parts with every element on a line of its own."""
    for name in (BOOK, DRIFT, STYLES, "xl/comments1.xml", TYPES, BOOK_RELS):
        text = re.sub(r">\s*<(?!/t>)", ">\n  <", contents[name].decode())
        contents[name] = text.encode()


def untidy_rows(contents: Parts) -> None:
    """Empty rows in every spelling, tags over several lines, and a greater-than sign where none is expected."""
    contents[DRIFT] = re.sub(rb'<(row|c) r="(\w+)" s(\w+)="', rb'<\1\n  r="\2"\n\ts\3 = "', contents[DRIFT])
    _replaced(
        contents, DRIFT, '<row\n  r="4"', '<row r="2"/><row r="3" ht="30" customHeight="1" ></row><row  r="4"'
    )
    _replaced(
        contents,
        DRIFT,
        "</sheetData>",
        '<row r="60"><c r="B60" t="str"><f>"a"&amp;">"</f><v>a></v></c></row\n></sheetData >',
    )


def alternate_content(contents: Parts) -> None:
    """A control within a choice by what a program knows."""
    namespace = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    choice = (
        f'<mc:AlternateContent xmlns:mc="{namespace}"><mc:Choice xmlns:x14="{_MICROSOFT}/spreadsheetml/2009/9/main"'
        ' Requires="x14"><controls/></mc:Choice><mc:Fallback/></mc:AlternateContent></worksheet>'
    )
    _replaced(contents, DRIFT, "</worksheet>", choice)


_EDITS: tuple[Callable[[Parts], None], ...] = (
    threaded_comments,
    printer_settings,
    custom_xml,
    unknown_parts,
    calc_chain,
    absolute_targets,
    odd_case,
    backslashes,
    no_shared_strings,
    no_styles,
    formats_gone,
    no_references,
    strict,
    prefixes,
    utf_16,
    byte_order_marks,
    single_quotes,
    comments_and_cdata,
    indented,
    untidy_rows,
    alternate_content,
)


def _edited(edit: Callable[[Parts], None]) -> Callable[[Path], Path]:
    def make(path: Path) -> Path:
        contents = parts(made(path, "notes", "names"))
        edit(contents)
        return write_parts(path, contents)

    return make


def stored(path: Path) -> Path:
    """A package that is not compressed, with folders, and the size of each entry behind it."""
    contents = parts(made(path, "notes", "names"))
    with path.open("wb") as file, ZipFile(_Unseekable(file), "w") as package:
        package.writestr("xl/", b"")
        for number, (name, content) in enumerate(contents.items()):
            package.writestr(name, content, (ZIP_DEFLATED, ZIP_STORED)[number % 2])
    return path


class _Unseekable:
    """A file as a pipe is one: only written to."""

    def __init__(self, file: object) -> None:
        self.write, self.flush = file.write, file.flush


# How each workbook is made, by its file name.
EDITED = {f"{edit.__name__}.xlsx": _edited(edit) for edit in _EDITS} | {"stored.xlsx": stored}

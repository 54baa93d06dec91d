"""Small workbooks from the text of a table, for the cases in which it is reported on first."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from functools import cache
from xml.sax.saxutils import escape
from zipfile import ZipFile, ZipInfo

from msoffcrypto.format.ooxml import OOXMLFile

from tests.reading.raw_package import raw_parts

# Lines that sum to their totals, and variances that are budget less outcome.
TABLE = """
Driftredovisning
Belopp i tkr
Benämning         | Budget | Utfall | Avvikelse
Personalkostnader | 800    | 790    | 10
Lokalhyror        | 150    | 155    | -5
Summa             | 950    | 945    | 5
"""

# The same with a variance that is neither the sum of its lines nor budget less outcome.
FAULTY = TABLE.replace("945    | 5", "940    | 7")


def table(text: str = TABLE) -> bytes:
    """A workbook with a table on its one sheet."""
    return packed({}, text)


def packed(parts: Mapping[str, str], text: str = TABLE) -> bytes:
    """A workbook with a table, of which some parts are others; the same bytes every time."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in {**table_parts(text), **parts}.items():
            archive.writestr(ZipInfo(name), content)
    return buffer.getvalue()


def table_parts(text: str = TABLE) -> dict[str, str]:
    """The parts of a workbook with a table, by name."""
    return raw_parts("".join(_rows(text)))


def exported(text: str = TABLE) -> str:
    """The same table as a text export."""
    return "\n".join(";".join(_fields(line)) for line in text.strip().splitlines()) + "\n"


@cache
def encrypted() -> bytes:
    """A workbook under the password ``hemligt``."""
    content = io.BytesIO()
    OOXMLFile(io.BytesIO(table())).encrypt("hemligt", content)
    return content.getvalue()


def _fields(line: str) -> list[str]:
    return [field.strip() for field in line.split("|")]


def _rows(text: str) -> Iterator[str]:
    for row, line in enumerate(text.strip().splitlines(), start=1):
        cells = (_cell(f"{'ABCD'[column]}{row}", field) for column, field in enumerate(_fields(line)))
        yield f'<row r="{row}">{"".join(cells)}</row>'


def _cell(place: str, field: str) -> str:
    if field.lstrip("-").isdecimal():
        return f'<c r="{place}"><v>{field}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(field)}</t></is></c>'

"""What kind of file some bytes are, whatever the file is called, and what is said of what is not read."""

from __future__ import annotations

import pytest

from syditval.messages.catalogue import LANGUAGES, texts
from syditval.reading.container import Container, container_of, refuse_what_is_not_read
from tests.reading.old_files import ods, ole, xls, xlsb
from tests.reading.raw_package import package, zipped
from tests.reading.refusals import refusal

OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
OWNER = b"\x0cJan Havl\xed?ek".ljust(55)
LOCK_FILE = OWNER + b"\x0c\0" + "Jan Havlíček".encode("utf-16-le").ljust(108, b" ")

FILES: dict[str, tuple[bytes, Container]] = {
    "a workbook": (package(""), Container.XLSX),
    "with backslashes": (zipped({r"xl\workbook.xml": ""}), Container.XLSX),
    "in capitals": (zipped({"XL/Workbook.xml": ""}), Container.XLSX),
    "with absolute names": (zipped({"/xl/workbook.xml": ""}), Container.XLSX),
    "without folders": (zipped({"[Content_Types].xml": "", "workbook.xml": ""}), Container.XLSX),
    "with a Word document in it": (zipped({"word/x.xml": "", "xl/workbook.xml": ""}), Container.XLSX),
    "after something else": (b"<!-- -->" + package(""), Container.XLSX),
    "cut short": (package("")[:-99], Container.XLSX),
    "an empty package": (zipped({}), Container.XLSX),
    "a binary workbook": (xlsb([]), Container.XLSB),
    "an OpenDocument spreadsheet": (ods(), Container.ODS),
    "one that declares nothing": (zipped({"content.xml": ""}), Container.ODS),
    "an OpenDocument text": (ods(declared=f"{OPEN_DOCUMENT}text"), Container.OPEN_DOCUMENT),
    "a Word document": (zipped({"[Content_Types].xml": "", "word/document.xml": ""}), Container.WORD),
    "a presentation": (zipped({"[Content_Types].xml": "", "ppt/presentation.xml": ""}), Container.POWERPOINT),
    "a Numbers document": (zipped({"Index/Document.iwa": ""}), Container.NUMBERS),
    "a packed workbook": (zipped({"april.xlsx": package("")}), Container.ARCHIVE),
    "a gzip file": (b"\x1f\x8b\x08\0", Container.ARCHIVE),
    "a 7z file": (b"7z\xbc\xaf\x27\x1c", Container.ARCHIVE),
    "a rar file": (b"Rar!\x1a\x07\x01\0", Container.ARCHIVE),
    "an old workbook": (xls(), Container.XLS),
    "one of Excel 5": (ole({"Book": b""}), Container.XLS),
    "one with a Word document in it": (ole({"Workbook": b"", "WordDocument": b""}), Container.XLS),
    "an encrypted workbook": (ole({"EncryptionInfo": b"", "EncryptedPackage": b""}), Container.ENCRYPTED),
    "an old Word document": (ole({"WordDocument": b"", "Workbook": b""}), Container.WORD),
    "an old presentation": (ole({"PowerPoint Document": b""}), Container.POWERPOINT),
    "an e-mail": (ole({"__properties_version1.0": b""}), Container.OFFICE),
    "Excel 2": (b"\x09\0\x04\0\x02\0\x10\0", Container.OLD_EXCEL),
    "Excel 3": (b"\x09\x02\x06\0\0\0\x10\0", Container.OLD_EXCEL),
    "Excel 4": (b"\x09\x04\x06\0\0\0\x10\0", Container.OLD_EXCEL),
    "Excel 5": (b"\x09\x08\x08\0\0\x05\x05\0", Container.OLD_EXCEL),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3", Container.PDF),
    "a PNG": (b"\x89PNG\r\n\x1a\n\0\0", Container.IMAGE),
    "a JPEG": (b"\xff\xd8\xff\xe0\0", Container.IMAGE),
    "a GIF": (b"GIF89a\0", Container.IMAGE),
    "a TIFF": (b"II*\0\x08\0", Container.IMAGE),
    "a lock file": (LOCK_FILE, Container.LOCK_FILE),
    "an old lock file": (OWNER, Container.LOCK_FILE),
    "a table": (b"<table><tr><td>Konto", Container.HTML),
    "a page": (b"\r\n  <!DOCTYPE HTML PUBLIC>\n<HTML>", Container.HTML),
    "XHTML": (b'<?xml version="1.0"?><html xmlns="...">', Container.HTML),
    "a page in UTF-16": ("<html><table>".encode("utf-16"), Container.HTML),
    "a page after a mark": ("\ufeff<html>".encode(), Container.HTML),
    "an XML spreadsheet": (
        b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>',
        Container.SPREADSHEET_XML,
    ),
    "one that says so later": (
        b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
        Container.SPREADSHEET_XML,
    ),
    "an XML document": (b'<?xml version="1.0"?><SIE/>', Container.XML),
    "a web archive": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", Container.WEB_ARCHIVE),
    "rich text": (rb"{\rtf1\ansi Konto}", Container.RICH_TEXT),
    "text with semicolons": (b"Konto;Budget\r\n5010;1200\r\n", Container.DELIMITED),
    "text in cp1252": ("Kostnadsställe\tÅr".encode("cp1252"), Container.DELIMITED),
    "text in UTF-16": ("Konto\tBudget".encode("utf-16"), Container.DELIMITED),
    "text of the length of a lock file": (b"6" + b"x" * 53 + b"\n", Container.DELIMITED),
    "a text gone wrong further on": (b"Konto;Budget\n" * 999 + b"\0", Container.DELIMITED),
    "a program": (b"MZ\x90\0\x03\0", Container.UNKNOWN),
    "noise": (bytes(range(0x80, 0x100)), Container.UNKNOWN),
    "zeros": (bytes(98), Container.UNKNOWN),
}


@pytest.mark.parametrize(("content", "kind"), FILES.values(), ids=FILES)
def test_a_kind_is_told_from_the_bytes(content: bytes, kind: Container) -> None:
    assert container_of(content) is kind


def test_every_kind_is_told_from_some_bytes() -> None:
    assert {kind for _, kind in FILES.values()} == set(Container)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", Container)
def test_every_kind_has_a_name(kind: Container, language: str) -> None:
    assert texts(language).has("reading", kind.wording)


READ = [
    Container.XLSX,
    Container.XLSB,
    Container.ODS,
    Container.XLS,
    Container.ENCRYPTED,
    Container.DELIMITED,
    Container.HTML,
]


@pytest.mark.parametrize("kind", READ)
@pytest.mark.parametrize("name", ["april.xls", "april.csv", "april.txt", "april", "-"])
def test_what_is_read_is_read_under_any_name(kind: Container, name: str) -> None:
    refuse_what_is_not_read(kind, name)


@pytest.mark.parametrize("kind", [kind for kind in Container if kind not in (*READ, Container.LOCK_FILE)])
def test_what_is_not_read_is_called_what_it_is(kind: Container) -> None:
    refused = refusal(refuse_what_is_not_read, kind, "april.xlsx")

    assert refused.code == "R005"
    assert f"it looks like {texts('en').get('reading', kind.wording)}, so" in str(refused)


class TestLockFile:
    def test_is_told_by_what_stands_in_it(self) -> None:
        assert refusal(refuse_what_is_not_read, Container.LOCK_FILE, "april.xlsx").code == "R012"

    @pytest.mark.parametrize("name", ["~$april.xlsx", ".~lock.april.xlsx#"])
    @pytest.mark.parametrize("kind", [Container.DELIMITED, Container.UNKNOWN])
    def test_is_told_by_its_name_where_what_stands_in_it_says_nothing(
        self, kind: Container, name: str
    ) -> None:
        assert refusal(refuse_what_is_not_read, kind, name).code == "R012"

    def test_a_workbook_under_such_a_name_is_a_workbook(self) -> None:
        refuse_what_is_not_read(Container.XLSX, "~$april.xlsx")


class TestTextUnderTheNameOfAWorkbook:
    """Any text might be a text export; one that is called .xlsx is a file gone wrong."""

    @pytest.mark.parametrize("name", ["april.xlsx", "APRIL.XLSM", "april.xlsb", "april.ods"])
    def test_is_refused_with_what_to_do(self, name: str) -> None:
        refused = refusal(refuse_what_is_not_read, Container.DELIMITED, name)

        assert refused.code == "R005"
        assert "a text export, which is read once it is named .csv" in str(refused)

    def test_is_read_as_xls_since_many_systems_call_it_that(self) -> None:
        refuse_what_is_not_read(Container.DELIMITED, "april.xls")

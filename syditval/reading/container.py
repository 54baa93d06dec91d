"""Which kind of file some bytes are: told by what stands in them, never by the file's name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from syditval.reading.errors import UnreadableWorkbook
from syditval.reading.text_encoding import beginning_of


class Container(StrEnum):
    """A kind of file. What each is called stands in the catalogues under ``container_...``."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    ODS = "ods"
    XLS = "xls"
    ENCRYPTED = "encrypted"
    DELIMITED = "delimited"
    HTML = "html"
    # What is known and not read.
    LOCK_FILE = "lock_file"
    OLD_EXCEL = "old_excel"
    SPREADSHEET_XML = "spreadsheet_xml"
    XML = "xml"
    WEB_ARCHIVE = "web_archive"
    RICH_TEXT = "rich_text"
    WORD = "word"
    POWERPOINT = "powerpoint"
    NUMBERS = "numbers"
    OPEN_DOCUMENT = "open_document"
    OFFICE = "office"
    PDF = "pdf"
    IMAGE = "image"
    ARCHIVE = "archive"
    UNKNOWN = "unknown"

    @property
    def wording(self) -> str:
        """The key of what this kind is called."""
        return f"container_{self.value}"


_READ = frozenset(
    {
        Container.XLSX,
        Container.XLSB,
        Container.ODS,
        Container.XLS,
        Container.ENCRYPTED,
        Container.DELIMITED,
        Container.HTML,
    }
)

_ZIP = b"PK\x03\x04"
_ZIP_END = b"PK\x05\x06"
_LONGEST_ZIP_END = 22 + 0xFFFF
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")

_SIGNATURES: Mapping[bytes, Container] = {
    b"%PDF": Container.PDF,
    b"\x89PNG": Container.IMAGE,
    b"\xff\xd8\xff": Container.IMAGE,
    b"GIF8": Container.IMAGE,
    b"II*\0": Container.IMAGE,
    b"MM\0*": Container.IMAGE,
    b"\x1f\x8b": Container.ARCHIVE,
    b"7z\xbc\xaf\x27\x1c": Container.ARCHIVE,
    b"Rar!\x1a\x07": Container.ARCHIVE,
    # Excel 2 to 5 without a container: the first record and its length.
    b"\x09\x00\x04\x00": Container.OLD_EXCEL,
    b"\x09\x02\x06\x00": Container.OLD_EXCEL,
    b"\x09\x04\x06\x00": Container.OLD_EXCEL,
    b"\x09\x08\x08\x00": Container.OLD_EXCEL,
    b"\x09\x08\x10\x00": Container.OLD_EXCEL,
}
# The parts that tell, in this order: a workbook may hold documents, as embedded objects.
_PARTS: tuple[tuple[bytes, Container], ...] = (
    (rb"xl/workbook\.bin", Container.XLSB),
    (rb"xl/", Container.XLSX),
    (rb"word/", Container.WORD),
    (rb"ppt/", Container.POWERPOINT),
    (rb"content\.xml", Container.ODS),
    (rb"index/|index\.(?:zip|apxl)", Container.NUMBERS),
    (rb"\[content_types\]\.xml|workbook\.xml", Container.XLSX),
    (rb"", Container.ARCHIVE),
)
_STREAMS = {
    "EncryptedPackage": Container.ENCRYPTED,
    "Workbook": Container.XLS,
    "Book": Container.XLS,
    "WordDocument": Container.WORD,
    "PowerPoint Document": Container.POWERPOINT,
}
_SPREADSHEET_XML = re.compile(
    r"urn:schemas-microsoft-com:office:spreadsheet|progid=.excel\.sheet", re.IGNORECASE
)
_HTML = re.compile(r"<(?:!doctype html|html|head|body|meta|table)\b", re.IGNORECASE)

_OWNER_LENGTHS, _OWNER_FIELD = (55, 165), 55
_LOCK_NAMES = ("~$", ".~lock.")
_NEVER_TEXT = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".ods")


def container_of(content: bytes) -> Container:
    """Which kind of file the bytes are. Nothing is unpacked; a damaged file is what it once was."""
    if content.startswith(_ZIP):
        return _zip_kind(content)
    if content.startswith(_OLE):
        return _ole_kind(content)
    for signature, kind in _SIGNATURES.items():
        if content.startswith(signature):
            return kind
    if _is_lock_file(content):
        return Container.LOCK_FILE
    if _ZIP_END in content[-_LONGEST_ZIP_END:]:
        # Something stands before the package; its own reader says so.
        return _zip_kind(content)
    beginning = beginning_of(content)
    return Container.UNKNOWN if beginning is None else _text_kind(beginning.lstrip())


def refuse_what_is_not_read(kind: Container, name: str) -> None:
    """Raises UnreadableWorkbook for a kind of file that is not read, and says what it is.

    The name counts where the content alone cannot tell: any text might be a text export, but
    one under the name of a workbook is a file gone wrong, and a small one may be a lock file.
    """
    folded = name.lower()
    is_only_text = kind in (Container.DELIMITED, Container.UNKNOWN)
    if kind is Container.LOCK_FILE or (is_only_text and folded.startswith(_LOCK_NAMES)):
        raise UnreadableWorkbook("R012", file=name)
    if kind is Container.DELIMITED and folded.endswith(_NEVER_TEXT):
        raise UnreadableWorkbook("R005", file=name, what="text_named_workbook")
    if kind not in _READ:
        raise UnreadableWorkbook("R005", file=name, what=kind.wording)


def _zip_kind(content: bytes) -> Container:
    """By the names in the directory; a package without a directory is left to its reader."""
    end = content.rfind(_ZIP_END)
    directory = int.from_bytes(content[end + 16 : end + 20], "little") if end >= 0 else len(content)
    for name, kind in _PARTS:
        # The names follow upon 46 bytes of each entry, and are written with slashes of either kind.
        entry = rb"PK\x01\x02.{42}[/\\]?(?i:%b)" % name.replace(b"/", rb"[/\\]")
        if re.compile(entry, re.DOTALL).search(content, directory):
            return Container.OPEN_DOCUMENT if kind is Container.ODS and _is_no_sheet(content) else kind
    return Container.XLSX


def _is_no_sheet(content: bytes) -> bool:
    """Whether an OpenDocument file says of itself, in its first part, that it is something else."""
    declared = content[30:100]
    return declared.startswith(b"mimetype") and b"opendocument.spreadsheet" not in declared


def _ole_kind(content: bytes) -> Container:
    """By the first stream that tells: those of embedded objects follow upon the document's own."""
    places = {content.find(_ole_entry(name)): kind for name, kind in _STREAMS.items()}
    places.pop(-1, None)
    return places[min(places)] if places else Container.OFFICE


def _ole_entry(name: str) -> bytes:
    """How a directory entry begins: a field of 64 bytes with the name, then the length of the name."""
    written = (name + "\0").encode("utf-16-le")
    return written.ljust(64, b"\0") + len(written).to_bytes(2, "little")


def _is_lock_file(content: bytes) -> bool:
    """Whether all that there is is a user's name, padded, in one byte a character and then in two."""
    if len(content) not in _OWNER_LENGTHS:
        return False
    length, padding = content[0], content[1 + content[0] : _OWNER_FIELD]
    return 0 < length < _OWNER_FIELD - 1 and not padding.strip(b" \0") and content[56:57] in (b"", b"\0")


def _text_kind(text: str) -> Container:
    if text.startswith("<"):
        if _SPREADSHEET_XML.search(text):
            return Container.SPREADSHEET_XML
        return Container.HTML if _HTML.search(text) else Container.XML
    if text.lower().startswith("mime-version:"):
        return Container.WEB_ARCHIVE
    return Container.RICH_TEXT if text.startswith("{\\rtf") else Container.DELIMITED

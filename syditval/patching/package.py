"""A workbook's package: its parts by name, and those that were changed or added since it was opened."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from syditval.patching.dialect import TRANSITIONAL
from syditval.patching.document import Document
from syditval.patching.errors import CannotAnnotate
from syditval.patching.xml_tree import Element
from syditval.patching.zip_file import PIECE, ZipWriter, packed_pieces

CONTENT_TYPES = "[Content_Types].xml"

# What the zip and zlib modules raise on damaged content.
_UNPACKING = (BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError)

Pieces = Callable[[], Iterable[bytes]]


class Package:
    """The parts of one workbook. Names are found whatever their case and the slashes they use.

    Parts are read from the file as they are needed, so it must stay open. Raises CannotAnnotate for
    what is no zip file.
    """

    def __init__(self, file: BinaryIO) -> None:
        # The one that its workbook part is written in, once that is known.
        self.dialect = TRANSITIONAL
        self._file = file
        try:
            self._zip = ZipFile(file)
        except BadZipFile:
            raise CannotAnnotate("A009", part="zip") from None
        self._infos = {part_key(info.filename): info for info in self._zip.infolist()}
        self._documents: dict[str, Document] = {}
        self._replaced: dict[str, Pieces] = {}
        self._added: dict[str, str] = {}
        self._removed: set[str] = set()
        # The last number that was given to a new part, by what comes before it in the name.
        self.numbers: dict[str, int] = {}

    @property
    def changed(self) -> tuple[str, ...]:
        """The parts of the original that are no longer what they were, in the order they lie."""
        return tuple(info.filename for key, info in self._infos.items() if self._is_changed(key))

    @property
    def added(self) -> tuple[str, ...]:
        """The parts that the original did not have."""
        return tuple(self._added.values())

    @property
    def untouched(self) -> int:
        """How many parts of the original stay the same bytes."""
        parts = sum(not info.is_dir() for info in self._infos.values())
        return parts - len(self.changed)

    @cached_property
    def overrides(self) -> dict[str, Element]:
        """The statements of the content types of single parts, by the key of the part."""
        entries = self.document(CONTENT_TYPES).root.each("Override")
        return {part_key(entry.attributes.get("PartName", "")): entry for entry in entries}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The parts of the original, in the order they lie."""
        return tuple(info.filename for info in self._infos.values())

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        key = part_key(name)
        return (key in self._infos or key in self._added) and key not in self._removed

    def read(self, name: str) -> bytes:
        """The content of a part as it is now. Raises CannotAnnotate where it is absent or damaged."""
        return b"".join(self._current(name))

    def size(self, name: str) -> int:
        """How many bytes a part of the original has. Raises CannotAnnotate where it is absent."""
        try:
            return self._infos[part_key(name)].file_size
        except KeyError:
            raise CannotAnnotate("A009", part=name) from None

    def pieces(self, name: str) -> Iterator[bytes]:
        """The content of a part of the original, however long it is."""
        try:
            with self._zip.open(self._infos[part_key(name)]) as content:
                while piece := content.read(PIECE):
                    yield piece
        except (KeyError, *_UNPACKING):
            raise CannotAnnotate("A009", part=name) from None

    def document(self, name: str) -> Document:
        """An XML part, to look at and to edit: edits are written with the package."""
        key = part_key(name)
        if key not in self._documents:
            self._documents[key] = Document(self.read(name), name)
        return self._documents[key]

    def put(self, name: str, content: bytes) -> None:
        """Replace a part, or add it where there is none."""
        self.put_pieces(name, lambda: (content,))

    def put_pieces(self, name: str, pieces: Pieces) -> None:
        """Replace a part, or add it, by content that is made when it is written."""
        key = part_key(name)
        if key not in self._infos:
            self._added[key] = name
        self._removed.discard(key)
        self._documents.pop(key, None)
        self._replaced[key] = pieces

    def remove(self, name: str) -> None:
        """Take a part away."""
        key = part_key(name)
        self._added.pop(key, None)
        self._documents.pop(key, None)
        self._replaced.pop(key, None)
        self._removed.add(key)

    def write(self, file: BinaryIO) -> None:
        """Write the package as it is now: parts in their old order, new ones last."""
        writer = ZipWriter(file)
        for info in self._zip.infolist():
            key = part_key(info.filename)
            if key in self._removed:
                continue
            if self._is_changed(key):
                writer.add(info, self._current(info.filename))
            else:
                writer.copy(info, packed_pieces(self._file, info))
        for name in self._added.values():
            writer.add(_new_entry(name), self._current(name))
        writer.finish()

    def _is_changed(self, key: str) -> bool:
        document = self._documents.get(key)
        return key in self._removed or key in self._replaced or (document is not None and document.is_edited)

    def _current(self, name: str) -> Iterable[bytes]:
        key = part_key(name)
        document = self._documents.get(key)
        if document is not None:
            return (document.content(),)
        if key in self._replaced:
            return self._replaced[key]()
        if key in self._removed:
            raise CannotAnnotate("A009", part=name)
        return self.pieces(name)


def part_key(name: str) -> str:
    """What is the same for all spellings of the name of one part."""
    return name.replace("\\", "/").lstrip("/").lower()


def _new_entry(name: str) -> ZipInfo:
    info = ZipInfo(name)
    # The same on every system; a Unix entry without a mode would be unpacked unreadable.
    info.create_system = 0
    return info

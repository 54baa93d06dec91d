"""A workbook's package: its parts by name, and those that were changed or added since it was read."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from syditval.annotation.errors import CannotAnnotate
from syditval.annotation.xml_part import parsed, serialised
from syditval.annotation.zip_file import ZipWriter, packed_bytes

# What the zip and zlib modules raise on damaged content.
_UNPACKING = (BadZipFile, zlib.error, EOFError, RuntimeError)
_BEGINNING = 1 << 16


class Package:
    """The parts of one workbook. Names are found whatever their case and the slashes they use."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        try:
            self._zip = ZipFile(BytesIO(content))
        except BadZipFile:
            raise CannotAnnotate("A009", part="zip") from None
        self._infos = {_key(info.filename): info for info in self._zip.infolist()}
        self._roots: dict[str, etree._Element] = {}
        self._edited: set[str] = set()
        self._replaced: dict[str, bytes] = {}
        self._added: dict[str, str] = {}

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

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return _key(name) in self._infos or _key(name) in self._added

    def read(self, name: str) -> bytes:
        """The content of a part. Raises CannotAnnotate where it is absent or damaged."""
        key = _key(name)
        if key in self._replaced:
            return self._replaced[key]
        try:
            return self._zip.read(self._infos[key])
        except (KeyError, *_UNPACKING):
            raise CannotAnnotate("A009", part=name) from None

    def beginning(self, name: str) -> bytes:
        """The first bytes of a part of the original, however long the part is."""
        try:
            with self._zip.open(self._infos[_key(name)]) as content:
                return content.read(_BEGINNING)
        except (KeyError, *_UNPACKING):
            raise CannotAnnotate("A009", part=name) from None

    def root(self, name: str) -> etree._Element:
        """The root element of an XML part, to look at."""
        key = _key(name)
        if key not in self._roots:
            self._roots[key] = parsed(self.read(name), name)
        return self._roots[key]

    def edit(self, name: str) -> etree._Element:
        """The root element of an XML part, to change: the part will be written anew."""
        self._edited.add(_key(name))
        return self.root(name)

    def put(self, name: str, content: bytes) -> None:
        """Replace a part, or add it where there is none."""
        key = _key(name)
        if key not in self._infos:
            self._added[key] = name
        self._edited.discard(key)
        self._roots.pop(key, None)
        self._replaced[key] = content

    def packed(self) -> bytes:
        """The package as it is now: parts in their old order, new ones last."""
        writer = ZipWriter()
        for info in self._zip.infolist():
            key = _key(info.filename)
            if self._is_changed(key):
                writer.add(info, self._current(key))
            else:
                writer.copy(info, packed_bytes(self._content, info))
        for key, name in self._added.items():
            writer.add(_new_entry(name), self._current(key))
        return writer.finished()

    def _is_changed(self, key: str) -> bool:
        return key in self._edited or key in self._replaced

    def _current(self, key: str) -> bytes:
        return serialised(self._roots[key]) if key in self._edited else self._replaced[key]


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _new_entry(name: str) -> ZipInfo:
    info = ZipInfo(name)
    # The same on every system; a Unix entry without a mode would be unpacked unreadable.
    info.create_system = 0
    return info

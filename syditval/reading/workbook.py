"""A file's bytes to a Workbook: what kind of file it is, and then its own reader."""

from __future__ import annotations

import gc
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module

from syditval.model.cells import Workbook
from syditval.reading.container import Container, container_of, refuse_what_is_not_read
from syditval.reading.contents import Contents
from syditval.reading.errors import UnreadableWorkbook
from syditval.reading.limits import DEFAULT, Limits
from syditval.reading.source import Source

Reader = Callable[[bytes, Limits, str], Contents]

# The one place to name a new format. A reader is loaded when its format is met.
_READERS: Mapping[Container, str] = {
    Container.XLSX: "open_xml.read_open_xml",
    Container.XLSB: "legacy.read_legacy",
    Container.ODS: "legacy.read_legacy",
    Container.XLS: "legacy.read_legacy",
    Container.DELIMITED: "delimited.read_delimited",
    Container.HTML: "html_table.read_html",
}


def read_workbook(source: Source, limits: Limits = DEFAULT, password: str | None = None) -> Workbook:
    """Every sheet of a workbook, hidden ones too, in the order of their tabs.

    ``password`` opens an encrypted workbook. Raises UnreadableWorkbook, and nothing else, for
    whatever cannot be read: it says what is wrong, where, and what to do.
    """
    try:
        with _quick_and_quiet():
            return _read(source, limits, password)
    except UnreadableWorkbook as refusal:
        raise refusal.about(file=source.name) from refusal
    except (MemoryError, SystemError):
        # The second is what the interpreter itself says where memory ends at a bad moment.
        allowed = str(limits.memory_bytes)
        raise UnreadableWorkbook("R050", file=source.name, limit="memory_bytes", allowed=allowed) from None
    except Exception as error:
        # Libraries fail with a dozen types on broken parts; none of them may reach the user.
        cause = f"{type(error).__name__}: {' '.join(str(error).split())}"[:120]
        raise UnreadableWorkbook("R008", file=source.name, cause=cause) from error


def is_encrypted(source: Source) -> bool:
    """Whether a workbook needs a password."""
    return container_of(source.content) is Container.ENCRYPTED


def _read(source: Source, limits: Limits, password: str | None) -> Workbook:
    content, container = source.content, container_of(source.content)
    refuse_what_is_not_read(container, source.name)
    inner = container
    if container is Container.ENCRYPTED:
        from syditval.reading.encrypted import decrypted

        content = decrypted(content, password, source.name)
        inner = container_of(content)
        refuse_what_is_not_read(inner, source.name)
    module, _, function = _READERS[inner].partition(".")
    reader: Reader = getattr(import_module(f"syditval.reading.{module}"), function)
    contents = reader(content, limits, source.name)
    return Workbook(
        name=source.name,
        sha256=source.sha256,
        size=len(source.content),
        sheets=contents.sheets,
        unread=contents.unread,
        traits=contents.traits,
        container=container.value,
    )


@contextmanager
def _quick_and_quiet() -> Iterator[None]:
    """Without the collector, which cells without cycles only keep busy, and without openpyxl's warnings."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        if was_on:
            # What was just read holds no cycles: it need not be gone through.
            gc.freeze()
            gc.enable()

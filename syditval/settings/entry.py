"""One more waiver in a file, everything that stands there left as it is."""

from __future__ import annotations

import tomllib
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import tomlkit

from syditval.files import write_whole
from syditval.messages import Refusal
from syditval.model.waiver import Waiver
from syditval.settings.waivers import KEY


class CannotWaive(Refusal):
    """A waiver that cannot be written, with its code (U...)."""


def add_waiver(file: Path, waiver: Waiver) -> None:
    """Add a waiver at the end of a file, which is made where there is none. What stands there stays.

    Raises CannotWaive where the file already has one for the same finding, or cannot be read or written.
    """
    text, waivers = _read(file)
    content = _with_entry(text, _entry(waiver))
    try:
        tomllib.loads(content)
    except tomllib.TOMLDecodeError:
        raise CannotWaive("U040", file=str(file), cause=f"{KEY} = {waivers}") from None
    named = (waiver.code, waiver.place, waiver.workbook)
    if any((each.get("code"), each.get("place"), each.get("workbook", "")) == named for each in waivers):
        raise CannotWaive("U041", file=str(file), finding=f"{waiver.code}/{waiver.place}")
    try:
        write_whole(file, partial(_write, content.encode()))
    except OSError as error:
        raise CannotWaive("U042", file=str(file), cause=error.strerror or str(error)) from None


def _read(file: Path) -> tuple[str, Any]:
    """What stands in a file, and its waivers as they stand there: a list, if they are right."""
    try:
        # Bytes, since the ends of its lines stay as they are too.
        text = file.read_bytes().decode() if file.exists() else ""
        return text, tomllib.loads(text).get(KEY, [])
    except OSError as error:
        raise CannotWaive("U040", file=str(file), cause=error.strerror or str(error)) from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CannotWaive("U040", file=str(file), cause=str(error)) from None


def _write(content: bytes, stream: BinaryIO) -> None:
    stream.write(content)


def _with_entry(text: str, entry: str) -> str:
    """A text with an entry below it, set off by a blank line, in lines that end as the others do."""
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    return text + f"{gap}{entry}".replace("\n", end_of_line)


def _entry(waiver: Waiver) -> str:
    facts = {
        "code": waiver.code,
        "place": waiver.place,
        "at_most": str(waiver.at_most) if waiver.at_most else "",
        "reason": waiver.reason,
        "who": waiver.who,
        "until": waiver.until,
        "workbook": waiver.workbook,
    }
    return tomlkit.dumps({KEY: [{key: value for key, value in facts.items() if value}]})

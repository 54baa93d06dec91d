"""One more waiver in a file, everything that stands there left as it is."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import BinaryIO

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Table

from syditval.files import write_whole
from syditval.messages import Refusal
from syditval.model.waiver import Waiver
from syditval.settings.waivers import KEY


class CannotWaive(Refusal):
    """A waiver that cannot be written, with its code (U...)."""


def add_waiver(file: Path, waiver: Waiver) -> None:
    """Add a waiver to a file, which is made where there is none. Comments and order stay as they are.

    Raises CannotWaive where the file already has one for the same finding, or cannot be read or written.
    """
    try:
        document = tomlkit.parse(file.read_text(encoding="utf-8")) if file.exists() else tomlkit.document()
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        raise CannotWaive("U040", file=str(file), cause=str(error)) from None
    waivers = document.setdefault(KEY, tomlkit.aot())
    if not isinstance(waivers, AoT):
        raise CannotWaive("U040", file=str(file), cause=f"{KEY} = {waivers.as_string()}")
    named = (waiver.code, waiver.place, waiver.workbook)
    if any((each.get("code"), each.get("place"), each.get("workbook", "")) == named for each in waivers):
        raise CannotWaive("U041", file=str(file), finding=f"{waiver.code}/{waiver.place}")
    waivers.append(_entry(waiver))
    content = tomlkit.dumps(document).encode("utf-8")
    try:
        write_whole(file, partial(_write, content))
    except OSError as error:
        raise CannotWaive("U042", file=str(file), cause=error.strerror or str(error)) from None


def _write(content: bytes, stream: BinaryIO) -> None:
    stream.write(content)


def _entry(waiver: Waiver) -> Table:
    entry = tomlkit.table()
    facts = {
        "code": waiver.code,
        "place": waiver.place,
        "at_most": str(waiver.at_most) if waiver.at_most else "",
        "reason": waiver.reason,
        "who": waiver.who,
        "until": waiver.until,
        "workbook": waiver.workbook,
    }
    for key, value in facts.items():
        if value:
            entry.add(key, value)
    entry.add(tomlkit.nl())
    return entry

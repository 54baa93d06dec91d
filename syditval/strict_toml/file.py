"""A TOML file to its outermost section."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

from syditval.strict_toml.mistakes import Mistake
from syditval.strict_toml.section import Section


def read_toml(file: str, content: bytes, mistakes: list[Mistake]) -> Section | None:
    """The file as a section, numbers exactly as written; None, with a mistake, for what is not TOML.

    ``file`` is how the file is called in a mistake.
    """
    try:
        document = tomllib.loads(content.decode("utf-8"), parse_float=Decimal)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        mistakes.append(Mistake("K008", file, "", {"cause": str(error)}))
        return None
    return Section(file, "", document, mistakes)


def read_file(path: Path, mistakes: list[Mistake]) -> Section | None:
    """A file on the disk as a section; None, with a mistake, for one that cannot be read either."""
    try:
        return read_toml(str(path), path.read_bytes(), mistakes)
    except OSError as error:
        mistakes.append(Mistake("K014", str(path), "", {"cause": error.strerror or str(error)}))
        return None

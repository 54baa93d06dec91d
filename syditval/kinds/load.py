"""The kinds to look for: the shipped ones, with those of a folder added or put in their place."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from pathlib import Path

from syditval.kinds.folder import shipped
from syditval.kinds.kind_file import parse_kind
from syditval.model.kind import TableKind
from syditval.strict_toml import Mistake, TomlMistakes

_ENDING = ".toml"


def load_kinds(own: Path | None = None) -> tuple[TableKind, ...]:
    """All kinds, by name. A file in ``own`` replaces the shipped kind of the same name.

    Raises TomlMistakes with every mistake of every file, or where ``own`` holds no schema file.
    """
    kinds: list[TableKind] = []
    mistakes: list[Mistake] = []
    for name, file in sorted(_all_files(own).items()):
        try:
            kind, wrong = parse_kind(name, file.name, file.read_bytes())
        except OSError as error:
            kind, wrong = None, [Mistake("K014", file.name, "", {"cause": error.strerror or str(error)})]
        mistakes += wrong
        if kind is not None:
            kinds.append(kind)
    if mistakes:
        raise TomlMistakes(mistakes)
    return tuple(kinds)


def schema_text(name: str, own: Path | None = None) -> str:
    """The schema file of a kind, as it stands. Raises KeyError for a kind that there is not."""
    return _all_files(own)[name].read_text(encoding="utf-8")


def _all_files(own: Path | None) -> dict[str, Traversable]:
    return _schema_files(shipped()) | (_own_files(own) if own is not None else {})


def _schema_files(folder: Traversable) -> dict[str, Traversable]:
    return {file.name.removesuffix(_ENDING): file for file in folder.iterdir() if file.name.endswith(_ENDING)}


def _own_files(folder: Path) -> dict[str, Traversable]:
    files = _schema_files(folder) if folder.is_dir() else {}
    if not files:
        raise TomlMistakes([Mistake("K011", str(folder), "")])
    return files

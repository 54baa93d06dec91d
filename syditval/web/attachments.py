"""Files that are saved and never shown."""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import quote

from starlette.responses import Response

_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")
# Whatever it is, no browser is to find a use for it by itself.
_KIND = "application/octet-stream"
MOST_CHARACTERS = 150


def attachment(content: bytes, name: str) -> Response:
    """An answer that a browser saves under a name."""
    plain = "".join(each if each in _SAFE else "_" for each in name)
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    return Response(content, media_type=_KIND, headers={"Content-Disposition": disposition})


def tame(name: str) -> str:
    """A file's name as somebody sent it: its last part, without anything hidden, and not too long."""
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(each if each.isprintable() else "_" for each in last).strip(". ")
    path = PurePath(shown or "_")
    return f"{path.stem[:MOST_CHARACTERS]}{path.suffix[:10]}"


def with_ending(name: str, ending: str) -> str:
    """A file's name with another ending: ``april.xlsx`` with ``.json`` is ``april.json``."""
    return f"{PurePath(name).stem}{ending}"

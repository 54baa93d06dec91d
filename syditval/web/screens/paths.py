"""Where on the site things are."""

from __future__ import annotations

from urllib.parse import quote


def place(*parts: object, year: int = 0) -> str:
    """The path of a thing: what comes from people is quoted in it, slashes too."""
    quoted = (quote(str(part), safe="", errors="replace") for part in parts)
    return "/" + "/".join(quoted) + (f"?year={year}" if year else "")

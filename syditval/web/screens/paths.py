"""Where on the site things are."""

from __future__ import annotations

from urllib.parse import quote, urlencode


def place(*parts: object, year: int = 0) -> str:
    """The path of a thing: what comes from people is quoted in it, slashes too."""
    quoted = (quote(str(part), safe="", errors="replace") for part in parts)
    return "/" + "/".join(quoted) + query(year=year)


def query(**asked: object) -> str:
    """What is asked for at a place, quoted, with its question mark; nothing where all of it is empty."""
    told = {name: value for name, value in asked.items() if value}
    return "?" + urlencode(told, safe="/", errors="replace") if told else ""

"""The language of a page: the one asked for, else the one last asked for, else the browser's, else ours."""

from __future__ import annotations

from starlette.requests import HTTPConnection
from starlette.responses import Response

from syditval.messages.catalogue import LANGUAGES

COOKIE = "lang"
_YEAR = 365 * 24 * 60 * 60


def language_of(connection: HTTPConnection, ours: str) -> str:
    """The language in which to answer."""
    asked = (connection.query_params.get(COOKIE), connection.cookies.get(COOKIE))
    accepted = connection.headers.get("Accept-Language", "").split(",")
    named = (*asked, *(each.strip()[:2].lower() for each in accepted))
    return next((each for each in named if each in LANGUAGES), ours)


def remember_language(connection: HTTPConnection, response: Response, *, is_secure: bool) -> None:
    """Have the browser keep the language that was asked for in the address, if any was."""
    asked = connection.query_params.get(COOKIE)
    if asked in LANGUAGES:
        response.set_cookie(COOKIE, asked, max_age=_YEAR, secure=is_secure, httponly=True, samesite="lax")

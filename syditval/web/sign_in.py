"""The way in and out."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.responses import HTMLResponse, RedirectResponse, Response

from syditval.store import Person, note_failure, note_success, person, sign_out_everywhere
from syditval.web import screens
from syditval.web.asked import Asked
from syditval.web.audit import Deed, note
from syditval.web.refusals import PageRefusal, status_of

SEE_OTHER = 303


def form(asked: Asked) -> Response:
    """The form for name and password."""
    after = path_within(asked.http.query_params.get("after", ""))
    return HTMLResponse(screens.sign_in(asked.viewer.language, "", after))


def sign_in(asked: Asked) -> Response:
    """Somebody in, or the form again with the reason."""
    after = path_within(asked.field("after"))
    name = asked.field("name")
    try:
        known = _admitted(asked, name)
    except PageRefusal as refusal:
        note(asked, Deed.SIGN_IN_FAILED, "", refusal.code, who=name)
        language = asked.viewer.language
        page = screens.sign_in(language, refusal.sentence(language), after)
        return HTMLResponse(page, status_of(refusal))
    note(asked, Deed.SIGN_IN, "", known.role, who=known.name)
    response = RedirectResponse(after or "/", SEE_OTHER)
    asked.site.sessions.begin(response, known)
    return response


def sign_out(asked: Asked) -> Response:
    """Somebody out of this browser."""
    note(asked, Deed.SIGN_OUT, "", "done")
    return _out(asked)


def sign_out_of_all(asked: Asked) -> Response:
    """Somebody out of every browser."""
    sign_out_everywhere(asked.site.database, asked.viewer.name)
    note(asked, Deed.SIGN_OUT_EVERYWHERE, "", "done")
    return _out(asked)


def path_within(asked: str) -> str:
    """Where to go after the sign-in: a path of this site, or nothing where something else is asked for."""
    parts = urlsplit(asked)
    # Browsers read a backslash as a slash, and two slashes as another site.
    is_ours = asked.startswith("/") and not asked.startswith("//") and "\\" not in asked
    return asked if is_ours and asked.isprintable() and not (parts.scheme or parts.netloc) else ""


def _admitted(asked: Asked, name: str) -> Person:
    """The person of a name with the right password.

    Raises PageRefusal in the same words, after the same time, whatever is wrong: name, password or patience.
    """
    site = asked.site
    if not site.rates.attempts.take(asked.origin, 1, asked.at):
        raise PageRefusal("B025", allowed=str(site.allowance.attempts_per_minute))
    known = person(site.database, name)
    kept = known.password_hash if known and known.is_enabled else ""
    is_right = site.passwords.is_right(kept, (asked.fields or {}).get("password", ""))
    is_locked = known is not None and known.locked_until is not None and asked.at < known.locked_until
    if known is not None and is_right and not is_locked:
        note_success(site.database, known.name)
        return known
    if known is not None and not is_locked:
        note_failure(site.database, known.name, asked.at)
    raise PageRefusal("B002")


def _out(asked: Asked) -> Response:
    response = RedirectResponse("/sign-in", SEE_OTHER)
    asked.site.sessions.end(response)
    return response

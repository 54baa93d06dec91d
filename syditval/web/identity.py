"""Who asks: by the proxy's word, by a session, or because nobody else can be here."""

from __future__ import annotations

from starlette.requests import HTTPConnection

from syditval.messages import texts
from syditval.store import Person, Role, people, person
from syditval.web.refusals import PageRefusal
from syditval.web.site import Site
from syditval.web.viewer import Viewer

NOBODY = ""


def viewer_of(site: Site, connection: HTTPConnection, language: str) -> Viewer:
    """Who asks; a viewer without a name, who may do nothing, where nobody has signed in.

    Raises PageRefusal for somebody whom the proxy knows and the store does not.
    """
    proxy = site.manner.proxy
    if proxy is not None and proxy.user_header:
        return _named_by_proxy(site, connection.headers.getlist(proxy.user_header), language)
    known = _by_session(site, connection)
    if known is not None:
        return _viewer(known, language)
    if is_alone(site):
        name = texts(site.manner.language).get("serve", "only_user")
        return Viewer(name, Role.ADMINISTRATOR, (), language, is_alone=True)
    return nobody(language)


def is_alone(site: Site) -> bool:
    """Whether everybody on this computer is the one user there is: then nobody signs in."""
    return site.manner.is_local and site.manner.proxy is None and not people(site.database)


def nobody(language: str) -> Viewer:
    """A viewer who may do nothing."""
    return Viewer(NOBODY, Role.FINANCE, (), language)


def _named_by_proxy(site: Site, names: list[str], language: str) -> Viewer:
    if len(names) != 1 or not names[0]:
        return nobody(language)
    known = person(site.database, names[0])
    if known is None or not known.is_enabled:
        raise PageRefusal("B008")
    return _viewer(known, language)


def _by_session(site: Site, connection: HTTPConnection) -> Person | None:
    claimed = site.sessions.claimed(connection)
    if claimed is None:
        return None
    name, number = claimed
    known = person(site.database, name)
    return known if known and known.is_enabled and known.sessions_from == number else None


def _viewer(known: Person, language: str) -> Viewer:
    return Viewer(known.name, known.role, known.entities, language)

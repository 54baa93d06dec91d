"""The pages that are read."""

from __future__ import annotations

from starlette.responses import HTMLResponse, PlainTextResponse, Response

from syditval.messages import texts
from syditval.store import Entry, acts, entities, entries, findings, tables
from syditval.web import screens
from syditval.web.asked import Asked
from syditval.web.refusals import PageRefusal

MOST_ACTS = 500


def home(asked: Asked) -> Response:
    """The viewer's months, and the form for more."""
    viewer = asked.viewer
    notices = [texts(viewer.language).get("serve", "alone")] if viewer.is_alone else []
    known = entities(asked.site.database) if viewer.sees_all else viewer.entities
    return HTMLResponse(screens.home(viewer, _readable(asked), known, notices))


def entity(asked: Asked) -> Response:
    """The months of one entity."""
    database = asked.site.database
    found = entries(database, entity=asked.entity)
    year = screens.chosen(_year(asked), screens.years_of(found))
    totals = [
        total
        for each in found
        if each.is_current and each.period.year == year
        for total in screens.totals_of(each, tables(database, each), findings(database, each))
    ]
    return HTMLResponse(screens.entity(asked.viewer, asked.entity, found, totals, year))


def overview(asked: Asked) -> Response:
    """All entities."""
    return HTMLResponse(screens.overview(asked.viewer, entries(asked.site.database), _year(asked)))


def who_did_what(asked: Asked) -> Response:
    """The last acts."""
    return HTMLResponse(screens.acts(asked.viewer, acts(asked.site.database, MOST_ACTS)))


def account(asked: Asked) -> Response:
    """The viewer's own page."""
    return HTMLResponse(screens.account(asked.viewer))


def health(_: Asked) -> Response:
    """That the server answers."""
    return PlainTextResponse("ok\n")


def _readable(asked: Asked) -> tuple[Entry, ...]:
    if asked.viewer.sees_all:
        return entries(asked.site.database)
    return entries(asked.site.database, entities=asked.viewer.entities)


def _year(asked: Asked) -> int:
    """The year that is asked for, 0 for none."""
    year = asked.http.query_params.get("year", "")
    if not year:
        return 0
    if not (year.isascii() and year.isdigit() and len(year) == len("2024")):
        raise PageRefusal("B003")
    return int(year)

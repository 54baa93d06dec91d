"""What the pages are dressed in, as it ships."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from starlette.responses import Response

from syditval.web.asked import Asked
from syditval.web.refusals import PageRefusal

_KINDS = {".css": "text/css", ".js": "text/javascript"}


def static(asked: Asked) -> Response:
    """One of the files. Raises PageRefusal for a name that is none of theirs."""
    found = shipped().get(asked.http.path_params["name"])
    if found is None:
        raise PageRefusal("B003")
    content, kind = found
    return Response(content, media_type=kind, headers={"Cache-Control": "max-age=600"})


@cache
def shipped() -> dict[str, tuple[bytes, str]]:
    """Each file by its name, with what it is; among them the dress that the report has too."""
    found = [*(files("syditval.web") / "static").iterdir(), files("syditval.reports") / "common.css"]
    ended = ((each, _KINDS.get(each.name[each.name.rfind(".") :])) for each in found)
    return {each.name: (each.read_bytes(), kind) for each, kind in ended if kind}

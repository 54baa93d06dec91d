"""The routes as OpenAPI describes them, drawn from the table: what may be sent, and what may come back."""

from __future__ import annotations

from typing import Any

from syditval.web.routes import GET, PAGES, Page

TEXT = {"type": "string"}
FIELDS = {
    "/sign-in": ("name", "password", "after"),
    "/months/{name}/withdraw": ("reason",),
    "/months/{name}/findings/status": ("finding", "status", "comment"),
}
UPLOAD = {
    "type": "object",
    "properties": {
        "workbook": {"type": "array", "items": {"type": "string", "format": "binary"}},
        "entity": TEXT,
        "period": TEXT,
        "decision": TEXT,
    },
}
QUERIES = ("lang", "year", "after")
# What the page says by itself: there is no other status.
STATUSES = (200, 303, 400, 401, 403, 404, 408, 413, 422, 429, 503)


def described() -> dict[str, Any]:
    """The whole description."""
    paths: dict[str, dict[str, Any]] = {}
    for page in PAGES:
        path = page.path.replace("{name:path}", "{name}")
        paths.setdefault(path, {})[page.method.lower()] = _operation(page, path)
    return {"openapi": "3.1.0", "info": {"title": "syditval", "version": "1"}, "paths": paths}


def _operation(page: Page, path: str) -> dict[str, Any]:
    named = [{"name": "name", "in": "path", "required": True, "schema": TEXT}] if "{name}" in path else []
    asked = [{"name": name, "in": "query", "schema": TEXT} for name in QUERIES]
    answers = {str(status): {"description": "a page"} for status in STATUSES}
    operation: dict[str, Any] = {"parameters": [*named, *asked], "responses": answers}
    if page.method != GET:
        operation["requestBody"] = {"content": _content(page, path)}
    return operation


def _content(page: Page, path: str) -> dict[str, Any]:
    if page.has_files:
        return {"multipart/form-data": {"schema": UPLOAD}}
    properties = dict.fromkeys(FIELDS.get(path, ()), TEXT)
    return {"application/x-www-form-urlencoded": {"schema": {"type": "object", "properties": properties}}}

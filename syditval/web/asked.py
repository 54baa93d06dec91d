"""What an answer is given: who asks for what, with everything about it settled already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from starlette.requests import Request as HttpRequest

from syditval.store import Entry
from syditval.web.site import Site
from syditval.web.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Asked:
    """One request whose right to be answered is settled.

    ``entry`` and ``entity`` are those that the address names, and that the viewer may read. ``fields`` are
    those of a form without files. ``origin`` is the address it came from, ``at`` when, in UTC.
    """

    site: Site
    http: HttpRequest
    viewer: Viewer
    at: datetime
    origin: str
    found: Entry | None = None
    entity: str = ""
    fields: Mapping[str, str] | None = None

    @property
    def entry(self) -> Entry:
        """The entry that the address names. A route without one in its address must not ask for it."""
        if self.found is None:
            raise LookupError("the route names no entry")
        return self.found

    def field(self, name: str) -> str:
        """A field of the form, empty where it has none of that name."""
        return (self.fields or {}).get(name, "").strip()

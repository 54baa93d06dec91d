"""Templates that put out nothing but what was meant: of the report's page, and of the screens."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from syditval.messages.visible import visible

# So many texts are remembered with what shows of them: most of those in a report stand in it often.
MOST_TEXTS = 65_536


def safe_templates(package: str) -> Environment:
    """The templates that lie in a package. Whatever they put out is escaped, and nothing in it hides.

    A name that is not given is an error.
    """
    return Environment(
        loader=PackageLoader(package, ""),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _shown(value: Any) -> Any:
    # Markup is a string too, but of another type: it has been through here.
    return _visible(value) if type(value) is str else value


_visible = lru_cache(MOST_TEXTS)(visible)

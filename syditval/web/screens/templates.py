"""The templates of the screens, and what every one of them may call."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from syditval.messages import texts
from syditval.messages.catalogue import LANGUAGES
from syditval.messages.names import named
from syditval.reports.safe_templates import safe_templates
from syditval.version import VERSION
from syditval.web.screens.paths import place, query
from syditval.web.screens.states import SHAPES, state_of
from syditval.web.screens.telling import Telling

if TYPE_CHECKING:
    from jinja2 import Environment

    from syditval.web.viewer import Viewer


@cache
def templates() -> Environment:
    """The templates. Whatever they put out is escaped, and nothing in it hides."""
    environment = safe_templates("syditval.web.screens")
    environment.globals |= {
        "languages": LANGUAGES,
        "named": named,
        "place": place,
        "query": query,
        "shapes": SHAPES,
        "state_of": state_of,
        "version": VERSION,
    }
    return environment


def rendered(name: str, language: str, viewer: Viewer | None, **context: object) -> str:
    """A template filled in for a viewer, who is None for somebody unknown."""
    words = texts(language)
    return (
        templates()
        .get_template(f"{name}.html.j2")
        .render(
            language=language,
            viewer=viewer,
            words=words,
            tell=Telling(words),
            say=partial(words.get, "screen"),
            **context,
        )
    )

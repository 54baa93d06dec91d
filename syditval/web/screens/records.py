"""What was done, and who somebody is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from syditval.web.screens.templates import rendered

if TYPE_CHECKING:
    from syditval.store import Act
    from syditval.web.viewer import Viewer


def acts(viewer: Viewer, acts: Sequence[Act]) -> str:
    """The last acts, newest first: when, who, what, with what, from where, and how it ended."""
    return rendered("acts", viewer.language, viewer, acts=acts)


def account(viewer: Viewer) -> str:
    """Who is signed in, with which role and entities, and the way out of all sessions at once."""
    return rendered("account", viewer.language, viewer)

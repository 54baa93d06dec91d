"""What somebody sees who is not in: the way in, and a refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syditval.messages import texts
from syditval.web.screens.templates import rendered

if TYPE_CHECKING:
    from syditval.web.viewer import Viewer


def sign_in(language: str, refusal: str, after: str) -> str:
    """The form for name and password.

    ``refusal`` says why the last attempt failed, ``after`` is where to go then; both may be empty.
    """
    return rendered("sign_in", language, None, refusal=refusal, after=after)


def refusal(viewer: Viewer | None, language: str, status: int, sentence: str) -> str:
    """What is not given, or not done, and why; ``status`` is that of HTTP."""
    known = texts(language).has("screen_refusal", f"status_{status}")
    return rendered(
        "refusal",
        language,
        viewer,
        status=status,
        sentence=sentence,
        key=f"status_{status}" if known else "status_other",
    )

"""JSON that is safe to look at and that every stream can take."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from syditval.messages.visible import is_hidden

# All but plain ASCII. The line breaks are those of the layout: json.dumps escapes those in a text.
_DOUBTFUL = re.compile(r"[^\n -~]")


def json_text(value: Mapping[str, Any], *, ascii_only: bool = False) -> str:
    """A value as JSON with a line break at its end; ``ascii_only`` escapes all other characters.

    What hides in a text is escaped in either case, as are the lone surrogates of a file name that is
    no valid text.
    """
    text = json.dumps(value, ensure_ascii=ascii_only, indent=2) + "\n"
    return _DOUBTFUL.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1] if is_hidden(found[0]) else found[0]

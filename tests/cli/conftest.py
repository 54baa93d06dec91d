"""What several tests of the command line need."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.annotation.conftest import office

__all__ = ["clicks_own", "office"]

OF_CLICK = "(click says) "


def _said(text: str, *_: object) -> str:
    return OF_CLICK + text


@pytest.fixture
def clicks_own(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], bool]:
    """Tells whether a text is click's own: all that click words by itself begins with a mark for the time being."""
    for module in ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types"):
        for translation in ("_", "ngettext"):
            monkeypatch.setattr(f"click.{module}.{translation}", _said, raising=False)
    return lambda text: OF_CLICK in text

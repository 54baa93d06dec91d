"""An excerpt is one frozen value: rows of a table, and the texts that stand in them."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from syditval.model.excerpt import Excerpt

EXCERPT = Excerpt("budget", (3, 4, 14), {(3, 1): "Intäkter"})


def test_a_text_is_found_by_row_and_column() -> None:
    assert EXCERPT.texts[3, 1] == "Intäkter"


def test_it_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        EXCERPT.rows = ()  # type: ignore[misc]

"""What a piece of work is refused for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from syditval.reading import UnreadableWorkbook


def refusal(work: Callable[..., object], *arguments: object) -> UnreadableWorkbook:
    """The refusal that the work ends in; a test that expects one fails without it."""
    with pytest.raises(UnreadableWorkbook) as refused:
        work(*arguments)
    return refused.value

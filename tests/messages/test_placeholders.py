"""A text without values is shown with names in their place, in the reader's language."""

from __future__ import annotations

import pytest

from syditval.messages import Texts, texts
from syditval.messages.placeholders import with_placeholders


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "--limit LIMIT=NUMBER, which is ALLOWED for FILE"),
        ("sv", "--limit GRÄNS=NUMBER, which is TILLÅTET for FIL"),
    ],
)
def test_names_stand_in_place_of_values(language: str, shown: str) -> None:
    text = "--limit {limit}=NUMBER, which is {allowed} for {file}"

    assert with_placeholders(text, texts(language)) == shown


def test_a_field_without_a_name_of_its_own_is_called_by_its_key() -> None:
    assert with_placeholders("{lines} add up", Texts("sv", {})) == "LINES add up"

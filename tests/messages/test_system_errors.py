"""What the system says is said in Swedish too, where it is one of the usual errors."""

from __future__ import annotations

import os
import sys

import pytest

from syditval.messages import Refusal, texts
from syditval.messages.catalogue import LANGUAGES
from syditval.messages.system_errors import _NUMBERS, in_words


@pytest.mark.skipif(sys.platform != "linux", reason="other systems word their errors in other ways")
@pytest.mark.parametrize("key", _NUMBERS)
def test_in_english_it_is_what_the_system_says(key: str) -> None:
    assert texts("en").get("system_errors", key) == os.strerror(_NUMBERS[key])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_has_its_words_and_no_words_are_left_over(language: str) -> None:
    assert texts(language).entries["system_errors"].keys() == _NUMBERS.keys()


def test_what_is_unusual_stays_as_it_is() -> None:
    assert in_words("Protocol not available", texts("sv")) == "Protocol not available"


def test_a_refusal_tells_its_cause_so_and_nothing_else() -> None:
    said = os.strerror(_NUMBERS["denied"])
    refused = Refusal("R003", file=said, cause=said)

    assert refused.sentence("sv").startswith(f"{said} kan inte läsas (åtkomst nekad): ")

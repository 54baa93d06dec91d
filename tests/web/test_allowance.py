"""What is allowed where nothing else is asked for."""

from __future__ import annotations

from syditval.reading import DEFAULT as LIMITS
from syditval.web.allowance import DEFAULT, Allowance


def test_several_workbooks_of_the_largest_size_fit_in_one_upload() -> None:
    assert DEFAULT.bytes_at_once >= 2 * LIMITS.file_bytes


def test_a_day_is_longer_than_an_upload_and_a_body_than_its_pauses() -> None:
    assert DEFAULT.bytes_per_day > DEFAULT.bytes_at_once
    assert DEFAULT.body_seconds > DEFAULT.pause_seconds
    assert DEFAULT.files_at_once <= DEFAULT.uploads_per_minute


def test_it_is_what_nobody_changed() -> None:
    assert Allowance() == DEFAULT

"""Names: capitals, blanks and the way accents are stored make no other name."""

from __future__ import annotations

import pytest

from syditval.store import StoreRefusal
from syditval.store.names import LONGEST, alphabetical, key_of, tidy


@pytest.mark.parametrize(
    "written",
    ["Äldrenämnden", "ÄLDRENÄMNDEN", " äldrenämnden\n", "A\u0308ldrena\u0308mnden"],
)
def test_one_name_in_many_ways(written: str) -> None:
    assert key_of(written) == key_of("äldrenämnden")


def test_it_is_shown_as_it_was_written_but_for_blanks() -> None:
    assert tidy("  Miljö-  och\u00a0byggnämnden ") == "Miljö- och byggnämnden"


def test_they_stand_as_a_swedish_reader_looks_for_them() -> None:
    names = ["Östra", "Zon", "älvdalen", "Årsta", "Alby"]

    assert sorted(names, key=alphabetical) == ["Alby", "Zon", "Årsta", "älvdalen", "Östra"]


@pytest.mark.parametrize("name", ["", "\t", "\x00", "a\u200bb", "\ud800", "a" * (LONGEST + 1)])
def test_what_can_be_no_name(name: str) -> None:
    with pytest.raises(StoreRefusal) as refused:
        tidy(name)

    assert refused.value.code == "M010"


def test_the_longest_name_is_one() -> None:
    assert tidy("å" * LONGEST) == "å" * LONGEST

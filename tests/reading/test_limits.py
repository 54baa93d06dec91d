"""How much a file may ask for, and how that is changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syditval.reading.limits import DEFAULT, Limits, UnknownLimit, limits_from, names


def test_nothing_asked_for_is_the_default() -> None:
    assert limits_from({"PATH": "/bin", "SYDITVAL_LANG": "sv"}) == DEFAULT == Limits()


@pytest.mark.parametrize("name", names())
def test_every_limit_can_be_changed_by_option_and_by_environment(name: str) -> None:
    changed = replace(DEFAULT, **{name: 7})

    assert limits_from({}, (f"{name}=7",)) == changed
    assert limits_from({f"SYDITVAL_LIMIT_{name.upper()}": "7"}) == changed


def test_an_option_goes_before_the_environment_and_the_last_one_before_the_others() -> None:
    limits = limits_from(
        {"SYDITVAL_LIMIT_SHEETS": "5", "SYDITVAL_LIMIT_PARTS": "9"}, ("sheets=6", "sheets=8")
    )

    assert (limits.sheets, limits.parts) == (8, 9)


def test_a_name_may_be_written_with_hyphens_capitals_and_blanks() -> None:
    assert limits_from({}, (" Sheet-Cells = 12 ",)).sheet_cells == 12


@pytest.mark.parametrize(
    "option",
    ["sheets", "sheets=", "sheets=0", "sheets=-1", "sheets=1.5", "sheets=1e3", "sheets=٣", "rows=5", "=5"],
)
def test_what_makes_no_sense_is_named_as_it_was_written(option: str) -> None:
    with pytest.raises(UnknownLimit) as unknown:
        limits_from({}, (option,))

    assert str(unknown.value).startswith(option)


def test_a_variable_that_makes_no_sense_is_not_passed_over() -> None:
    with pytest.raises(UnknownLimit, match="ROWS=5"):
        limits_from({"SYDITVAL_LIMIT_ROWS": "5"})

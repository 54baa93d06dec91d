"""Each reader keeps to the limits in the same words."""

from __future__ import annotations

from syditval.reading.contents import Contents, refuse_beyond
from syditval.reading.limits import Limits
from tests.reading.refusals import refusal


def test_a_limit_may_be_reached() -> None:
    refuse_beyond(Limits(sheets=3), "sheets", 3, "the_workbook")


def test_one_more_is_refused_with_place_and_numbers() -> None:
    refused = refusal(refuse_beyond, Limits(sheets=3), "sheets", 4, "the_workbook").about(file="april.ods")

    assert refused.code == "R013"
    assert str(refused).startswith("april.ods: the workbook has 4 where the limit sheets allows 3: ")


def test_most_files_have_nothing_but_sheets() -> None:
    assert Contents(()) == ((), (), ())

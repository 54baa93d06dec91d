"""Regions of figures in which something adds up."""

from __future__ import annotations

from syditval.messages import texts
from syditval.reports.html_regions import described
from syditval.reports.wording import Wording
from tests.reports.example_sums import summing


def test_regions_in_which_something_adds_up_are_described() -> None:
    told = described(summing("en"), Wording(texts("en")))

    assert [(table.range, lines[0].formula) for table, lines in told] == [
        ("Drift!A2:E11", "B11 = B6 + B9:B10"),
        ("Skolor!A1:E7", "D2 = B2 / C2"),
    ]

"""What adds up in a region, line by line."""

from __future__ import annotations

from syditval.messages import texts
from syditval.model.relation import Verdict
from syditval.reports.region_lines import RegionLine, region_lines
from syditval.reports.wording import Wording
from tests.reports.example_sums import summing


def lines(place: int) -> list[RegionLine]:
    """The lines on one region of the example."""
    report = summing("en")
    table = report.tables[place]
    own = [judgement for judgement in report.judgements if judgement.relation.table == table.id]
    return list(region_lines(table, own, Wording(texts("en"))))


def test_the_tree_of_sums_comes_first_each_total_with_what_it_is_of_below_it() -> None:
    assert lines(0)[:6] == [
        RegionLine(0, "B11 = B6 + B9:B10", "Summa", "3 of 4 columns"),
        RegionLine(0, "", "inconsistent: C11", verdict=Verdict.INCONSISTENT),
        RegionLine(1, "B6 = B3:B5", "Barn och utbildning", "3 of 4 columns"),
        RegionLine(1, "", "not checked: E6", verdict=Verdict.NOT_CHECKED),
        RegionLine(1, "B9 = B7:B8", "Social", "4 of 4 columns"),
        RegionLine(1, "B10", "Kultur"),
    ]


def test_then_come_the_other_relations() -> None:
    assert lines(0)[6:] == [
        RegionLine(0, "D3 = B3 - C3", "Avvikelse", "8 of 9 rows"),
        RegionLine(0, "", "inconsistent: D11", verdict=Verdict.INCONSISTENT),
    ]
    assert lines(1)[0] == RegionLine(0, "D2 = B2 / C2", "Kronor per elev", "5 of 6 rows")


def test_a_region_without_relations_has_no_lines() -> None:
    assert lines(2) == []

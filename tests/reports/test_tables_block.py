"""The counts of verdicts: a line for each table, and for all where there are several."""

from __future__ import annotations

from syditval.model.report import Report
from syditval.reports.tables_block import write_counts, write_table_head
from tests.reports.example_reports import budget, clean, kronor, report, with_findings
from tests.reports.example_sums import summing
from tests.reports.papers import on_page

CLEAN = """
                                                                  not  figures
                  exact  rounding  implausible  inconsistent  checked  covered
1  Drift             15         -            -             -        -    44/44
2  Investeringar     22         1            -             -        -    36/36
   all tables        37         1            -             -        -    80/80
"""


def counts(of: Report) -> str:
    return "\n" + on_page(lambda page: write_counts(of, page))


def test_each_table_has_its_verdicts_and_its_coverage() -> None:
    assert counts(clean("en")) == CLEAN


def test_a_table_that_no_relation_touched_is_covered_by_none() -> None:
    assert counts(report("en", [budget()])).splitlines()[-1].split()[1:] == ["Drift", *"-----", "0/44"]


def test_live_formulas_are_said_to_prove_no_more_than_they_do() -> None:
    text = " ".join(counts(with_findings("en")).split())

    assert "checked against: 5. Their agreement shows that the stored results are up to date" in text
    assert "live formulas" not in counts(clean("en"))


def test_regions_are_told_by_their_place_and_only_those_in_which_anything_was_found() -> None:
    names = [line.split()[1] for line in counts(summing("en")).splitlines()[3:5]]

    assert names == ["Drift!A2:E11", "Skolor!A1:E7"]


def test_a_table_begins_with_its_number_range_and_kind() -> None:
    assert on_page(lambda page: write_table_head(2, kronor(), page)) == (
        "2  'Drift 2024 (utkast)'!B4:G9  budget\n"
    )

"""Which sections the page has, and how much stands in each."""

from __future__ import annotations

from dataclasses import replace

from syditval.messages import texts
from syditval.model.report import Report
from syditval.reports.html_contents import codes, contents
from tests.reports.example_pages import everything
from tests.reports.example_reports import clean, nothing_recognised, with_findings
from tests.reports.example_sums import summing

WORDS = texts("en")


def sections(report: Report) -> dict[str, int | None]:
    """The names of the sections, with the number of what stands in them."""
    return {section.name: section.items for section in contents(report, WORDS)}


def test_a_full_report_has_them_all() -> None:
    assert sections(everything("en")) == {
        "summary": None,
        "causes": 3,
        "not_localised": 1,
        "findings": 4,
        "waived": 1,
        "not_checked": 4,
        "unguarded": 2,
        "tables": 3,
        "rules": None,
        "provenance": None,
    }


def test_what_has_nothing_to_say_is_left_out_but_never_what_was_not_checked() -> None:
    assert list(sections(clean("en"))) == ["summary", "findings", "not_checked", "tables", "provenance"]
    assert list(sections(nothing_recognised("en"))) == ["summary", "not_checked", "provenance"]


def test_findings_are_others_where_some_were_told_with_their_causes() -> None:
    headings = {section.name: section.heading for section in contents(everything("en"), WORDS)}
    alone = {section.name: section.heading for section in contents(with_findings("en"), WORDS)}

    assert (headings["findings"], alone["findings"]) == ("Other findings", "Findings")


def test_a_report_on_sums_has_regions_and_a_summary_only_where_something_adds_up() -> None:
    silent = replace(summing("en"), judgements=(), findings=())

    assert list(sections(summing("en"))) == [
        "summary",
        "findings",
        "not_checked",
        "regions",
        "rules",
        "provenance",
    ]
    assert list(sections(silent)) == ["findings", "not_checked", "regions", "provenance"]


def test_each_code_that_can_be_explained_is_listed_once() -> None:
    finding = with_findings("en").findings[0]
    report = replace(clean("en"), findings=(finding, finding, replace(finding, code="Z999")))

    assert codes(report, WORDS) == ["F101"]

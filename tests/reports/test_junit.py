"""JUnit XML: read by a consumer, with counts that are right, and well-formed whatever stands in the workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite
from lxml import etree

from syditval.model.earlier import Against
from syditval.model.period import Period
from syditval.model.report import Report
from syditval.reports.junit import junit_text
from tests.reports.every_example import EVERY, written
from tests.reports.example_reports import clean, nothing_recognised, with_findings
from tests.reports.example_sums import summing
from tests.reports.hostile_reports import hostile, hostile_texts, nothing_hides

Golden = Callable[[str, str], None]
STATES = {"failures": Failure, "errors": Error, "skipped": Skipped}


def suites(text: str) -> list[TestSuite]:
    """The suites as a build server reads them."""
    return list(JUnitXml.fromstring(text.encode()))


def every_test(text: str) -> Iterator[TestCase]:
    """The tests of all suites."""
    return (case for suite in suites(text) for case in suite)


def counted(cases: list[TestCase]) -> dict[str, int]:
    """How many tests there are, and how many in each state."""
    ended = [kind for case in cases for kind in map(type, case.result) if kind in STATES.values()]
    return {"tests": len(cases), **{name: ended.count(kind) for name, kind in STATES.items()}}


def stated(suite: TestSuite) -> dict[str, int]:
    """The same, as the suite states it."""
    return {name: getattr(suite, name) for name in ("tests", *STATES)}


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("example", EVERY)
def test_the_suites_read_as_agreed_and_count_right(golden: Golden, example: str, language: str) -> None:
    text = written("junit", EVERY[example](language))

    golden(f"{example}.{language}.junit", text)
    for suite in suites(text):
        assert stated(suite) == counted(list(suite))
    whole, root = counted(list(every_test(text))), etree.fromstring(text.encode()).attrib
    assert [int(root[name]) for name in ("tests", "failures", "errors")] == [
        whole[name] for name in ("tests", "failures", "errors")
    ]


def test_there_is_a_suite_for_the_workbook_and_one_for_each_table() -> None:
    named = [
        (suite.name, suite.tests, suite.failures, suite.skipped)
        for suite in suites(junit_text(with_findings("sv")))
    ]

    assert named == [
        ("april.xlsx", 2, 1, 1),
        ("'Drift 2024 (utkast)'!B4:G9", 15, 3, 3),
        ("Investeringar!A4:G10", 11, 1, 1),
    ]


def test_a_suite_of_which_there_is_nothing_to_tell_is_left_out() -> None:
    assert [suite.name for suite in suites(junit_text(clean("en")))] == [
        "Drift!A4:E15",
        "Investeringar!A4:G10",
    ]


def test_a_suite_says_what_it_is_of() -> None:
    workbook, table, _ = suites(junit_text(replace(with_findings("en"), options=(("rounding", "nearest"),))))

    assert {each.name: each.value for each in workbook.properties()} == {
        "syditval": "1.0.0",
        "sha256": "3f9a41c2d0e1" + "7" * 52,
        "rounding": "nearest",
    }
    assert {each.name: each.value for each in table.properties()}["covered"] == "25"


def test_a_table_that_is_not_in_the_report_is_told_with_the_workbook() -> None:
    told = replace(with_findings("en"), tables=with_findings("en").tables[1:])
    workbook, table = suites(junit_text(told))

    assert (workbook.name, workbook.tests) == ("april.xlsx", 17)
    assert (table.name, table.tests) == ("Investeringar!A4:G10", 11)


def test_where_nothing_was_recognised_the_build_breaks() -> None:
    (suite,) = suites(junit_text(nothing_recognised("en")))

    assert stated(suite) == {"tests": 2, "failures": 0, "errors": 1, "skipped": 1}


def names(of: Report) -> list[tuple[str, str]]:
    """What the tests are called, with their classes."""
    return [(case.classname, case.name) for case in every_test(junit_text(of))]


@pytest.mark.parametrize("of", [with_findings("en"), summing("sv")])
def test_no_two_tests_have_one_name(of: Report) -> None:
    doubled = replace(of, not_checked=of.not_checked * 2, judgements=of.judgements * 2)

    assert len(set(names(doubled))) == len(names(doubled)) > len(names(of))
    assert any(name.endswith(" (2)") for _, name in names(doubled))


def test_a_stream_that_is_not_unicode_gets_character_references() -> None:
    text = written("junit", with_findings("sv"), "cp1252")

    assert text.isascii()
    assert "F&#214;RBRUKNIN" in text
    assert [case.name for case in every_test(text)] == [
        case.name for case in every_test(junit_text(with_findings("sv")))
    ]


def test_a_stream_in_utf_16_is_read_by_its_byte_order_mark() -> None:
    text = written("junit", with_findings("sv"), "utf-16")

    assert len(etree.fromstring(text.encode("utf-16"))) == 3


@given(hostile_texts)
def test_whatever_stands_in_the_workbook_the_xml_is_well_formed(text: str) -> None:
    whole = written("junit", hostile(text))
    cases = list(every_test(whole))

    assert len(cases) == 38 + 6 + 1
    assert nothing_hides(whole)
    assert all(nothing_hides(result.text or "") for case in cases for result in case.result)


def test_the_suite_of_the_workbook_says_what_it_was_held_against() -> None:
    held = replace(with_findings("en"), against=(Against("mars.xlsx", "1" * 64, Period(2024, 3)),))

    assert ("against", "mars.xlsx " + "1" * 64) in [
        (each.name, each.value) for each in suites(junit_text(held))[0].properties()
    ]

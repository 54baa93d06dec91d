"""The SARIF log: read by its published schema, the same every time, and sound whatever stands in the workbook."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from sarif_pydantic import Sarif

from syditval.model.earlier import Against
from syditval.model.period import Period
from syditval.reports.sarif import sarif_log
from tests.reports.every_example import EVERY, written
from tests.reports.example_reports import clean, nothing_recognised, with_findings
from tests.reports.hostile_reports import hostile, hostile_texts, nothing_hides

Golden = Callable[[str, str], None]

# Words of the standard that this consumer passes over.
PASSED_OVER = {"columnKind", "suppressions", "toolExecutionNotifications"}


def read(text: str) -> dict[str, Any]:
    """The one run of a log, as a consumer reads it: without a word that SARIF does not know."""
    log = Sarif.model_validate_json(text)
    assert [path for path in unknown_words(log) if path.rpartition(".")[2] not in PASSED_OVER] == []
    run: dict[str, Any] = json.loads(text)["runs"][0]
    return run


def unknown_words(part: Any, path: str = "") -> list[str]:
    """Where a log holds what the consumer's model does not name."""
    if isinstance(part, list):
        return [each for number, item in enumerate(part) for each in unknown_words(item, f"{path}[{number}]")]
    if not hasattr(part, "model_fields_set"):
        return []
    extra = [f"{path}.{name}" for name in part.model_extra or ()]
    return extra + [
        each
        for name in type(part).model_fields
        for each in unknown_words(getattr(part, name), f"{path}.{name}")
    ]


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("example", EVERY)
def test_a_log_reads_as_agreed_and_a_consumer_takes_it(golden: Golden, example: str, language: str) -> None:
    text = written("sarif", EVERY[example](language))

    golden(f"{example}.{language}.sarif", text)
    assert read(text)["language"] == language


def test_a_consumer_refuses_what_is_broken() -> None:
    log = sarif_log(with_findings("en"))
    log["runs"][0]["results"][0]["level"] = "fatal"

    with pytest.raises(ValueError, match="level"):
        Sarif.model_validate(log)


def test_a_word_that_sarif_does_not_know_is_seen() -> None:
    log = sarif_log(with_findings("en"))
    log["runs"][0]["results"][0]["cell"] = "D9"

    with pytest.raises(AssertionError, match="cell"):
        read(json.dumps(log))


def test_every_result_is_of_the_rule_at_its_index() -> None:
    run = read(written("sarif", with_findings("en")))
    rules = run["tool"]["driver"]["rules"]

    assert [rules[each["ruleIndex"]]["id"] for each in run["results"]] == [
        each["ruleId"] for each in run["results"]
    ]
    assert len(run["results"]) == 8


def test_the_file_is_known_by_name_length_and_hash() -> None:
    (artifact,) = read(written("sarif", clean("en")))["artifacts"]

    assert artifact["location"] == {"uri": "april.xlsx"}
    assert (artifact["length"], artifact["hashes"]["sha-256"][:12]) == (9_321, "3f9a41c2d0e1")


def test_an_empty_list_of_results_says_how_much_was_checked() -> None:
    run = read(written("sarif", clean("en")))

    assert run["results"] == []
    assert run["invocations"][0]["executionSuccessful"] is True
    assert (run["properties"]["covered"], run["properties"]["figures"]) == (80, 80)


def test_a_run_in_which_nothing_was_recognised_did_not_succeed() -> None:
    assert read(written("sarif", nothing_recognised("en")))["invocations"][0]["executionSuccessful"] is False


def test_a_stream_that_is_not_unicode_gets_plain_ascii() -> None:
    text = written("sarif", with_findings("sv"), "cp1252")

    assert text.isascii()
    assert json.loads(text) == sarif_log(with_findings("sv"))


def texts_of(part: Any) -> list[str]:
    """The texts of all messages in a log."""
    if isinstance(part, list):
        return [text for each in part for text in texts_of(each)]
    if not isinstance(part, dict):
        return []
    return [part["text"]] if "text" in part else [text for each in part.values() for text in texts_of(each)]


@given(hostile_texts)
def test_whatever_stands_in_the_workbook_a_consumer_takes_the_log(text: str) -> None:
    run = read(written("sarif", hostile(text)))
    told = texts_of(run["results"])

    assert len(run["results"]) == 6
    assert len(told) == (8 if text else 6)
    assert not any("](" in each for each in told)
    assert all(map(nothing_hides, told))


def test_earlier_workbooks_are_listed_after_the_one_that_the_log_is_about() -> None:
    held = replace(clean("en"), against=(Against("mars.xlsx", "1" * 64, Period(2024, 3)),))
    about, march = read(written("sarif", held))["artifacts"]

    assert about["roles"] == ["analysisTarget"]
    assert march == {"location": {"uri": "mars.xlsx"}, "hashes": {"sha-256": "1" * 64}}

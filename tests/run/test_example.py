"""What a rule finds in its own examples, as a reader of its page is told."""

from __future__ import annotations

import pytest

from syditval.checks import rule_infos
from syditval.messages.catalogue import LANGUAGES
from syditval.model.example_text import parse_example
from syditval.model.rule import RuleInfo
from syditval.run.example import found_in

RULES = {info.code: info for info in rule_infos()}


@pytest.mark.parametrize("info", RULES.values(), ids=RULES)
def test_every_rule_finds_something_in_its_bad_example_and_nothing_in_its_good_one(info: RuleInfo) -> None:
    for language in LANGUAGES:
        sentences = [each.message for each in found_in(parse_example(info.bad), info.code, language)]

        assert sentences
        assert all(sentence.endswith(".") for sentence in sentences)
    assert found_in(parse_example(info.good), info.code, "en") == ()


@pytest.mark.parametrize(
    ("code", "cells"),
    [("F101", ["C5"]), ("V101", ["E4", "E5"]), ("F201", ["E5"]), ("H320", ["B7"]), ("W001", [])],
)
def test_the_cells_are_those_that_are_wrong(code: str, cells: list[str]) -> None:
    found = found_in(parse_example(RULES[code].bad), code, "sv")

    assert [each.cell.a1 for each in found if each.cell] == cells


def test_other_findings_are_left_out() -> None:
    stale = RULES["H306"].bad

    assert {each.code for each in found_in(parse_example(stale), "H306", "en")} == {"H306"}
    assert {each.code for each in found_in(parse_example(stale), "H304", "en")} == {"H304"}

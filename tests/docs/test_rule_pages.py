"""The pages on rules are Markdown that a reader of it takes for tables, with the culprit in bold."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from syditval.checks import rule_infos
from syditval.model.example_text import parse_example
from syditval.model.rule import RuleInfo

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.fixture(scope="module")
def written() -> Iterator[dict[str, str]]:
    """The page of each rule, by code."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(DOCS))
        rule_page = import_module("rule_pages").rule_page
        yield {info.code: rule_page(info) for info in rule_infos()}


def tables(markdown: str) -> list[list[Token]]:
    """The cells of each table."""
    found: list[list[Token]] = []
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    for token, inner in pairwise(tokens):
        if token.type == "table_open":
            found.append([])
        if token.type in ("th_open", "td_open"):
            found[-1].append(inner)
    return found


def cells(example: str) -> list[int]:
    """How many cells each table of an example has, earlier months after it, with its letters and its numbers."""
    read = parse_example(example)
    sheets = [sheet for book in (read, *read.months) for sheet in book.workbook.sheets]
    corners = [tuple(max(places) for places in zip(*sheet.cells, strict=True)) for sheet in sheets]
    return [(bottom + 1) * (right + 1) for bottom, right in corners]


def bold(table: list[Token]) -> list[str]:
    return [cell.content for cell in table if any(each.type == "strong_open" for each in cell.children or ())]


@pytest.mark.parametrize("info", rule_infos(), ids=lambda info: info.code)
def test_every_page_has_both_examples_as_tables(info: RuleInfo, written: dict[str, str]) -> None:
    found = tables(written[info.code])

    assert [len(table) for table in found] == [*cells(info.bad), *cells(info.good)]
    # Nothing stands out in earlier months, nor in the good example.
    assert [cell for table in found[1:] for cell in bold(table)] == []


def test_the_culprit_is_bold_and_named_with_what_the_rule_says_there(written: dict[str, str]) -> None:
    page = written["F101"]

    assert bold(tables(page)[0]) == ["**90**"]
    assert "\n- **C5**: The lines of Utfall (3) add up to 0, but Summa says 90: a difference of" in page


def test_a_culprit_that_is_blank_is_called_so(written: dict[str, str]) -> None:
    assert bold(tables(written["S005"])[0]) == ["**(blank)**"]


def test_formulas_are_code_with_their_results_below(written: dict[str, str]) -> None:
    assert bold(tables(written["H304"])[0]) == ["**`=D4-B4`**<br>**0**"]


def test_what_the_table_does_not_show_stands_below_it(written: dict[str, str]) -> None:
    assert "\n\nHidden rows: 3. Below each formula stands the result" in written["H310"]

"""A rule in full: its texts, its examples drawn, and what it finds in the bad one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from syditval.model.cells import CellRef
from syditval.model.example_text import parse_example
from syditval.model.finding import Finding
from syditval.model.rule import RuleInfo, Severity
from syditval.reports.rule_page import Explained, render_refusal, render_rule
from tests.reports.papers import on_console

BAD = """
! hidden rows 3
                  | Budget | Utfall
Intäkter          | -900   | =B3 -> -1200
Lokalhyror        | 400    | 130.5
                  | 12     | 14
"""
GOOD = "Summa | 1"


def finding(a1: CellRef | None, message: str) -> Finding:
    return Finding("F101", "F101", "total-differs-from-its-lines", Severity.ERROR, "", a1, message=message)


FOUND = (
    finding(CellRef("Sheet1", 2, 3), "Intäkter är fel."),
    finding(CellRef("Sheet1", 4, 1), "Raden saknar namn."),
    finding(None, "Arbetsboken är konstig."),
)


def shown(bad: str = BAD, *, width: int = 80, language: str = "en", encoding: str = "utf-8") -> str:
    info = RuleInfo("F101", "total-differs-from-its-lines", Severity.ERROR, bad, GOOD)
    page = Explained(info, parse_example(bad), parse_example(GOOD), FOUND)
    return on_console(lambda console: render_rule(page, language, console), width, encoding)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_it_reads_as_agreed(golden: Callable[[str, str], None], language: str) -> None:
    golden(f"rules/rule.{language}.text", shown(language=language))


def test_what_is_wrong_is_marked_without_colour_and_in_any_stream() -> None:
    drawn = shown(encoding="ascii").split("A table where it finds something\n")[1].split("\n\n")[0]

    assert [line.rstrip() for line in drawn.splitlines()] == [
        "  | A          |      B |      C",
        "--+------------+--------+-------",
        "1 |            | Budget | Utfall",
        "2 | Intakter   |   -900 |    =B3",
        "  |            |        | -1 200",
        "  |            |        |    ^^^",
        "3 | Lokalhyror |    400 |  130,5",
        "4 | (blank)    |     12 |     14",
        "  | ^^^        |        |",
        "Hidden rows: 3.",
        "Below each formula stands the result that was saved with it.",
        "^^^ C2  Intakter ar fel.",
        "^^^ A4  Raden saknar namn.",
        "^^^  Arbetsboken ar konstig.",
    ]


def test_it_is_marked_with_colour_where_there_is_any() -> None:
    info = RuleInfo("F101", "total-differs-from-its-lines", Severity.ERROR, BAD, GOOD)
    page = Explained(info, parse_example(BAD), parse_example(GOOD), FOUND)
    coloured = on_console(lambda console: render_rule(page, "en", console), color="always")

    assert coloured.count("\x1b[1;31m^^^") == 2


def test_each_of_several_sheets_has_its_name() -> None:
    assert "\nDrift\n  │ A" in shown("# Drift\nSumma | 1\n# Investeringar\nSumma | 1")


@pytest.mark.parametrize("width", [40, 80])
def test_no_table_is_wider_than_the_page_and_nothing_in_it_is_lost(width: int) -> None:
    formula = "=SUM(B1:B9)" * 8
    page = shown(f"Personalkostnader | 1 | {formula} -> 3", width=width)
    lines = [line for line in page.splitlines() if "│" in line]

    assert max(map(len, lines)) <= width
    assert "".join(line.rpartition("│")[2].strip() for line in lines).count("=SUM") == 8


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["R004  Empty file  (refusal)", "FILE is empty: export or save the workbook again."]),
        ("sv", ["R004  Tom fil  (avslag)", "FIL är tom: exportera eller spara arbetsboken igen."]),
    ],
)
def test_a_refusal_says_what_is_refused_and_what_that_leads_to(language: str, sentences: list[str]) -> None:
    page = on_console(lambda console: render_refusal("R004", language, console))
    title, said, leads_to = page.split("\n\n")

    assert [title, said] == sentences
    assert leads_to.endswith(" 2.\n")

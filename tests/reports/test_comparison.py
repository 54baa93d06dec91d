"""Two records side by side, whole, as text in both languages and as JSON."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from syditval.records import Comparison, Recorded, compare, recorded
from syditval.reports.comparison import render_comparison, write_comparison
from tests.reports.example_standing import with_standing
from tests.reports.papers import on_console

Golden = Callable[[str, str], None]


def said(language: str) -> Recorded:
    """The record of a report made by hand, with eight findings."""
    return recorded(with_standing(language).to_dict())


def next_month(record: Recorded) -> Recorded:
    """The record a month later.

    One finding is gone, one has moved, one is new, and three have changed: the difference of one, that
    is no longer small, the waiver of another, and the severity and the verdict of a third.
    """
    percentage, links, gap, *others, variance, total, value = record.findings
    return replace(
        record,
        name="maj.xlsx",
        sha256="0" * 64,
        version="1.1.0",
        tables={**record.tables, "staff": "Personal!A1:C9"},
        findings=(
            replace(percentage, cell="Investeringar!E11", id=percentage.id.replace("04-30", "05-31")),
            replace(gap, severity="error", verdict="inconsistent"),
            *others,
            replace(links, code="H202", id="H202"),
            replace(variance, difference=Decimal("52.5"), is_material=True),
            replace(total, state="exceeded"),
            value,
        ),
        covered=record.covered + 1,
        figures=record.figures + 4,
    )


def months(language: str) -> Comparison:
    before = said(language)
    return compare(before, next_month(before))


def shown(comparison: Comparison, language: str = "en", width: int = 80) -> str:
    return on_console(lambda console: render_comparison(comparison, language, console), width)


def written(comparison: Comparison) -> str:
    stream = io.StringIO()
    write_comparison(comparison, stream)
    return stream.getvalue()


@pytest.mark.parametrize("language", ["en", "sv"])
def test_two_months_read_as_agreed(golden: Golden, language: str) -> None:
    text = shown(months(language), language)

    golden(f"comparison/months.{language}.text", text)
    assert max(len(line) for line in text.splitlines()) <= 80


def test_two_months_are_written_as_agreed(golden: Golden) -> None:
    golden("comparison/months.json", written(months("sv")))


@pytest.mark.parametrize("language", ["en", "sv"])
def test_where_nothing_is_different_that_is_all_that_is_said(golden: Golden, language: str) -> None:
    record = said(language)
    golden(f"comparison/same.{language}.text", shown(compare(record, record), language))


def test_the_json_tells_what_the_text_tells() -> None:
    made: dict[str, Any] = json.loads(written(months("en")))

    assert [each["change"] for each in made["findings"]] == ["new", "gone", "changed", "changed", "changed"]
    assert made["unchanged"] == 4
    assert made["tables"] == [{"change": "new", "table": "staff"}]
    assert (made["before"]["name"], made["after"]["name"]) == ("april.xlsx", "maj.xlsx")
    assert (made["findings"][0]["before"], made["findings"][1]["after"]) == (None, None)


def test_amounts_in_the_json_are_exact_texts() -> None:
    changed = json.loads(written(months("en")))["findings"][3]

    assert (changed["before"]["difference"], changed["after"]["difference"]) == ("0.02", "52.5")
    assert changed["after"]["expected"] == "-1500000"


def test_a_table_that_is_gone_is_told_too() -> None:
    before = said("en")

    assert "The table staff is gone." in shown(compare(next_month(before), before))


@pytest.mark.parametrize(("broken", "line"), [("before", 1), ("after", 2)])
def test_a_broken_seal_is_told_below_its_record(broken: str, line: int) -> None:
    record = said("en")
    runs = {"before": record, "after": record, broken: replace(record, is_intact=False)}
    comparison = compare(**runs)

    assert shown(comparison, width=120).splitlines()[line].strip().startswith("The seal of this record")
    sealed = {name: json.loads(written(comparison))[name]["sealed"] for name in ("before", "after")}
    assert [name for name, fits in sealed.items() if not fits] == [broken]


HOSTILE = "[red]x[/red]\N{RIGHT-TO-LEFT OVERRIDE}\x1b[31m{0}"


def test_no_text_of_a_record_can_do_anything_but_be_seen() -> None:
    before = said("en")
    finding = replace(before.findings[0], code=HOSTILE, cell=HOSTILE, message=HOSTILE)
    after = replace(before, name=HOSTILE, version=HOSTILE, tables={HOSTILE: "A1"}, findings=(finding,))
    comparison = compare(before, after)
    lines = shown(comparison).splitlines()

    assert all(line.isprintable() for line in lines)
    assert r"[red]x[/red]\u202e\x1b[31m{0}" in lines[1]
    assert written(comparison).isascii()
    assert all(line.isprintable() for line in written(comparison).splitlines())


def test_the_message_is_that_of_the_record_and_all_around_it_in_the_language_asked_for() -> None:
    text = shown(months("sv"), "en")

    assert "De 4 raderna i Utfall" in text
    assert "waiver: waived, now exceeded" in text

"""The page of an upload: whole when its pieces stand together, a line for each step, told as it comes."""

from __future__ import annotations

import pytest

from syditval.messages import texts
from syditval.store import Kept, Role
from syditval.web.screens.progress import (
    ProgressRow,
    Step,
    progress_foot,
    progress_head,
    progress_row,
    row_of,
)
from tests.reports.html_reader import named, read, texts_of
from tests.web.screens.example_screens import APRIL, MONTHS, progress, viewer

OFFICER = viewer(Role.FINANCE, "sv")


def test_a_screen_reader_is_told_each_line() -> None:
    (log,) = (each for each in read(progress("sv")) if each.attributes.get("role") == "log")

    assert log.attributes["aria-live"] == "polite"
    assert log.attributes["aria-labelledby"] == "receiving"
    assert "mars.xlsx: väntar på sin tur" in log.text


def test_each_step_is_a_line_by_itself() -> None:
    row = progress_row(OFFICER, ProgressRow("april.xlsx", Step.CHECKING))

    assert texts_of(row, "p") == ["april.xlsx: kontrolleras"]


@pytest.mark.parametrize(
    ("kept", "step", "line"),
    [
        (Kept(MONTHS[0], True), Step.KEPT, "sparad, inga iakttagelser: Sydnärkes IT, januari 2024 version 1 inga iakttagelser"),
        (Kept(APRIL, True), Step.WITH_FINDINGS, "sparad, med iakttagelser: Sydnärkes IT, april 2024 version 2 2 fel 1 varning"),
        (Kept(MONTHS[2], True), Step.REJECTED, "sparad som avvisad: Sydnärkes IT, mars 2024 version 1 avvisad"),
        (Kept(APRIL, False), Step.ALREADY, "redan sparad, skickad tidigare: Sydnärkes IT, april 2024 version 2 2 fel 1 varning"),
    ],
)  # fmt: skip
def test_what_the_store_kept_is_the_last_step_and_leads_to_its_month(
    kept: Kept, step: Step, line: str
) -> None:
    row = row_of("fil.xlsx", kept)
    written = progress_row(OFFICER, row)

    assert (row.step, row.step.is_last) == (step, True)
    assert texts_of(written, "p") == [f"fil.xlsx: {line}"]
    assert [link.attributes["href"] for link in named(written, "a")] == [f"/months/{kept.entry.number}"]


def test_a_refusal_says_why() -> None:
    row = ProgressRow("fil.xlsx", Step.REFUSED, sentence="Filen är tom.")

    assert texts_of(progress_row(OFFICER, row), "p") == ["fil.xlsx: togs inte emot. Filen är tom."]


def test_the_end_has_one_line_for_each_file() -> None:
    rows = [
        ProgressRow("a.xlsx", Step.RECEIVED),
        ProgressRow("a.xlsx", Step.REFUSED),
        row_of("b.xlsx", Kept(APRIL, True)),
    ]
    page = progress_head(OFFICER, []) + progress_foot(OFFICER, rows)
    results = [
        each.text.strip() for each in named(page, "li") if "ul" in each.around and "section" in each.around
    ]

    assert [line.split(":")[0] for line in results] == ["a.xlsx", "b.xlsx"]


def test_without_a_file_the_end_says_so() -> None:
    page = progress_head(OFFICER, []) + progress_foot(OFFICER, [])

    assert "Ingen arbetsbok togs emot." in texts_of(page, "li")


def test_every_step_has_its_words() -> None:
    assert set(texts("sv").entries["screen_step"]) == set(Step)
    assert [step for step in Step if not step.is_last] == [Step.RECEIVED, Step.WAITING, Step.CHECKING]

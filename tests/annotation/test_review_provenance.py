"""Where a review comes from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from syditval.annotation.review import CarriedOver, Review
from syditval.annotation.review_provenance import counted, provenance_rows
from syditval.messages import texts
from syditval.model.earlier import Against
from syditval.model.period import Period
from syditval.model.report import Report
from tests.annotation.build import drift_workbook, report
from tests.annotation.review_text import as_text

SV = texts("sv")
NOTHING_GIVEN = Review()


@pytest.fixture
def told(tmp_path: Path) -> Report:
    made = report(drift_workbook(tmp_path / "april.xlsx"))
    file = replace(made.inputs[0], sha256="ab" * 32, bytes=7487)
    return replace(made, inputs=(file,), options=(("fail-on", "error"), ("rounding", "nearest")))


def lines(told: Report, review: Review = NOTHING_GIVEN) -> list[str]:
    return as_text(provenance_rows(told, review, SV)).splitlines()[2:]


def test_everything_that_the_result_depends_on_is_told(told: Report) -> None:
    assert lines(told, Review(time="2024-05-15 09:30", carried=CarriedOver("mars.granskad.xlsx"))) == [
        "Fil | april.xlsx",
        f"SHA-256 | {'ab' * 32}",
        "Storlek | 7\N{NO-BREAK SPACE}487 byte",
        "Inläst | xlsx: 2 blad, 8 rader, 42 celler, 1 tal, 4 formler",
        "Framtagen med | syditval 1.2.3, resultatformat 2",
        "Tidpunkt | 2024-05-15 09:30",
        "Övertaget från | mars.granskad.xlsx",
        f"Schema | budget {'0123456789abcdef' * 4}",
        "Inställning | fail-on = error",
        "Inställning | rounding = nearest",
    ]


def test_what_was_not_given_is_not_told(told: Report) -> None:
    labels = [line.partition(" | ")[0] for line in lines(told)]

    assert not {"Tidpunkt", "Övertaget från"} & set(labels)


def test_without_schemas_that_is_told(told: Report) -> None:
    assert "Schema | inget: sambanden är de som talen visar" in lines(replace(told, schemas=()))


def test_the_kind_of_file_is_told_by_its_name(told: Report) -> None:
    file = replace(told.inputs[0], container="delimited")

    assert "Inläst | textexport: 2 blad, 8 rader, 42 celler, 1 tal, 4 formler" in lines(
        replace(told, inputs=(file,))
    )


@pytest.mark.parametrize(("number", "said"), [(0, "0 varningar"), (1, "1 varning"), (2, "2 varningar")])
def test_things_are_counted_in_words(number: int, said: str) -> None:
    assert counted("warning", number, SV) == said


def test_what_it_was_held_against_is_told_with_its_hash(told: Report) -> None:
    held = replace(told, against=(Against("mars.xlsx", "1" * 64, Period(2024, 3)),))

    assert f"Jämförd med | mars.xlsx (2024-03) {'1' * 64}" in lines(held)

"""A run done again beside its record: every deviation in a line, and what they come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from syditval.messages import texts
from syditval.model.relation import Reason
from syditval.records import Deviation, Parts, Recorded, Subject, recorded
from syditval.reports.verification import render_verification
from tests.reports.example_standing import with_standing
from tests.reports.papers import on_console

Golden = Callable[[str, str], None]

RECORD = recorded(with_standing("en").to_dict())
TOTAL = "'Drift 2024 (utkast)'!D9"
BASIS = [
    Deviation(Subject.TOOL, "syditval", ("1.0.0",), ("1.1.0",)),
    Deviation(Subject.OPTION, "materiality", ("100 tkr",), ()),
    Deviation(Subject.SCHEMA, "budget", ("b" * 64,), ("a" * 64,)),
    Deviation(Subject.RULE, "F101", (), ("a" * 64,)),
]
RELATION = Deviation(
    Subject.RELATION,
    f"F101 {TOTAL}",
    ("exact", Decimal("-9993089.25"), Decimal("-9993089.25")),
    ("inconsistent", Decimal("-9993089.25"), Decimal("-9939089.25")),
)
VERDICTS = [
    Deviation(Subject.SEAL, "", (), ()),
    Deviation(Subject.WORKBOOK, "april.xlsx", ("3f9a41c2d0e1" + "7" * 52,), ("0" * 64,)),
    Deviation(Subject.AGAINST, "mars.xlsx", ("c" * 64,), ("0" * 64,)),
    Deviation(Subject.TABLE, "budget", ("Drift!A4:E15",), ("Drift!A4:E16",)),
    RELATION,
    Deviation(Subject.RELATION, "V103 Investeringar!E9", ("not_checked",), ()),
    Deviation(Subject.FINDING, "F101/budget/summa/actual/-", (TOTAL, "error", "waived"), (TOTAL, "error")),
    Deviation(Subject.FINDING, "H201", ("warning", "exceeded"), ("note", "immaterial")),
    Deviation(Subject.GAP, "Blad 3", ("empty sheet",), ()),
]
OUTCOMES: dict[str, Sequence[Deviation]] = {
    "same": [],
    "another_basis": BASIS,
    "other": [*VERDICTS[:3], *BASIS, *VERDICTS[3:]],
}


def shown(deviations: Sequence[Deviation], language: str = "en", record: Recorded = RECORD) -> str:
    return on_console(lambda console: render_verification(record, deviations, language, console))


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_the_outcome_reads_as_agreed(golden: Golden, outcome: str, language: str) -> None:
    golden(f"verification/{outcome}.{language}.text", shown(OUTCOMES[outcome], language))


def test_only_what_concerns_the_verdicts_counts() -> None:
    assert "Number of deviations: 9." in shown(OUTCOMES["other"])
    assert "Number of deviations: 1." in shown([RELATION, *BASIS])
    assert "The same verdicts come out on another basis" in shown(BASIS)


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_told_in_the_language_of_the_page(reason: Reason, language: str) -> None:
    gap = Deviation(Subject.GAP, "Blad 3", (reason.value,), ())
    line = " ".join(shown([gap], language).split())

    assert texts(language).get("reason", reason.name.lower()) in line


@pytest.mark.parametrize(
    ("subject", "parts", "said"),
    [
        (Subject.GAP, ("a reason of times to come",), "a reason of times to come"),
        (Subject.RELATION, ("exact", Decimal(12)), "exact, 12"),
        (Subject.OPTION, ("waived",), "waived"),
        (Subject.TABLE, ("error",), "error"),
    ],
    ids=["a reason that we do not know", "half an evidence", "an option", "a table"],
)
def test_what_is_no_word_of_a_record_is_told_as_it_stands(subject: Subject, parts: Parts, said: str) -> None:
    assert f": {said} i protokollet" in shown([Deviation(subject, "x", parts, ())], "sv").replace(
        "exakt", "exact"
    )


HOSTILE = "[red]x[/red]\N{RIGHT-TO-LEFT OVERRIDE}\x1b[31m{0}"


def test_no_text_of_a_record_can_do_anything_but_be_seen() -> None:
    deviations = [Deviation(subject, HOSTILE, (HOSTILE,), (HOSTILE,)) for subject in Subject]
    lines = shown(deviations, record=replace(RECORD, name=HOSTILE, version=HOSTILE)).splitlines()

    assert all(line.isprintable() for line in lines)
    assert r"[red]x[/red]\u202e\x1b[31m{0}" in lines[0]

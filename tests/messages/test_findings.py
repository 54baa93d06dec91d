"""Sentences are made from typed fields, in the reader's language."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from syditval.formulas import Why
from syditval.messages import texts
from syditval.messages.catalogue import LANGUAGES
from syditval.messages.findings import finding_sentence, gap_sentence
from syditval.model.cells import CellRef
from syditval.model.finding import Field, Finding
from syditval.model.gap import NotChecked
from syditval.model.relation import NOTHING_TO_CHECK, Evidence, Reason, Verdict
from syditval.model.rule import Severity

C15 = CellRef("Drift", 15, 3)
EVIDENCE = Evidence(
    expected=Decimal(91),
    low=Decimal(86),
    high=Decimal(96),
    found=Decimal(-89),
    difference=Decimal(-180),
    bound=Decimal("5.5"),
    credible=Decimal(4),
    terms=10,
)
FIELDS: dict[str, Field] = {
    "row": "Summa",
    "column": "Utfall",
    "unit": "tkr",
    "lines": 10,
    "operands": "",
    "expected": EVIDENCE.expected,
    "found": EVIDENCE.found,
    "difference": EVIDENCE.difference,
    "bound": EVIDENCE.bound,
    "remark": "",
}
TOTAL = Finding(
    "F101/x",
    "F101",
    "a-name",
    Severity.ERROR,
    "budget",
    C15,
    verdict=Verdict.INCONSISTENT,
    evidence=EVIDENCE,
    fields=FIELDS,
)


def sentence(finding: Finding, language: str = "en") -> str:
    return finding_sentence(finding, texts(language)).replace("\xa0", " ")


def test_the_verdict_chooses_the_sentence() -> None:
    assert sentence(TOTAL) == (
        "The lines of Utfall (10) add up to 91, but Summa says -89: a difference of -180 tkr, of which "
        "rounding explains at most 5,5."
    )
    assert "it is not credible" in sentence(replace(TOTAL, verdict=Verdict.IMPLAUSIBLE))
    assert "less than once in a thousand" in sentence(replace(TOTAL, verdict=Verdict.ROUNDING))


def test_the_difference_shows_its_sign() -> None:
    above = replace(EVIDENCE, difference=Decimal(180))

    assert "a difference of +180 tkr" in sentence(replace(TOTAL, evidence=above))


def test_the_same_finding_in_swedish() -> None:
    assert sentence(TOTAL, "sv") == (
        "Raderna i Utfall (10 st) summerar till 91, men Summa anger -89: en skillnad på -180 tkr, varav "
        "avrundning förklarar högst 5,5."
    )


@pytest.mark.parametrize("remark", ["stale", "shown"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_remark_follows_the_sentence(language: str, remark: str) -> None:
    remarked = replace(TOTAL, fields={**FIELDS, "remark": remark})

    assert sentence(remarked, language) == (
        f"{sentence(TOTAL, language)} {texts(language).get('rule', remark)}"
    )


def test_a_finding_without_a_verdict_has_one_sentence() -> None:
    found = Finding("x", "S005", "unlabelled-line", Severity.WARNING, "budget", C15, fields={"number": 15})

    assert sentence(found) == "The line on row 15 has figures but no label: say what it is."


def test_a_rule_that_could_not_run_says_so_and_whose_fault_it_is() -> None:
    fields: dict[str, Field] = {
        "row": "",
        "column": "",
        "unit": "",
        "remark": "could_not_run",
        "cause": "KeyError",
    }
    crashed = Finding("x", "F101", "a-name", Severity.ERROR, "budget", C15, fields=fields)

    assert sentence(crashed).startswith("F101 could not run here (KeyError); this is a fault in")


# They are about the whole workbook.
NOT_RECALCULATED = {
    Reason.NO_LIBREOFFICE,
    Reason.RECALCULATION_OVERDUE,
    Reason.RECALCULATION_FAILED,
    Reason.RECALCULATION_REFUSED,
}


# They are about another workbook, or a table there.
ELSEWHERE = {Reason.NOT_EARLIER, Reason.TABLE_GONE}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", [reason for reason in Reason if reason is not Reason.NO_LAST_MONTH])
def test_every_gap_has_its_sentence(reason: Reason, language: str) -> None:
    gap = NotChecked(reason, "budget", C15, "F101", "Drift!C6", count=3, detail="function")

    is_of_subject = reason in NOTHING_TO_CHECK | NOT_RECALCULATED | ELSEWHERE
    assert ("Drift!C6" if is_of_subject else "Drift!C15") in gap_sentence(gap, texts(language))


def test_that_no_earlier_month_is_known_stands_at_no_place() -> None:
    gap = NotChecked(Reason.NO_LAST_MONTH)

    assert gap_sentence(gap, texts("en")).startswith("No earlier month of the year is known, so nothing")
    assert gap_sentence(gap, texts("sv")).startswith("Ingen tidigare månad under året är känd")


@pytest.mark.parametrize(
    ("sheet_type", "said"),
    [
        ("chartsheet", "a chart sheet"),
        ("macrosheet", "a macro sheet"),
        ("dialogsheet", "a dialog sheet"),
        ("x", "x"),
    ],
)
def test_a_sheet_that_was_not_read_is_told_with_its_type(sheet_type: str, said: str) -> None:
    gap = NotChecked(Reason.NOT_A_WORKSHEET, subject="Diagram1", detail=sheet_type)

    assert gap_sentence(gap, texts("en")) == f"The sheet Diagram1 was not read: it is {said}."


def test_a_finding_about_the_workbook_says_where_it_was_noticed() -> None:
    fields: dict[str, Field] = {"places": "xl/vbaProject.bin", "remark": "noticed_at"}
    found = Finding("H203", "H203", "macros-in-workbook", Severity.WARNING, "", None, fields=fields)

    assert sentence(found).endswith("or what they do. Where: xl/vbaProject.bin.")
    assert sentence(replace(found, fields={"remark": ""})).endswith("or what they do.")


HOSTILE = "[red]x[/red]\N{RIGHT-TO-LEFT OVERRIDE}\x1b[31m\N{ZERO WIDTH SPACE}{0}=1+1"
SHOWN = r"[red]x[/red]\u202e\x1b[31m\u200b{0}=1+1"


def test_what_hides_in_a_text_of_the_workbook_shows_and_is_nothing_but_data() -> None:
    hostile = replace(TOTAL, fields={**FIELDS, "row": HOSTILE, "column": HOSTILE})
    gap = NotChecked(Reason.UNNAMED_COLUMN, "budget", replace(C15, sheet=HOSTILE), subject=HOSTILE)

    assert sentence(hostile).startswith(f"The lines of {SHOWN} (10) add up to 91, but {SHOWN} says")
    assert gap_sentence(gap, texts("en")).startswith(f"{SHOWN} ('{SHOWN}'!C15): the table's kind")


def test_a_gap_names_the_cell_in_the_way() -> None:
    gap = NotChecked(Reason.NOT_CALCULATED, "budget", C15, "F101", "Drift!C6")

    assert gap_sentence(gap, texts("en")) == (
        "F101 at Drift!C15: Drift!C6 is a formula without a stored result."
    )


def test_a_gap_without_a_cell_can_be_said() -> None:
    gap = NotChecked(Reason.OUTSIDE_TABLES, count=412)

    assert gap_sentence(gap, texts("sv")).startswith("412 tal utanför alla tabeller")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", Why)
def test_every_reason_why_a_formula_was_not_evaluated_has_its_words(why: Why, language: str) -> None:
    gap = NotChecked(
        Reason.NOT_EVALUATED, cell=C15, code="H306", subject="Namn", count=3, detail=why.name.lower()
    )

    assert "{" not in gap_sentence(gap, texts(language))

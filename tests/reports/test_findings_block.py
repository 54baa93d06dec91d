"""The findings: place and sentence on the left, figures on the right or below."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syditval.model.cells import CellRef
from syditval.model.finding import Finding
from syditval.reports.findings_block import write_findings
from tests.reports.example_causes import FAILURES, ids, with_causes
from tests.reports.example_findings import FINDINGS
from tests.reports.example_reports import report
from tests.reports.papers import on_page

GAP = replace(
    FINDINGS["gap"],
    message="The lines add up to 11\N{NO-BREAK SPACE}334, Summa says 11\N{NO-BREAK SPACE}337.",
)

BESIDE = """
note     Investeringar!B10  F101  rounding
         Summa, BUDGE T                         expected          11 334 tkr
         The lines add up to 11 334, Summa      found             11 337 tkr
         says 11 337.                           difference            +3 tkr
                                                rounding at most       3 tkr
"""

BELOW = """
note     Investeringar!B10  F101  rounding
         Summa, BUDGE T
         The lines add up to 11 334, Summa
         says 11 337.
         expected          11 334 tkr
         found             11 337 tkr
         difference            +3 tkr
         rounding at most       3 tkr
"""


def block(*findings: Finding, width: int = 76) -> str:
    """The block without its heading."""
    holder = replace(report("en"), findings=findings)
    return "\n" + on_page(lambda page: write_findings(holder, page), width).split("\n", 2)[2]


@pytest.mark.parametrize(("width", "text"), [(76, BESIDE), (46, BELOW)])
def test_the_figures_stand_beside_the_sentence_where_there_is_room(width: int, text: str) -> None:
    assert block(GAP, width=width) == text


def test_findings_keep_the_order_of_the_report_and_are_set_apart() -> None:
    value, header = FINDINGS["value"], FINDINGS["header"]

    assert block(value, header).split("\n\n") == [block(value)[:-1], block(header)[1:]]


def test_one_about_the_workbook_stands_at_the_workbook() -> None:
    links = replace(FINDINGS["links"], message="It has links.")

    assert block(links) == "\nwarning  the workbook  H201\n         It has links.\n"


def test_blank_labels_leave_no_comma_and_no_line() -> None:
    bare = replace(FINDINGS["label"], row_label=" ", column_label="", message="No label.")

    assert block(bare).splitlines()[2:] == ["         No label."]


def test_a_place_is_shown_with_all_that_the_name_of_its_sheet_hides_and_read_as_no_markup() -> None:
    sheet = "[red]x[/red]\N{RIGHT-TO-LEFT OVERRIDE}\x1b[31m{0}=1+1"
    hostile = replace(FINDINGS["value"], cell=CellRef(sheet, 6, 3))

    assert r"'[red]x[/red]\u202e\x1b[31m{0}=1+1'!C6  H101" in block(hostile)


def test_a_label_is_shown_with_all_that_it_hides_and_read_as_no_markup() -> None:
    hostile = replace(FINDINGS["value"], row_label="[red]x[/red]\N{RIGHT-TO-LEFT OVERRIDE}\x1b[31m")

    assert r"[red]x[/red]\u202e\x1b[31m, Budget" in block(hostile)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_an_address_is_never_broken(width: int) -> None:
    place = CellRef("Uppföljning av drift per nämnd", 12345, 28)

    assert place.address in block(replace(FINDINGS["total"], cell=place), width=width)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_amount_is_ever_broken_or_cut(width: int) -> None:
    assert "-9 993 089,25  kr" in block(FINDINGS["total"], width=width)


def test_a_label_of_one_long_word_does_not_push_the_figures_aside() -> None:
    lines = block(replace(GAP, row_label="Gatubelysningsunderhållsentreprenad" * 2)).splitlines()

    assert max(len(line) for line in lines) == 76


def rest(*names: str) -> list[str]:
    """The lines of the block where a cause explains some findings, by their names, and no more is found."""
    told = with_causes("en")
    explaining = replace(told.causes[0], explains=ids(*names))
    findings = tuple(FAILURES[name] for name in ("line", "forecast"))
    holder = replace(told, findings=findings, causes=(explaining,), not_localised=())
    return on_page(lambda page: write_findings(holder, page)).splitlines()


def test_what_a_cause_explains_is_not_told_again() -> None:
    lines = rest("line")

    assert lines[1].startswith("Other findings, worst first ─")
    assert [line for line in lines if line.startswith("error")] == ["error    Drift!D15  F101  inconsistent"]


def test_where_causes_explain_all_findings_there_are_no_others_to_speak_of() -> None:
    assert rest("line", "forecast") == []


def test_no_findings_is_said_of_what_was_checked_only() -> None:
    assert block() == "\nNone among the relations that were checked.\n"

"""The page: lines broken at blanks only, never inside an amount or an address."""

from __future__ import annotations

from syditval.model.cells import CellRef
from syditval.model.relation import Verdict
from syditval.reports.page import Page, broken, unbroken
from tests.reports.papers import on_page


def test_a_paragraph_is_set_in_below_its_head() -> None:
    def write(page: Page) -> None:
        page.paragraph("The lines of Utfall add up to -49, but Summa says -89.", head="Drift!C14", indent=2)

    assert on_page(write, width=40) == (
        "  Drift!C14  The lines of Utfall add up\n             to -49, but Summa says -89.\n"
    )


def test_an_amount_is_never_broken_at_its_group_marks() -> None:
    lines = broken("De 4 raderna summerar till -9\N{NO-BREAK SPACE}993\N{NO-BREAK SPACE}089,25 kr.", 32)

    assert lines == ["De 4 raderna summerar till", "-9\N{NO-BREAK SPACE}993\N{NO-BREAK SPACE}089,25 kr."]


def test_an_address_in_a_sentence_is_never_broken() -> None:
    address = CellRef("Blad 2", 9, 3).address

    assert broken(unbroken(f"At {address} the sum differs.", [address]), 12) == [
        "At",
        "'Blad\N{NO-BREAK SPACE}2'!C9",
        "the sum",
        "differs.",
    ]


def test_a_place_is_an_address_or_the_workbook() -> None:
    def write(page: Page) -> None:
        page.line(page.place(CellRef("Drift", 9, 3)), ", ", page.place(None))

    assert on_page(write) == "Drift!C9, the workbook\n"


def test_no_break_spaces_are_written_as_spaces_so_that_a_search_finds_the_amount() -> None:
    assert on_page(lambda page: page.line("43\N{NO-BREAK SPACE}306")) == "43 306\n"


def test_a_line_is_never_broken() -> None:
    address = "'A sheet with a long name'!AB1234"

    assert on_page(lambda page: page.line(address, "  F101"), width=40) == f"{address}  F101\n"
    assert on_page(lambda page: page.line(address * 3), width=40) == address * 3 + "\n"


def test_a_word_wider_than_the_page_is_kept_whole_in_a_paragraph() -> None:
    address = "'" + "x" * 31 + "'!AB1234"

    assert address in on_page(lambda page: page.paragraph(f"A figure at {address}."), width=40).split(".")[0]


def test_text_is_data_and_never_markup() -> None:
    text = r"[bold]fet[/bold] [link=file:///x]länk[/link] :smile:"

    assert on_page(lambda page: page.line(text)) == text + "\n"
    assert on_page(lambda page: page.paragraph(text)) == text + "\n"
    assert on_page(lambda page: page.heading(text), width=40).splitlines()[1].startswith("[bold]fet")


def test_a_rule_follows_a_heading_in_plain_dashes_where_the_stream_knows_no_lines() -> None:
    def write(page: Page) -> None:
        page.heading("Fynd")

    assert on_page(write, width=40) == "\nFynd " + "─" * 35 + "\n"
    assert on_page(write, width=40, encoding="cp1252") == "\nFynd " + "-" * 35 + "\n"


def test_facts_stand_in_two_columns() -> None:
    facts = [("unit", "tkr"), ("period", "2024-04-30")]

    assert on_page(lambda page: page.facts(facts, indent=3)) == "   unit    tkr\n   period  2024-04-30\n"


def test_numbers_of_things_are_counted_in_the_language_of_the_page() -> None:
    def write(page: Page) -> None:
        page.line(", ".join(page.count(number, "error") for number in (0, 1, 2, 1200)))

    assert on_page(write) == "0 errors, 1 error, 2 errors, 1 200 errors\n"
    assert on_page(write, language="sv") == "0 fel, 1 fel, 2 fel, 1 200 fel\n"


def test_members_and_kinds_have_names_and_an_unknown_kind_keeps_its_own() -> None:
    def write(page: Page) -> None:
        page.line(
            page.name("verdict", Verdict.NOT_CHECKED), ", ", page.kind("investment"), ", ", page.kind("x")
        )

    assert on_page(write) == "not checked, investment, x\n"
    assert on_page(write, language="sv") == "ej kontrollerad, investering, x\n"

"""What is said of a finding that somebody has accepted, or that is too small to matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from syditval.messages import texts
from syditval.messages.standing import standing_sentence, standing_word, threshold_written
from syditval.model.cells import CellRef
from syditval.model.finding import Finding
from syditval.model.rule import Severity
from syditval.model.threshold import Threshold
from syditval.model.waiver import Waived, Waiver, Waiving

FINDING = Finding("F101/x", "F101", "a-name", Severity.ERROR, "budget", CellRef("Drift", 15, 3), unit="tkr")
BARE = Waiver("F101", "x", "Rättas i maj.")
FULL = replace(BARE, at_most=Threshold(Decimal(1200), "tkr"), who="A. Berg", until=date(2024, 12, 31))


def under(waiver: Waiver, waiving: Waiving = Waiving.WAIVED, *, is_material: bool = True) -> Finding:
    return replace(FINDING, waived=Waived(waiver, waiving), is_material=is_material)


def said(finding: Finding, language: str = "en") -> str:
    return standing_sentence(finding, texts(language)).replace("\xa0", " ")


SMALL = replace(FINDING, is_material=False)


class TestSentence:
    @pytest.mark.parametrize(
        ("waiving", "english", "swedish"),
        [
            (
                Waiving.WAIVED,
                "Waived by A. Berg until 2024-12-31 up to 1 200 tkr: Rättas i maj.",
                "Undantag godkänt av A. Berg till och med 2024-12-31 upp till 1 200 tkr: Rättas i maj.",
            ),
            (
                Waiving.EXCEEDED,
                "Waived by A. Berg until 2024-12-31 only up to 1 200 tkr, and larger now: Rättas i maj.",
                "Undantaget av A. Berg till och med 2024-12-31 gäller bara upp till 1 200 tkr och är "
                "överskridet: Rättas i maj.",
            ),
            (
                Waiving.EXPIRED,
                "No longer waived by A. Berg until 2024-12-31 up to 1 200 tkr: Rättas i maj.",
                "Undantaget av A. Berg till och med 2024-12-31 upp till 1 200 tkr gäller inte längre: "
                "Rättas i maj.",
            ),
        ],
    )
    def test_says_what_the_waiver_does_and_all_its_terms(
        self, waiving: Waiving, english: str, swedish: str
    ) -> None:
        assert said(under(FULL, waiving)) == english
        assert said(under(FULL, waiving), "sv") == swedish

    def test_leaves_out_the_terms_that_there_are_not(self) -> None:
        assert said(under(BARE)) == "Waived: Rättas i maj."

    def test_gives_a_cap_without_a_unit_in_that_of_the_finding(self) -> None:
        assert said(under(replace(BARE, at_most=Threshold(Decimal("12.5"))))) == (
            "Waived up to 12,5 tkr: Rättas i maj."
        )

    @pytest.mark.parametrize(
        ("reason", "ending"),
        [("Rättas i maj", "Rättas i maj."), ("Rättas!", "Rättas!"), ("Varför?", "Varför?")],
    )
    def test_ends_as_a_sentence_does(self, reason: str, ending: str) -> None:
        assert said(under(replace(BARE, reason=reason))) == f"Waived: {ending}"

    def test_shows_what_would_not_show_and_takes_nothing_for_a_placeholder(self) -> None:
        waiver = replace(BARE, reason="{who} \u202eretta", who="{0}\x1b[31m")

        assert said(under(waiver)) == "Waived by {0}\\x1b[31m: {who} \\u202eretta."

    def test_says_that_a_finding_is_too_small(self) -> None:
        assert said(SMALL) == "Below the materiality that was set."
        assert said(SMALL, "sv") == "Under den angivna väsentlighetsgränsen."

    def test_says_only_who_has_accepted_it_where_it_is_too_small_as_well(self) -> None:
        assert said(under(BARE, is_material=False)) == "Waived: Rättas i maj."

    def test_says_both_where_the_waiver_does_not_hold(self) -> None:
        assert said(under(BARE, Waiving.EXPIRED, is_material=False)) == (
            "No longer waived: Rättas i maj. Below the materiality that was set."
        )

    def test_says_nothing_of_a_finding_that_simply_counts(self) -> None:
        assert said(FINDING) == ""


class TestWord:
    @pytest.mark.parametrize(
        ("findings", "english", "swedish"),
        [
            ([under(BARE), under(FULL)], "waived", "undantagen"),
            ([SMALL], "below materiality", "under väsentlighetsgränsen"),
            ([under(BARE), SMALL], "below materiality", "under väsentlighetsgränsen"),
            ([under(BARE), SMALL, FINDING], "", ""),
            ([under(BARE, Waiving.EXCEEDED)], "", ""),
            ([], "", ""),
        ],
        ids=["all waived", "small", "some waived, some small", "one counts", "one counts again", "none"],
    )
    def test_says_why_none_of_them_counts(
        self, findings: Sequence[Finding], english: str, swedish: str
    ) -> None:
        assert standing_word(findings, texts("en")) == english
        assert standing_word(findings, texts("sv")) == swedish


class TestThreshold:
    @pytest.mark.parametrize(
        ("threshold", "unit", "text"),
        [
            (Threshold(Decimal("12500.50"), "kr"), "", "12 500,5 kr"),
            (Threshold(Decimal(12)), "tkr", "12 tkr"),
            (Threshold(Decimal(12), "mkr"), "tkr", "12 mkr"),
            (Threshold(Decimal(12)), "", "12"),
        ],
    )
    def test_is_written_as_amounts_are_with_its_unit_or_the_one_at_hand(
        self, threshold: Threshold, unit: str, text: str
    ) -> None:
        assert threshold_written(threshold, unit).replace("\xa0", " ") == text

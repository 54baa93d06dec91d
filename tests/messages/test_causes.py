"""Sentences of causes: what an amount should be, how it came to be wrong, and what arithmetic cannot tell."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from syditval.messages import texts
from syditval.messages.catalogue import LANGUAGES
from syditval.messages.causes import (
    cause_sentence,
    explanation,
    not_localised_sentence,
    unguarded_sentence,
    with_causes_worded,
)
from syditval.model.cause import (
    POLICIES,
    Cause,
    Certainty,
    Change,
    Mechanism,
    NotLocalised,
    Obstacle,
    Shelter,
    Slip,
    Unguarded,
)
from syditval.model.cells import CellRef
from syditval.model.rule import Severity
from tests.annotation.build import cell
from tests.reports.example_causes import CAUSES, FAILURES, with_causes

EN, SV = texts("en"), texts("sv")


def change(address: str, found: str, values: str, unit: str = "tkr") -> Change:
    """A change from ``found``, "-" for none, to ``low suggested high``, "?" for none, or to the only value."""
    low, suggested, high = (values.split() * 3)[:3] if " " not in values else values.split()
    return Change(
        cell(address),
        None if found == "-" else Decimal(found),
        Decimal(low),
        Decimal(high),
        None if suggested == "?" else Decimal(suggested),
        unit=unit,
    )


C14 = change("Drift!C14", "4056", "4016")
DIGIT = Slip(Mechanism.DIGIT_REPLACED, (C14,))
CERTAIN = Cause("budget", Certainty.CERTAIN, (DIGIT,), ("V101/x", "F101/x"), 2, Severity.ERROR)


def said(*slips: Slip, language: str = "en") -> str:
    return explanation(slips, texts(language)).replace("\xa0", " ")


def sentence(cause: Cause, failed: int = 2, language: str = "en") -> list[str]:
    return cause_sentence(cause, failed, texts(language)).replace("\xa0", " ").splitlines()


class TestValues:
    @pytest.mark.parametrize(
        ("changed", "clause"),
        [
            (C14, "Drift!C14 should be 4 016, not 4 056"),
            (
                change("Drift!C14", "4056", "4015 4016 4017"),
                "Drift!C14 should be 4 016 (from 4 015 to 4 017 fits), not 4 056",
            ),
            (change("Drift!C14", "-89", "86 ? 96"), "Drift!C14 should be between 86 and 96, not -89"),
            (change("Drift!C14", "-89", "91 ? 91"), "Drift!C14 should be 91, not -89"),
            (change("Drift!D12", "-", "400"), "Drift!D12 should be 400, but holds no amount"),
            (
                change("Drift!E9", "4.79", "47.9 ? 48", "%"),
                "Drift!E9 should be between 47,9 % and 48 %, not 4,79 %",
            ),
            (change("'Blad 2'!E9", "1", "2"), "'Blad 2'!E9 should be 2, not 1"),
        ],
    )
    def test_are_told_as_far_as_they_are_known(self, changed: Change, clause: str) -> None:
        assert said(Slip(Mechanism.OTHER, (changed,))) == clause

    def test_and_the_same_in_swedish(self) -> None:
        slip = Slip(Mechanism.OTHER, (change("Drift!C14", "-", "4015 4016 4017"),))

        assert said(slip, language="sv") == (
            "Drift!C14 ska vara 4 016 (allt från 4 015 till 4 017 går ihop) men innehåller inget belopp"
        )


class TestMechanisms:
    def test_follow_in_parentheses(self) -> None:
        assert said(DIGIT) == "Drift!C14 should be 4 016, not 4 056 (one digit is another)"
        assert said(DIGIT, language="sv") == (
            "Drift!C14 ska vara 4 016, inte 4 056 (en siffra är utbytt mot en annan)"
        )

    def test_the_cells_that_show_it_are_named(self) -> None:
        omitted = Slip(Mechanism.LINE_OMITTED, (C14,), (cell("Drift!C9"),))
        whole = Slip(
            Mechanism.WHOLE_LINE_OMITTED, (C14,), tuple(CellRef("Drift", 9, column) for column in (2, 3, 4))
        )

        assert said(omitted).endswith("(a line was left out of the total: C9)")
        assert said(whole).endswith("(a whole line was left out of the totals: B9:D9)")

    def test_two_cells_are_both_named_the_sheet_once(self) -> None:
        swapped = Slip(
            Mechanism.CELLS_SWAPPED, (change("Drift!B8", "10", "12"), change("Drift!D8", "12", "10"))
        )

        assert said(swapped) == (
            "Drift!B8 should be 12, not 10, and D8 should be 10, not 12 (two amounts of the row changed places)"
        )

    def test_several_slips_that_happened_together_are_all_told(self) -> None:
        sign = Slip(Mechanism.SIGN, (change("Drift!D9", "5", "-5"),))
        far = Slip(Mechanism.SIGN, (change("Mer!C14", "5", "-5"),))

        assert said(DIGIT, sign, far) == (
            "Drift!C14 should be 4 016, not 4 056 (one digit is another), D9 should be -5, not 5 (the sign is "
            "wrong), and Mer!C14 should be -5, not 5 (the sign is wrong)"
        )

    def test_a_missing_line_is_no_error_of_the_total(self) -> None:
        assert said(Slip(Mechanism.WHOLE_LINE_MISSING, (C14,))) == (
            "Drift!C14 should be 4 016, not 4 056 with the lines that are there: a whole line is missing"
        )

    @pytest.mark.parametrize("habit", sorted(POLICIES))
    def test_a_habit_of_rounding_is_no_error_of_any_cell(self, habit: Mechanism) -> None:
        slip = Slip(habit, (C14, replace(C14, cell=cell("Drift!D14"))))

        assert said(slip).startswith("Drift!C14:D14 hold no error of their own (amounts were ")

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("mechanism", Mechanism)
    def test_every_one_can_be_said(self, mechanism: Mechanism, language: str) -> None:
        assert said(Slip(mechanism, (C14,)), language=language).startswith("Drift!C14 ")


class TestCertainty:
    def test_what_is_certain_is_told_as_a_fact_with_what_it_settles(self) -> None:
        assert sentence(CERTAIN) == [
            "Drift!C14 should be 4 016, not 4 056 (one digit is another); that settles 2 of the 2 failed checks."
        ]

    def test_the_only_failure_is_called_so(self) -> None:
        (text,) = sentence(replace(CERTAIN, failures=1), failed=1)

        assert text.endswith("; that settles the only failed check.")

    def test_one_that_settles_no_failure_claims_nothing(self) -> None:
        (text,) = sentence(replace(CERTAIN, failures=0))

        assert text.endswith("(one digit is another).")

    def test_what_is_likely_is_told_as_that_with_what_else_it_may_be(self) -> None:
        other = Slip(Mechanism.OTHER, (change("Drift!C9", "1", "41"),))
        likely = replace(CERTAIN, certainty=Certainty.LIKELY, alternatives=((other,),))

        assert sentence(likely)[0].startswith("Most likely Drift!C14 should be 4 016, not 4 056 (one digit")
        assert sentence(likely)[1:] == ["Or Drift!C9 should be 41, not 1."]
        assert sentence(likely, language="sv")[1:] == ["Eller att Drift!C9 ska vara 41, inte 1."]

    def test_what_arithmetic_cannot_tell_it_says(self) -> None:
        row = replace(CERTAIN, certainty=Certainty.ONE_OF, others=12)
        column = replace(row, is_column_only=True)

        assert sentence(row)[0].startswith(
            "The relations alone cannot tell which amount is wrong; most likely Drift!C14 should"
        )
        assert sentence(column)[0].startswith(
            "The column sum alone cannot tell which line is wrong; most likely Drift!C14 should"
        )
        assert sentence(column, language="sv")[0].startswith(
            "Kolumnsumman räcker inte för att avgöra vilken rad som är fel; troligast är att Drift!C14 ska vara 4 016"
        )
        assert sentence(column)[1:] == ["Further explanations that fit: 12."]

    def test_a_column_is_spoken_of_only_where_it_leaves_a_doubt(self) -> None:
        assert sentence(replace(CERTAIN, is_column_only=True)) == sentence(CERTAIN)


class TestNotLocalised:
    ITEM = NotLocalised("budget", ("a", "b"), Obstacle.NO_EXPLANATION)

    def test_the_checks_are_named_with_their_places(self) -> None:
        findings = (FAILURES["line"], FAILURES["forecast"])

        assert not_localised_sentence(self.ITEM, findings, EN) == (
            "V101 Drift!E6, F101 Drift!D15: no explanation of up to six wrong amounts fits. Compare the "
            "amounts concerned with the ledger."
        )

    def test_of_very_many_checks_the_first_are_named(self) -> None:
        text = not_localised_sentence(self.ITEM, [FAILURES["line"]] * 20, SV)

        assert text.count("V101") == 5
        assert "…: ingen förklaring" in text

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("obstacle", Obstacle)
    def test_every_obstacle_has_its_words(self, obstacle: Obstacle, language: str) -> None:
        item = replace(self.ITEM, obstacle=obstacle)

        assert not_localised_sentence(item, [FAILURES["line"]], texts(language)).startswith("V101 Drift!E6: ")


class TestUnguarded:
    ITEM = Unguarded(
        "budget", Shelter.ONE_COLUMN_SUM, tuple(CellRef("Drift", row, 3) for row in range(5, 16)), 44
    )

    def test_says_how_many_what_that_means_and_what_would_guard_them(self) -> None:
        assert unguarded_sentence(self.ITEM, EN) == (
            "11 of 44 amounts are guarded by one column sum only: a digit slip there is seen but cannot be "
            "placed. Last month's report, the ledger or a second table would guard them."
        )

    def test_one_amount_is_one(self) -> None:
        single = replace(self.ITEM, shelter=Shelter.NO_RELATION, cells=self.ITEM.cells[:1])

        assert unguarded_sentence(single, EN).startswith("1 of 44 amounts is guarded by no check")
        held = unguarded_sentence(single, EN, has_months=True)
        assert held.endswith("it is not seen. The ledger or a second table would guard them.")
        assert unguarded_sentence(single, SV).startswith("1 av 44 belopp ingår inte i någon kontroll")

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("shelter", Shelter)
    def test_every_shelter_has_its_words(self, shelter: Shelter, language: str) -> None:
        text = unguarded_sentence(replace(self.ITEM, shelter=shelter), texts(language))

        assert text.startswith(("11 of 44 amounts ", "11 av 44 belopp "))


HOSTILE = "[red]x[/red]\N{RIGHT-TO-LEFT OVERRIDE}\x1b[31m\n{0}=1+1"
SHOWN = r"[red]x[/red]\u202e\x1b[31m {0}=1+1"


def test_what_hides_in_the_name_of_a_sheet_shows_and_is_nothing_but_data() -> None:
    place = CellRef(HOSTILE, 14, 3)
    slips = (
        Slip(Mechanism.SIGN, (replace(C14, cell=place),)),
        Slip(Mechanism.CUT_OFF, (replace(C14, cell=place),)),
    )
    found = replace(FAILURES["line"], cell=place)

    assert [said(slip).partition("!")[0] for slip in slips] == [f"'{SHOWN}'"] * 2
    assert f"V101 '{SHOWN}'!C14: " in not_localised_sentence(TestNotLocalised.ITEM, [found], EN)


def test_a_report_has_a_sentence_everywhere_once_it_is_worded() -> None:
    bare = replace(with_causes("en"), causes=tuple(CAUSES.values()))
    worded = with_causes_worded(bare, EN)

    certain, one_of, _ = worded.causes
    assert certain.message.endswith("that settles 2 of the 3 failed checks.")
    assert certain.slips[0].message.endswith("not 10\xa0996 (one digit is another).")
    assert [slips[0].message for slips in one_of.alternatives] == [
        "Drift!C12 should be 200 (from 195 to 205 fits), not 20 (a digit was lost).",
        "Drift!C15 should be between 86 and 96, not -89.",
    ]
    assert all(each.message for each in (*worded.not_localised, *worded.unguarded))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_probability_is_ever_told(language: str) -> None:
    for cause in with_causes(language).causes:
        assert "%" not in cause.message

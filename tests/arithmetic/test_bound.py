"""What has to be at least so much, and figures that are to be the same: on the same side of zero, no nearer."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.arithmetic import NEAREST, Policy, RoundingMode, evaluate
from syditval.arithmetic.bound import as_printed_alike, is_reached, reaches
from syditval.model.amounts import Figure
from syditval.model.relation import Form, Relation, Term
from tests.arithmetic.figures import figure

POLICIES = [NEAREST, Policy(mode=RoundingMode.TRUNCATION)]
amounts = st.integers(-(10**6), 10**6)
steps = st.sampled_from(["0.01", "0.1", "1", "10", "1000"])


def then(text: str, step: str = "1") -> Figure:
    """A figure of another workbook."""
    written = figure(text, step)
    return replace(written, cell=replace(written.cell, source="mars.xlsx"))


def related(form: Form, found: Figure, other: Figure, weight: int = 1) -> Relation:
    return Relation("T101", form, "t", found, (Term(weight, other),))


def verdict(form: Form, found: str, least: str, step: str = "1", step_then: str = "1") -> str:
    return evaluate(related(form, figure(found, step), then(least, step_then))).verdict.value


@pytest.mark.parametrize(
    ("found", "least", "is_reached"),
    [
        *((5, 5, True), (6, 5, True), (4, 5, False), (-5, 5, False), (-6, -5, True), (-4, -5, False)),
        *((5, -5, False), (0, 5, False), (0, -5, False), (0, 0, True), (-7, 0, True), (7, 0, True)),
    ],
)
def test_an_amount_reaches_another_on_its_side_of_zero(found: int, least: int, is_reached: bool) -> None:
    assert reaches(Decimal(found), Decimal(least)) is is_reached


def test_the_weight_of_the_term_counts() -> None:
    assert is_reached(related(Form.AT_LEAST, figure("-7"), then("5"), -1))
    assert not is_reached(related(Form.AT_LEAST, figure("7"), then("5"), -1))


@pytest.mark.parametrize(
    ("found", "least", "said"),
    [
        *(("130", "98", "exact"), ("98", "98", "exact"), ("98", "", "exact"), ("97", "98", "inconsistent")),
        *(("-98", "98", "inconsistent"), ("", "98", "inconsistent")),
        *(("", "", "not checked"), ("ca 400", "98", "not checked")),
    ],
)
def test_what_falls_short_at_one_step_fails(found: str, least: str, said: str) -> None:
    assert verdict(Form.AT_LEAST, found, least) == said


def test_another_step_leaves_room_for_rounding_and_no_more() -> None:
    """98 tkr may be 97 500 kr, and 97 400 kr are not."""
    assert verdict(Form.AT_LEAST, "97.5", "98", "0.1") == "rounding"
    assert verdict(Form.AT_LEAST, "97.4", "98", "0.1") == "inconsistent"
    assert verdict(Form.SUM, "500", "500.4", "1", "0.1") == "rounding"
    assert verdict(Form.SUM, "500", "500.6", "1", "0.1") == "inconsistent"


def test_the_same_amount_written_to_one_step_is_the_same_to_the_last_digit() -> None:
    assert verdict(Form.SUM, "500", "500") == "exact"
    assert verdict(Form.SUM, "501", "500") == "inconsistent"
    assert verdict(Form.SUM, "500", "") == "inconsistent"


def test_an_ordinary_sum_of_one_line_keeps_its_room() -> None:
    assert evaluate(related(Form.SUM, figure("501"), figure("500"))).verdict == "rounding"


def test_what_is_reached_leaves_no_difference_and_what_is_not_leaves_what_is_missing() -> None:
    reached, short = (
        evaluate(related(Form.AT_LEAST, figure(found), then("98"))).evidence for found in ("130", "90")
    )

    assert reached
    assert (reached.expected, reached.found, reached.difference) == (98, 130, 0)
    assert short
    assert (short.expected, short.found, short.difference, short.bound) == (98, 90, -8, 0)


def test_live_sums_of_rounded_figures_are_not_taken_as_exact() -> None:
    live = replace(figure("501"), roundings=10)

    assert evaluate(related(Form.SUM, live, then("500"))).verdict == "rounding"
    assert as_printed_alike(related(Form.SUM, live, replace(then("500"), roundings=10))).target.step == 1


@given(amounts, amounts, st.sampled_from(POLICIES))
def test_at_one_step_reaching_alone_decides(found: int, least: int, policy: Policy) -> None:
    judged = evaluate(related(Form.AT_LEAST, figure(str(found)), then(str(least))), policy)

    expected = "exact" if reaches(Decimal(found), Decimal(least)) else "inconsistent"
    assert judged.verdict == expected


@given(amounts, amounts, steps, steps, st.sampled_from(POLICIES))
def test_rounding_explains_no_more_than_the_bound(
    found: int, least: int, step: str, step_then: str, policy: Policy
) -> None:
    target, term = figure(str(found * Decimal(step)), step), then(str(least * Decimal(step_then)), step_then)
    evidence = evaluate(related(Form.AT_LEAST, target, term), policy).evidence
    judged = evaluate(related(Form.AT_LEAST, target, term), policy)

    assert evidence is not None
    if judged.verdict == "rounding":
        assert 0 < abs(evidence.difference) <= evidence.bound
    if abs(evidence.difference) > evidence.bound:
        assert judged.verdict == "inconsistent"


@given(amounts, st.integers(1, 1000), st.sampled_from(POLICIES))
def test_growing_away_from_zero_never_fails(least: int, more: int, policy: Policy) -> None:
    grown = least + more if least >= 0 else least - more

    assert evaluate(related(Form.AT_LEAST, figure(str(grown)), then(str(least))), policy).verdict == "exact"

"""A relation solved for any of its figures: what room each has, and whether the relation then holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from math import exp, inf, log

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from syditval.arithmetic import NEAREST, Policy, RatioBasis, evaluate
from syditval.diagnosis.net import Net
from syditval.diagnosis.rule import LinearRule, QuotientRule, Rule, log_mass
from syditval.model.amounts import Figure
from syditval.model.relation import OF_TWO, Form, Relation, Term
from tests.arithmetic.figures import figure
from tests.diagnosis.netted import at, spans, told, told_span, values

SUM, DIFFERENCE, RATIO, AVERAGE, CHANGE, GROWTH, _ = Form
SHOWN = Policy(ratio_basis=RatioBasis.SHOWN)

amounts = st.integers(-(10**6), 10**6)
tenths = st.integers(-3000, 3000).map(lambda each: Decimal(each) / 10)


def placed(text: str, step: str = "1") -> Figure:
    """A figure in its cell: ``B5 410``, ``B5 ca 400``, ``B5`` for a blank."""
    address, _, written = text.partition(" ")
    return replace(figure(written, step), cell=at(address))


def rule(form: Form, target: str, *terms: str, policy: Policy = NEAREST, step: str = "1") -> Rule:
    """The rule that a relation is; of two figures the target has one decimal and is in per cent."""
    weights = (1, -1) if form is DIFFERENCE else (1,) * len(terms)
    found = tuple(Term(weight, placed(term, step)) for weight, term in zip(weights, terms, strict=True))
    relation = Relation("F101", form, "t", placed(target, "0.1" if form in OF_TWO else step), found)
    return Net([evaluate(relation, policy)], policy).rule(0)


def rooms(found: Rule, others: str = "") -> dict[str, str]:
    """The room of every cell while some others are changed."""
    found_rooms = ((cell.a1, found.room(cell, spans(others))) for cell in sorted(found.cells))
    return {address: told_span(room and (tidy(room[0]), tidy(room[1]))) for address, room in found_rooms}


def tidy(end: Decimal) -> Decimal:
    """An end to two decimals, without noughts behind them."""
    return round(end, 2).normalize() + 0


def test_any_figure_of_a_sum_follows_from_the_others() -> None:
    """100 and 200 make 300: rounding explains 1.5."""
    assert rooms(rule(SUM, "B4 310", "B2 100", "B3 200")) == {
        "B2": "108.5 to 111.5",
        "B3": "208.5 to 211.5",
        "B4": "298.5 to 301.5",
    }


def test_the_room_of_a_term_that_is_taken_away_turns_about() -> None:
    assert rooms(rule(DIFFERENCE, "E2 10", "B2 100", "D2 80")) == {
        "B2": "88.5 to 91.5",
        "D2": "88.5 to 91.5",
        "E2": "18.5 to 21.5",
    }


def test_a_term_of_an_average_has_its_number_times_the_room() -> None:
    found = rule(AVERAGE, "B5 20.0", "B2 10", "B3 20", "B4 24", step="0")

    assert rooms(found) == {"B2": "16 to 16", "B3": "26 to 26", "B4": "30 to 30", "B5": "18 to 18"}


def test_an_average_is_weighed_as_its_sum_in_whole_numbers() -> None:
    """Three times the target less its terms: nothing is lost by dividing."""
    found = rule(AVERAGE, "B5 20.0", "B2 10", "B3 20", "B4 24")

    assert isinstance(found, LinearRule)
    assert {cell.a1: weight for cell, weight in found.weights.items()} == {
        "B2": -1,
        "B3": -1,
        "B4": -1,
        "B5": 3,
    }
    assert found.residual(values("B5 18")) == pytest.approx(0, abs=Decimal("1e-20"))


def test_what_others_may_be_widens_the_room() -> None:
    found = rule(SUM, "B4 310", "B2 100", "B3 200")

    assert rooms(found, "B3 205 220") == {
        "B2": "88.5 to 106.5",
        "B3": "208.5 to 211.5",
        "B4": "303.5 to 321.5",
    }
    assert rooms(found, "C9 0 1000") == rooms(found)


def test_a_cell_that_is_added_twice_counts_twice() -> None:
    found = rule(SUM, "B4 310", "B2 100", "B2 100", "B3 100", step="0")

    assert rooms(found) == {"B2": "105 to 105", "B3": "110 to 110", "B4": "300 to 300"}


def test_a_cell_that_cancels_out_takes_no_part() -> None:
    found = rule(DIFFERENCE, "B2 5", "B2 5", "B3 0")

    assert told(found.cells) == "B3"


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (NEAREST, {"B2": "1650.9 to 1657.43", "C2": "791.39 to 794.53", "E2": "47.97 to 48.16"}),
        (SHOWN, {"B2": "1652.45 to 1655.89", "C2": "792.13 to 793.79", "E2": "48.01 to 48.11"}),
    ],
)
def test_any_figure_of_a_percentage_follows_from_the_others(policy: Policy, expected: dict[str, str]) -> None:
    """794 of 1652: of the amounts as shown there is less room than of those behind them."""
    assert rooms(rule(RATIO, "E2 48.0", "C2 794", "B2 1652", policy=policy)) == expected


def test_a_percentage_of_nothing_says_nothing() -> None:
    found = rule(RATIO, "E2 0.0", "C2 0", "B2 1652")

    assert told_span(found.room(at("B2"), {})) == "any"
    assert told_span(found.room(at("E2"), spans("B2 -5 5"))) == "any"


def test_a_percentage_that_can_no_longer_be_checked_holds_and_speaks_little_against_that() -> None:
    """A budget of 5 that should have been nothing: less likely than one that gives the percentage."""
    found = rule(RATIO, "E2 0.0", "C2 20", "B2 5")

    assert not found.holds({})
    assert found.holds(values("B2 0"))
    assert found.log_mass(values("B2 0")) == pytest.approx(log(0.5))
    assert found.log_mass({}) < log(0.5)


class TestARuleWithACellThatHoldsNoAmount:
    """What is written there may be anything until the cell is given an amount."""

    ADDED = rule(SUM, "B4 510", "B2 100", "B3 ca 400")
    DIVIDED = rule(RATIO, "E2 24.0", "C2 ca 400", "B2 1652")

    def test_holds_whatever_the_others_are(self) -> None:
        assert self.ADDED.holds({})
        assert self.ADDED.holds(values("B2 9000"))
        assert self.DIVIDED.holds(values("B2 9000"))

    def test_says_nothing_of_them(self) -> None:
        assert rooms(self.ADDED) == {"B2": "any", "B3": "408.5 to 411.5", "B4": "any"}
        assert rooms(self.DIVIDED)["B2"] == rooms(self.DIVIDED)["E2"] == "any"
        assert self.ADDED.log_mass({}) == self.DIVIDED.log_mass({}) == 0

    def test_is_a_rule_like_any_other_once_it_has_one(self) -> None:
        assert self.ADDED.holds(values("B3 410"))
        assert not self.ADDED.holds(values("B3 400"))
        assert self.ADDED.log_mass(values("B3 400")) < self.ADDED.log_mass(values("B3 410")) < 0
        assert rooms(self.ADDED, "B3 400 400")["B2"] == "108.5 to 111.5"
        assert self.DIVIDED.holds(values("C2 396"))
        assert not self.DIVIDED.holds(values("C2 400"))


@pytest.mark.parametrize(
    ("found", "grain"),
    [
        (rule(SUM, "B4 310", "B2 100", "B3 200"), "1"),
        (rule(SUM, "B4 310.25", "B2 100", "B3 200.5", step="0"), "0.01"),  # exact: its own last place
        (rule(SUM, "B4 310", "B2 100", "B3 200", step="1000"), "1000"),
        (rule(RATIO, "E2 48.0", "C2 794", "B2 1652"), "0.1"),
    ],
)
def test_a_grain_is_the_finest_place_of_its_figures(found: Rule, grain: str) -> None:
    assert found.grain == Decimal(grain)


@given(st.sampled_from([SUM, AVERAGE]), st.lists(amounts, min_size=1, max_size=8), amounts, st.data())
def test_a_sum_holds_with_all_values_in_the_room_and_with_none_outside(
    form: Form, parts: Sequence[int], target: int, data: st.DataObject
) -> None:
    terms = [f"B{row} {part}" for row, part in enumerate(parts, start=2)]
    found = rule(form, f"B1 {target}", *terms)
    cell = data.draw(st.sampled_from(sorted(found.cells)))
    changed = {
        other: Decimal(data.draw(amounts)) for other in sorted(found.cells) if data.draw(st.booleans())
    }
    changed.pop(cell, None)
    room = found.room(cell, {other: (value, value) for other, value in changed.items()})
    assert room is not None
    margin = Decimal("1e-9")

    assert found.holds(changed | {cell: room[0] + margin})
    assert found.holds(changed | {cell: room[1] - margin})
    assert not found.holds(changed | {cell: room[0] - margin})
    assert not found.holds(changed | {cell: room[1] + margin})


@given(st.sampled_from(OF_TWO), tenths, amounts, amounts, st.data())
def test_so_does_a_quotient(form: Form, target: Decimal, part: int, whole: int, data: st.DataObject) -> None:
    """Of amounts that are large beside their last place, or rounding is not even."""
    assume(min(abs(part), abs(whole), abs(whole - part)) > 100)
    found = rule(form, f"E2 {target}", f"C2 {part}", f"B2 {whole}")
    cell = data.draw(st.sampled_from(sorted(found.cells)))
    room = found.room(cell, {})
    assume(room is not None)
    assert room is not None
    margin = (room[1] - room[0]) / 1000
    share = data.draw(st.decimals(0, 1, places=3))

    assert found.holds({cell: room[0] + margin + share * (room[1] - room[0] - 2 * margin)})
    assert not found.holds({cell: room[0] - margin})
    assert not found.holds({cell: room[1] + margin})


@given(st.sampled_from([SUM, RATIO]), st.integers(200, 10**6), st.integers(200, 10**6), st.data())
def test_the_room_while_others_vary_holds_the_room_for_each_of_their_values(
    form: Form, part: int, whole: int, data: st.DataObject
) -> None:
    found = rule(form, "E2 48.0", f"C2 {part}", f"B2 {whole}")
    low, value, high = sorted(data.draw(st.lists(st.integers(200, 10**6), min_size=3, max_size=3)))
    for cell in (at("E2"), at("C2")):
        wide = found.room(cell, {at("B2"): (Decimal(low), Decimal(high))})
        one = found.room(cell, {at("B2"): (Decimal(value), Decimal(value))})

        assert wide is not None
        assert one is not None
        assert wide[0] <= one[0] <= one[1] <= wide[1]


@given(st.lists(amounts, min_size=1, max_size=8), amounts, amounts)
def test_what_is_left_over_is_the_target_less_its_terms(
    parts: Sequence[int], target: int, other: int
) -> None:
    found = rule(SUM, f"B1 {target}", *(f"B{row} {part}" for row, part in enumerate(parts, start=2)))

    assert isinstance(found, LinearRule)
    assert found.residual({}) == target - sum(parts)
    assert found.residual(values(f"B2 {other}")) == target - other - sum(parts[1:])


def test_a_quotient_rule_is_of_those_of_its_cells_that_can_be_wrong() -> None:
    found = rule(GROWTH, "E2 8.6", "C2 142", "B2 1794")

    assert isinstance(found, QuotientRule)
    assert told(found.cells) == "B2 C2 E2"


class TestTheShareOfRoundingErrorsThatLeaveSoMuchOver:
    def test_is_none_but_of_nothing_where_all_is_exact(self) -> None:
        assert log_mass(0.0, 0.0, 1.0) == 0
        assert log_mass(0.01, 0.0, 1.0) == -inf

    @given(st.floats(0.5, 50))
    def test_is_a_share(self, spread: float) -> None:
        shares = [exp(log_mass(float(steps), spread, 1.0)) for steps in range(-400, 401)]

        assert sum(shares) == pytest.approx(1, abs=0.02)
        assert max(shares) == shares[400] <= 1

    @given(st.floats(0, 100), st.floats(0.1, 50), st.floats(0.01, 1000))
    def test_is_the_same_in_any_unit_and_for_either_sign(
        self, residual: float, spread: float, unit: float
    ) -> None:
        share = log_mass(residual, spread, 1.0)

        assert log_mass(-residual, spread, 1.0) == share
        assert log_mass(unit * residual, unit * spread, unit) == pytest.approx(share, abs=1e-6)

    def test_of_three_figures_is_three_quarters_for_nothing_left_over(self) -> None:
        """Counted exactly: 75 %, and 12.5 % for one step either way; the normal curve comes near.

        A relation that misses by a step says that its figures are rounded.
        """
        found = rule(DIFFERENCE, "E2 21", "B2 100", "D2 80")

        assert exp(found.log_mass(values("E2 20"))) == pytest.approx(0.75, abs=0.05)
        assert exp(found.log_mass({})) == pytest.approx(0.125, abs=0.03)

    def test_of_a_quotient_falls_with_the_distance(self) -> None:
        found = rule(RATIO, "E2 48.1", "C2 794", "B2 1652")
        masses = [found.log_mass(values(f"E2 {target}")) for target in ("48.1", "48.2", "48.3", "49.0")]

        assert masses == sorted(masses, reverse=True)
        assert masses[0] <= 0


class TestFiguresThatWereNeverRounded:
    def test_leave_nothing_over(self) -> None:
        rounded = rule(DIFFERENCE, "E2 21", "B2 100", "D2 80")
        assert isinstance(rounded, LinearRule)
        exact = replace(rounded, exactness=0.99)
        mended, near = {at("E2"): Decimal(20)}, {at("E2"): Decimal(19)}

        assert exact.log_mass(mended) > rounded.log_mass(mended)
        assert exact.log_mass(near) < rounded.log_mass(near) - 4

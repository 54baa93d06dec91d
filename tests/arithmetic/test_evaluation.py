"""Relations and their verdicts: the worked examples, the limits, and what must hold of any table."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from syditval.arithmetic import NEAREST, Policy, RatioBasis, RoundingMode, evaluate
from syditval.model.amounts import Figure
from syditval.model.relation import Evidence, Form, Judgement, Reason, Relation, Term, Verdict
from tests.arithmetic.figures import average, difference, figure, percent, percentage, quotient, total

TRUNCATION = Policy(mode=RoundingMode.TRUNCATION)
SHOWN = Policy(ratio_basis=RatioBasis.SHOWN)

EXACT, ROUNDING, IMPLAUSIBLE, INCONSISTENT, NOT_CHECKED = Verdict

wholes = st.integers(-(10**7), 10**7)
kronor = st.decimals(-(10**9), 10**9, places=2, allow_nan=False, allow_infinity=False)


def verdict(relation: Relation, policy: Policy = NEAREST) -> Verdict:
    return evaluate(relation, policy).verdict


def evidence(relation: Relation, policy: Policy = NEAREST) -> Evidence:
    found = evaluate(relation, policy).evidence
    assert found is not None
    return found


class TestAPercentageOfTwoRoundedAmounts:
    """794 of 1 652 tkr, printed as 48.0 per cent, where the printed amounts give 48.06."""

    def test_is_possible_if_some_unrounded_amounts_give_it(self) -> None:
        laxa = evidence(percentage("48.0", 794, 1652))

        assert (round(laxa.low, 4), round(laxa.high, 4)) == (Decimal("48.0182"), Decimal("48.1078"))
        assert verdict(percentage("48.0", 794, 1652)) is ROUNDING

    @pytest.mark.parametrize(
        ("printed", "expected"),
        [("47.9", INCONSISTENT), ("48.0", ROUNDING), ("48.1", EXACT), ("48.2", INCONSISTENT)],
    )
    def test_only_two_printed_values_are_possible(self, printed: str, expected: Verdict) -> None:
        assert verdict(percentage(printed, 794, 1652)) is expected

    def test_a_value_outside_is_reported_with_what_it_should_be(self) -> None:
        wrong = evidence(percentage("47.9", 794, 1652))

        assert wrong.expected == Decimal("48.0630")
        assert wrong.difference == Decimal("-0.1630")
        assert abs(wrong.difference) > wrong.bound

    def test_truncation_throughout_allows_it_too(self) -> None:
        truncated = evidence(percentage("48.0", 794, 1652), TRUNCATION)

        assert (round(truncated.low, 4), round(truncated.high, 4)) == (Decimal("48.0339"), Decimal("48.1235"))
        assert verdict(percentage("48.0", 794, 1652), TRUNCATION) is not INCONSISTENT

    @pytest.mark.parametrize(
        ("printed", "expected"), [("48.0", INCONSISTENT), ("48.1", EXACT), ("48.2", INCONSISTENT)]
    )
    def test_of_the_shown_amounts_there_is_one_right_value(self, printed: str, expected: Verdict) -> None:
        assert verdict(percentage(printed, 794, 1652), SHOWN) is expected

    def test_is_the_same_whether_written_in_tkr_or_in_kronor(self) -> None:
        in_tkr = evidence(percentage("48.0", 794, 1652))
        in_kronor = evidence(percentage("48.0", 794000, 1652000, step="1000"))

        assert (in_tkr.low, in_tkr.high) == (in_kronor.low, in_kronor.high)

    def test_of_a_budget_that_may_be_nothing_cannot_be_checked(self) -> None:
        for whole in ("0", "", "-"):
            judged = evaluate(percentage("48.0", 794, whole))
            assert (judged.verdict, judged.reason) == (NOT_CHECKED, Reason.ZERO_DENOMINATOR)

    def test_of_a_tiny_budget_has_no_force_and_says_so(self) -> None:
        weak = evidence(percentage("60.0", 1, 3))

        assert (round(weak.low, 1), round(weak.high, 1)) == (Decimal("14.3"), Decimal("60.0"))

    def test_of_a_negative_budget_swaps_the_ends(self) -> None:
        negative = evidence(percentage("-48.0", 794, -1652))

        assert (round(negative.low, 4), round(negative.high, 4)) == (Decimal("-48.1078"), Decimal("-48.0182"))
        assert verdict(percentage("-48.0", 794, -1652)) is ROUNDING
        assert verdict(percentage("48.0", -794, -1652)) is ROUNDING

    @given(
        st.integers(-(10**9), 10**9),
        st.integers(10**5, 10**9),
        st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]),
    )
    def test_computed_from_the_unrounded_amounts_is_never_inconsistent(
        self, part: int, whole: int, how: str
    ) -> None:
        shown = [str((Decimal(amount) / 1000).quantize(Decimal(1), how)) for amount in (part, whole)]
        printed = str((Decimal(100 * part) / whole).quantize(Decimal("0.1"), how))

        assert verdict(percentage(printed, *shown)) in (EXACT, ROUNDING)


class TestARemainder:
    """1 652 - 794 tkr: the rounded amounts give 858, the unrounded ones anything from 857 to 859."""

    @pytest.mark.parametrize(
        ("printed", "expected"),
        [(856, INCONSISTENT), (857, ROUNDING), (858, EXACT), (859, ROUNDING), (860, INCONSISTENT)],
    )
    def test_may_be_off_by_one(self, printed: int, expected: Verdict) -> None:
        assert verdict(difference(printed, 1652, 794)) is expected

    def test_says_what_rounding_explains(self) -> None:
        found = evidence(difference(860, 1652, 794))

        assert (found.low, found.high) == (857, 859)
        assert (found.expected, found.difference, found.bound) == (858, 2, Decimal("1.5"))

    def test_written_exactly_leaves_no_room(self) -> None:
        assert verdict(difference("858.01", "1652", "794", step="0")) is INCONSISTENT
        assert verdict(difference("858", "1652", "794", step="0")) is EXACT


class TestATotal:
    @pytest.mark.parametrize(
        ("lines", "most"), [(2, 1), (3, 2), (5, 3), (10, 5), (15, 8), (20, 10), (30, 15), (50, 25)]
    )
    def test_beyond_half_a_step_for_each_figure_is_inconsistent(self, lines: int, most: int) -> None:
        tens = [10] * lines

        assert verdict(total(10 * lines + most, *tens)) is not INCONSISTENT
        assert verdict(total(10 * lines + most + 1, *tens)) is INCONSISTENT

    @pytest.mark.parametrize(("lines", "credible"), [(10, "4.3"), (30, "7.2"), (100, "13.1"), (300, "22.5")])
    def test_is_implausible_beyond_four_and_a_half_deviations(self, lines: int, credible: str) -> None:
        tens = [10] * lines
        limit = evidence(total(10 * lines, *tens)).credible

        assert round(limit, 1) == Decimal(credible)
        assert verdict(total(10 * lines + int(limit), *tens)) is ROUNDING
        assert verdict(total(10 * lines + int(limit) + 1, *tens)) is IMPLAUSIBLE

    def test_of_few_figures_is_limited_by_the_interval_alone(self) -> None:
        three = evidence(difference(859, 1652, 794))

        assert three.credible == three.bound == Decimal("1.5")

    def test_counts_a_dash_and_a_blank_as_nothing(self) -> None:
        assert verdict(total(300, 100, "-", "", 200)) is EXACT
        assert verdict(total("-", 100, -100)) is EXACT

    def test_is_checked_only_where_it_and_a_part_of_it_are_given(self) -> None:
        nothing_above = evaluate(total(300, "", ""))
        no_total = evaluate(replace(total("", 100, 200), on_total=True))
        nothing = evaluate(difference("", "", ""))

        assert (nothing_above.verdict, nothing_above.reason) == (NOT_CHECKED, Reason.NO_FIGURES)
        assert (no_total.verdict, no_total.reason) == (NOT_CHECKED, Reason.NO_TOTAL_GIVEN)
        assert (nothing.verdict, nothing.reason) == (NOT_CHECKED, Reason.NO_FIGURES)

    def test_of_truncated_figures_is_never_below_their_sum(self) -> None:
        """On whole steps: 0 <= total - sum <= parts - 1."""
        assert verdict(total(29, 10, 10, 10), TRUNCATION) is INCONSISTENT
        assert verdict(total(30, 10, 10, 10), TRUNCATION) is EXACT
        assert verdict(total(32, 10, 10, 10), TRUNCATION) is ROUNDING
        assert verdict(total(33, 10, 10, 10), TRUNCATION) is INCONSISTENT

    def test_has_a_chance_only_where_all_figures_are_equally_fine(self) -> None:
        even, uneven = total(31, 10, 10, 10), total(31, 10, 10)
        uneven = replace(uneven, terms=(*uneven.terms, Term(1, figure("10", "0.1"))))

        assert round(evidence(even).chance or 0, 3) == Decimal("0.333")
        assert evidence(uneven).chance is None
        assert evidence(even, TRUNCATION).chance is None


class TestAnAverage:
    """10, 11 and 13 make 11.33, printed to a tenth; the amounts behind them 10.8 to 11.8."""

    @pytest.mark.parametrize(
        ("printed", "expected"),
        [
            ("10.7", INCONSISTENT),
            ("10.8", ROUNDING),
            ("11.2", ROUNDING),
            ("11.3", EXACT),
            ("11.4", ROUNDING),
            ("11.9", INCONSISTENT),
        ],
    )
    def test_may_be_off_by_half_a_step_of_its_parts(self, printed: str, expected: Verdict) -> None:
        assert verdict(average(printed, 10, 11, 13)) is expected

    def test_of_exact_figures_has_one_right_value(self) -> None:
        verdicts = [verdict(average(printed, 10, 11, 13, step="0")) for printed in ("11.2", "11.3", "11.4")]

        assert verdicts == [INCONSISTENT, EXACT, INCONSISTENT]

    def test_is_over_the_number_of_those_that_hold_something(self) -> None:
        """A blank is not counted; a dash is a nought and is."""
        assert verdict(average("11.5", 10, "", 13, step="0")) is EXACT
        assert verdict(average("7.7", 10, "-", 13, step="0")) is EXACT

    def test_of_nothing_but_blanks_is_not_checked(self) -> None:
        judged = evaluate(average("11.5", "", ""))

        assert (judged.verdict, judged.reason) == (NOT_CHECKED, Reason.NO_FIGURES)

    def test_of_what_cannot_be_read_is_not_checked(self) -> None:
        assert evaluate(average("11.5", 10, "#REF!")).reason is Reason.ERROR_VALUE

    def test_says_what_it_should_be_and_has_no_chance(self) -> None:
        """The chance of a gap is known for sums alone."""
        found = evidence(average("11.4", 10, 11, 13))

        assert (found.expected, found.chance) == (Decimal("11.3333"), None)

    def test_of_many_figures_is_implausible_before_it_is_impossible(self) -> None:
        hundred = [10] * 99 + [13]

        assert verdict(average("10.1", *hundred)) is ROUNDING
        assert verdict(average("10.3", *hundred)) is IMPLAUSIBLE
        assert verdict(average("10.7", *hundred)) is INCONSISTENT

    @given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=20))
    def test_computed_from_the_unrounded_amounts_is_never_inconsistent(self, amounts: list[int]) -> None:
        shown = [str((Decimal(each) / 1000).quantize(Decimal(1), ROUND_HALF_UP)) for each in amounts]
        mean = Decimal(sum(amounts)) / (1000 * len(amounts))

        assert verdict(average(str(mean.quantize(Decimal("0.1"), ROUND_HALF_UP)), *shown)) is not INCONSISTENT

    @given(st.lists(wholes, min_size=1, max_size=20), wholes)
    def test_turning_every_sign_changes_no_verdict(self, parts: list[int], target: int) -> None:
        plain = verdict(average(f"{target}.0", *parts))

        assert verdict(average(f"{-target}.0", *(-part for part in parts))) is plain


CHANGE, GROWTH = Form.RELATIVE_CHANGE, Form.GROWTH


class TestARelativeChange:
    """From 1 652 to 1 794: 8.5956 per cent more."""

    @pytest.mark.parametrize(
        ("printed", "expected"),
        [("8.4", INCONSISTENT), ("8.5", ROUNDING), ("8.6", EXACT), ("8.7", ROUNDING), ("8.8", INCONSISTENT)],
    )
    def test_is_in_per_cent_of_what_there_was(self, printed: str, expected: Verdict) -> None:
        assert verdict(percent(CHANGE, printed, 1794, 1652)) is expected

    def test_of_less_is_negative(self) -> None:
        assert verdict(percent(CHANGE, "-7.9", 1652, 1794)) is EXACT
        assert verdict(percent(CHANGE, "7.9", 1652, 1794)) is INCONSISTENT

    def test_as_a_quotient_is_a_hundredth_of_that(self) -> None:
        assert verdict(quotient(CHANGE, "0.09", 1794, 1652)) is EXACT
        assert verdict(quotient(CHANGE, "8.60", 1794, 1652)) is INCONSISTENT

    def test_from_nothing_cannot_be_checked(self) -> None:
        assert evaluate(percent(CHANGE, "100.0", 1794, 0)).reason is Reason.ZERO_DENOMINATOR

    def test_is_a_hundred_less_than_the_percentage(self) -> None:
        change, share = (
            evidence(percent(CHANGE, "8.6", 1794, 1652)),
            evidence(percentage("108.6", 1794, 1652)),
        )

        assert (change.low + 100, change.high + 100) == (share.low, share.high)
        assert (change.difference, change.bound) == (share.difference, share.bound)

    @given(st.integers(10**5, 10**9), st.integers(10**5, 10**9), st.booleans())
    def test_computed_from_the_unrounded_amounts_is_never_inconsistent(
        self, new: int, old: int, negative: bool
    ) -> None:
        new = -new if negative else new
        shown = [str((Decimal(each) / 1000).quantize(Decimal(1), ROUND_HALF_UP)) for each in (new, old)]
        printed = (Decimal(100 * (new - old)) / old).quantize(Decimal("0.1"), ROUND_HALF_UP)

        assert verdict(percent(CHANGE, str(printed), *shown)) in (EXACT, ROUNDING)


class TestGrowth:
    """142 more, to 1 794: 8.5956 per cent of the 1 652 there were."""

    @pytest.mark.parametrize(
        ("printed", "expected"),
        [("8.5", INCONSISTENT), ("8.6", EXACT), ("8.7", INCONSISTENT)],
    )
    def test_is_in_per_cent_of_what_there_was_without_it(self, printed: str, expected: Verdict) -> None:
        assert verdict(percent(GROWTH, printed, 142, 1794)) is expected

    def test_of_less_is_negative(self) -> None:
        assert verdict(percent(GROWTH, "-7.9", -142, 1652)) is EXACT

    def test_as_a_quotient_is_a_hundredth_of_that(self) -> None:
        assert verdict(quotient(GROWTH, "0.09", 142, 1794)) is EXACT

    @pytest.mark.parametrize(("change", "level"), [(1794, 1794), (1794, 1795), (0, 0)])
    def test_from_what_may_be_nothing_cannot_be_checked(self, change: int, level: int) -> None:
        assert evaluate(percent(GROWTH, "100.0", change, level)).reason is Reason.ZERO_DENOMINATOR

    def test_is_the_change_to_the_level_from_the_level_without_it(self) -> None:
        growth, change = (
            evidence(percent(GROWTH, "8.6", 142, 1794)),
            evidence(percent(CHANGE, "8.6", 1794, 1652)),
        )

        assert growth.expected == change.expected

    @given(st.integers(10**5, 10**9), st.integers(10**5, 10**9), st.sampled_from(RoundingMode))
    def test_computed_from_the_unrounded_amounts_is_never_inconsistent(
        self, new: int, old: int, mode: RoundingMode
    ) -> None:
        how = ROUND_HALF_UP if mode is RoundingMode.NEAREST else ROUND_DOWN
        shown = [str((Decimal(each) / 1000).quantize(Decimal(1), how)) for each in (new - old, new)]
        printed = (Decimal(100 * (new - old)) / old).quantize(Decimal("0.1"), how)

        assert verdict(percent(GROWTH, str(printed), *shown), Policy(mode=mode)) is not INCONSISTENT


class TestAQuotient:
    """51 243 over 487 is 105.22, each within half a unit: 105.11 to 105.33."""

    @pytest.mark.parametrize(
        ("printed", "expected"),
        [("105.10", INCONSISTENT), ("105.15", ROUNDING), ("105.22", EXACT), ("105.40", INCONSISTENT)],
    )
    def test_is_not_in_per_cent(self, printed: str, expected: Verdict) -> None:
        assert verdict(quotient(Form.RATIO, printed, 51243, 487)) is expected

    @given(wholes, wholes, st.integers(-(10**4), 10**4), st.sampled_from([Form.RATIO, CHANGE, GROWTH]))
    def test_has_the_verdict_of_the_percentage_a_hundred_times_as_large(
        self, part: int, whole: int, hundredths: int, form: Form
    ) -> None:
        plain = quotient(form, str(Decimal(hundredths) / 100), part, whole)
        in_per_cent = replace(plain, per_cent=True, target=figure(hundredths))

        assert verdict(plain) is verdict(in_per_cent)

    @given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(-500, 500))
    def test_turning_both_signs_changes_no_verdict(self, part: int, whole: int, printed: int) -> None:
        for form in (Form.RATIO, CHANGE, GROWTH):
            plain = verdict(percent(form, f"{printed}.0", part, whole))
            assert verdict(percent(form, f"{printed}.0", -part, -whole)) is plain


class TestWhatCannotBeRead:
    @pytest.mark.parametrize(
        ("written", "reason"),
        [
            ("ca 400", Reason.UNREADABLE),
            ("12 mkr", Reason.OTHER_UNIT),
            ("#REF!", Reason.ERROR_VALUE),
            ("=A1", Reason.NOT_CALCULATED),
        ],
    )
    def test_is_never_taken_for_zero(self, written: str, reason: Reason) -> None:
        for relation in (total(100, 100, written), total(written, 100), difference(0, written, 0)):
            assert evaluate(relation) == Judgement(relation, NOT_CHECKED, reason=reason)


class TestStoredAndShown:
    """1 652.37 displayed as 1 652: the stored figures come first."""

    @staticmethod
    def shown(value: str, shown: str) -> Figure:
        return replace(figure(value, "0.01"), shown=Decimal(shown), shown_step=Decimal(1))

    def test_stored_figures_that_agree_are_exact(self) -> None:
        stored = Relation.difference(
            "V101",
            "budget",
            self.shown("858.00", "858"),
            self.shown("1652.37", "1652"),
            self.shown("794.37", "794"),
        )

        assert verdict(stored) is EXACT
        assert evidence(stored).shown is None

    def test_stored_figures_that_fail_where_the_shown_ones_agree_say_so(self) -> None:
        only_shown = Relation.difference(
            "V101",
            "budget",
            self.shown("857.60", "858"),
            self.shown("1652.37", "1652"),
            figure("794", "0.01"),
        )

        assert verdict(only_shown) is INCONSISTENT
        assert evidence(only_shown).shown is EXACT

    def test_figures_that_fail_both_ways_just_fail(self) -> None:
        neither = Relation.difference(
            "V101",
            "budget",
            self.shown("957.60", "958"),
            self.shown("1652.37", "1652"),
            self.shown("794.37", "794"),
        )

        assert verdict(neither) is INCONSISTENT
        assert evidence(neither).shown is None


class TestAnyTable:
    """Properties over generated columns."""

    @given(st.lists(wholes, min_size=1, max_size=40))
    def test_a_right_total_is_exact(self, parts: list[int]) -> None:
        assert verdict(total(sum(parts), *parts)) is EXACT

    @given(st.lists(wholes, min_size=1, max_size=40), st.integers(1, 50))
    def test_a_shift_is_seen_exactly_where_rounding_cannot_explain_it(
        self, parts: list[int], shift: int
    ) -> None:
        bound = Decimal(len(parts) + 1) / 2

        for shifted in (sum(parts) + shift, sum(parts) - shift):
            assert (verdict(total(shifted, *parts)) is INCONSISTENT) is (shift > bound)

    @given(st.lists(kronor, min_size=1, max_size=40), st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]))
    def test_rounding_a_right_table_never_makes_it_inconsistent(self, parts: list[Decimal], how: str) -> None:
        shown = [str((amount / 1000).quantize(Decimal(1), how)) for amount in (sum(parts), *parts)]

        assert verdict(total(*shown)) is not INCONSISTENT

    @given(st.lists(kronor, min_size=1, max_size=40))
    def test_nor_does_truncating_it_where_truncation_is_assumed(self, parts: list[Decimal]) -> None:
        shown = [str((amount / 1000).quantize(Decimal(1), ROUND_DOWN)) for amount in (sum(parts), *parts)]

        assert verdict(total(*shown), TRUNCATION) is not INCONSISTENT

    @given(kronor, kronor)
    def test_a_rounded_difference_is_never_worse_than_rounding(
        self, minuend: Decimal, subtrahend: Decimal
    ) -> None:
        shown = [
            str((amount / 1000).quantize(Decimal(1), ROUND_HALF_UP))
            for amount in (minuend - subtrahend, minuend, subtrahend)
        ]

        assert verdict(difference(*shown)) in (EXACT, ROUNDING)

    @given(st.lists(wholes, min_size=1, max_size=20), wholes)
    def test_negating_or_permuting_a_table_changes_no_verdict(self, parts: list[int], target: int) -> None:
        plain = verdict(total(target, *parts))

        assert verdict(total(-target, *(-part for part in parts))) is plain
        assert verdict(total(target, *reversed(parts))) is plain

    @given(st.lists(wholes, min_size=1, max_size=20), st.integers(-30, 30))
    def test_the_evidence_agrees_with_itself(self, parts: list[int], shift: int) -> None:
        judged = evaluate(total(sum(parts) + shift, *parts))
        found = judged.evidence
        assert found is not None

        assert found.difference == found.found - found.expected == shift
        assert found.credible <= found.bound
        assert found.terms == len(parts)
        assert found.low <= found.expected <= found.high
        limits = {EXACT: Decimal(0), ROUNDING: found.credible, IMPLAUSIBLE: found.bound}
        assert abs(found.difference) <= limits.get(judged.verdict, abs(found.difference))

    @given(wholes, wholes, wholes)
    def test_a_percentage_is_reported_to_three_places_beyond_its_own(
        self, printed: int, part: int, whole: int
    ) -> None:
        assume(whole)
        found = evidence(percentage(f"{printed}.0", part, whole))

        for amount in (found.expected, found.difference, found.bound):
            assert amount == round(amount, 4)


def test_a_sum_of_weighted_terms_subtracts_where_the_weight_says_so() -> None:
    """Revenue less cost, where neither has a sign."""
    result = Relation(
        "F101",
        Form.SUM,
        "budget",
        figure(100),
        (Term(1, figure(900)), Term(-1, figure(500)), Term(-1, figure(300))),
    )

    assert verdict(result) is EXACT

"""The drawing of a year: every point at its place, gaps where nothing is known, findings at their months."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from syditval.web.screens.plot import BOTTOM, LEFT, RIGHT, TOP, Plot, Point, Series, linear, plots_of
from syditval.web.screens.totals import Amounts, MonthTotals
from tests.web.screens.example_screens import TOTALS, amounts, totals

KRONOR = st.none() | st.integers(-(10**14), 10**14).map(lambda ore: Decimal(ore) / 100)
AMOUNTS = st.builds(Amounts, KRONOR, KRONOR, KRONOR)


def plot(*months: MonthTotals) -> Plot:
    """The drawing of months of one kind, without findings."""
    (made,) = plots_of(2024, months)
    return made


def joined(series: Series) -> list[tuple[int, int]]:
    return [(one.month, other.month) for one, other in series.joined]


def investment(month: int, *tkr: int | None) -> MonthTotals:
    return totals(month, "investment", amounts(*tkr))


class TestPlaces:
    MADE = plot(investment(1, 10_000, 0, 10_000), investment(3, 10_000, 5_000, 8_000))

    def test_the_year_begins_at_the_left_and_december_ends_at_the_right(self) -> None:
        first, last = self.MADE.series["linear"].points

        assert (first.month, first.x, last.month, last.x) == (0, LEFT, 12, RIGHT)
        assert dict(self.MADE.names)[6] == (LEFT + RIGHT) / 2

    def test_nought_is_at_the_bottom_and_the_highest_tick_at_the_top(self) -> None:
        ticks = [(y, text.replace("\xa0", " ")) for y, text in self.MADE.ticks]

        assert (ticks[0], ticks[-1]) == ((BOTTOM, "0"), (TOP, "10 000"))
        assert [point.y for point in self.MADE.series["linear"].points] == [BOTTOM, TOP]

    def test_amounts_stand_in_proportion_between(self) -> None:
        outcome = {point.month: point for point in self.MADE.series["outcome"].points}
        forecast = {point.month: point for point in self.MADE.series["forecast"].points}

        assert outcome[1] == Point(1, Decimal("23.58"), BOTTOM)
        assert outcome[3].y == (TOP + BOTTOM) / 2
        assert outcome[3].x == LEFT + (RIGHT - LEFT) / 4
        assert (forecast[1].y, forecast[3].y) == (TOP, TOP + (BOTTOM - TOP) / 5)

    def test_the_budget_is_level_over_the_whole_year(self) -> None:
        points = self.MADE.series["budget"].points

        assert {point.y for point in points} == {TOP}
        assert (points[0].x, points[-1].x) == (LEFT, RIGHT)

    @settings(max_examples=50)
    @given(st.dictionaries(st.integers(1, 12), AMOUNTS, min_size=1, max_size=6))
    def test_nothing_stands_outside_the_drawing(self, months: dict[int, Amounts]) -> None:
        made = plot(*(totals(month, "budget", each) for month, each in months.items()))
        points = [point for series in made.series.values() for point in series.points]

        assert all(LEFT <= point.x <= RIGHT and TOP <= point.y <= BOTTOM for point in points)


class TestGaps:
    def test_months_that_follow_each_other_are_joined_from_the_start_of_the_year(self) -> None:
        made = plot(*(investment(month, 10, month, 10) for month in (1, 2, 3)))

        assert joined(made.series["outcome"]) == [(0, 1), (1, 2), (2, 3)]
        assert joined(made.series["forecast"]) == [(1, 2), (2, 3)]

    def test_a_month_that_nobody_sent_leaves_a_gap_in_what_it_would_tell(self) -> None:
        made = plot(*(investment(month, 10, month, 10) for month in (1, 3, 4)))

        assert joined(made.series["outcome"]) == [(0, 1), (3, 4)]
        assert joined(made.series["forecast"]) == [(3, 4)]
        assert joined(made.series["budget"]) == [(0, 1), (1, 3), (3, 4), (4, 12)]

    def test_an_amount_that_cannot_be_read_leaves_one_too(self) -> None:
        made = plot(investment(1, 10, 1, 10), investment(2, 10, None, 10), investment(3, 10, 3, None))

        assert joined(made.series["outcome"]) == [(0, 1)]
        assert joined(made.series["forecast"]) == [(1, 2)]

    def test_one_month_in_the_year_is_a_point(self) -> None:
        made = plot(investment(4, 10, 4, 10))

        assert [point.month for point in made.series["outcome"].points] == [0, 4]
        assert [point.month for point in made.series["forecast"].points] == [4]
        assert joined(made.series["outcome"]) == joined(made.series["forecast"]) == []

    def test_without_a_budget_there_is_no_line_for_it(self) -> None:
        made = plot(investment(1, None, 1, 10))

        assert (made.series["budget"].points, made.series["linear"].points) == ((), ())


class TestAmounts:
    def test_costs_are_drawn_where_the_budget_is_balanced(self) -> None:
        made, _ = plots_of(2024, TOTALS)

        assert made.is_costs
        assert made.months[4] == amounts(43_306, 14_197, 44_906)

    def test_the_total_is_drawn_where_any_month_cannot_tell_the_costs(self) -> None:
        first, second = TOTALS[:2]
        made = plot(replace(first, costs=None), second)

        assert not made.is_costs
        assert made.months[2] == amounts(0, 205, 500)

    def test_the_latest_month_decides(self) -> None:
        first, second = TOTALS[:2]
        made = plot(first, replace(second, total=amounts(9_000, 205, 500)))

        assert not made.is_costs

    def test_of_a_month_whose_budget_cannot_be_read_the_ones_before_decide(self) -> None:
        first, second = TOTALS[:2]
        made = plot(first, replace(second, total=amounts(None, 205, 500)))

        assert made.is_costs

    def test_totals_below_nought_hang_from_the_axis(self) -> None:
        made = plot(investment(1, -10_000, -1_000, -10_000))

        assert [point.y for point in made.series["linear"].points] == [TOP, BOTTOM]
        assert {point.y for point in made.series["forecast"].points} == {BOTTOM}

    def test_a_year_of_noughts_lies_on_the_axis(self) -> None:
        made = plot(investment(1, 0, 0, 0))

        assert {point.y for series in made.series.values() for point in series.points} == {BOTTOM}

    def test_a_budget_that_was_changed_is_drawn_as_it_was_and_its_pace_as_it_is(self) -> None:
        made = plot(investment(1, 8_000, 0, 0), investment(2, 10_000, 0, 0))
        levels = [(point.month, point.y) for point in made.series["budget"].points]

        assert [month for month, _ in levels] == [0, 1, 2, 12]
        assert [y for _, y in levels] == [TOP + (BOTTOM - TOP) / 5] * 2 + [TOP] * 2
        assert made.series["linear"].points[-1].y == TOP

    def test_an_even_pace_has_used_a_third_after_four_months(self) -> None:
        assert linear(Decimal(12_000), 4) == 4_000


class TestFindings:
    MADE, INVESTMENT = plots_of(2024, TOTALS)

    def test_each_stands_at_its_month_in_the_lane_of_its_severity(self) -> None:
        lanes = self.MADE.lanes

        assert [(mark.severity, mark.count, mark.place.month) for mark in self.MADE.marks] == [
            ("warning", 1, 2),
            ("note", 3, 3),
            ("error", 1, 4),
            ("warning", 1, 4),
        ]
        assert all(mark.place.y == lanes[mark.severity] for mark in self.MADE.marks)
        assert all(mark.place.x == dict(self.MADE.names)[mark.place.month] for mark in self.MADE.marks)

    def test_the_lanes_stand_below_each_other_and_below_the_drawing_worst_first(self) -> None:
        assert list(self.MADE.lanes) == ["error", "warning", "note"]
        assert BOTTOM < min(self.MADE.lanes.values()) < max(self.MADE.lanes.values()) < self.MADE.bottom

    def test_there_are_lanes_for_what_was_found_only(self) -> None:
        made = plot(totals(1, "budget", amounts(0, 0, 0), warning=2))

        assert list(made.lanes) == ["warning"]
        assert made.bottom < self.MADE.bottom

    def test_each_drawing_has_those_of_its_own_tables(self) -> None:
        (mark,) = self.INVESTMENT.marks

        assert (mark.severity, mark.count, mark.place.month) == ("error", 1, 4)
        assert list(self.INVESTMENT.lanes) == ["error"]

    def test_without_findings_there_are_neither_marks_nor_lanes(self) -> None:
        made = plot(*TOTALS[:1])

        assert (made.marks, dict(made.lanes)) == ((), {})


def test_each_kind_has_its_drawing_and_other_years_have_none() -> None:
    assert [made.latest.kind for made in plots_of(2024, TOTALS)] == ["budget", "investment"]
    assert plots_of(2023, TOTALS) == ()

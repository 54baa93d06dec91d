"""What counts of the findings: each stays, marked with its waiver and whether it is large enough to matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.checks import Standards, held_against, waivers_for
from syditval.model.cells import CellRef
from syditval.model.finding import Finding
from syditval.model.kind import TableKind
from syditval.model.relation import Evidence
from syditval.model.rule import Severity
from syditval.model.threshold import Threshold
from syditval.model.waiver import Waived, Waiver, Waiving
from tests.checks.examined import SHIPPED, table_of
from tests.seed import BUDGET

DAY = date(2024, 4, 30)
PLACE = "budget/total/actual"
WAIVER = Waiver("F101", PLACE, "Avrundning i huvudboken.")
TABLES = (table_of(BUDGET),)


def off_by(difference: str, unit: str = "tkr", table: str = "budget") -> Finding:
    """A total that is off by an amount."""
    zero = Decimal(0)
    evidence = Evidence(zero, zero, zero, zero, Decimal(difference), zero, zero, 1)
    return Finding(
        f"F101/{PLACE}/2024-04-30",
        "F101",
        "a-name",
        Severity.ERROR,
        table,
        CellRef("Sheet1", 14, 3),
        unit=unit,
        evidence=evidence,
        place=PLACE,
    )


UNMEASURED = replace(off_by("0"), evidence=None)


def held(
    finding: Finding, *waivers: Waiver, materiality: str = "", kinds: Sequence[TableKind] = SHIPPED
) -> Finding:
    """The finding as it stands, held against waivers and a materiality."""
    limit = Threshold.parse(materiality) if materiality else None
    first, *_ = held_against([finding], TABLES, kinds, Standards(waivers, DAY, limit))
    return first


def waiving(finding: Finding, *waivers: Waiver) -> Waiving | None:
    waived = held(finding, *waivers).waived
    return waived.waiving if waived else None


def up_to(cap: str) -> Waiver:
    return replace(WAIVER, at_most=Threshold.parse(cap))


class TestWaived:
    def test_a_finding_has_the_waiver_that_names_it(self) -> None:
        assert held(off_by("-180"), WAIVER).waived == Waived(WAIVER, Waiving.WAIVED)

    def test_and_is_otherwise_what_it_was(self) -> None:
        assert replace(held(off_by("-180"), WAIVER), waived=None) == off_by("-180")

    @pytest.mark.parametrize(
        "other", [replace(WAIVER, code="V101"), replace(WAIVER, place="budget/total/budget")]
    )
    def test_one_that_names_another_does_nothing_for_it(self, other: Waiver) -> None:
        assert waiving(off_by("-180"), other) is None

    @pytest.mark.parametrize(
        ("cap", "difference", "unit", "expected"),
        [
            ("180 tkr", "180", "tkr", Waiving.WAIVED),
            ("180 tkr", "-180", "tkr", Waiving.WAIVED),
            ("180 tkr", "180.001", "tkr", Waiving.EXCEEDED),
            ("180 tkr", "-180.001", "tkr", Waiving.EXCEEDED),
            ("180 tkr", "180001", "kr", Waiving.EXCEEDED),
            ("180 tkr", "180000", "kr", Waiving.WAIVED),
            ("0,18 mkr", "-180", "tkr", Waiving.WAIVED),
            ("180", "-180", "tkr", Waiving.WAIVED),
            ("180", "-181", "tkr", Waiving.EXCEEDED),
            ("0,5 %", "0.5", "%", Waiving.WAIVED),
            ("0,5 %", "0.51", "%", Waiving.EXCEEDED),
            ("0,5", "0.51", "%", Waiving.EXCEEDED),
            ("0", "0.1", "tkr", Waiving.EXCEEDED),
        ],
    )
    def test_up_to_its_cap_in_either_direction_in_any_unit_of_money(
        self, cap: str, difference: str, unit: str, expected: Waiving
    ) -> None:
        assert waiving(off_by(difference, unit), up_to(cap)) is expected

    @pytest.mark.parametrize(("cap", "unit"), [("1000 tkr", "%"), ("100 %", "tkr"), ("1000 tkr", "")])
    def test_a_cap_of_another_kind_accepts_nothing(self, cap: str, unit: str) -> None:
        assert waiving(off_by("0.1", unit), up_to(cap)) is Waiving.EXCEEDED

    def test_what_has_no_amount_is_accepted_as_such(self) -> None:
        assert waiving(UNMEASURED, WAIVER) is Waiving.WAIVED

    @pytest.mark.parametrize(
        ("until", "expected"),
        [(date(2024, 4, 30), Waiving.WAIVED), (date(2024, 4, 29), Waiving.EXPIRED)],
    )
    def test_to_the_end_of_its_last_day(self, until: date, expected: Waiving) -> None:
        assert waiving(off_by("-180"), replace(WAIVER, until=until)) is expected

    def test_one_that_is_expired_is_no_longer_looked_at_for_its_cap(self) -> None:
        assert waiving(off_by("-180"), replace(up_to("1 tkr"), until=date(2024, 4, 29))) is Waiving.EXPIRED

    def test_of_several_one_that_holds_is_enough(self) -> None:
        """As where one is for all workbooks and another for some of them."""
        expired, low, high = replace(WAIVER, until=date(2024, 1, 1)), up_to("1 tkr"), up_to("1 mkr")

        for waivers in ([expired, low, high], [high, low, expired]):
            assert held(off_by("-180"), *waivers).waived == Waived(high, Waiving.WAIVED)
        assert waiving(off_by("-180"), expired, low) is Waiving.EXCEEDED

    @given(st.decimals(-1000, 1000, places=3), st.decimals(0, 1000, places=3))
    def test_no_difference_above_the_cap_is_ever_accepted(self, difference: Decimal, cap: Decimal) -> None:
        waiver = replace(WAIVER, at_most=Threshold(cap, "tkr"))
        accepted = waiving(off_by(str(difference)), waiver) is Waiving.WAIVED

        assert accepted is (-cap <= difference <= cap)


class TestMaterial:
    @pytest.mark.parametrize(
        ("limit", "difference", "unit", "expected"),
        [
            ("100 tkr", "99.999", "tkr", False),
            ("100 tkr", "-99.999", "tkr", False),
            ("100 tkr", "100", "tkr", True),
            ("100 tkr", "-100", "tkr", True),
            ("100 tkr", "99999", "kr", False),
            ("100 tkr", "100000", "kr", True),
            ("1 mkr", "999", "tkr", False),
            ("100", "99", "tkr", False),
            ("0", "0", "tkr", True),
        ],
    )
    def test_from_the_limit_on_in_either_direction_in_any_unit_of_money(
        self, limit: str, difference: str, unit: str, expected: bool
    ) -> None:
        assert held(off_by(difference, unit), materiality=limit).is_material is expected

    @pytest.mark.parametrize("limit", ["100 tkr", "100"])
    def test_an_amount_says_nothing_of_percentages(self, limit: str) -> None:
        assert held(off_by("0.1", "%"), materiality=limit).is_material

    def test_unless_it_is_one_itself(self) -> None:
        assert not held(off_by("0.1", "%"), materiality="0,5 %").is_material
        assert held(off_by("0.1", "tkr"), materiality="0,5 %").is_material

    def test_nor_of_figures_whose_unit_nobody_states(self) -> None:
        assert held(off_by("0.1", ""), materiality="100 tkr").is_material
        assert not held(off_by("0.1", ""), materiality="100").is_material

    def test_what_has_no_amount_always_is(self) -> None:
        assert held(UNMEASURED, materiality="100 mdkr").is_material

    def test_everything_is_where_nothing_was_asked_for(self) -> None:
        assert held(off_by("0.001")).is_material

    def test_a_kind_may_say_what_is_where_the_call_does_not(self) -> None:
        kinds = [replace(kind, materiality=Threshold.parse("100 tkr")) for kind in SHIPPED]

        assert not held(off_by("99"), kinds=kinds).is_material
        assert held(off_by("100"), kinds=kinds).is_material
        assert held(off_by("99"), kinds=kinds, materiality="50 tkr").is_material

    def test_a_kind_says_it_of_its_own_tables_alone(self) -> None:
        budget, investment = SHIPPED
        kinds = [budget, replace(investment, materiality=Threshold.parse("100 tkr"))]

        assert held(off_by("99"), kinds=kinds).is_material

    def test_outside_every_table_what_was_asked_for_counts(self) -> None:
        assert not held(off_by("99", table=""), materiality="100 tkr").is_material


def told(*waivers: Waiver, kinds: Sequence[TableKind] = SHIPPED) -> list[str]:
    """What is wrong with waivers, where one finding stands at the place that they are for."""
    _, *others = held_against([off_by("-180")], TABLES, kinds, Standards(waivers, DAY))
    return [f"{each.severity} {each.id}" for each in others]


class TestWhatIsWrongWithWaivers:
    def test_follows_the_findings_those_that_match_nothing_first(self) -> None:
        waivers = [
            replace(WAIVER, place="z", until=date(2024, 1, 1)),
            replace(WAIVER, place="y"),
            replace(WAIVER, until=date(2024, 1, 1)),
            WAIVER,
        ]

        assert told(*waivers) == ["warning W001/F101/y", f"warning W002/F101/{PLACE}", "warning W002/F101/z"]

    def test_is_nothing_where_one_holds_or_is_exceeded(self) -> None:
        assert told(WAIVER) == []
        assert told(up_to("1 tkr")) == []

    def test_is_as_severe_as_a_kind_says(self) -> None:
        kinds = [replace(SHIPPED[0], severities={"W001": Severity.ERROR, "W002": Severity.NOTE}), SHIPPED[1]]
        waivers = [replace(WAIVER, place="y"), replace(WAIVER, until=date(2024, 1, 1))]

        assert told(*waivers, kinds=kinds) == ["error W001/F101/y", f"note W002/F101/{PLACE}"]

    def test_says_whose_waiver_it_is_and_why(self) -> None:
        gone = replace(WAIVER, place="y", who="A. Berg", until=date(2024, 12, 31))
        _, about = held_against([off_by("-180")], TABLES, SHIPPED, Standards((gone,), DAY))

        assert about.fields == {
            "finding": "F101/y",
            "reason": "Avrundning i huvudboken.",
            "who": "A. Berg",
            "until": "2024-12-31",
        }
        assert (about.cell, about.table, about.place) == (None, "", "F101/y")

    def test_always_counts_however_much_else_is_small(self) -> None:
        standards = Standards((replace(WAIVER, place="y"),), DAY, Threshold.parse("1 mdkr"))
        _, about = held_against([off_by("-180")], TABLES, SHIPPED, standards)

        assert about.is_pressing


@given(st.lists(st.sampled_from([off_by("1"), off_by("500"), UNMEASURED]), max_size=5), st.booleans())
def test_no_finding_is_ever_left_out_and_none_changes_its_place(
    found: list[Finding], is_waived: bool
) -> None:
    standards = Standards((WAIVER,) if is_waived else (), DAY, Threshold.parse("100 tkr"))
    told_of = list(held_against(found, TABLES, SHIPPED, standards))

    assert [replace(each, waived=None, is_material=True) for each in told_of[: len(found)]] == found


class TestWaiversFor:
    CODES = ("F101", "V101")

    @pytest.mark.parametrize(
        ("pattern", "name", "concerns"),
        [
            ("", "it-april.xlsx", True),
            ("*", "it-april.xlsx", True),
            ("it-*.xlsx", "it-april.xlsx", True),
            ("it-*.xlsx", "skola-april.xlsx", False),
            ("it-*.xlsx", "it-april.xls", False),
            ("it-?.xlsx", "it-4.xlsx", True),
            ("it-april.xlsx", "it-april.xlsx", True),
            ("[a-i]t-*", "it-april.xlsx", True),
        ],
    )
    def test_a_waiver_concerns_the_workbooks_whose_name_fits(
        self, pattern: str, name: str, concerns: bool
    ) -> None:
        waiver = replace(WAIVER, workbook=pattern)

        assert waivers_for(name, [waiver], self.CODES) == (waiver,) * concerns

    def test_one_of_a_rule_that_is_not_applied_is_left_alone(self) -> None:
        summed = replace(WAIVER, code="F201")

        assert waivers_for("april.xlsx", [summed, WAIVER], self.CODES) == (WAIVER,)

    def test_codes_may_be_given_one_by_one(self) -> None:
        other = replace(WAIVER, code="V101")

        assert waivers_for("april.xlsx", [WAIVER, other], iter(self.CODES)) == (WAIVER, other)

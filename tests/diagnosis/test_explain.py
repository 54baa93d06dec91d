"""From a table that was checked to what is wrong with it: whole tables, as the report tells of them."""

from __future__ import annotations

from decimal import Decimal
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syditval.arithmetic import NEAREST, Policy, RoundingMode
from syditval.diagnosis import Diagnosis, explain
from syditval.diagnosis.effort import Effort
from syditval.model.cause import Certainty, Obstacle
from syditval.model.relation import FAILS
from tests.diagnosis.netted import at, netted, netted_region, told

TRUNCATION = Policy(RoundingMode.TRUNCATION)
SOUND = """
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | -900   | -290   | -910    | 10
Personal  | 500    | 170    | 525     | -25
Lokaler   | 400    | 130    | 400     | 0
Resor     | 40     | 11     | 42      | -2
Summa     | 40     | 21     | 57      | -17
"""
LIVE = """
Benämning | Budget            | Utfall            | Prognos           | Avvikelse
Intäkter  | -900              | -290              | -910              | =B2-D2 -> 10
Personal  | 500               | 170               | 525               | =B3-D3 -> -25
Lokaler   | 400               | 130               | 400               | =B4-D4 -> 0
Resor     | 40                | 11                | 42                | =B5-D5 -> -2
Summa     | =SUM(B2:B5) -> 40 | =SUM(C2:C5) -> 21 | =SUM(D2:D5) -> 57 | =SUM(E2:E5) -> -17
"""
INVESTMENT = """
Investeringsredovisning
Projekt | Budget | Bokfört | Avvikelse | Förbrukning % | Prognos | Avvikelse
Gator   | 1652   | 794     | 858       | 48.1          | 1700    | -48
Skola   | 1000   | 501     | 499       | 50.1          | 990     | 10
Torg    | 5      | 20      | -20       | 0             | 20      | -20
Summa   | 2652   | 1315    | 1337      | 49.6          | 2710    | -58
"""


def causes(text: str, policy: Policy = NEAREST) -> list[str]:
    return netted(text, policy).causes


def test_a_sound_table_has_no_cause() -> None:
    for text in (SOUND, LIVE):
        diagnosis = netted(text).diagnosis
        assert diagnosis.causes == ()
        assert diagnosis.not_localised == ()


def test_what_fails_with_a_wrong_cell_is_one_cause_with_it() -> None:
    net = netted(SOUND.replace("| 525 ", "| 552 "))
    (cause,) = net.diagnosis.causes

    assert net.causes == ["certain: digits swapped: D3 552 -> 525 [524, 526]"]
    assert set(cause.explains) == {finding.id for finding in net.findings if finding.verdict in FAILS}


def test_where_arithmetic_cannot_tell_it_says_so() -> None:
    (cause,) = netted(SOUND.replace("| 130 ", "| 930 ")).diagnosis.causes

    assert cause.certainty is not Certainty.CERTAIN
    assert cause.is_column_only
    assert len(cause.alternatives) + cause.others == 4


class TestFormulas:
    def test_one_that_is_out_of_date_is_at_fault_and_the_total_over_it_is_not(self) -> None:
        """The total was calculated from what the line gives now."""
        stale = netted(LIVE.replace("=B3-D3 -> -25", "=B3-D3 -> 25"))

        assert stale.failing == ["F101 E6", "V101 E3"]
        assert stale.causes == ["certain: stale result: E3 25 -> -25 [-25, -25]"]
        assert len(stale.diagnosis.causes[0].explains) == 3

    def test_a_range_that_is_too_short_is_read_off(self) -> None:
        short = LIVE.replace("=SUM(D2:D5) -> 57", "=SUM(D2:D4) -> 15")

        assert causes(short) == ["certain: line omitted: D6 15 -> 57 [57, 57] by D5"]

    def test_a_wrong_line_under_live_totals_is_one_of_its_row(self) -> None:
        typed = LIVE.replace("=B3-D3 -> -25", "-52").replace("-> -17", "-> -44")

        (cause,) = netted(typed).diagnosis.causes
        assert (cause.certainty, cause.failures) == ("one of", 2)
        assert (
            "".join(sorted(slips[0].changes[0].cell.a1 for slips in (cause.slips, *cause.alternatives)))
            == "B3D3E3"
        )


class TestFiguresThatWereCutOff:
    lines = "\n".join(
        f"{chr(65 + each)} | {100 + each} | {20 + each} | {100 + each} | 0" for each in range(10)
    )
    table = f"Benämning | Budget | Utfall | Prognos | Avvikelse\n{lines}\nSumma | 1045 | 245 | 1045 | 0"

    def test_exact_sums_of_them_hold(self) -> None:
        assert netted(self.table, TRUNCATION).failing == []
        assert causes(self.table, TRUNCATION) == []

    def test_a_wrong_line_is_blamed_and_its_span_holds_the_right_value(self) -> None:
        """130 instead of 103 in the fourth line."""
        (cause,) = netted(self.table.replace("D | 103", "D | 130"), TRUNCATION).diagnosis.causes
        (change,) = cause.changes

        assert change.cell == at("B5")
        assert change.low <= 103 <= change.high


class TestBlanksAndWords:
    @pytest.mark.parametrize("line", ["-900   | -290", "-940   | -290"])
    def test_a_blank_total_is_blank_and_leaves_out_no_line(self, line: str) -> None:
        """Though it would be as much as one of its lines."""
        text = SOUND.replace("Summa     | 40 ", "Summa     |    ").replace("-900   | -290", line)
        found = causes(text)

        assert not any("line omitted" in each for each in found)

    def test_it_should_be_what_its_lines_add_up_to(self) -> None:
        assert causes(SOUND.replace("Summa     | 40 ", "Summa     |    ")) == [
            "certain: blank: B6 nothing -> 40 [39, 41]"
        ]

    def test_a_blank_line_should_be_what_its_relations_leave(self) -> None:
        assert causes(SOUND.replace("| 525 ", "|     ")) == ["certain: blank: D3 nothing -> 525 [524, 526]"]

    def test_a_word_explains_its_own_finding(self) -> None:
        net = netted(SOUND.replace("| 525 ", "| ca 525"))

        assert net.failing == []
        assert net.causes == ["certain: text: D3 nothing -> 525 [524, 526]"]
        assert net.diagnosis.causes[0].failures == 0


class TestPercentages:
    sound = INVESTMENT.replace("5      | 20 ", "0      | 20 ")

    def test_of_nothing_say_nothing(self) -> None:
        assert causes(self.sound) == []

    def test_a_budget_that_is_wrongly_none_makes_its_percentage_uncheckable_and_is_blamed_all_the_same(
        self,
    ) -> None:
        (cause,) = netted(INVESTMENT).diagnosis.causes

        assert cause.primary == at("B5")
        assert cause.alternatives == ()
        assert cause.changes[0].low <= 0 <= cause.changes[0].high
        assert cause.failures == 4

    def test_a_wrong_percentage_is_told_from_its_amounts(self) -> None:
        assert causes(self.sound.replace("48.1", "84.1")) == [
            "certain: digits swapped: E3 84.1 -> 48.1 [48.0, 48.1]"
        ]

    def test_an_amount_never_changes_places_with_one(self) -> None:
        swapped = self.sound.replace("794     | 858       | 48.1", "48.1    | 858       | 794 ")

        assert not any("swapped: C3" in each and "E3" in each for each in causes(swapped))


class TestRegions:
    table = """
    |        | Män | Kvinnor | Alla
    | Berg   | 100 | 151     | 251
    | Dal    | 220 | 199     | 419
    | Hav    | 310 | 355     | 665
    | Skog   | 90  | 145     | 235
    | Summa  | 720 | 850     | 1570
    """

    def test_sums_along_and_down_tell_every_cell(self) -> None:
        assert netted_region(self.table.replace("310", "370")).causes == [
            "certain: digit replaced: C4 370 -> 310 [309, 311]"
        ]
        assert netted_region(self.table.replace("665", "656")).causes == [
            "certain: digits swapped: E4 656 -> 665 [664, 666]"
        ]

    def test_the_corner_is_in_both_sums(self) -> None:
        (cause,) = netted_region(self.table.replace("1570", "1507")).diagnosis.causes

        assert (cause.primary, cause.failures) == (at("E6"), 2)

    def test_an_average_is_told_with_its_number(self) -> None:
        """A line is out by three times what its average is out by."""
        (cause,) = netted_region("""
        |            | 2019 | 2020 | 2021 | 2022
        | Skola A    | 10.1 | 12.4 | 13.3 | 9.1
        | Skola B    | 20.2 | 27.1 | 19.1 | 25.5
        | Skola C    | 31.9 | 30.3 | 35.7 | 37.7
        | Medelvärde | 20.7 | 21.3 | 22.7 | 24.1
        """).diagnosis.causes

        spans = {
            slips[0].changes[0].cell: slips[0].changes[0] for slips in (cause.slips, *cause.alternatives)
        }
        assert spans[at("D3")].low <= Decimal("21.1") <= spans[at("D3")].high
        assert (spans[at("D3")].low, spans[at("D3")].high) == (Decimal("20.9"), Decimal("21.4"))


def test_what_has_no_explanation_is_said_not_to_have_one() -> None:
    """The total should be nothing by its lines, and something else by its row."""
    text = LIVE.replace("=SUM(B2:B5) -> 40", "  ").replace("=B2-D2 -> 10", "803").replace("-> -17", "-> 776")
    net = netted(text)
    (left,) = net.diagnosis.not_localised

    assert left.obstacle is Obstacle.NO_EXPLANATION
    assert {
        f"{each.code} {each.cell.a1}" for each in net.findings if each.id in left.explains and each.cell
    } == {"V101 E6"}


def test_what_took_too_long_is_said_to_have(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two wrong cells whose relations meet in the row of the totals."""
    monkeypatch.setattr(import_module("syditval.diagnosis.explain"), "Effort", lambda: Effort(6))
    net = netted(SOUND.replace("500    | 170", "700    | 170").replace("| 57      | -17", "| 87      | -17"))
    (left,) = net.diagnosis.not_localised

    assert net.diagnosis.causes == ()
    assert left.obstacle is Obstacle.OUT_OF_TIME
    assert len(left.explains) == len(net.failing) == 4


def test_a_search_that_breaks_off_loses_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(import_module("syditval.diagnosis.explain"), "Localisation", broken)
    net = netted(SOUND.replace("| 525 ", "| 552 "))
    (left,) = net.diagnosis.not_localised

    assert net.diagnosis.causes == ()
    assert left.obstacle is Obstacle.COULD_NOT_RUN
    assert len(left.explains) == len(net.failing) == 2


def test_two_tables_are_told_one_after_the_other() -> None:
    one = netted(SOUND.replace("| 525 ", "| 552 "))
    alone = one.diagnosis
    none = explain([], [], [])

    assert none == Diagnosis()
    assert none + alone == alone
    assert (alone + alone).causes == alone.causes * 2


def test_what_cannot_be_placed_is_told_with_every_table() -> None:
    (column,) = netted(SOUND).diagnosis.unguarded

    assert (column.shelter, told(column.cells)) == ("one column sum", "C2 C3 C4 C5 C6")


def test_every_failure_is_explained_or_said_not_to_be() -> None:
    for text in (
        SOUND.replace("40 ", "999 "),
        LIVE.replace("-> 57", "-> 99").replace("130", "x"),
        LIVE.replace("=SUM(B2:B5) -> 40", "").replace("=B2-D2 -> 10", "803"),
    ):
        net = netted(text)
        explained = [name for cause in net.diagnosis.causes for name in cause.explains]
        explained += [name for left in net.diagnosis.not_localised for name in left.explains]
        failures = {finding.id for finding in net.findings if finding.verdict in FAILS}

        assert failures
        assert failures <= set(explained)


WRONG = [f"{column}{row}" for column in "BDE" for row in range(2, 7)]


def _with(address: str, value: int) -> str:
    rows = [line.split("|") for line in SOUND.strip().splitlines()]
    rows[int(address[1:]) - 1]["ABCDE".index(address[0])] = f" {value} "
    return "\n".join("|".join(row) for row in rows)


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(WRONG), st.integers(-5000, 5000))
def test_any_wrong_cell_of_a_row_is_blamed_for_certain_and_its_span_holds_what_was_there(
    address: str, value: int
) -> None:
    right = netted(SOUND).net.value(at(address))
    net = netted(_with(address, value))
    for cause in net.diagnosis.causes:
        for change in cause.changes if cause.certainty is Certainty.CERTAIN else ():
            assert change.cell == at(address)
            assert change.low <= right <= change.high
    assert bool(net.diagnosis.causes) == bool(net.failing)


@pytest.mark.parametrize("address", WRONG)
def test_what_restores_a_table_leaves_nothing_to_tell(address: str) -> None:
    right = int(netted(SOUND).net.value(at(address)))
    (cause,) = netted(_with(address, right + 700)).diagnosis.causes
    (change,) = cause.changes
    value = change.suggested if change.suggested is not None else (change.low + change.high) / 2

    assert netted(_with(address, int(value))).failing == []

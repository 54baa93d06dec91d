"""One wrong cell: which cells could be it, and what they would have to hold."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from syditval.diagnosis.effort import Effort, OutOfEffort
from syditval.diagnosis.rule import Span
from syditval.diagnosis.singles import cut, meeting, shared_cells
from tests.diagnosis.netted import at, netted, spans, told, told_explanation, told_span, values

SOUND = """
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | -900   | -290   | -910    | 10
Personal  | 500    | 170    | 525     | -25
Lokaler   | 400    | 130    | 400     | 0
Resor     | 40     | 11     | 42      | -2
Summa     | 40     | 21     | 57      | -17
"""


def found(text: str) -> list[str]:
    net = netted(text)
    return [told_explanation(each) for each in net.singles.explaining(net.net.failing, Effort())]


def test_a_cell_in_every_relation_that_fails_explains_them() -> None:
    assert found(SOUND.replace("| 525 ", "| 552 ")) == ["digits swapped: D3 525 [524, 526]"]


def test_all_that_one_relation_allows_are_told_in_their_order() -> None:
    """Only a sum guards the actuals: rounding leaves two open on either side."""
    assert found(SOUND.replace("| 130 ", "| 230 ")) == [
        "digit replaced: C2 -390? [-392, -388]",
        "digit added: C3 70? [68, 72]",
        "digit replaced: C4 130? [128, 132]",
        "other: C5 -89? [-91, -87]",
        "digit lost: C6 121? [119, 123]",
    ]


def test_a_cell_that_another_relation_holds_where_it_is_is_none() -> None:
    """The total could be out too, but for its own row."""
    net = netted(SOUND.replace("| 525 ", "| 552 "))

    assert told_span(net.singles.span(at("D3"), {})) == "524 to 526"
    assert net.singles.span(at("D6"), {}) is None


def test_what_no_relation_says_anything_of_has_no_span() -> None:
    live = SOUND.replace("| 11     | 42", "| =B5 -> 11 | 42")
    net = netted(live.replace("| 21     | 57", "| =SUM(C2:C5) -> 21 | 57"))

    assert net.singles.span(at("C4"), {}) is None


def test_what_other_cells_may_hold_widens_a_span() -> None:
    net = netted(SOUND)

    assert told_span(net.singles.span(at("C3"), {})) == "168 to 172"
    assert told_span(net.singles.span(at("C3"), spans("C4 100 110"))) == "188 to 202"


def test_relations_that_share_no_cell_have_no_single_explanation() -> None:
    assert found(SOUND.replace("| 525 ", "| 552 ").replace("| 130 ", "| 230 ")) == []


def test_a_value_stands_out_where_all_others_together_hardly_count() -> None:
    allowed = (Decimal(524), Decimal(526))
    rounded = SOUND.replace("| -17", "| -18")

    def told_at(text: str) -> str:
        found = netted(text).singles.at(at("D3"), allowed, {})
        return told_explanation(found) if found else ""

    assert told_at(rounded.replace("| 525 ", "| 900 ")) == "other: D3 525? [524, 526]"
    assert told_at(rounded.replace("| 525 ", "| 552 ")) == "digits swapped: D3 525 [524, 526]"


def test_where_all_sums_hold_exactly_the_value_that_makes_one_do_so_stands_out() -> None:
    explanation = netted(SOUND.replace("| 525 ", "| 900 ")).singles.at(
        at("D3"), (Decimal(524), Decimal(526)), {}
    )

    assert explanation is not None
    assert told_explanation(explanation) == "other: D3 525 [524, 526]"


def test_what_is_there_explains_nothing() -> None:
    assert netted(SOUND).singles.at(at("C3"), (Decimal(170), Decimal(170)), {}) is None


def test_an_explanation_weighs_all_that_may_have_happened_at_its_cell() -> None:
    net = netted(SOUND.replace("| 525 ", "| 552 "))
    explanation = net.singles.at(at("D3"), (Decimal(524), Decimal(526)), {})

    assert explanation is not None
    assert explanation.named < explanation.weight < explanation.named + 0.1


def test_other_cells_are_taken_as_changed() -> None:
    net = netted(SOUND.replace("| 525 ", "| 552 ").replace("500    | 170", "900    | 170"))
    others = values("B3 500")
    span = net.singles.span(at("D3"), spans("B3 500 500"))

    assert net.singles.span(at("D3"), {}) is None
    assert span is not None
    explanation = net.singles.at(at("D3"), span, others)
    assert explanation is not None
    assert told_explanation(explanation) == "digits swapped: D3 525 [524, 526]"


def test_the_search_may_take_too_long() -> None:
    net = netted(SOUND.replace("| 130 ", "| 230 "))

    with pytest.raises(OutOfEffort):
        list(net.singles.explaining(net.net.failing, Effort(3)))


def test_cells_that_relations_share_are_in_order() -> None:
    net = netted(SOUND)

    assert told(shared_cells([net.rule("F101 D6"), net.rule("V101 E6")])) == "D6"
    assert shared_cells([net.rule("F101 D6"), net.rule("F101 B6")]) == []
    assert [cell.a1 for cell in shared_cells([net.rule("V101 E3")])] == ["B3", "D3", "E3"]


def span(low: str, high: str) -> Span:
    return Decimal(low), Decimal(high)


@pytest.mark.parametrize(
    ("rooms", "common"),
    [
        ([], None),
        ([None, None], None),
        ([None, span("1", "5")], span("1", "5")),
        ([span("1", "5"), span("3", "9")], span("3", "5")),
        ([span("1", "5"), span("5", "9")], span("5", "5")),
        ([span("1", "5"), span("6", "9")], None),
    ],
)
def test_spans_meet_in_what_they_have_in_common(rooms: Sequence[Span | None], common: Span | None) -> None:
    assert meeting(rooms) == common


@pytest.mark.parametrize(
    ("room", "grain", "whole"),
    [
        (None, "1", None),
        (span("1.5", "4.5"), "1", span("2", "4")),
        (span("2", "4"), "1", span("2", "4")),
        (span("-4.5", "-1.5"), "1", span("-4", "-2")),
        (span("1.2", "1.8"), "1", None),
        (span("1.2", "1.8"), "0.5", span("1.5", "1.5")),
        (span("900", "2100"), "1000", span("1000", "2000")),
    ],
)
def test_a_span_is_cut_to_whole_grains(room: Span | None, grain: str, whole: Span | None) -> None:
    assert cut(room, Decimal(grain)) == whole


@pytest.mark.parametrize("wrong", [-9999, -130, 0, 127, 133, 1300])
def test_the_same_is_told_of_a_cell_whatever_it_holds(wrong: int) -> None:
    net = netted(SOUND.replace("| 130 ", f"| {wrong} "))
    rule = net.rule("F101 C6")

    assert told_span(net.singles.span(at("C4"), {})) == "128 to 132"
    assert rule.holds(values("C4 128"))
    assert not rule.holds(values("C4 127"))

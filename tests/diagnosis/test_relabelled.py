"""An amount on the wrong line: two cells of a column that are out by opposite amounts."""

from __future__ import annotations

from syditval.diagnosis.effort import Effort
from syditval.diagnosis.explanation import Explanation
from syditval.diagnosis.relabelled import relabelled
from syditval.diagnosis.supports import Supports
from tests.diagnosis.netted import Netted, netted, told_explanation

# 40 of the second line stands on the fourth.
MOVED = """
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | -900   | -300   | -910    | 10
Personal  | 460    | 170    | 525     | -25
Lokaler   | 400    | 130    | 400     | 0
Resor     | 80     | 11     | 42      | -2
Summa     | 40     | 11     | 57      | -17
"""


def explanations(net: Netted) -> list[Explanation]:
    supports = Supports(net.net, net.singles, Effort())
    return [relabelled(each, net.net, net.slips) for each in supports.explaining(net.net.failing, 2)]


def found(text: str) -> list[str]:
    return [told_explanation(each) for each in explanations(netted(text))]


def test_an_amount_on_the_wrong_line_is_one_step() -> None:
    """Rounding leaves open by how little more or less; what is added to one line is taken from the other."""
    assert "wrong line: B3 500? [499, 501], B5 40? [39, 41]" in found(MOVED)


def test_the_spans_of_both_lines_mirror_each_other() -> None:
    for explanation in explanations(netted(MOVED)):
        (step,) = explanation.steps
        one, other = step.mends
        total = netted(MOVED).net.value(one.cell) + netted(MOVED).net.value(other.cell)

        assert other.span == (total - one.span[1], total - one.span[0])
        assert one.value + other.value == total


def test_it_may_be_any_of_the_three_columns() -> None:
    assert [each.split("?")[0] for each in found(MOVED)] == [
        "wrong line: B3 500",
        "wrong line: D3 485",
        "wrong line: E3 -65",
    ]


def test_exact_amounts_leave_nothing_open() -> None:
    """Öre in the first line, in its variance and in the totals."""
    exact = MOVED.replace("-900   | -300   | -910    | 10", "-900.25 | -300 | -910.51 | 10.26")
    exact = exact.replace("40     | 11     | 57      | -17", "39.75   | 11     | 56.49   | -16.74")
    steps = found("Ekonomiskt resultat (kr)" + exact)

    assert "wrong line: B4 500.00 [500.00, 500.00], B6 40.00 [40.00, 40.00]" in steps


def test_cells_that_are_out_by_unlike_amounts_are_two_things() -> None:
    unlike = MOVED.replace("80     | 11 ", "95     | 11 ").replace("Summa     | 40 ", "Summa     | 55 ")

    assert not any(each.startswith("wrong line: B") for each in found(unlike))


def test_a_total_is_no_line() -> None:
    """Line and total are out alike in one column: that is no amount on the wrong line."""
    explained = found(
        MOVED.replace("80     | 11 ", "40     | 11 ").replace("Summa     | 40 ", "Summa     | 80 ")
    )

    assert explained
    assert not any("wrong line" in each and "6" in each.split("?")[0] for each in explained)


def test_one_step_is_left_as_it_is() -> None:
    net = netted(MOVED.replace("80     | 11 ", "40     | 11 "))
    (single,) = net.singles.explaining(net.net.failing, Effort())

    assert relabelled(single, net.net, net.slips) is single

"""Tables that were rounded in another way: cut off, or added up from figures that were rounded before."""

from __future__ import annotations

from syditval.arithmetic import Policy, RoundingMode
from syditval.diagnosis.rounding_habits import rounding_habits
from tests.diagnosis.netted import Netted, netted

# Ten lines of 0.5 more each than is written: their sums are five more.
CUT = """
Benämning | Budget | Utfall | Prognos | Avvikelse
A         | 100    | 30     | 110     | -10
B         | 200    | 60     | 190     | 10
C         | 300    | 90     | 310     | -10
D         | 400    | 100    | 390     | 10
E         | 500    | 110    | 500     | 0
F         | 600    | 120    | 600     | 0
G         | 700    | 130    | 700     | 0
H         | 800    | 140    | 800     | 0
I         | 900    | 150    | 900     | 0
J         | 950    | 160    | 950     | 0
Summa     | 5455   | 1095   | 5455    | 0
"""


def found(net: Netted) -> list[str]:
    return [net.told_joint(joint) for joint in rounding_habits(net.net, net.slips)]


def test_a_sound_table_has_none() -> None:
    assert found(netted(CUT.replace("5455   | 1095   | 5455", "5450   | 1090   | 5450"))) == []


def test_lines_that_were_cut_off_add_up_to_less_than_their_total() -> None:
    """No cell is wrong: the totals keep what they hold."""
    net = netted(CUT)

    assert net.failing == ["F101 B12", "F101 C12", "F101 D12"]
    assert (
        "cut off: B12 5455 [5455, 5455], C12 1095 [1095, 1095], D12 5455 [5455, 5455] settles F101 B12, F101 C12, F101 D12"
        in found(net)
    )


def test_one_column_alone_may_have_been_cut_off() -> None:
    assert found(netted(CUT.replace("5455   | 1095   | 5455", "5450   | 1095   | 5450"))) == [
        "cut off: C12 1095 [1095, 1095] settles F101 C12"
    ]


def test_negative_figures_are_cut_off_towards_nought_too() -> None:
    turned = CUT.replace("| -", "| +").replace("| ", "| -").replace("-+", "").replace("-0", "0")
    header, cut_off = CUT.strip().splitlines()[0], turned.strip().splitlines()[1:]
    net = netted("\n".join([header, *cut_off]))

    assert net.failing == ["F101 B12", "F101 C12", "F101 D12"]
    assert any(each.endswith("settles F101 B12, F101 C12, F101 D12") for each in found(net))


def test_what_cutting_off_does_not_explain_is_no_habit() -> None:
    assert found(netted(CUT.replace("5455   | 1095   | 5455", "5450   | 1105   | 5450"))) == []
    assert found(netted(CUT.replace("5455   | 1095   | 5455", "5450   | 1085   | 5450"))) == []


def test_where_all_figures_are_cut_off_that_is_none() -> None:
    assert found(netted(CUT, Policy(RoundingMode.TRUNCATION))) == []


# Each column is exactly the sum of its lines, but 8 lines were rounded one by one in each of them.
SUMMED = """
Benämning | Budget | Utfall | Prognos | Avvikelse
A         | 100    | 30     | 110     | -9
B         | 200    | 60     | 190     | 11
C         | 300    | 90     | 310     | -10
D         | 400    | 100    | 390     | 11
E         | 500    | 110    | 500     | 0
F         | 600    | 120    | 600     | 1
G         | 700    | 130    | 700     | 0
H         | 800    | 140    | 800     | 0
Summa     | 3600   | 780    | 3600    | 4
"""


def test_totals_of_rounded_lines_differ_by_the_roundings_of_all_lines() -> None:
    net = netted(SUMMED)

    assert net.failing == ["V101 E10"]
    assert found(net) == ["rounded then summed: E10 4 [4, 4] settles V101 E10"]


def test_totals_that_are_not_exactly_their_lines_were_not_added_up_from_them() -> None:
    net = netted(SUMMED.replace("3600   | 780    | 3600    | 4", "3600   | 780    | 3601    | 4"))

    assert net.failing == ["V101 E10"]
    assert found(net) == []


def test_nor_do_their_roundings_explain_more_than_is_credible() -> None:
    """Three times eight figures: a deviation of 1.4, so that 6 is credible and 9 is not."""
    lines = [line.replace("| 0\n", "| 1\n") for line in SUMMED.splitlines(keepends=True)]
    many = "".join(lines).replace("3600    | 4", "3600    | 7")

    assert netted(many).failing == ["V101 E10"]
    assert found(netted(many)) == []

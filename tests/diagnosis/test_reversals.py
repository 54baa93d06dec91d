"""Differences that run the other way on several lines of a column."""

from __future__ import annotations

from syditval.diagnosis.reversals import reversals
from tests.diagnosis.netted import netted

SOUND = """
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | -900   | -300   | -910    | 10
Personal  | 500    | 170    | 525     | -25
Lokaler   | 400    | 130    | 375     | 25
Resor     | 40     | 11     | 42      | -2
Bilar     | 60     | 21     | 55      | 5
Mat       | 30     | 11     | 31      | -1
El        | 20     | 11     | 22      | -2
Summa     | 150    | 54     | 140     | 10
"""


def found(text: str) -> list[str]:
    net = netted(text)
    return [net.told_joint(joint) for joint in reversals(net.net, net.slips)]


def test_a_sound_table_has_none() -> None:
    assert found(SOUND) == []


def test_lines_with_the_other_sign_are_one_thing() -> None:
    text = SOUND.replace("525     | -25", "525     | 25").replace("375     | 25", "375     | -25")

    assert found(text) == ["reversed: E3 -25 [-25, -25], E4 25 [25, 25] settles V101 E3, V101 E4"]


def test_their_sum_may_fail_with_them() -> None:
    text = SOUND.replace("525     | -25", "525     | 25").replace("55      | 5", "55      | -5")

    assert found(text) == ["reversed: E3 -25 [-25, -25], E6 5 [5, 5] settles F101 E9, V101 E3, V101 E6"]


def test_one_line_alone_has_lost_its_sign() -> None:
    assert found(SOUND.replace("525     | -25", "525     | 25")) == []


def test_lines_that_are_out_otherwise_are_left_out() -> None:
    text = SOUND.replace("525     | -25", "525     | 25").replace("375     | 25", "375     | -25")
    other = text.replace("55      | 5", "95      | 5")

    assert netted(other).failing == ["F101 D9", "V101 E3", "V101 E4", "V101 E6"]
    assert found(other) == ["reversed: E3 -25 [-25, -25], E4 25 [25, 25] settles V101 E3, V101 E4"]


def test_nothing_is_reversed_where_a_sum_would_fail_by_it() -> None:
    """The total of the variances was added up from the signs that stand there."""
    text = SOUND.replace("525     | -25", "525     | 25").replace("55      | 5", "55      | -5")

    assert found(text.replace("140     | 10", "140     | 50")) == []

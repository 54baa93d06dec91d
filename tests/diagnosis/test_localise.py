"""The failing relations of a table to the fewest things that can have happened."""

from __future__ import annotations

from syditval.diagnosis.effort import Effort
from syditval.diagnosis.localise import Localisation
from syditval.diagnosis.problem import Problem
from tests.diagnosis.netted import Netted, netted, told_explanation

SOUND = """
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | -900   | -290   | -910    | 10
Personal  | 500    | 170    | 525     | -25
Lokaler   | 400    | 130    | 400     | 0
Resor     | 40     | 11     | 42      | -2
Summa     | 40     | 21     | 57      | -17
"""


def problems(net: Netted, effort: Effort | None = None) -> list[Problem]:
    return Localisation(net.net, net.table, effort or Effort()).problems()


def found(text: str) -> list[str]:
    """What each problem's relations are, and all that explains them."""
    net = netted(text)
    return [
        f"{', '.join(net.named(problem.numbers)) or '-'}: {' or '.join(map(told_explanation, problem.explanations))}"
        for problem in problems(net)
    ]


def test_a_sound_table_has_no_problem() -> None:
    assert found(SOUND) == []


def test_what_one_cell_explains_is_not_put_down_to_several() -> None:
    assert found(SOUND.replace("| 525 ", "| 552 ")) == ["F101 D6, V101 E3: digits swapped: D3 525 [524, 526]"]


def test_one_thing_at_several_cells_is_as_good_as_one_cell() -> None:
    swapped = SOUND.replace("500    | 170    | 525 ", "525    | 170    | 500 ")

    assert found(swapped) == [
        "F101 B6, F101 D6, V101 E3: cells swapped: B3 500 [500, 500], D3 525 [525, 525]"
    ]


def test_relations_that_share_no_cell_are_problems_of_their_own() -> None:
    both = found(SOUND.replace("| 525 ", "| 552 ").replace("| 21     | 57", "| 921    | 57"))

    assert [each.split(":")[0] for each in both] == ["F101 C6", "F101 D6, V101 E3"]


def test_two_wrong_cells_whose_relations_hang_together_are_found_together() -> None:
    wrong = SOUND.replace("500    | 170", "700    | 170").replace("| 57      | -17", "| 87      | -17")

    assert found(wrong) == [
        "F101 B6, F101 D6, V101 E3, V101 E6: digit replaced: B3 500 [499, 501] and digit replaced: D6 57 [56, 58]"
    ]


def test_an_amount_on_the_wrong_line_is_one_thing_of_three_columns() -> None:
    (moved,) = found(SOUND.replace("500    | 170", "460    | 170").replace("40     | 11 ", "80     | 11 "))

    assert moved.startswith("V101 E3, V101 E5: wrong line: ")
    assert moved.count("wrong line") == 3


def test_words_come_last_with_other_cells_as_they_are_mended() -> None:
    """The word shares its sum with the line that is out, and is told with that put right."""
    wrong = SOUND.replace("| 525 ", "| 552 ").replace("| 42      | -2", "| ca 42   | -2")

    assert found(wrong) == [
        "V101 E3: digits swapped: D3 525 [524, 526]",
        "-: text: D5 42 [41, 43]",
    ]


def test_six_wrong_cells_are_told_apart_where_each_has_a_row_and_a_column() -> None:
    lines = "\n".join(f"L{row} | {row * 111} | {row * 40} | {row * 97} | {row * 14}" for row in range(1, 13))
    total = 78
    sound = (
        f"Benämning | Budget | Utfall | Prognos | Avvikelse\n{lines}\n"
        f"Summa | {total * 111} | {total * 40} | {total * 97} | {total * 14}"
    )
    wrong = sound
    for row, column in ((2, 111), (4, 97), (6, 14), (8, 111)):
        wrong = wrong.replace(f"| {row * column} |", f"| {row * column + 1000 * row} |")
        wrong = wrong.replace(f"| {row * column}\n", f"| {row * column + 1000 * row}\n")

    assert found(sound) == []
    cells = {
        cell.a1 for problem in problems(netted(wrong)) for each in problem.explanations for cell in each.cells
    }
    assert cells == {"B3", "D5", "E7", "B9"}


def test_what_takes_too_long_is_given_up_and_keeps_its_relations() -> None:
    net = netted(SOUND.replace("500    | 170", "700    | 170").replace("| 57      | -17", "| 87      | -17"))
    found = problems(net, Effort(6))

    assert all(problem.given_up and not problem.explanations for problem in found)
    assert sorted(name for problem in found for name in net.named(problem.numbers)) == net.failing


def test_every_failing_relation_is_in_a_problem() -> None:
    net = netted(SOUND.replace("500", "777").replace("42 ", "99 ").replace("130 ", "310 "))
    numbers = {number for problem in problems(net) for number in problem.numbers}

    assert net.failing == ["F101 B6", "F101 C6", "F101 D6", "V101 E3", "V101 E5"]
    assert numbers == {rule.index for rule in net.net.failing}


def test_explanations_of_one_problem_all_have_as_many_steps() -> None:
    for text in (SOUND.replace("| 130 ", "| 930 "), SOUND.replace("500", "777").replace("42 ", "99 ")):
        for problem in problems(netted(text)):
            assert len({len(each.steps) for each in problem.explanations}) == 1

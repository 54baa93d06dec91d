"""Relations that were found in the figures: judged, and what they leave out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from syditval.aggregates import Aggregate, Axis
from syditval.aggregates.aggregate import BY_NAME
from syditval.arithmetic import NEAREST
from syditval.checks import Checked, check_region
from syditval.checks.sum_differs import RULE
from syditval.messages import texts
from syditval.messages.findings import finding_sentence
from syditval.model.finding import Confidence
from syditval.model.relation import Form, Grounds, Reason
from syditval.recognition import regions_of
from tests.checks.examined import summed
from tests.text_tables import workbook

GROUNDS = Grounds("neighbours", 3, 4, 3, 9)


def checked(text: str, *aggregates: Aggregate) -> Checked:
    """The only region of a text, with these aggregates and no others."""
    (region,) = regions_of(workbook(text))
    return check_region(region.table, aggregates, region.withheld, NEAREST)


def total(holds: tuple[int, ...], fails: tuple[int, ...] = (), grounds: Grounds = GROUNDS) -> Aggregate:
    return Aggregate(Form.SUM, Axis.COLUMN, 5, (4, 3, 2), holds, fails, grounds)


def test_the_verdict_is_that_of_the_arithmetic_whatever_the_search_believes() -> None:
    found = checked(RULE.bad, total(holds=(5,), fails=(2,)))

    assert {each.relation.target.cell.a1: each.verdict.value for each in found.judgements} == {
        "B5": "exact",
        "E5": "inconsistent",
    }


def test_each_relation_knows_why_it_is_believed() -> None:
    (judgement,) = checked(RULE.good, total((2,))).judgements

    assert judgement.relation.grounds == GROUNDS
    assert [term.figure.cell.a1 for term in judgement.relation.terms] == ["B2", "B3", "B4"]


def test_blanks_are_left_out() -> None:
    (judgement,) = checked(RULE.good.replace("231  | 231", "231  |    "), total((3,))).judgements

    assert [term.figure.cell.a1 for term in judgement.relation.terms] == ["C2", "C4"]


def test_a_difference_with_a_blank_is_no_relation() -> None:
    difference = Aggregate(Form.DIFFERENCE, Axis.ROW, 4, (2, 3), (2, 3), (), GROUNDS)

    assert [
        each.relation.target.cell.row
        for each in checked(
            "| A | B | C\nx | 512 | 498 | 14\ny | 231 | | 231\nz | 9 | 4 | 5", difference
        ).judgements
    ] == [2]


def test_what_is_no_number_keeps_a_relation_from_being_judged() -> None:
    found = checked(RULE.good.replace("512  | 498", "512  | x  "), total((2, 3)))

    assert [each.reason for each in found.judgements] == [None, Reason.UNREADABLE]
    gap = found.not_checked[0]
    assert (gap.reason, gap.subject) == (Reason.UNREADABLE, "Sheet1!C2")


def test_parts_that_are_taken_away_have_a_negative_weight() -> None:
    net = replace(total((2,)), weights=(-1, 1, 1))
    (judgement,) = checked(RULE.good, net).judgements

    assert judgement.evidence is not None
    assert judgement.evidence.expected == Decimal(512 + 231 - 87)


def test_a_pattern_with_a_single_witness_is_believed_with_medium_confidence() -> None:
    (sure,) = checked(RULE.bad, total((), (5,))).findings
    (unsure,) = checked(RULE.bad, total((), (5,), replace(GROUNDS, witnesses=1))).findings

    assert (sure.confidence, unsure.confidence) == (Confidence.HIGH, Confidence.MEDIUM)


def test_a_total_that_only_its_name_speaks_for_is_a_guess_and_said_to_be_one() -> None:
    (guess,) = checked(RULE.bad, total((), (5,), replace(GROUNDS, found=BY_NAME, agreeing=0))).findings

    assert (guess.severity.value, guess.confidence) == ("warning", Confidence.LOW)
    assert finding_sentence(guess, texts("en")).endswith(
        "Only its name and its place say what it is the total of: these parts are the nearest that were found."
    )


def test_a_total_that_comes_near_the_lines_beside_it_is_an_error_in_one_column_too() -> None:
    found = summed("\n | Utfall\nSkola | 51243\nVård | 23187\nKultur | 8741\nSumma | 84171")
    (error,) = found.checked.findings

    assert (found.findings, error.confidence) == (["error F201 B5"], Confidence.MEDIUM)
    assert finding_sentence(error, texts("en")).endswith(
        "Only its name and its place say what it is the total of: these parts are the nearest that were found."
    )


def test_a_total_that_leaves_a_line_out_in_every_column_is_a_warning() -> None:
    found = summed(
        "\n | Budget | Utfall\nSkola | 51243 | 48718\nVård | 23187 | 26434\nKultur | 8741 | 6422\n"
        "Summa | 74430 | 75152"
    )

    assert found.findings == ["warning F201 B5", "warning F201 C5"]


def test_a_live_formula_over_the_parts_is_marked_as_such() -> None:
    (judgement,) = checked(RULE.good.replace("830 ", "=SUM(B2:B4) -> 830 "), total((2,))).judgements

    assert judgement.relation.formula_backed


ORPHANED = """
        | Q1   | Q2
Summa   | 119  | 43
Löner   | 5127 | 4981
Hyror   | 2319 | 1753
Övrigt  | 871  | 612
"""


def test_a_total_that_nothing_adds_up_to_is_told() -> None:
    found = summed(ORPHANED)

    assert found.findings == []
    assert found.gaps == ["B2 (total that nothing adds up to)", "B2 (no relation)"]
    assert (
        found.sentences()[0] == "Summa (Sheet1!B2) is called a total, but nothing was found to add up to it."
    )


def test_so_is_a_column() -> None:
    text = "\n | Totalt | Q1 | Q2\nLöner | 17 | 5127 | 4981\nHyror | 29 | 2319 | 1753\nEl | 3 | 871 | 612"

    assert summed(text).gaps[0] == "B2 (total that nothing adds up to)"


def test_a_total_behind_its_lines_is_held_against_them_however_far_off() -> None:
    text = "\n | Q1 | Q2 | Totalt\nLöner | 5127 | 4981 | 17\nHyror | 2319 | 1753 | 29\nEl | 871 | 612 | 3"

    assert summed(text).findings == ["warning F201 D2", "warning F201 D3", "warning F201 D4"]


def test_two_lines_have_no_total() -> None:
    assert summed("| A | B\nLöner | 5127 | 4981\nSumma | 2319 | 1753").gaps == ["B2 (no relation)"]

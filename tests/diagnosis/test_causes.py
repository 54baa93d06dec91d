"""Explanations written up: with what they settle, with labels and units, with alternatives."""

from __future__ import annotations

from syditval.diagnosis.causes import CauseWriter
from syditval.diagnosis.explanation import Explanation
from syditval.diagnosis.formula_faults import FormulaFault
from syditval.diagnosis.joint import step_of
from syditval.diagnosis.problem import Problem
from syditval.diagnosis.told import Told
from syditval.model.cause import Cause, Mechanism
from tests.diagnosis.netted import Netted, at, cells, netted, told_cause, values

# One line is out in its row and down its column, the actuals are out by themselves, and a cell holds a word.
NET = netted("""
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | -900   | -290   | -910    | 10
Personal  | 500    | 170    | 725     | -25
Lokaler   | 400    | 190    | 400     | ca 0
Resor     | 40     | 11     | 42      | -2
Summa     | 40     | 21     | 57      | -17
""")


def writer(net: Netted = NET) -> CauseWriter:
    return CauseWriter(net.table, net.net, Told(net.table, net.judgements, net.findings))


def step(changed: str, mechanism: Mechanism = Mechanism.OTHER) -> Explanation:
    return Explanation((step_of(mechanism, values(changed)),))


def causes(names: str, *explanations: Explanation, is_firm: bool = True) -> list[Cause]:
    """The causes of a problem of relations that fail: ``F101 D6, V101 E3``."""
    rules = tuple(NET.rule(name) for name in names.split(", "))
    return list(writer().causes(Problem(rules, explanations), is_firm))


def settled(cause: Cause, net: Netted = NET) -> list[str]:
    """The findings that a cause explains."""
    found = {finding.id: finding for finding in net.findings}
    return [f"{found[name].code} {found[name].cell.a1}" for name in cause.explains]  # type: ignore[union-attr]


LINE = "F101 D6, V101 E3"


def test_a_cause_says_what_stands_there_and_what_should() -> None:
    (cause,) = causes(LINE, step("D3 525", Mechanism.DIGIT_REPLACED))

    assert told_cause(cause) == "certain: digit replaced: D3 725 -> 525 [525, 525]"
    (change,) = cause.changes
    assert (change.row_label, change.column_label, change.unit) == ("Personal", "Prognos", "tkr")
    assert (cause.table, cause.primary) == (NET.table.id, at("D3"))


def test_it_explains_the_findings_of_its_relations() -> None:
    (cause,) = causes(LINE, step("D3 525"))

    assert settled(cause) == ["F101 D6", "V101 E3"]
    assert (cause.failures, cause.severity) == (2, "error")


def test_a_cell_that_cannot_be_read_holds_nothing_and_its_own_finding_is_explained() -> None:
    (cause,) = writer().causes(Problem((), (step("E4 0", Mechanism.TEXT),)), True)

    assert told_cause(cause) == "certain: text: E4 nothing -> 0 [0, 0]"
    assert settled(cause) == ["S001 E4"]
    assert cause.failures == 0


def test_what_no_finding_tells_of_has_no_cause() -> None:
    assert list(writer().causes(Problem((), (step("B2 -900"),)), True)) == []


def test_other_explanations_are_alternatives_two_of_them_told() -> None:
    (cause,) = causes("F101 C6", *(step(f"C{row} 1") for row in range(2, 7)))

    assert told_cause(cause) == (
        "one of: other: C2 -290 -> 1 [1, 1] or other: C3 170 -> 1 [1, 1] or other: C4 190 -> 1 [1, 1] or 2 more"
    )


def test_what_one_sum_alone_tells_is_said_to_be_so() -> None:
    (column,) = causes("F101 C6", step("C2 1"), step("C3 1"))
    (row,) = causes("V101 E3", step("B3 1"), step("D3 1"))
    (certain,) = causes("F101 C6", step("C2 1"))

    assert (column.is_column_only, row.is_column_only, certain.is_column_only) == (True, False, False)


def test_each_step_that_all_explanations_share_is_a_cause_of_its_own() -> None:
    shared = step("D3 525").steps
    first, second = (Explanation((*shared, *step(f"{cell} 1").steps)) for cell in ("C2", "C3"))
    found = causes(f"F101 C6, {LINE}", first, second)

    assert [(told_cause(each).split(":")[0], settled(each)) for each in found] == [
        ("certain", ["F101 D6", "V101 E3"]),
        ("one of", ["F101 C6"]),
    ]


def test_two_cells_of_one_explanation_are_two_causes() -> None:
    both = Explanation((*step("D3 525").steps, *step("C4 130").steps))

    assert [settled(each) for each in causes(f"F101 C6, {LINE}", both)] == [
        ["F101 D6", "V101 E3"],
        ["F101 C6"],
    ]


def test_what_rests_on_likely_relations_is_likely() -> None:
    (cause,) = causes(LINE, step("D3 525"), is_firm=False)

    assert cause.certainty == "likely"


def test_a_formula_at_fault_is_certain_whatever_else_fails() -> None:
    live = netted("""
    Benämning | Budget            | Utfall | Prognos | Avvikelse
    Intäkter  | -900              | -290   | -910    | 10
    Personal  | 500               | 170    | 525     | -25
    Lokaler   | 400               | 130    | 400     | 0
    Summa     | =SUM(B2:B3) -> -400 | 10   | 15      | -15
    """)
    fault = FormulaFault(
        live.number("F101 B5"), at("B5"), Mechanism.LINE_OMITTED, values("B5 0")[at("B5")], tuple(cells("B4"))
    )
    (cause,) = writer(live).of_formulas([fault])

    assert told_cause(cause) == "certain: line omitted: B5 -400 -> 0 [0, 0] by B4"
    assert "H301 B5" in settled(cause, live)


def test_a_result_that_is_no_slip_is_called_what_it_is() -> None:
    """A variance that is wrong otherwise was miscalculated; a percentage is wrong; an amount is just another."""
    investment = netted("""
    Investeringsredovisning
    Projekt | Budget | Bokfört | Avvikelse | Förbrukning % | Prognos | Avvikelse
    Gator   | 1652   | 794     | 858       | 11.1          | 1700    | -48
    Skola   | 1000   | 501     | 499       | 50.1          | 990     | 10
    Summa   | 2652   | 1295    | 1357      | 48.8          | 2690    | -38
    """)
    problem = Problem((investment.rule("V103 E3"),), (step("E3 48.1"),))
    (percentage,) = writer(investment).causes(problem, True)
    (variance,) = causes("V101 E3", step("E3 -225"))
    (amount,) = causes("V101 E3", step("D3 525"))
    (total,) = causes("F101 C6", step("C6 81"))

    assert [each.slips[0].mechanism for each in (percentage, variance, amount, total)] == [
        "percentage",
        "miscalculated",
        "other",
        "other",
    ]
    assert percentage.changes[0].unit == "%"


def test_a_blank_that_counts_as_nothing_is_told_as_nothing() -> None:
    blank = netted("""
    Benämning | Budget | Utfall | Prognos | Avvikelse
    Intäkter  | -900   | -290   | -910    | 10
    Personal  | 500    | 170    |         | -25
    Lokaler   | 400    | -      | 400     | 0
    Summa     | 0      | 10     | 15      | -15
    """)
    (line,) = writer(blank).causes(
        Problem((blank.rule("F101 D5"),), (step("D3 525", Mechanism.BLANK),)), True
    )
    (dash,) = writer(blank).causes(Problem((blank.rule("F101 C5"),), (step("C4 130"),)), True)

    assert line.changes[0].found is None
    assert dash.changes[0].found == 0

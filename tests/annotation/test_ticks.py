"""Which figures get which tick mark, and by which signs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from syditval.annotation import ticks
from syditval.annotation.ticks import Tick, UnknownTick, letters, ticks_of
from syditval.model.relation import Form, Judgement, Relation, Term, Verdict
from syditval.model.report import Report
from syditval.model.table import Row, Table
from tests.annotation.build import drift_workbook, report


def judged(
    of: Table, verdict: Verdict, form: Form, target: str, *terms: str, rule: str = "F101"
) -> Judgement:
    """A verdict on a relation between figures given as ``total actual``: row (lower case), then column."""
    rows: dict[str, Row] = {row.key: row for row in of.rows}
    figures = [of.figure(rows[row], role) for row, role in map(str.split, (target, *terms))]
    relation = Relation(rule, form, of.id, figures[0], tuple(Term(1, figure) for figure in figures[1:]))
    return Judgement(relation, verdict)


def marked(base: Report, *judgements: Judgement) -> dict[str, str]:
    """The marks of each cell, as they would be read."""
    found = ticks_of(replace(base, judgements=judgements))
    return {cell.address: " ".join(marks) for cell, marks in found.items()}


@pytest.fixture
def told(tmp_path: Path) -> Report:
    return report(drift_workbook(tmp_path / "april.xlsx"))


DOWN = (Form.SUM, "summa actual", "intäkter actual", "personalkostnader actual")
ALONG = (Form.SUM, "summa actual", "summa budget", "summa forecast")
SHARE = (Form.RATIO, "summa actual", "summa budget", "summa forecast")


def test_a_sum_is_footed_down_a_column_and_cross_footed_along_a_row(told: Report) -> None:
    of = told.tables[0]

    assert marked(told, judged(of, Verdict.EXACT, *DOWN)) == {"Drift!C8": "F"}
    assert marked(told, judged(of, Verdict.EXACT, *ALONG)) == {"Drift!C8": "CF"}


@pytest.mark.parametrize("form", [form for form in Form if form not in (Form.SUM, Form.AT_LEAST)])
def test_all_else_is_recalculated(told: Report, form: Form) -> None:
    found = judged(told.tables[0], Verdict.EXACT, form, *SHARE[1:])

    assert marked(told, found) == {"Drift!C8": "RX"}


def test_what_a_figure_has_to_reach_is_agreed_to_nothing(told: Report) -> None:
    assert marked(told, judged(told.tables[0], Verdict.EXACT, Form.AT_LEAST, *SHARE[1:3])) == {}


@pytest.mark.parametrize(("rule", "tick"), [("T101", "LM"), ("T105", "PY")])
def test_what_agrees_with_another_month_says_with_which(told: Report, rule: str, tick: str) -> None:
    found = judged(told.tables[0], Verdict.EXACT, Form.SUM, *SHARE[1:3], rule=rule)

    assert marked(told, found) == {"Drift!C8": tick}


def test_what_holds_within_rounding_only_says_so_as_well(told: Report) -> None:
    assert marked(told, judged(told.tables[0], Verdict.ROUNDING, *DOWN)) == {"Drift!C8": "F IMM"}


@pytest.mark.parametrize("verdict", [Verdict.IMPLAUSIBLE, Verdict.INCONSISTENT, Verdict.NOT_CHECKED])
def test_what_does_not_hold_or_was_not_checked_gets_no_mark(told: Report, verdict: Verdict) -> None:
    assert marked(told, judged(told.tables[0], verdict, *DOWN)) == {}


def test_marks_of_one_figure_stand_once_and_in_one_order(told: Report) -> None:
    of = told.tables[0]
    both = [judged(of, verdict, *check) for verdict in Verdict for check in (SHARE, ALONG, DOWN, DOWN)]

    assert marked(told, *both) == {"Drift!C8": "F CF RX IMM"}


def test_cells_come_in_their_order(told: Report) -> None:
    of = told.tables[0]
    later = judged(of, Verdict.EXACT, Form.DIFFERENCE, "summa variance", "summa budget", "summa forecast")
    first = judged(of, Verdict.EXACT, Form.DIFFERENCE, "intäkter variance", "intäkter budget")

    assert list(marked(told, later, first)) == ["Drift!E5", "Drift!E8"]


def test_a_rule_that_looks_elsewhere_goes_before_the_form(
    told: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ticks._OF_RULES, "T101", Tick.TB)

    assert marked(told, judged(told.tables[0], Verdict.EXACT, *DOWN, rule="T101")) == {"Drift!C8": "TB"}


def test_the_report_s_own_judgements_are_the_ones_that_count(told: Report) -> None:
    assert {cell.address for cell in ticks_of(told)} == {"Drift!B8", "Drift!D8", "Drift!E8"}


def test_each_mark_has_its_own_letters_unless_another_sign_is_given() -> None:
    assert letters() == {tick: tick.value for tick in Tick}
    assert letters(["F=Σ", " imm = ≈ "]) == letters() | {Tick.F: "Σ", Tick.IMM: "≈"}


def test_of_two_signs_for_one_mark_the_last_counts() -> None:
    assert letters(["F=Σ", "f=A"])[Tick.F] == "A"


def test_a_sign_may_hold_an_equals_sign_and_signs_may_be_exchanged() -> None:
    assert letters(["F==", "RX=PY", "PY=RX"]) == letters() | {Tick.F: "=", Tick.RX: "PY", Tick.PY: "RX"}


@pytest.mark.parametrize(
    "option",
    ["F", "F=", "F=  ", "=Σ", "", "X=Σ", "F=SUMMA", "F=a b", "F=\N{ZERO WIDTH SPACE}", "F=\x1b[1m", "F=a\tb"],
)
def test_what_makes_no_sense_is_named_as_it_was_written(option: str) -> None:
    with pytest.raises(UnknownTick) as unknown:
        letters(["CF=ok", option])

    assert str(unknown.value) == option


@pytest.mark.parametrize(
    ("given", "named"), [(["F=CF"], "F=CF, CF=CF"), (["F=x", "NT=x"], "F=x, NT=x"), (["TB=F"], "F=F, TB=F")]
)
def test_one_sign_has_one_meaning(given: list[str], named: str) -> None:
    with pytest.raises(UnknownTick) as unknown:
        letters(given)

    assert str(unknown.value) == named

"""Ratios, relative changes and growth: any one of the three figures from the other two."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from syditval.arithmetic import evaluate
from syditval.arithmetic.interval import Interval
from syditval.arithmetic.quotient import Quotient
from syditval.model.amounts import Figure
from syditval.model.relation import OF_TWO, Form, Relation, Term, Verdict
from tests.arithmetic.figures import percent, quotient

RATIO, CHANGE, GROWTH = OF_TWO

amounts = st.integers(-(10**6), 10**6)
tenths = st.integers(-5000, 5000).map(lambda each: Decimal(each) / 10)
forms = st.sampled_from(OF_TWO)
# How far inside or outside its interval a value is tried, as a share of the interval's width.
DEPTH = Decimal("1e-6")


def span(low: str | int, high: str | int) -> Interval:
    return Interval(Decimal(low), Decimal(high))


def written(interval: Interval | None) -> str:
    """The ends of an interval, rounded to three decimals."""
    return "any" if interval is None else f"{interval.low:.3f} to {interval.high:.3f}"


def printed(target: Decimal, part: int, whole: int, form: Form) -> Relation:
    """A per cent figure of one decimal, of two whole amounts."""
    return percent(form, f"{target:f}", part, whole)


def intervals(relation: Relation) -> tuple[Interval, Interval, Interval]:
    """What may stand behind the target, the part and the whole."""
    target, part, whole = map(around, relation.figures)
    return target, part, whole


def around(each: Figure) -> Interval:
    return Interval(each.amount - each.step / 2, each.amount + each.step / 2)


@pytest.mark.parametrize(
    ("form", "made"),
    [
        (RATIO, Quotient(Decimal(100), Decimal(0), 0)),
        (CHANGE, Quotient(Decimal(100), Decimal(100), 0)),
        (GROWTH, Quotient(Decimal(100), Decimal(0), 1)),
    ],
)
def test_each_form_is_one_quotient(form: Form, made: Quotient) -> None:
    plain = replace(made, scale=Decimal(1), offset=made.offset / 100)

    assert Quotient.of(percent(form, "8.6", 142, 1794)) == made
    assert Quotient.of(quotient(form, "0.09", 142, 1794)) == plain


# Whole amounts, and a target of one decimal, each within half of its last place.
SOLVED = """
form            | target | part | whole | targets             | parts                | wholes
ratio           | 48.0   | 794  | 1652  | 48.018 to 48.108    | 791.894 to 794.026   | 1651.405 to 1656.934
ratio           | -48.0  | 794  | -1652 | -48.108 to -48.018  | 791.894 to 794.026   | -1656.934 to -1651.405
ratio           | 0.0    | 0    | 1652  | -0.030 to 0.030     | -0.826 to 0.826      | any
relative change | 8.6    | 1794 | 1652  | 8.533 to 8.659      | 1792.703 to 1795.441 | 1650.713 to 1653.155
relative change | -100.0 | 0    | 1652  | -100.030 to -99.970 | -0.826 to 0.826      | any
growth          | 8.6    | 142  | 1794  | 8.560 to 8.631      | 141.266 to 142.866   | 1777.338 to 1809.167
growth          | -50.0  | -100 | 100   | -50.250 to -49.750  | -100.701 to -99.301  | 99.301 to 100.701
growth          | -100.0 | 1794 | 0     | -100.028 to -99.972 | any                  | -0.898 to 0.897
"""
TABLE = [[field.strip() for field in line.split("|")] for line in SOLVED.strip().splitlines()[1:]]


@pytest.mark.parametrize(("form", "target", "part", "whole", "targets", "parts", "wholes"), TABLE)
def test_any_of_the_three_follows_from_the_other_two(
    form: str, target: str, part: str, whole: str, targets: str, parts: str, wholes: str
) -> None:
    relation = percent(Form(form), target, part, whole)
    found, above, under = intervals(relation)
    made = Quotient.of(relation)

    assert written(made.targets(above, under)) == targets
    assert written(made.parts(found, under)) == parts
    assert written(made.wholes(found, above)) == wholes


def test_what_is_divided_by_is_the_whole_or_what_it_was_before_it_grew() -> None:
    part, whole = span("141.5", "142.5"), span("1793.5", "1794.5")

    assert Quotient.of(percent(RATIO, "8.6", 142, 1794)).below(part, whole) == whole
    assert Quotient.of(percent(GROWTH, "8.6", 142, 1794)).below(part, whole) == span("1651", "1653")


def test_an_end_that_is_not_attained_leaves_both_open() -> None:
    made = Quotient.of(percent(RATIO, "48.0", 794, 1652))
    closed = made.targets(span(794, 795), span(1652, 1653))
    opened = made.targets(replace(span(794, 795), high_open=True), span(1652, 1653))

    assert (closed.low_open, closed.high_open) == (False, False)
    assert opened == replace(closed, low_open=True, high_open=True)


def test_nothing_is_divided_by_nought() -> None:
    with pytest.raises(ZeroDivisionError):
        Quotient.of(percent(RATIO, "48.0", 794, 0)).targets(span(794, 794), span(0, 0))


def may_hold(relation: Relation, place: int, value: Decimal) -> bool:
    """Whether a relation may hold with its target, part or whole (0, 1, 2) exactly ``value``."""
    figures = list(relation.figures)
    figures[place] = replace(figures[place], value=value, step=Decimal(0))
    changed = replace(relation, target=figures[0], terms=tuple(Term(1, each) for each in figures[1:]))
    judged = evaluate(changed).verdict
    assume(judged is not Verdict.NOT_CHECKED)
    return judged is not Verdict.INCONSISTENT


def solved(relation: Relation, place: int) -> Interval | None:
    target, part, whole = intervals(relation)
    made = Quotient.of(relation)
    if place == 0:
        below = made.below(part, whole)
        return None if below.low <= 0 <= below.high else made.targets(part, whole)
    return made.parts(target, whole) if place == 1 else made.wholes(target, part)


@given(forms, tenths, amounts, amounts, st.integers(0, 2), st.decimals(0, 1, places=3))
def test_what_is_solved_may_hold_and_nothing_beyond_it(
    form: Form, target: Decimal, part: int, whole: int, place: int, share: Decimal
) -> None:
    relation = printed(target, part, whole, form)
    found = solved(relation, place)
    assume(found is not None)
    assert found is not None
    width = found.high - found.low
    assume(width > Decimal("1e-6"))
    depth = width * DEPTH

    assert may_hold(relation, place, found.low + depth + share * (width - 2 * depth))
    assert not may_hold(relation, place, found.low - depth)
    assert not may_hold(relation, place, found.high + depth)


@given(forms, tenths, amounts, amounts)
def test_what_holds_lies_in_all_that_is_solved(form: Form, target: Decimal, part: int, whole: int) -> None:
    relation = printed(target, part, whole, form)
    judged = evaluate(relation)
    assume(judged.evidence is not None)
    assert judged.evidence is not None
    right = printed(judged.evidence.expected.quantize(Decimal("0.1")), part, whole, form)

    for place, each in enumerate(right.figures):
        found = solved(right, place)
        assert found is None or found.meets(around(each))

"""Formulas that were filled down or to the right have one form."""

from __future__ import annotations

import pytest

from syditval.formulas.forms import Forms, relative


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("=B5-C5", "=C6-D6"),
        ("=$B5*B$1", "=$B6*C$1"),
        ("=SUM(B:B)", "=SUM(C:C)"),
        ("=SUM(5:6)", "=SUM(6:7)"),
        ("='A1 B1'!B5", "='A1 B1'!C6"),
        ('=B5&"B5"', '=C6&"B5"'),
        ("=LOG10(B5)", "=LOG10(C6)"),
        ("=[1]Blad!B5", "=[1]Blad!C6"),
    ],
)
def test_one_form_one_row_down_and_one_column_to_the_right(first: str, second: str) -> None:
    assert relative(first, 5, 4) == relative(second, 6, 5)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("=B5-C5", "=B6-D6"),
        ("=$B5", "=$C6"),
        ('=B5&"B5"', '=C6&"C6"'),
        ("=SUM(B:B)", "=SUM(B:B)"),
        ("=B5%", "=C6"),
    ],
)
def test_forms_that_differ(first: str, second: str) -> None:
    assert relative(first, 5, 4) != relative(second, 6, 5)


def test_a_form_is_taken_apart_once() -> None:
    forms = Forms()

    assert forms.of("=SUM(B1:B3)", 4, 2) is forms.of("=SUM(C1:C3)", 4, 3)
    assert forms.of("=SUM(B1:B3)", 4, 2) is not forms.of("=SUM(B1:B3)", 5, 2)


@pytest.mark.parametrize(
    ("formula", "across", "down", "links"),
    [
        ("=B5-C5", True, False, False),
        ("=SUM(D1:D4)", False, True, False),
        ("=B5+D4", False, False, False),
        ("=Blad2!B5", False, False, False),
        ("=1+[1]Blad1!B5", False, False, True),
    ],
)
def test_which_way_a_formula_reads(formula: str, across: bool, down: bool, links: bool) -> None:
    form = Forms().of(formula, 5, 4)

    assert (form.is_across, form.is_down, form.links) == (across, down, links)


def test_what_only_asks_for_a_place_is_not_read() -> None:
    form = Forms().of("=SUM(B1:B3)+ROW(B9)+B7", 5, 4)

    assert {reference.top.number for reference in form.references} == {-4, 2}
    assert [function for function, _ in form.sums] == ["SUM"]
    assert form.added == ()

"""A relation as one would write it in a cell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syditval.model.relation import Form, Term
from syditval.reports.relation_words import formula
from tests.reports.papers import on_page
from tests.reports.test_patterns import judged


@pytest.mark.parametrize(
    ("form", "target", "terms", "written"),
    [
        (Form.SUM, "B9", "B5 B6 B7", "B9 = B5:B7"),
        (Form.SUM, "B9", "B5 B6 -B8 B2", "B9 = B2 + B5:B6 - B8"),
        (Form.SUM, "B9", "-B3", "B9 = - B3"),
        (Form.SUM, "B9", "B1 B3 B5 B7", "B9 = B1 + B3 + B5 …"),
        (Form.DIFFERENCE, "D5", "B5 -C5", "D5 = B5 - C5"),
        (Form.RATIO, "D5", "B5 C5", "D5 = B5 / C5 (%)"),
        (Form.RELATIVE_CHANGE, "D5", "B5 C5", "D5 = (B5 - C5) / C5 (%)"),
        (Form.GROWTH, "D5", "B5 C5", "D5 = B5 / (C5 - B5) (%)"),
        (Form.AVERAGE, "E5", "B5 C5 D5", "E5 = average of B5:D5"),
    ],
)
def test_each_form_has_its_formula(form: Form, target: str, terms: str, written: str) -> None:
    relation = judged(target, terms, form=form).relation

    assert on_page(lambda page: page.line(formula(relation, page))) == f"{written}\n"


def test_a_figure_of_another_workbook_is_named_with_its_file() -> None:
    relation = judged("C5", "C7").relation
    (term,) = relation.terms
    then = replace(term.figure, cell=replace(term.figure.cell, source="mars.xlsx", sheet="Drift"))
    same = replace(relation, terms=(replace(term, figure=then),))
    turned = replace(relation, terms=(Term(-1, then),))
    least = replace(same, form=Form.AT_LEAST)
    within = replace(relation, form=Form.AT_LEAST)

    written = on_page(lambda page: [page.line(formula(each, page)) for each in (same, turned, least, within)])
    assert written.splitlines() == [
        "C5 = '[mars.xlsx]Drift'!C7",
        "C5 = -'[mars.xlsx]Drift'!C7",
        "|C5| >= |'[mars.xlsx]Drift'!C7|",
        "|C5| >= |C7|",
    ]


def test_a_plain_quotient_is_not_in_per_cent() -> None:
    plain = replace(judged("D5", "B5 C5", form=Form.RATIO).relation, per_cent=False)

    assert on_page(lambda page: page.line(formula(plain, page))) == "D5 = B5 / C5\n"

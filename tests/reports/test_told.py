"""What is told of a relation is found by its rule, its target, its verdict and its terms."""

from __future__ import annotations

from dataclasses import replace

from syditval.model.finding import Finding
from syditval.model.gap import NotChecked
from syditval.model.relation import Verdict
from syditval.model.report import Report
from syditval.reports.told import told_of_relations
from tests.reports.example_reports import clean, with_findings


def told(report: Report) -> dict[str, str]:
    """What is told of the relations of which anything is, by their targets."""
    pairs = zip(report.judgements, told_of_relations(report), strict=True)
    return {judgement.relation.target.cell.a1: kind(each) for judgement, each in pairs if each}


def kind(each: object) -> str:
    return each.id if isinstance(each, Finding) else each.reason if isinstance(each, NotChecked) else ""


def test_of_relations_that_hold_nothing_is_told() -> None:
    assert told(clean("en")) == {}


def test_a_relation_has_its_finding_or_the_reason_why_it_was_not_checked() -> None:
    assert told(with_findings("en")) == {
        "D9": "F101/budget/summa/actual/-",
        "F7": "V101/budget/kostnader/variance/-",
        "B10": "F101/investment/summa/budget/2024-04-30",
        "E8": "no cached value",
        "E9": "V103/investment/it-invest hallsberg/percent/2024-04-30",
    }


def test_of_two_relations_at_one_cell_each_has_its_own() -> None:
    report = with_findings("en")
    down = next(each for each in report.judgements if each.relation.target.cell.a1 == "D9")
    along = replace(down, relation=replace(down.relation, terms=down.relation.terms[:2]))
    (finding, *_) = report.findings
    other = replace(finding, id="other", related=finding.related[:2])

    both = replace(report, judgements=(along, down), findings=(finding, other))
    assert told_of_relations(both) == [other, finding]


def test_a_finding_of_another_verdict_is_not_of_the_relation() -> None:
    report = with_findings("en")
    exact = tuple(replace(each, verdict=Verdict.EXACT) for each in report.judgements)

    assert told(replace(report, judgements=exact)) == {}

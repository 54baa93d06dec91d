"""What was found last month and is still there."""

from __future__ import annotations

from syditval.checks.finding_carried_forward import RULE, carried_forward
from syditval.model.earlier import Earlier, EarlierFinding
from syditval.model.finding import Finding
from syditval.model.period import Period
from tests.checks.examined import examined
from tests.checks.monthly import APRIL

BROKEN = APRIL.replace("Summa             | 0      | 0 ", "Summa             | 0      | 90")


def found() -> tuple[Finding, ...]:
    findings = examined(BROKEN).checked.findings
    assert [each.code for each in findings] == ["F101"]
    return findings


def mars(*findings: str) -> Earlier:
    told = (EarlierFinding(*each.split()) for each in findings)
    return Earlier("mars.xlsx", "1" * 64, Period(2024, 3), (), tuple(told))


def test_a_finding_of_the_same_code_and_place_is_told_at_the_same_cell() -> None:
    (finding,) = carried_forward(found(), mars("F101 budget/total/actual error"), RULE)

    assert (finding.code, finding.severity, finding.cell) == ("T401", "note", found()[0].cell)
    assert finding.id == "T401/F101/budget/total/actual/-"
    assert finding.place == "F101/budget/total/actual"
    assert finding.fields == {"finding": "F101", "file": "mars.xlsx"}
    assert (finding.verdict, finding.evidence, finding.related) == (None, None, ())


def test_another_place_another_code_and_a_note_are_not_carried_forward() -> None:
    others = (
        "F101 budget/total/budget error",
        "V101 budget/total/actual error",
        "F101 budget/total/actual note",
    )

    assert list(carried_forward(found(), mars(*others), RULE)) == []


def test_each_is_a_finding_of_its_own_so_that_they_can_be_counted() -> None:
    twice = (*found(), *found())

    assert len(list(carried_forward(twice, mars("F101 budget/total/actual error"), RULE))) == 2

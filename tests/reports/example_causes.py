"""A report made by hand whose failures have causes: one of each certainty, and what is left without one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from syditval.messages import texts
from syditval.messages.causes import with_causes_worded
from syditval.messages.findings import finding_sentence
from syditval.model.cause import (
    Cause,
    Certainty,
    Change,
    Mechanism,
    NotLocalised,
    Obstacle,
    Shelter,
    Slip,
    Unguarded,
)
from syditval.model.cells import CellRef
from syditval.model.finding import Finding
from syditval.model.relation import Verdict
from syditval.model.report import Report
from syditval.model.rule import Severity
from tests.reports.example_findings import FINDINGS
from tests.reports.example_reports import clean
from tests.reports.hand_made import evidence, judged

DRIFT, CAPITAL = "Drift", "Investeringar"


def finding(code: str, cell: CellRef, amounts: str, unit: str = "tkr", operands: str = "") -> Finding:
    """A finding of a relation that fails; ``amounts`` are what is expected, what is found and the bound."""
    expected, found, bound = amounts.split()
    made = clean("en")
    (table,) = (table for table in made.tables if table.sheet == cell.sheet)
    row, column = table.line_name(cell, is_down=True), table.line_name(cell, is_down=False)
    return Finding(
        id=f"{code}/{table.id}/{row.lower()}/{column.lower()}/2024-04-30",
        code=code,
        name="a-name",
        severity=Severity.ERROR,
        table=table.id,
        cell=cell,
        row_label=row,
        column_label=column,
        unit=unit,
        verdict=Verdict.INCONSISTENT,
        evidence=evidence(expected, found, bound),
        fields={
            "row": row,
            "column": column,
            "unit": unit,
            "lines": len(table.rows) - 1,
            "operands": operands,
            "expected": Decimal(expected),
            "found": Decimal(found),
            "bound": Decimal(bound),
        },
    )


FAILURES: Mapping[str, Finding] = {
    "line": finding(
        "V101",
        CellRef(DRIFT, 6, 5),
        "1110 1200 1.5",
        operands="12\N{NO-BREAK SPACE}106 - 10\N{NO-BREAK SPACE}996",
    ),
    "forecast": finding("F101", CellRef(DRIFT, 15, 4), "1290 1200 5.5"),
    "actual": finding("F101", CellRef(DRIFT, 15, 3), "91 -89 5.5"),
    "budget": finding("F101", CellRef(CAPITAL, 10, 2), "11334 9682 3"),
    "row": finding(
        "V101",
        CellRef(CAPITAL, 10, 7),
        "-1652 0 1.5",
        operands="9\N{NO-BREAK SPACE}682 - 11\N{NO-BREAK SPACE}334",
    ),
    "ratio": finding(
        "V103", CellRef(CAPITAL, 9, 5), "47.926 4.79 0.043", "%", "936 / 1\N{NO-BREAK SPACE}953"
    ),
}


def change(cell: CellRef, found: str | None, suggested: str | None, low: str = "", high: str = "") -> Change:
    """A cell that is wrong; only the suggested value fits where no others are given."""
    (table,) = (table for table in clean("en").tables if table.sheet == cell.sheet)
    return Change(
        cell,
        None if found is None else Decimal(found),
        Decimal(low or suggested or "0"),
        Decimal(high or suggested or "0"),
        None if suggested is None else Decimal(suggested),
        table.line_name(cell, is_down=True),
        table.line_name(cell, is_down=False),
        "tkr",
    )


def slip(mechanism: Mechanism, *changes: Change, witnesses: tuple[CellRef, ...] = ()) -> Slip:
    """One thing that happened."""
    return Slip(mechanism, changes, witnesses)


def ids(*names: str) -> tuple[str, ...]:
    """The ids of some of the failures."""
    return tuple(FAILURES[name].id for name in names)


CAUSES = {
    "certain": Cause(
        "budget",
        Certainty.CERTAIN,
        (slip(Mechanism.DIGIT_REPLACED, change(CellRef(DRIFT, 6, 4), "10996", "10906", "10905", "10907")),),
        ids("line", "forecast"),
        2,
        Severity.ERROR,
    ),
    "one of": Cause(
        "budget",
        Certainty.ONE_OF,
        (slip(Mechanism.SIGN, change(CellRef(DRIFT, 11, 3), "90", "-90")),),
        ids("actual"),
        1,
        Severity.ERROR,
        alternatives=(
            (slip(Mechanism.DIGIT_LOST, change(CellRef(DRIFT, 12, 3), "20", "200", "195", "205")),),
            (slip(Mechanism.OTHER, change(CellRef(DRIFT, 15, 3), "-89", None, "86", "96")),),
        ),
        others=2,
        is_column_only=True,
    ),
    "likely": Cause(
        "investment",
        Certainty.LIKELY,
        (
            slip(
                Mechanism.LINE_OMITTED,
                change(CellRef(CAPITAL, 10, 2), "9682", "11334"),
                witnesses=(CellRef(CAPITAL, 7, 2),),
            ),
        ),
        ids("budget", "row"),
        2,
        Severity.ERROR,
    ),
}
NOT_LOCALISED = NotLocalised("investment", ids("ratio"), Obstacle.NO_EXPLANATION)
UNGUARDED = (
    Unguarded(
        "budget", Shelter.ONE_COLUMN_SUM, tuple(CellRef(DRIFT, row, 3) for row in range(5, 16)), figures=44
    ),
    Unguarded("investment", Shelter.NO_RELATION, (CellRef(CAPITAL, 10, 5),), figures=36),
)


def with_causes(language: str) -> Report:
    """Two tables with six failures: three causes explain five of them, and two findings are none."""
    words = texts(language)
    failing = {
        str(each.cell.address): Verdict.INCONSISTENT for each in FAILURES.values() if each.cell is not None
    }
    rest = (replace(FINDINGS["links"], message="…"), replace(FINDINGS["label"], message="…"))
    told = (replace(each, message=finding_sentence(each, words)) for each in FAILURES.values())
    whole = clean(language)
    report = replace(
        whole,
        judgements=judged(whole.judgements, failing),
        findings=(*told, *rest),
        causes=tuple(CAUSES.values()),
        not_localised=(NOT_LOCALISED,),
        unguarded=UNGUARDED,
    )
    return with_causes_worded(report, words)

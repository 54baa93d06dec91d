"""What published tables are known to say is found in them without being told anything of them.

Each table is written to a workbook twice, as printed text and as numbers. Of the relations that are
listed for it (sums, differences, percentages inside the table) nearly all must be found, each with the
verdict that is listed, and nothing else may be called an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from syditval.model.relation import OF_TWO, Form, Judgement, Verdict
from syditval.model.report import Report
from syditval.model.rule import Severity
from syditval.run import Request, sums
from tests.published_checks import Expected, Kind
from tests.published_tables import REAL_TABLES, PublishedTable, published_tables

pytestmark = pytest.mark.skipif(not REAL_TABLES.exists(), reason="SYDITVAL_SHARED names no published tables")

FEWEST_FOUND = 0.95
VERDICTS = {
    "holds": {Verdict.EXACT, Verdict.ROUNDING},
    "rounding": {Verdict.ROUNDING, Verdict.IMPLAUSIBLE},
    "off": {Verdict.INCONSISTENT},
}
Equation = frozenset[tuple[str, int]]


class Examined:
    """One table, the report on its workbook, and which of its listed relations were found."""

    def __init__(self, table: PublishedTable, folder: Path, *, as_text: bool) -> None:
        file = folder / f"{table.id}-{as_text}.xlsx"
        self.table = table
        self.address = table.write(file, as_text=as_text)
        self.report: Report = sums(file, Request(in_process=True))
        self.figures = {figure.cell.a1 for region in self.report.tables for figure in region.figures.values()}
        self.equations: dict[Equation, Judgement] = {}
        self.quotients: dict[str, Judgement] = {}
        for judgement in self.report.judgements:
            self._take_in(judgement)

    def _take_in(self, judgement: Judgement) -> None:
        relation = judgement.relation
        if relation.form in OF_TWO:
            self.quotients[relation.target.cell.a1] = judgement
        elif relation.form is not Form.AVERAGE:
            parts = {term.figure.cell.a1: term.weight for term in relation.terms}
            self.equations[equation(relation.target.cell.a1, parts)] = judgement

    @property
    def listed(self) -> Iterator[Expected]:
        return (each for each in self.table.checks if each.kind is not Kind.OUT_OF_SCOPE)

    def found(self, expected: Expected) -> bool:
        assert expected.target is not None
        target = self.address[expected.target]
        if expected.kind is Kind.PERCENTAGE:
            judgement = self.quotients.get(target)
        else:
            parts = {self.address[place]: weight for weight, place in expected.parts}
            known = {part: weight for part, weight in parts.items() if part in self.figures}
            judgement = self.equations.get(equation(target, known))
        return judgement is not None and judgement.verdict in VERDICTS[expected.verdict]


def equation(target: str, parts: Mapping[str, int]) -> Equation:
    """A sum or difference however it is turned: the same cells on either side of one equals sign."""
    weights = {**parts, target: -1}
    sign = weights[min(weights)]
    return frozenset((cell, weight * sign) for cell, weight in weights.items())


@pytest.fixture(scope="module", params=[True, False], ids=["as text", "as numbers"])
def examined(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Examined]:
    folder = tmp_path_factory.mktemp("published")
    return [Examined(table, folder, as_text=request.param) for table in published_tables()]


def test_nearly_all_listed_relations_are_found_with_their_verdict(examined: list[Examined]) -> None:
    outcomes = [
        (each.table.id, expected.sentence, each.found(expected))
        for each in examined
        for expected in each.listed
    ]
    missed = [f"{table}: {sentence}" for table, sentence, found in outcomes if not found]

    assert len(missed) <= (1 - FEWEST_FOUND) * len(outcomes), "\n".join(missed)


def test_whatever_is_listed_as_off_is_an_error_and_nothing_else_is(examined: list[Examined]) -> None:
    errors = {
        (each.table.id, finding.cell.a1)
        for each in examined
        for finding in each.report.findings
        if finding.severity is Severity.ERROR and finding.cell is not None
    }
    off = {
        (each.table.id, each.address[expected.target])
        for each in examined
        for expected in each.listed
        if expected.verdict == "off" and expected.target is not None
    }

    assert errors == off

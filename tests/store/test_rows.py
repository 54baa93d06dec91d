"""Tables become rows and rows tables: whatever is recognised comes back as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from syditval.kinds import load_kinds
from syditval.model.report import Report
from syditval.model.table import Table
from syditval.reading import open_source, read_workbook
from syditval.run.report import report_on
from syditval.run.request import Question, Request
from syditval.store.rows import rows_of, seal_over, tables_from
from tests.store.arrivals import drift, finding, report

SAMPLES = ["a-monthly-export", "c-planted-errors"]


def recognised(sample: str, question: Question) -> Report:
    request = Request(question=question)
    source = open_source(f"samples/{sample}.xlsx", request.limits)
    kinds = load_kinds(None) if question is Question.RECONCILE else ()
    return report_on(read_workbook(source, request.limits), kinds, request, None)


def as_kept(table: Table) -> Table:
    """A table without how it was understood, and without its formulas."""
    figures = {place: replace(figure, formula=None) for place, figure in table.figures.items()}
    return replace(
        table,
        figures=figures,
        differences=(),
        undetermined=(),
        missing=(),
        extra_columns=(),
        total_weights={},
        sums=(),
        extra_figures=0,
    )


@pytest.mark.parametrize("question", [Question.RECONCILE, Question.SUMS])
@pytest.mark.parametrize("sample", SAMPLES)
def test_the_tables_of_a_sample_come_back(sample: str, question: Question) -> None:
    read = recognised(sample, question)

    assert read.tables
    assert tables_from(rows_of(read)) == tuple(as_kept(table) for table in read.tables)


class TestSeal:
    def rows(self) -> dict[str, list[dict[str, Any]]]:
        return rows_of(report(b"april", [drift()], [finding("C5"), finding("D6")]))

    def test_it_does_not_depend_on_the_order_of_rows(self) -> None:
        turned = {name: rows[::-1] for name, rows in reversed(self.rows().items())}

        assert seal_over(turned) == seal_over(self.rows())

    def test_whatever_is_altered_alters_it(self) -> None:
        seals = {seal_over(altered) for altered in alterations(self.rows())}

        assert len(seals) > 100
        assert seal_over(self.rows()) not in seals


def alterations(parts: Mapping[str, list[dict[str, Any]]]) -> list[dict[str, list[dict[str, Any]]]]:
    """The rows with one value altered, and with one row left out, in every way."""
    found = []
    for name, rows in parts.items():
        for place, row in enumerate(rows):
            others = rows[:place] + rows[place + 1 :]
            found.append({**parts, name: others})
            found += [{**parts, name: [*others, {**row, key: "altered"}]} for key in row]
    return found

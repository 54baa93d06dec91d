"""What an entry holds comes out as it went in, whatever characters were in it."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from syditval.model.amounts import Figure, FigureState
from syditval.model.finding import Status
from syditval.model.record import SEAL, seal_of
from syditval.model.rule import Severity
from syditval.model.table import Table
from syditval.store import (
    Database,
    KeptFinding,
    NotKept,
    StoreRefusal,
    check,
    content,
    findings,
    keep,
    record,
    tables,
)
from syditval.store.value_types import plain
from tests.store.arrivals import arrival, drift, finding, kept, report
from tests.store.behind import alter_workbooks

# What PostgreSQL takes as no text, what no database does, what ends a line or hides, and what escapes.
STRANGE = "a\x00b \ud800 \udfff\\u0000 \\ \r\n\u2028 \u202e \N{GRINNING FACE} å"
HUGE = "Ö" * 300_000


def test_the_workbook_is_as_it_was_sent(database: Database) -> None:
    sent = bytes(range(256)) * 5000

    assert content(database, kept(database, sent)) == sent


def test_an_empty_workbook_is_one_too(database: Database) -> None:
    assert content(database, kept(database, b"")) == b""


class TestAWorkbookThatWasAltered:
    def test_it_is_not_given(self, database: Database) -> None:
        entry = kept(database)
        alter_workbooks(database)

        with pytest.raises(StoreRefusal) as refused:
            content(database, entry)

        assert refused.value.code == "M012"


class TestRecord:
    def test_it_is_that_of_the_report_and_its_seal_agrees(self, database: Database) -> None:
        sent = arrival(findings=[finding()])

        given = json.loads(record(database, keep(database, sent).entry))

        assert given == sent.report.to_dict()
        assert given[SEAL] == seal_of(given)

    @pytest.mark.parametrize("strange", [STRANGE, HUGE], ids=["strange", "huge"])
    def test_strange_texts_come_back(self, database: Database, strange: str) -> None:
        told = replace(finding(), message=strange, row_label=strange, id=strange)

        entry = kept(database, findings=[told])

        assert json.loads(record(database, entry))["findings"][0]["message"] == strange
        (given,) = findings(database, entry)
        assert (given.message, given.row_label, given.id) == (strange, strange, strange)
        assert check(database) == ()


def with_texts(table: Table, strange: str) -> Table:
    """The table with strange texts wherever a cell's may be."""
    return replace(
        table,
        title=strange,
        sheet="Drift",
        columns=tuple(replace(column, header=strange) for column in table.columns),
        rows=tuple(replace(row, label=strange, key=strange, section=strange) for row in table.rows),
        figures={place: replace(figure, written=strange) for place, figure in table.figures.items()},
    )


class TestTables:
    def test_they_are_made_again_with_every_figure(self, database: Database) -> None:
        assert tables(database, kept(database)) == (drift(),)

    def test_strange_texts_come_back(self, database: Database) -> None:
        strange = with_texts(drift(), STRANGE)

        entry = kept(database, report=report(b"april", [strange]))

        assert tables(database, entry) == (strange,)

    @pytest.mark.parametrize(
        "amount",
        ["0.1", "-0.0", "0." + "0" * 40 + "1", "123456789012345678901234567890.123456789", "4016.500"],
    )
    def test_no_digit_of_an_amount_is_lost(self, database: Database, amount: str) -> None:
        table = drift()
        place = (5, "budget")
        exact = replace(table.figures[place], value=Decimal(amount), shown=Decimal(amount), roundings=3)
        sent = replace(table, figures={**table.figures, place: exact})

        entry = kept(database, report=report(b"april", [sent]))

        (given,) = tables(database, entry)
        assert given.figures[place] == exact
        assert [plain(each) for each in (given.figures[place].value,) if each is not None] == [amount]

    @pytest.mark.parametrize("state", sorted(set(FigureState) - {FigureState.AMOUNT}))
    def test_what_is_no_amount_has_none(self, database: Database, state: FigureState) -> None:
        table = drift()
        place = (5, "budget")
        sent = replace(
            table, figures={**table.figures, place: Figure(table.figures[place].cell, state, written="-")}
        )

        entry = kept(database, report=report(b"april", [sent]))

        assert tables(database, entry) == (sent,)


def test_findings_are_told_as_they_were(database: Database) -> None:
    told = [finding("C5", Severity.WARNING), replace(finding("D6", waived=True), cell=None)]

    assert findings(database, kept(database, findings=told)) == (
        KeptFinding(
            "F101/C5/2024-04",
            "F101",
            "budget/C5",
            Severity.WARNING,
            Status.OPEN,
            "budget",
            "Drift!C5",
            "Personal",
            "Utfall",
            "C5 säger 3 120, men raderna blir 3 210.",
        ),
        KeptFinding(
            "F101/D6/2024-04",
            "F101",
            "budget/D6",
            Severity.ERROR,
            Status.WAIVED,
            "budget",
            "",
            "Personal",
            "Utfall",
            "D6 säger 3 120, men raderna blir 3 210.",
        ),
    )


def test_what_is_gone_is_said_to_be(database: Database) -> None:
    entry = replace(kept(database), number=99, sha256="0" * 64)

    with pytest.raises(NotKept):
        content(database, entry)
    with pytest.raises(NotKept):
        record(database, entry)

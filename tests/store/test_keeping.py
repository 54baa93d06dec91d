"""Keeping: whole, once, a new version for each correction, however many send at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

import pytest
from sqlalchemy import Engine, event, text

from syditval.model.period import Period
from syditval.model.rule import Severity
from syditval.store import (
    Database,
    Entry,
    Kept,
    Standing,
    StoreRefusal,
    check,
    content,
    entries,
    find,
    keep,
    open_database,
    withdraw,
)
from syditval.store.layout import METADATA
from tests.store.arrivals import APRIL, NOON, arrival, finding, kept
from tests.store.children import processes


def test_an_arrival_becomes_an_entry_with_all_that_was_sent(database: Database) -> None:
    findings = [finding("C5"), finding("D6", Severity.WARNING), finding("C7", waived=True)]

    made = keep(database, arrival(b"april", findings=findings, decision="KF 2024-03-25 § 41"))

    assert made == Kept(
        Entry(
            number=made.entry.number,
            entity="Socialnämnden",
            period=APRIL,
            version=1,
            name="april.xlsx",
            sha256=sha256(b"april").hexdigest(),
            size=5,
            standing=Standing.WITH_FINDINGS,
            by="anna",
            origin="127.0.0.1",
            at=NOON,
            decision="KF 2024-03-25 § 41",
            tool="1.0.0",
            errors=1,
            warnings=1,
            notes=0,
            kept_until=date(2031, 12, 31),
            is_current=True,
        ),
        is_new=True,
    )
    assert content(database, made.entry) == b"april"


class TestTheSameAgain:
    def test_it_gives_the_entry_that_is_there(self, database: Database) -> None:
        first = keep(database, arrival())
        again = keep(database, arrival(entity="  socialnämnden ", by="bo"))

        assert again == Kept(first.entry, is_new=False)
        assert entries(database) == (first.entry,)

    def test_so_does_one_that_was_rejected(self, database: Database) -> None:
        first = keep(database, arrival(standing=Standing.REJECTED))

        assert keep(database, arrival(standing=Standing.REJECTED)) == Kept(first.entry, is_new=False)

    @pytest.mark.parametrize(
        "other",
        [
            {"content": b"april, corrected"},
            {"decision": "KF § 41"},
        ],
    )
    def test_another_workbook_or_decision_is_a_new_version(
        self, database: Database, other: dict[str, Any]
    ) -> None:
        first = kept(database)
        second = kept(database, **other)

        assert (second.version, second.is_current) == (2, True)
        assert entries(database) == (second, replace(first, is_current=False))

    @pytest.mark.parametrize("other", [{"period": Period(2024, 5)}, {"entity": "Kulturnämnden"}])
    def test_the_same_workbook_for_another_month_or_entity_is_an_entry_of_its_own(
        self, database: Database, other: dict[str, Any]
    ) -> None:
        first = kept(database)
        second = kept(database, **other)

        assert {first.version, second.version} == {1}
        assert first.sha256 == second.sha256
        assert content(database, second) == b"april"

    def test_after_its_withdrawal_it_is_a_new_version(self, database: Database) -> None:
        first = kept(database)
        withdraw(database, first, "Fel fil", "anna", NOON)

        again = keep(database, arrival())

        assert (again.entry.version, again.is_new) == (2, True)

    def test_a_workbook_that_overtook_it_does_not_make_it_new(self, database: Database) -> None:
        first = kept(database)
        kept(database, b"april, corrected")

        assert keep(database, arrival()).entry.number == first.number


class TestAtTheSameMoment:
    def test_many_threads_with_one_workbook_make_one_entry(self, database: Database) -> None:
        # Without the lock on the entity two of three of these pass all the same.
        for workbook in (b"1", b"2", b"3", b"4", b"5", b"6"):
            with ThreadPoolExecutor(8) as pool:
                answers = list(
                    pool.map(lambda _, sent: keep(database, arrival(sent)), range(8), [workbook] * 8)
                )

            assert [answer.is_new for answer in answers].count(True) == 1
            assert len({answer.entry.number for answer in answers}) == 1
        assert len(entries(database)) == 6

    def test_many_threads_with_different_workbooks_make_versions_without_gaps(
        self, database: Database
    ) -> None:
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda each: kept(database, b"%d" % each), range(12)))

        assert sorted(entry.version for entry in entries(database)) == [*range(1, 13)]
        assert check(database) == ()

    def test_two_processes_with_one_workbook_make_one_entry(self, store_place: str) -> None:
        with processes().Pool(2) as pool:
            answers = pool.map(keep_at, [store_place] * 6, chunksize=1)

        assert sum(answers) == 1
        with open_database(store_place) as database:
            assert len(entries(database)) == 1


def keep_at(place: str) -> bool:
    """Keep a workbook from a process of its own, and say whether it was new."""
    with open_database(place) as database:
        return keep(database, arrival()).is_new


class TestHalf:
    def test_whichever_statement_fails_nothing_is_half_written(self, database: Database) -> None:
        before = rows(database)
        for count in range(1, 40):
            failing = fail_at(database.engine, count)
            try:
                keep(database, arrival(findings=[finding()]))
            except OSError:
                assert rows(database) == before
            else:
                break
            finally:
                event.remove(database.engine, "before_cursor_execute", failing)

        assert 8 <= count < 39
        assert len(entries(database)) == 1
        assert check(database) == ()

    def test_what_cannot_be_said_in_json_leaves_nothing(self, database: Database) -> None:
        before = rows(database)
        broken = replace(finding(), message=object())  # type: ignore[arg-type]

        with pytest.raises(TypeError):
            keep(database, arrival(findings=[broken]))

        assert rows(database) == before


def rows(database: Database) -> dict[str, int | None]:
    """How many rows each table holds."""
    with database.reading() as connection:
        return {name: connection.scalar(text(f"SELECT count(*) FROM {name}")) for name in METADATA.tables}


def fail_at(engine: Engine, count: int) -> Any:
    """Have the n-th statement from now on fail."""
    left = count

    def fail(*_: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise OSError("as if the machine failed")

    event.listen(engine, "before_cursor_execute", fail)
    return fail


def test_names_that_cannot_be_one_are_refused(database: Database) -> None:
    with pytest.raises(StoreRefusal, match="cannot be a name"):
        kept(database, entity=" ")

    assert entries(database) == ()


def test_find_tells_what_keeping_would_give(database: Database) -> None:
    first = kept(database, decision="KF § 41")

    assert find(database, "SOCIALNÄMNDEN", APRIL, first.sha256, "KF § 41") == first
    assert find(database, "Socialnämnden", APRIL, first.sha256, "") is None
    assert find(database, "Kulturnämnden", APRIL, first.sha256, "KF § 41") is None

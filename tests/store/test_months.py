"""The months that a month is held against, as they were kept."""

from __future__ import annotations

from hashlib import sha256

import pytest

from syditval.model.earlier import Against, Earlier, EarlierFinding
from syditval.model.period import Period
from syditval.model.rule import Severity
from syditval.store import Database, NotKept, Standing, earlier, earlier_of, withdraw
from tests.store.arrivals import APRIL, NOON, drift, finding, kept, report

MARCH = Against("mars.xlsx", sha256(b"march").hexdigest(), Period(2024, 3))


def months(database: Database, *periods: str) -> None:
    for period in periods:
        kept(database, period.encode(), Period.parse(period))


def before(database: Database, period: str) -> list[str]:
    return [str(each.period) for each in earlier(database, "socialnämnden", Period.parse(period))]


class TestEarlier:
    def test_they_are_the_month_before_the_same_a_year_before_and_that_years_end(
        self, database: Database
    ) -> None:
        months(
            database, "2022-12", "2023-03", "2023-04", "2023-12", "2024-02", "2024-03", "2024-04", "2024-05"
        )

        assert before(database, "2024-04") == ["2023-04", "2023-12", "2024-03"]

    def test_a_month_that_is_missing_is_passed_over(self, database: Database) -> None:
        months(database, "2023-11", "2024-02")

        assert before(database, "2024-04") == ["2024-02"]

    def test_in_january_the_year_before_is_all_there_is(self, database: Database) -> None:
        months(database, "2023-01", "2023-12")

        assert before(database, "2024-01") == ["2023-01", "2023-12"]

    def test_december_is_held_against_one_december(self, database: Database) -> None:
        months(database, "2023-12", "2024-11")

        assert before(database, "2024-12") == ["2023-12", "2024-11"]

    def test_only_what_counts_is(self, database: Database) -> None:
        months(database, "2024-02")
        withdraw(database, kept(database, b"march", Period(2024, 3)), "Fel fil", "anna", NOON)
        kept(database, b"broken", Period(2024, 3), standing=Standing.REJECTED)
        kept(database, b"other", Period(2024, 3), entity="Kulturnämnden")

        assert before(database, "2024-04") == ["2024-02"]

    def test_they_come_with_tables_and_the_findings_that_counted(self, database: Database) -> None:
        told = [finding("C5"), finding("D6", Severity.WARNING, waived=True)]
        march = kept(database, b"march", Period(2024, 3), findings=told, name="mars.xlsx")

        assert earlier(database, "Socialnämnden", APRIL) == (
            Earlier(
                "mars.xlsx",
                march.sha256,
                Period(2024, 3),
                (drift(),),
                (EarlierFinding("F101", "budget/C5", "error"),),
            ),
        )


class TestEarlierOfAnEntry:
    def test_they_are_those_that_its_record_names_whatever_counts_since(self, database: Database) -> None:
        march = kept(database, b"march", Period(2024, 3))
        named = report(b"april", [drift()], against=[MARCH])
        april = kept(database, report=named)
        withdraw(database, march, "Fel fil", "anna", NOON)
        kept(database, b"march, corrected", Period(2024, 3))

        assert [each.sha256 for each in earlier_of(database, april)] == [march.sha256]

    def test_a_workbook_held_against_nothing_has_none(self, database: Database) -> None:
        assert earlier_of(database, kept(database)) == ()

    def test_what_is_no_longer_there_is_said_to_be(self, database: Database) -> None:
        named = report(b"april", [drift()], against=[MARCH])
        kept(database, b"march", Period(2024, 3), entity="Kulturnämnden")

        with pytest.raises(NotKept, match=r"mars\.xlsx"):
            earlier_of(database, kept(database, report=named))

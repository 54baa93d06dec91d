"""A month's workbook into the store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from syditval.model.period import Period
from syditval.model.rule import Severity
from syditval.run import upload as module
from syditval.run.identify import NothingRecognised, UploadRefusal, identify
from syditval.run.upload import Delivery, addressed, upload
from syditval.store import Database, Standing, content, current, entries
from tests.run.kept import APRIL, BROKEN, MARCH, REQUEST, SENT, WRONG, sent, store
from tests.run.workbooks import numbers_only

APRIL_2024 = Period(2024, 4)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with store(tmp_path) as opened:
        yield opened


def test_a_workbook_is_kept_as_it_is_with_what_it_says_of_itself(database: Database) -> None:
    delivery = sent(APRIL)
    receipt = upload(delivery, database, REQUEST)

    entry = receipt.kept.entry
    assert (entry.entity, entry.period, entry.version) == ("IT-enheten", APRIL_2024, 1)
    assert (entry.standing, entry.by, entry.origin, entry.at) == (
        Standing.ACCEPTED,
        "anna",
        "a computer",
        SENT,
    )
    assert content(database, entry) == delivery.source.content
    assert receipt.kept.is_new
    assert receipt.report is not None
    assert receipt.report.inputs[0].sha256 == entry.sha256


def test_the_same_sent_again_is_one_entry_and_is_not_checked_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = upload(sent(APRIL), database, REQUEST)
    monkeypatch.delattr(module, "review")

    again = upload(sent(APRIL, "annat namn.xlsx", entity="it-enheten"), database, REQUEST)
    assert (again.kept.entry, again.kept.is_new, again.report) == (first.kept.entry, False, None)
    assert len(entries(database)) == 1


def test_what_is_known_of_a_workbook_is_not_read_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    delivery = sent(APRIL)
    stated = identify(delivery.source, REQUEST)
    monkeypatch.delattr(module, "identify")

    assert upload(delivery, database, REQUEST, stated).kept.is_new


@pytest.mark.parametrize(
    ("text", "standing", "counts"),
    [
        (APRIL, Standing.ACCEPTED, True),
        (WRONG, Standing.WITH_FINDINGS, True),
        (BROKEN, Standing.REJECTED, False),
    ],
    ids=["sound", "wrong", "broken"],
)
def test_what_becomes_of_it(database: Database, text: str, standing: Standing, counts: bool) -> None:
    entry = upload(sent(text), database, REQUEST).kept.entry

    assert (entry.standing, entry.is_current) == (standing, counts)
    assert (current(database, "IT-enheten", APRIL_2024) is not None) is counts
    assert (entry.errors > 0) is (standing is not Standing.ACCEPTED)


def test_a_warning_of_structure_rejects_nothing(database: Database) -> None:
    line = "Lokalhyror        | 400    | 130           | 400        | 0\n"
    repeated = APRIL.replace(line, line * 2).replace(
        "900    | 300           | 880", "1300   | 430           | 1280"
    )
    receipt = upload(sent(repeated), database, REQUEST)

    assert receipt.report is not None
    assert [(each.code, each.severity) for each in receipt.report.findings] == [("S003", Severity.WARNING)]
    assert receipt.kept.entry.standing is Standing.WITH_FINDINGS


def test_a_corrected_workbook_is_a_new_version(database: Database) -> None:
    upload(sent(WRONG), database, REQUEST)
    second = upload(sent(APRIL), database, REQUEST).kept.entry

    assert (second.version, second.is_current) == (2, True)
    assert [(each.version, each.is_current) for each in entries(database)] == [(2, True), (1, False)]


def test_it_is_held_against_the_month_before(database: Database) -> None:
    march = upload(sent(MARCH, "mars.xlsx"), database, REQUEST).kept.entry
    changed = APRIL.replace("500    | 170", "600    | 170").replace("900    | 300", "1000   | 300")
    changed = changed.replace("480        | 20", "480        | 120").replace(
        "880        | 20", "880        | 120"
    )
    receipt = upload(sent(changed), database, REQUEST)

    assert receipt.report is not None
    assert [each.sha256 for each in receipt.report.against or ()] == [march.sha256]
    assert {each.code for each in receipt.report.findings} == {"T101"}


def test_a_decision_is_kept_and_makes_another_entry(database: Database) -> None:
    upload(sent(APRIL), database, REQUEST)
    decided = upload(sent(APRIL, decision="KF § 41"), database, REQUEST).kept

    assert (decided.entry.version, decided.entry.decision, decided.is_new) == (2, "KF § 41", True)


class TestAddress:
    def of(self, database: Database, delivery: Delivery) -> Delivery:
        return addressed(delivery, identify(delivery.source, REQUEST), database)

    def test_it_is_what_the_workbook_states(self, database: Database) -> None:
        found = self.of(database, sent(APRIL))

        assert (found.entity, found.period) == ("IT-enheten", APRIL_2024)

    def test_a_unit_is_spelt_as_it_is_in_the_store(self, database: Database) -> None:
        upload(sent(APRIL), database, REQUEST)

        assert self.of(database, sent(APRIL, entity="IT-ENHETEN")).entity == "IT-enheten"

    @pytest.mark.parametrize(
        ("text", "period", "code"),
        [
            (APRIL.replace("Enhet: IT-enheten", "Till nämnden"), "", "M041"),
            (APRIL.replace(" 240430", ""), "", "M042"),
            (APRIL.replace("240430", "240731"), "", "M047"),
            (APRIL.replace(" 240430", ""), "2030-01", "M047"),
        ],
        ids=["no unit", "no period", "in the future", "given in the future"],
    )
    def test_what_has_none(self, database: Database, text: str, period: str, code: str) -> None:
        with pytest.raises(UploadRefusal) as refused:
            self.of(database, sent(text, period=period))
        assert refused.value.code == code

    @pytest.mark.parametrize(
        ("day", "last"), [("2024-05-08", "2024-06"), ("2024-12-31", "2025-01"), ("2024-11-01", "2024-12")]
    )
    def test_the_month_after_the_day_is_not_the_future(self, database: Database, day: str, last: str) -> None:
        delivery = sent(APRIL.replace(" 240430", ""), period=last)
        at = datetime.fromisoformat(day).replace(tzinfo=UTC)
        dated = Delivery(delivery.source, "anna", "a computer", at, period=delivery.period)

        assert self.of(database, dated).period == Period.parse(last)


@pytest.mark.parametrize("is_known", [True, False], ids=["known", "unknown"])
def test_nothing_is_kept_of_what_is_refused(database: Database, is_known: bool) -> None:
    delivery = sent(APRIL, entity="Skolan")
    with pytest.raises(UploadRefusal):
        upload(delivery, database, REQUEST, identify(delivery.source, REQUEST) if is_known else None)
    assert entries(database) == ()


def test_numbers_without_a_table_are_refused(database: Database) -> None:
    with pytest.raises(NothingRecognised):
        upload(Delivery(numbers_only(), "anna", "a computer", SENT), database, REQUEST)

"""The kept month that a call is about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from syditval.cli.commands import Command
from syditval.cli.kept_month import chosen, number_option, period_of, subject_of
from syditval.cli.misuse import Misuse
from syditval.messages import Refusal
from syditval.model.period import Period
from syditval.run.upload import upload
from syditval.store import Database, withdraw
from tests.run.kept import APRIL, BROKEN, REQUEST, SENT, WRONG, sent, store


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """April twice, and then a broken one."""
    with store(tmp_path) as opened:
        for text in (WRONG, APRIL, BROKEN):
            upload(sent(text), opened, REQUEST)
        yield opened


def found(database: Database, version: int | None = None, entity: str = "IT-enheten") -> int:
    """The version that a call names."""
    named = {"entity": entity, "period": "2024-04", "version": version, "store": None}
    return chosen(database, named).version  # type: ignore[arg-type]


def test_it_is_the_one_that_counts(database: Database) -> None:
    assert found(database) == 2
    assert found(database, entity=" it-enheten") == 2


def test_or_the_one_that_is_named(database: Database) -> None:
    assert [found(database, version) for version in (1, 2, 3)] == [1, 2, 3]


def test_or_the_last_one_where_none_counts(database: Database) -> None:
    for version in (2, 1):
        named = {"entity": "IT-enheten", "period": "2024-04", "version": version, "store": None}
        withdraw(database, chosen(database, named), "Fel fil", "anna", SENT)  # type: ignore[arg-type]

    assert found(database) == 3


@pytest.mark.parametrize(("entity", "version", "code"), [("Skolan", None, "M051"), ("IT-enheten", 4, "M052")])
def test_what_is_not_kept(database: Database, entity: str, version: int | None, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        found(database, version, entity)
    assert refused.value.code == code


def test_acts_name_unit_month_and_version(database: Database) -> None:
    named = {"entity": "IT-enheten", "period": "2024-04", "version": None, "store": None}

    assert subject_of(chosen(database, named)) == "IT-enheten 2024-04 2"  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["2024-13", "202404", "april", ""])
def test_a_period_is_a_year_and_a_month(text: str) -> None:
    assert period_of(" 2024-04 ") == Period(2024, 4)
    with pytest.raises(Misuse) as wrong:
        period_of(text)
    assert wrong.value.code == "U060"


@pytest.mark.parametrize(("typed", "number"), [([], 50), (["--last", "7"], 7)])
def test_a_number(typed: list[str], number: int) -> None:
    command = Command("acts", params=[number_option("last", "last_acts", 50)])

    assert command.make_context("acts", typed).params == {"last": number}


@pytest.mark.parametrize("text", ["0", "-1", "1.5", "sju", "²", ""])
def test_what_is_none(text: str) -> None:
    command = Command("acts", params=[number_option("last", "last_acts")])
    with pytest.raises((Misuse, click.UsageError)) as wrong:
        command.make_context("acts", [f"--last={text}"])
    assert getattr(wrong.value, "code", "") == "U061"

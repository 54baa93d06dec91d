"""Values as the database has them: exact amounts, any text, moments in UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Dialect
from sqlalchemy.dialects import postgresql, sqlite

from syditval.store.value_types import Exact, Moment, Words, escaped, plain, unescaped

DIALECTS: list[Dialect] = [sqlite.dialect(), postgresql.dialect()]  # type: ignore[no-untyped-call]
ANY_TEXT = st.text(st.characters(codec=None) | st.sampled_from("\\u0\x00\ud800"))


@given(ANY_TEXT)
def test_any_text_comes_back_and_every_database_takes_it(text: str) -> None:
    stored = escaped(text)

    assert unescaped(stored) == text
    assert "\x00" not in stored
    stored.encode()


def test_an_ordinary_text_is_stored_as_it_is() -> None:
    assert escaped("Miljö- och byggnämnden, 50 % u0041") == "Miljö- och byggnämnden, 50 % u0041"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4) | st.decimals(-1000, 1000))
def test_no_digit_of_an_amount_is_lost(amount: Decimal) -> None:
    stored = Exact().process_bind_param(amount, DIALECTS[0])
    back = Exact().process_result_value(stored, DIALECTS[0])

    assert back == amount
    assert "E" not in plain(amount)


@pytest.mark.parametrize("dialect", DIALECTS, ids=["sqlite", "postgresql"])
class TestMoments:
    def test_they_are_the_same_moment_in_utc(self, dialect: Dialect) -> None:
        swedish = datetime(2024, 5, 2, 14, 0, tzinfo=timezone(timedelta(hours=2)))
        stored = Moment().process_bind_param(swedish, dialect)

        assert Moment().process_result_value(stored, dialect) == swedish
        assert stored is not None
        assert stored.replace(tzinfo=UTC) == swedish

    def test_a_time_of_no_zone_is_refused(self, dialect: Dialect) -> None:
        with pytest.raises(ValueError, match="no time zone"):
            Moment().process_bind_param(datetime(2024, 5, 2), dialect)


def test_nothing_stays_nothing() -> None:
    for kind in (Words(), Exact(), Moment()):
        assert kind.process_bind_param(None, DIALECTS[0]) is None
        assert kind.process_result_value(None, DIALECTS[0]) is None

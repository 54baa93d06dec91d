"""So much within so much time, and no more."""

from __future__ import annotations

from datetime import timedelta

from syditval.web.rates import MINUTE, Rate
from tests.web.site import NOW


def test_as_much_as_is_allowed_and_one_more() -> None:
    rate = Rate(3, MINUTE)

    assert [rate.take("Karin", 1, NOW) for _ in range(4)] == [True, True, True, False]


def test_what_is_too_much_is_not_taken() -> None:
    rate = Rate(10, MINUTE)

    assert [rate.take("Karin", units, NOW) for units in (8, 3, 2, 1)] == [True, False, True, False]


def test_asking_takes_nothing() -> None:
    rate = Rate(1, MINUTE)

    assert [rate.is_left("Karin", 1, NOW) for _ in range(3)] == [True, True, True]
    assert not rate.is_left("Karin", 2, NOW)


def test_each_name_has_its_own() -> None:
    rate = Rate(1, MINUTE)

    assert [rate.take(name, 1, NOW) for name in ("Karin", "Olle", "Karin")] == [True, True, False]


def test_it_comes_back_with_time() -> None:
    rate = Rate(1, MINUTE)
    rate.take("Karin", 1, NOW)

    assert not rate.take("Karin", 1, NOW + timedelta(seconds=59))
    assert rate.take("Karin", 1, NOW + timedelta(seconds=60))


def test_names_are_forgotten_with_what_they_took() -> None:
    rate = Rate(1, MINUTE)
    for number in range(50):
        rate.take(f"name {number}", 1, NOW)
        rate.is_left(f"other {number}", 1, NOW)

    rate.take("Karin", 1, NOW + 2 * MINUTE)

    assert [*rate._taken] == ["Karin"]

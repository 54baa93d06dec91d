"""What an amount has to reach makes values likelier, and never rules any out."""

from __future__ import annotations

from math import log

from tests.diagnosis.compared import APRIL, netted, report
from tests.diagnosis.netted import at, values

LOST = APRIL.replace("| 1484 ", "| 148 ")


def test_an_amount_that_falls_short_is_unlikely() -> None:
    bounds = netted(LOST).net.bounds

    assert bounds.log_mass([at("C4")], {}) == log(0.02)
    assert bounds.log_mass([at("C4")], values("C4 1484")) == 0
    assert bounds.log_mass([at("C3")], {}) == 0
    assert bounds.log_mass([at("C3"), at("C4")], values("C3 5")) == 2 * log(0.02)


def test_a_forecast_is_bounded_by_its_outcome_from_either_side() -> None:
    bounds = netted(APRIL).net.bounds

    assert bounds.log_mass([at("D4")], values("D4 1000")) == log(0.02)
    assert bounds.log_mass([at("C4")], values("C4 5000")) == log(0.02)


def test_a_bound_of_two_cells_that_change_counts_once() -> None:
    short = netted(APRIL.replace("| 4130 ", "| 413 "))
    bounds = short.net.bounds

    assert bounds.log_mass([at("C4"), at("D4")], values("C4 1484, D4 100")) == log(0.02)
    assert short.named(bounds.met(values("C4 1480, D4 4130"))) == ["T104 D4"]


def test_what_fails_and_is_met_is_told() -> None:
    lost = netted(LOST)

    assert lost.named(lost.net.bounds.met(values("C4 1484"))) == ["T103 C4"]
    assert lost.named(lost.net.bounds.met(values("C4 900"))) == []
    assert lost.named(lost.net.bounds.met(values("C3 1900"))) == []


def test_a_lost_digit_is_the_likeliest_and_settles_the_fall_as_well() -> None:
    cause = report(LOST).causes[0]

    assert (cause.primary.a1, cause.certainty) == ("C4", "one of")
    assert [each.partition("/")[0] for each in cause.explains] == ["F101", "T103"]


def test_a_fall_alone_asks_for_no_explanation() -> None:
    fallen = APRIL.replace("| 1484 ", "| 900  ").replace(
        "Summa             | 0      | 0 ", "Summa | 0 | -584"
    )
    found = report(fallen)

    assert [each.code for each in found.findings] == ["T103"]
    assert (found.causes, found.not_localised) == ((), ())


def test_a_figure_that_cannot_be_read_says_nothing() -> None:
    bounds = netted(APRIL.replace("| 1484 ", "| x ")).net.bounds

    assert bounds.log_mass([at("C4")], {}) == 0
    assert bounds.log_mass([at("C4")], values("C4 10")) == 2 * 0 + log(0.02)

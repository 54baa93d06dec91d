"""Which relations tell what their cells should hold."""

from __future__ import annotations

from syditval.diagnosis.telling import given_by, is_telling
from tests.diagnosis.compared import APRIL, MARCH, netted
from tests.diagnosis.netted import Netted


def telling(of: Netted) -> set[str]:
    return {name for name, each in zip(of.names, of.judgements, strict=True) if is_telling(each)}


def test_sums_differences_and_last_months_figures_tell_and_bounds_do_not() -> None:
    assert {"F101 B5", "V101 E3", "T101 B3"} <= telling(netted(APRIL))
    assert not any(name.startswith(("T103", "T104")) for name in telling(netted(APRIL)))


def test_one_that_waits_for_an_amount_of_now_tells_it() -> None:
    assert "T101 B3" in telling(netted(APRIL.replace("| 5273 ", "| x ")))


def test_one_that_waits_for_an_amount_of_then_tells_nothing() -> None:
    assert "T101 B3" not in telling(netted(APRIL, MARCH.replace("| 5273 ", "| x ")))


def test_what_other_workbooks_give_is_added_up() -> None:
    found = netted(APRIL)
    given = {name: given_by(each.relation) for name, each in zip(found.names, found.judgements, strict=True)}

    assert (given["T101 B3"], given["F101 B5"]) == (5273, 0)

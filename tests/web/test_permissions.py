"""What is needed, and who has it; every route is walked in test_routes."""

from __future__ import annotations

import pytest

from syditval.store import Role, entry_numbered
from syditval.web.permissions import Need, entity_named, entry_named, refuse_unless_met
from syditval.web.refusals import PageRefusal
from syditval.web.site import Site
from syditval.web.viewer import Viewer

OLLE = Viewer("Olle", Role.FINANCE, ("Skolan",), "sv")
RUT = Viewer("Rut", Role.AUDITOR, (), "sv")
NOBODY = Viewer("", Role.FINANCE, (), "sv")


@pytest.mark.parametrize("number", ["", "x", "-1", "0", "999", "1" * 16, "1" * 400, "٣", "1.0", "1 ", "0x1"])
def test_what_is_no_number_of_an_entry_names_none(stocked: Site, number: str) -> None:
    with pytest.raises(PageRefusal) as refused:
        entry_named(stocked, RUT, number)

    assert refused.value.code == "B003"


def test_a_number_names_an_entry_for_whoever_may_read_it(stocked: Site) -> None:
    assert entry_named(stocked, RUT, "1").entity == "Tekniska"
    assert entry_named(stocked, OLLE, "2").entity == "Skolan"
    with pytest.raises(PageRefusal):
        entry_named(stocked, OLLE, "1")


@pytest.mark.parametrize("name", ["Ingen", "", "tekniska ", "Kultur/x"])
def test_what_is_no_entity_is_none(stocked: Site, name: str) -> None:
    with pytest.raises(PageRefusal):
        entity_named(stocked, RUT, name)


@pytest.mark.parametrize("need", [need for need in Need if need is not Need.NOTHING])
def test_nobody_meets_any_need(stocked: Site, need: Need) -> None:
    with pytest.raises(PageRefusal) as refused:
        refuse_unless_met(need, NOBODY, entry_numbered(stocked.database, 1))

    assert refused.value.code == "B001"


def test_a_role_that_is_not_enough_is_told_so(stocked: Site) -> None:
    with pytest.raises(PageRefusal) as refused:
        refuse_unless_met(Need.WITHDRAW_ENTRY, RUT, entry_numbered(stocked.database, 1))

    assert refused.value.code == "B004"


def test_an_entry_that_is_not_known_is_nobody_s_to_withdraw() -> None:
    with pytest.raises(PageRefusal):
        refuse_unless_met(Need.WITHDRAW_ENTRY, OLLE, None)

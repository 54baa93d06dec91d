"""What an answer is given."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from syditval.store import Role
from syditval.web.asked import Asked
from syditval.web.site import Site
from syditval.web.viewer import Viewer
from tests.web.site import NOW


@pytest.fixture
def asked(stocked: Site) -> Asked:
    """A request that names nothing."""
    viewer = Viewer("Rut", Role.AUDITOR, (), "sv")
    return Asked(stocked, Request({"type": "http"}), viewer, NOW, "192.0.2.9", fields={"reason": " Fel fil "})


def test_a_field_has_no_blanks_around_it_and_is_empty_where_there_is_none(asked: Asked) -> None:
    assert (asked.field("reason"), asked.field("finding")) == ("Fel fil", "")


def test_an_entry_that_the_address_does_not_name_is_a_fault_of_ours(asked: Asked) -> None:
    with pytest.raises(LookupError):
        _ = asked.entry

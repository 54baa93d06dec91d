"""A thing has the name that the catalogue gives it, or keeps its own."""

from __future__ import annotations

from syditval.messages import texts
from syditval.messages.names import named


def test_what_the_catalogue_knows_has_its_name_there() -> None:
    assert named("kind", "investment", texts("sv")) == "investering"


def test_what_it_does_not_know_keeps_its_own() -> None:
    assert named("kind", "personal {0}", texts("sv")) == "personal {0}"
    assert named("no section", "x", texts("en")) == "x"

"""A trait says what was noticed; where and what stands there may not be known."""

from __future__ import annotations

from syditval.model.trait import Trait, TraitKind


def test_it_needs_no_more_than_a_kind() -> None:
    trait = Trait(TraitKind.VALUES_ONLY)

    assert (trait.where, trait.detail) == ("", "")


def test_no_kind_begins_with_the_name_of_another() -> None:
    """The text tables of the tests tell them apart by how they begin."""
    names = [kind.value for kind in TraitKind]

    assert [name for name in names if any(name.startswith(other) for other in names if other != name)] == []

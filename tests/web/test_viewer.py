"""What each role may do, for an entity of theirs and for another's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syditval.store import Role
from syditval.web.viewer import Viewer

KARIN = Viewer("Karin", Role.FINANCE, ("Tekniska",), "sv")
RUT = Viewer("Rut", Role.AUDITOR, (), "sv")
ADA = Viewer("Ada", Role.ADMINISTRATOR, (), "sv")
ALONE = Viewer("alone", Role.ADMINISTRATOR, (), "sv", is_alone=True)
NOBODY = Viewer("", Role.FINANCE, (), "sv")


@pytest.mark.parametrize(
    ("viewer", "read", "upload", "withdraw"),
    [
        (KARIN, (True, False), (True, False), (True, False)),
        (RUT, (True, True), (False, False), (False, False)),
        (replace(RUT, entities=("Tekniska",)), (True, True), (False, False), (False, False)),
        (ADA, (True, True), (True, True), (True, True)),
        (ALONE, (True, True), (True, True), (True, True)),
        (NOBODY, (False, False), (False, False), (False, False)),
    ],
)
def test_an_entity_of_theirs_and_another(
    viewer: Viewer, read: tuple[bool, bool], upload: tuple[bool, bool], withdraw: tuple[bool, bool]
) -> None:
    entities = ("Tekniska", "Skolan")

    assert tuple(map(viewer.may_read, entities)) == read
    assert tuple(map(viewer.may_upload, entities)) == upload
    assert tuple(map(viewer.may_withdraw, entities)) == withdraw
    assert viewer.may_upload_any == any(upload)


@pytest.mark.parametrize(
    ("viewer", "sees_all", "is_administrator", "sets_status"),
    [
        (KARIN, False, False, False),
        (RUT, True, False, True),
        (ADA, True, True, False),
        (ALONE, True, True, True),
        (NOBODY, False, False, False),
    ],
)
def test_what_is_of_no_entity(
    viewer: Viewer, sees_all: bool, is_administrator: bool, sets_status: bool
) -> None:
    assert (viewer.sees_all, viewer.is_administrator, viewer.may_set_status) == (
        sees_all,
        is_administrator,
        sets_status,
    )

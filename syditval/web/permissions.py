"""What is needed to be answered, and who has it."""

from __future__ import annotations

from enum import StrEnum

from syditval.store import Entry, NotKept, entities, entry_numbered
from syditval.web.identity import NOBODY
from syditval.web.refusals import NOT_SIGNED_IN, PageRefusal
from syditval.web.site import Site
from syditval.web.viewer import Viewer

# No store has numbers of more digits than that.
_DIGITS = 15


class Need(StrEnum):
    """What a route asks of whoever asks for it. The last four are of what its address names."""

    NOTHING = "nothing"
    SIGNED_IN = "signed in"
    UPLOAD = "upload"
    OVERSEE = "oversee"
    ADMINISTER = "administer"
    READ_ENTITY = "read entity"
    READ_ENTRY = "read entry"
    WITHDRAW_ENTRY = "withdraw entry"
    SET_STATUS = "set status"


_OF_AN_ENTRY = frozenset({Need.READ_ENTRY, Need.WITHDRAW_ENTRY, Need.SET_STATUS})


def refuse_unless_met(need: Need, viewer: Viewer, found: Entry | None) -> None:
    """Raise PageRefusal for whoever does not have what is needed."""
    if need is not Need.NOTHING and viewer.name == NOBODY:
        raise PageRefusal(NOT_SIGNED_IN)
    met = {
        Need.UPLOAD: viewer.may_upload_any,
        Need.OVERSEE: viewer.sees_all,
        Need.ADMINISTER: viewer.is_administrator,
        Need.SET_STATUS: viewer.may_set_status,
        Need.WITHDRAW_ENTRY: found is not None and viewer.may_withdraw(found.entity),
    }
    if not met.get(need, True):
        raise PageRefusal("B004")


def entry_named(site: Site, viewer: Viewer, number: str) -> Entry:
    """The entry of a number. Raises PageRefusal alike for one there is not and one that is not to be read."""
    if not number.isascii() or not number.isdigit() or len(number) > _DIGITS:
        raise PageRefusal("B003")
    try:
        found = entry_numbered(site.database, int(number))
    except NotKept:
        raise PageRefusal("B003") from None
    if not viewer.may_read(found.entity):
        raise PageRefusal("B003")
    return found


def entity_named(site: Site, viewer: Viewer, name: str) -> str:
    """The entity of a name. Raises PageRefusal alike for one there is not and one that is not to be read."""
    known = entities(site.database) if viewer.sees_all else viewer.entities
    if name not in known:
        raise PageRefusal("B003")
    return name


def subject(site: Site, need: Need, viewer: Viewer, named: str) -> tuple[Entry | None, str]:
    """The entry and the entity that an address names, as far as the route is of one."""
    if viewer.name == NOBODY:
        return None, ""
    if need in _OF_AN_ENTRY:
        found = entry_named(site, viewer, named)
        return found, found.entity
    return None, entity_named(site, viewer, named) if need is Need.READ_ENTITY else ""

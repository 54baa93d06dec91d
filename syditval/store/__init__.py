"""Months as they were sent, with what was found: kept whole, append-only, for as long as the law asks.

Every function takes an open ``Database`` first. Names are looked up when they are asked for: the
database's library takes a third of a second to load, and the vocabulary does without it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from syditval.store.accounts import (
        add_person,
        change_person,
        note_failure,
        note_success,
        people,
        person,
        secret,
        sign_out_everywhere,
    )
    from syditval.store.backup import back_up, restore
    from syditval.store.contents import content, findings, record, tables
    from syditval.store.database import Database, default_place, open_database
    from syditval.store.entry import (
        Arrival,
        Entry,
        FindingStatus,
        Kept,
        KeptFinding,
        Standing,
        StatusSet,
        Withdrawal,
    )
    from syditval.store.faults import Fault, FaultKind, check
    from syditval.store.follow_up import set_status, statuses
    from syditval.store.keeping import keep
    from syditval.store.listing import current, entities, entries, entry_numbered, find
    from syditval.store.log import Act, acts, note_act
    from syditval.store.months import earlier, earlier_of
    from syditval.store.purging import purge
    from syditval.store.refusals import NotKept, StoreRefusal
    from syditval.store.roles import Person, Role
    from syditval.store.withdrawals import withdraw

_ROOMS = {
    "accounts": (
        "add_person",
        "change_person",
        "note_failure",
        "note_success",
        "people",
        "person",
        "secret",
        "sign_out_everywhere",
    ),
    "backup": ("back_up", "restore"),
    "contents": ("content", "findings", "record", "tables"),
    "database": ("Database", "default_place", "open_database"),
    "entry": (
        "Arrival",
        "Entry",
        "FindingStatus",
        "Kept",
        "KeptFinding",
        "Standing",
        "StatusSet",
        "Withdrawal",
    ),
    "faults": ("Fault", "FaultKind", "check"),
    "follow_up": ("set_status", "statuses"),
    "keeping": ("keep",),
    "listing": ("current", "entities", "entries", "entry_numbered", "find"),
    "log": ("Act", "acts", "note_act"),
    "months": ("earlier", "earlier_of"),
    "refusals": ("NotKept", "StoreRefusal"),
    "purging": ("purge",),
    "roles": ("Person", "Role"),
    "withdrawals": ("withdraw",),
}
_MODULES = {name: module for module, names in _ROOMS.items() for name in names}

__all__ = [
    "Act",
    "Arrival",
    "Database",
    "Entry",
    "Fault",
    "FaultKind",
    "FindingStatus",
    "Kept",
    "KeptFinding",
    "NotKept",
    "Person",
    "Role",
    "Standing",
    "StatusSet",
    "StoreRefusal",
    "Withdrawal",
    "acts",
    "add_person",
    "back_up",
    "change_person",
    "check",
    "content",
    "current",
    "default_place",
    "earlier",
    "earlier_of",
    "entities",
    "entries",
    "entry_numbered",
    "find",
    "findings",
    "keep",
    "note_act",
    "note_failure",
    "note_success",
    "open_database",
    "people",
    "person",
    "purge",
    "record",
    "restore",
    "secret",
    "set_status",
    "sign_out_everywhere",
    "statuses",
    "tables",
    "withdraw",
]


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(name)
    return getattr(import_module(f"syditval.store.{_MODULES[name]}"), name)

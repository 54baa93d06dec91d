"""Who looks at a page, and what they may do there."""

from __future__ import annotations

from dataclasses import dataclass

from syditval.store import Role


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person who is known to the page, or everybody on this computer where ``is_alone``.

    ``entities`` are those that someone from finance answers for, empty for those who see all. An auditor
    reads all and changes nothing but statuses; an administrator does for all entities what finance does for
    its own.
    """

    name: str
    role: Role
    entities: tuple[str, ...]
    language: str
    is_alone: bool = False

    @property
    def sees_all(self) -> bool:
        """Whether the months of all entities may be read."""
        return self.role is not Role.FINANCE

    @property
    def is_administrator(self) -> bool:
        """Whether it may be read who did what."""
        return self.role is Role.ADMINISTRATOR

    @property
    def may_set_status(self) -> bool:
        """Whether it may be said how far a finding has come."""
        return self.role is Role.AUDITOR or self.is_alone

    @property
    def may_upload_any(self) -> bool:
        """Whether workbooks may be sent at all."""
        return self.role is Role.ADMINISTRATOR or (self.role is Role.FINANCE and bool(self.entities))

    def may_read(self, entity: str) -> bool:
        """Whether the months of an entity may be read."""
        return self.sees_all or entity in self.entities

    def may_upload(self, entity: str) -> bool:
        """Whether months of an entity may be sent."""
        return self.role is Role.ADMINISTRATOR or (self.role is Role.FINANCE and entity in self.entities)

    def may_withdraw(self, entity: str) -> bool:
        """Whether months of an entity may be withdrawn."""
        return self.may_upload(entity)

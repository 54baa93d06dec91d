"""What the store says where it cannot do what is asked."""

from __future__ import annotations

from syditval.messages import Refusal


class StoreRefusal(Refusal):
    """The store cannot be opened, read or written to."""


class NotKept(StoreRefusal):
    """What is asked for is not in the store."""

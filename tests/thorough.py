"""How much is tried: as much as pays at every change, or with THOROUGH=1 (``make thorough``) some times that."""

from __future__ import annotations

import os

IS_THOROUGH = bool(os.environ.get("THOROUGH"))


def tries(usual: int, thorough: int) -> int:
    """How many are tried this time."""
    return thorough if IS_THOROUGH else usual

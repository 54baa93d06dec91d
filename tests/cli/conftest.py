"""What several tests of the command line need."""

from __future__ import annotations

from tests.annotation.conftest import office

__all__ = ["office"]

"""Processes of a test's own."""

from __future__ import annotations

import multiprocessing
from typing import Any


def processes() -> Any:
    """The quickest way to have other processes on this system."""
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if "fork" in methods else methods[0])

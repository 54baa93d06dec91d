"""Where the schemas that come with syditval stand."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve()


def shipped() -> Path:
    """The folder of the shipped schemas.

    A wheel carries it inside the package; in a checkout, installed editable or not, it is the
    top-level ``schemas/`` beside the package.
    """
    inside = _HERE.parents[1] / "schemas"
    return inside if inside.is_dir() else _HERE.parents[2] / "schemas"

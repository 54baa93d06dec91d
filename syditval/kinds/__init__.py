"""Schema files to table kinds: strict, with every mistake of a file at once."""

from syditval.kinds.load import load_kinds, schema_text
from syditval.kinds.mistakes import KindMistakes, Mistake

__all__ = ["KindMistakes", "Mistake", "load_kinds", "schema_text"]

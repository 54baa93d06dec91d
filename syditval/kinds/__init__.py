"""Schema files to table kinds: strict, with every mistake of a file at once."""

from syditval.kinds.load import load_kinds, schema_text

__all__ = ["load_kinds", "schema_text"]

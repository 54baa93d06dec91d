"""Files that we write: whole, or not at all."""

from syditval.files.whole import is_same_file, sweep, write_whole

__all__ = ["is_same_file", "sweep", "write_whole"]

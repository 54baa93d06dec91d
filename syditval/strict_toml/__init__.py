"""TOML files that people write, read strictly: every mistake with file and key, all at once."""

from syditval.strict_toml.file import read_file, read_toml
from syditval.strict_toml.mistakes import Mistake, TomlMistakes
from syditval.strict_toml.section import Section

__all__ = ["Mistake", "Section", "TomlMistakes", "read_file", "read_toml"]

"""What a municipality has settled for its workbooks: ``syditval.toml``, with the differences it accepts."""

from syditval.settings.entry import CannotWaive, add_waiver
from syditval.settings.file import FILE_NAME, NONE, Settings, load_settings
from syditval.settings.search import settings_file

__all__ = [
    "FILE_NAME",
    "NONE",
    "CannotWaive",
    "Settings",
    "add_waiver",
    "load_settings",
    "settings_file",
]

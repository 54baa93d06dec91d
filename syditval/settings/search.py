"""Where the settings of a workbook stand."""

from __future__ import annotations

from pathlib import Path

from syditval.settings.file import FILE_NAME


def settings_file(folder: Path) -> Path | None:
    """The settings file of a folder: the one in it, else in the nearest of those it lies in."""
    places = (folder, *folder.absolute().parents)
    return next((file for each in places if (file := each / FILE_NAME).is_file()), None)

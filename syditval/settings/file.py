"""One settings file, read strictly."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from syditval.arithmetic import RatioBasis, RoundingMode
from syditval.model.rule import Severity
from syditval.model.waiver import Waiver
from syditval.settings.waivers import waivers_in
from syditval.strict_toml import Mistake, Section, TomlMistakes, read_file

FILE_NAME = "syditval.toml"
FLAGS = ("recalc", "no-annotate", "no-marks", "ticks", "show-uncovered")


class Language(StrEnum):
    """The languages of reports."""

    SWEDISH = "sv"
    ENGLISH = "en"


CHOICES: Mapping[str, type[StrEnum]] = {
    "lang": Language,
    "fail-on": Severity,
    "rounding": RoundingMode,
    "ratio-basis": RatioBasis,
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a file settles. ``values`` maps the name of an option, as it is typed, to its value.

    ``schemas`` is a path from where the file stands. ``waivers`` are the accepted differences.
    """

    file: Path | None = None
    values: Mapping[str, str | bool] = field(default_factory=dict)
    limits: Mapping[str, int] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()


NONE = Settings()


def load_settings(file: Path, limits: Collection[str] | None = None) -> Settings:
    """The settings of a file; ``limits`` are the names of those there are, None where it does not matter.

    Raises TomlMistakes with every mistake in the file.
    """
    mistakes: list[Mistake] = []
    root = read_file(file, mistakes)
    settings = NONE
    if root is not None:
        settings = Settings(file, _values(root, file), root.whole_numbers("limits", limits), waivers_in(root))
        root.close()
    if mistakes:
        raise TomlMistakes(mistakes)
    return settings


def _values(root: Section, file: Path) -> dict[str, str | bool]:
    flags = {name: root.optional_flag(name) for name in FLAGS}
    texts = {name: root.choice(name, choices, required=False) for name, choices in CHOICES.items()}
    materiality = root.threshold("materiality")
    schemas = root.optional_text("schemas")
    values = {
        **flags,
        **texts,
        "materiality": str(materiality) if materiality else None,
        "schemas": str(file.parent / schemas) if schemas else None,
    }
    return {name: value for name, value in values.items() if value is not None}

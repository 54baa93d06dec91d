"""One section of a TOML file, read key by key: what is never asked for is an unknown key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from syditval.model.threshold import Threshold
from syditval.strict_toml.mistakes import Mistake

Choice = TypeVar("Choice", bound=StrEnum)


class Section:
    """A TOML table with its place in the file. Readers never raise: they note a mistake and go on."""

    def __init__(self, file: str, place: str, content: Any, mistakes: list[Mistake]) -> None:
        self._file = file
        self._place = place
        self._mistakes = mistakes
        self._asked: set[str] = set()
        self._content: Mapping[str, Any] = {}
        if isinstance(content, dict):
            self._content = content
        else:
            self.complain("K003", "", expected="[...]")

    def complain(self, code: str, key: str, **fields: str) -> None:
        """Note a mistake at a key of this section, or at the section itself for an empty key."""
        place = ".".join(part for part in (self._place, key) if part)
        self._mistakes.append(Mistake(code, self._file, place, fields))

    def close(self) -> None:
        """Note every key that nobody asked for."""
        for key in self._content:
            if key not in self._asked:
                self.complain("K001", key, known=", ".join(sorted(self._asked)))

    def _take(self, key: str, wanted: type | tuple[type, ...], expected: str, *, required: bool) -> Any:
        self._asked.add(key)
        if key not in self._content:
            if required:
                self.complain("K002", key)
            return None
        value = self._content[key]
        if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
            self.complain("K003", key, expected=expected)
            return None
        return value

    def text(self, key: str) -> str:
        """A required text that is not empty."""
        value = self._take(key, str, '"..."', required=True)
        if value is not None and not value.strip():
            self.complain("K003", key, expected='"..."')
        return value or ""

    def optional_text(self, key: str) -> str:
        """A text, empty where it is not given."""
        return self._take(key, str, '"..."', required=False) or ""

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts without doubles."""
        values = self._take(key, list, '["...", "..."]', required=required) or []
        if not all(isinstance(value, str) and value.strip() for value in values):
            self.complain("K003", key, expected='["...", "..."]')
            return ()
        for value in sorted({value for value in values if values.count(value) > 1}):
            self.complain("K006", key, value=value)
        return tuple(values)

    def patterns(self, key: str) -> tuple[re.Pattern[str], ...]:
        """A list of regular expressions."""
        compiled = []
        for pattern in self.texts(key):
            try:
                compiled.append(re.compile(pattern))
            except re.error as error:
                self.complain("K005", key, value=pattern, cause=str(error))
        return tuple(compiled)

    def choice(self, key: str, choices: Iterable[Choice], *, required: bool = True) -> Choice | None:
        """A text out of a closed list."""
        value = self._take(key, str, '"..."', required=required)
        return self._chosen(key, value, choices) if value is not None else None

    def choices(self, key: str, choices: Iterable[Choice]) -> dict[str, Choice]:
        """A section whose keys are free and whose values come out of a closed list."""
        content = self._take(key, dict, f"[{key}]", required=False) or {}
        chosen = {name: self._chosen(f"{key}.{name}", value, choices) for name, value in content.items()}
        return {name: value for name, value in chosen.items() if value is not None}

    def _chosen(self, key: str, value: Any, choices: Iterable[Choice]) -> Choice | None:
        # What is left unsaid is a value of the model too, not one to be written.
        listed = {str(choice): choice for choice in choices if choice}
        if isinstance(value, str) and value in listed:
            return listed[value]
        self.complain("K004", key, value=str(value), choices=", ".join(listed))
        return None

    def flag(self, key: str) -> bool:
        """true or false; false where it is not given."""
        return bool(self.optional_flag(key))

    def optional_flag(self, key: str) -> bool | None:
        """true or false, None where it is not given."""
        value: bool | None = self._take(key, bool, "true/false", required=False)
        return value

    def day(self, key: str) -> date | None:
        """A day, 2024-04-30, or None."""
        value = self._take(key, date, "2024-04-30", required=False)
        if isinstance(value, datetime):
            self.complain("K003", key, expected="2024-04-30")
            return None
        return value if isinstance(value, date) else None

    def threshold(self, key: str) -> Threshold | None:
        """An amount with or without a unit, "100 tkr", or None."""
        value = self._take(key, str, '"100 tkr"', required=False)
        try:
            return None if value is None else Threshold.parse(value)
        except ValueError:
            self.complain("K003", key, expected='"100 tkr"')
            return None

    def whole_numbers(self, key: str, names: Iterable[str] | None) -> dict[str, int]:
        """A section of whole numbers above 0, under names out of a closed list or any."""
        values = self._take(key, dict, f"[{key}]", required=False) or {}
        known = sorted(values if names is None else names)
        for name, value in values.items():
            if name not in known:
                self.complain("K001", f"{key}.{name}", known=", ".join(known))
            elif not isinstance(value, int) or isinstance(value, bool) or value < 1:
                self.complain("K003", f"{key}.{name}", expected="1000")
        return values

    def number(self, key: str) -> Decimal | None:
        """A number, exactly as written, or None."""
        value = self._take(key, (int, Decimal), "1", required=False)
        if value is None:
            return None
        number = Decimal(value)
        if not number.is_finite():
            self.complain("K003", key, expected="1")
            return None
        return number

    def sections(self, key: str, *, required: bool = True) -> list[Section]:
        """A list of sections, ``[[key]]``, each with its number in its place."""
        values = self._take(key, list, f"[[{key}]]", required=required) or []
        return [
            Section(self._file, f"{key}[{number}]", value, self._mistakes)
            for number, value in enumerate(values, start=1)
        ]

    def section(self, key: str) -> Section:
        """A required section, ``[key]``."""
        value = self._take(key, dict, f"[{key}]", required=True) or {}
        return Section(self._file, key, value, self._mistakes)

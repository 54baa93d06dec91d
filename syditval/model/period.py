"""The period that a month's figures reach to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

_WRITTEN = re.compile(r"((?:19|20)[0-9]{2})-(0[1-9]|1[0-2])", re.ASCII)


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A year's months up to and with ``month``: figures of municipal follow-ups accumulate from January."""

    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """The period of a text such as ``2024-04``. Raises ValueError for any other."""
        written = _WRITTEN.fullmatch(text)
        if written is None:
            raise ValueError(text)
        return cls(int(written[1]), int(written[2]))

    @classmethod
    def of_day(cls, day: date) -> Self:
        """The period that a day lies in the last month of."""
        return cls(day.year, day.month)

    @property
    def a_year_before(self) -> Period:
        """The same months of the year before."""
        return Period(self.year - 1, self.month)

    @property
    def december_before(self) -> Period:
        """All of the year before."""
        return Period(self.year - 1, 12)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"

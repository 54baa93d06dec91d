"""Numbers that should come once each, and nearly always come in ascending order."""

from __future__ import annotations

from array import array


class Ascending:
    """The numbers seen so far; cheap as long as they ascend, right also when they do not."""

    __slots__ = ("_all", "_highest", "_in_order")

    def __init__(self) -> None:
        self._highest = 0
        self._in_order = array("L")
        self._all: set[int] | None = None

    def add(self, number: int) -> bool:
        """Take in a number; False if it was there already."""
        if number > self._highest:
            self._highest = number
        else:
            if self._all is None:
                self._all = set(self._in_order)
            if number in self._all:
                return False
        if self._all is None:
            self._in_order.append(number)
        else:
            self._all.add(number)
        return True

    def add_all(self, numbers: list[int]) -> bool:
        """Take in ascending numbers, but only if all lie above whatever was seen; False if they do not."""
        if self._all is not None or (numbers and numbers[0] <= self._highest):
            return False
        self._in_order.extend(numbers)
        self._highest = numbers[-1] if numbers else self._highest
        return True

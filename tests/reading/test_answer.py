"""Values come back from a child process as they were; code never does."""

from __future__ import annotations

import os
import pickle
from collections import Counter
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from syditval.model.cells import Area, Cell, CellKind, Sheet
from syditval.reading import UnreadableWorkbook
from syditval.reading.answer import packed, unpacked


@pytest.mark.parametrize(
    "value",
    [
        Decimal("-43306.5"),
        datetime(2024, 4, 30),
        Path("april.granskad.xlsx"),
        Counter("Summa"),
        ({1, 2}, frozenset({3}), [None, True, b"raw", "text"]),
        Sheet("Drift", {(1, 1): Cell(CellKind.NUMBER, Decimal(1))}, merged=(Area(1, 1, 2, 2),)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_come_back_as_they_were(value: object) -> None:
    assert unpacked(packed("done", value)) == ("done", value)


def test_a_refusal_comes_back_as_what_it_is_with_code_and_fields() -> None:
    kind, refused = unpacked(
        packed("refused", UnreadableWorkbook("R041", file="april.xlsx", cell="Drift!C2"))
    )

    assert kind == "refused"
    assert type(refused) is UnreadableWorkbook
    assert (refused.code, refused.cell) == ("R041", "Drift!C2")


class Names:
    """Something whose pickle names whatever it is told to."""

    def __init__(self, function: object, *arguments: object) -> None:
        self.reduced = (function, arguments)

    def __reduce__(self) -> Any:
        return self.reduced


@pytest.mark.parametrize(
    ("function", "argument"),
    [(os.system, "true"), (eval, "1"), (getattr, "x"), (pickle.loads, b"N.")],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_code_is_refused(function: object, argument: object) -> None:
    with pytest.raises(pickle.UnpicklingError, match="is no value"):
        unpacked(packed("done", Names(function, argument)))


@pytest.mark.parametrize(
    "name",
    ["syditval.cli.main\nmain", "syditval.cli.main\nos", "syditval.run\nPath", "syditval.run\nnothing"],
    ids=["a function", "a module", "a class from elsewhere", "what there is not"],
)
def test_of_our_own_only_classes_are_values(name: str) -> None:
    """Written by hand, as a child that was taken over would."""
    with pytest.raises(pickle.UnpicklingError, match="is no value"):
        unpacked(b"c" + name.encode() + b"\n.")

"""What a formula adds up, where it does nothing else."""

from __future__ import annotations

import pytest

from syditval.formulas.additions import added, sums
from syditval.formulas.parse import parse
from syditval.formulas.references import area_of


def areas(formula: str) -> list[str] | None:
    found = added(parse(formula, 20, 2))
    return None if found is None else sorted(area_of(each, 20, 2).a1 for each in found)


@pytest.mark.parametrize(
    ("formula", "cells"),
    [
        ("=SUM(B5:B13)", ["B5:B13"]),
        ("=SUM(B5:B7,B9)-B11", ["B11:B11", "B5:B7", "B9:B9"]),
        ("=-B5+(B6-B7)+100", ["B5:B5", "B6:B6", "B7:B7"]),
        ("=ROUND(SUM(B5:B13),0)", ["B5:B13"]),
        ("=SUBTOTAL(9,B5:B13)", ["B5:B13"]),
        ("=SUBTOTAL(109,B5:B13)", ["B5:B13"]),
        ("=100", []),
        ("=SUM(B5:B13)/2", None),
        ("=B5*B6", None),
        ("=SUBTOTAL(1,B5:B13)", None),
        ("=AVERAGE(B5:B13)", None),
        ("=SUM(B5:B13)+Budget", None),
    ],
)
def test_what_is_added(formula: str, cells: list[str] | None) -> None:
    assert areas(formula) == cells


def test_sums_are_found_wherever_they_stand() -> None:
    tree = parse("=IF(SUM(A1:A3)>0,SUBTOTAL(9,B1:B3)/SUM(5,C1:C3),MAX(D1:D3))", 20, 2)

    assert [(function, area_of(each, 20, 2).a1) for function, each in sums(tree)] == [
        ("SUM", "A1:A3"),
        ("SUBTOTAL", "B1:B3"),
        ("SUM", "C1:C3"),
    ]

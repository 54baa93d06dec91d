"""A figure outside the bounds that its kind states is a warning; they are asked of a column as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from syditval.checks.value_outside_domain import RULE
from syditval.model.kind import TableKind
from tests.checks.examined import SHIPPED, examined

BOUNDED = """
                  | Budget   | Utfall   | Prognos | Avvikelse
Intäkter          | 10       | 0        | 10      | 0
Personalkostnader | 500      | 20       | 500     | 0
Lokalhyror        | 400      | 30       | 400     | 0
Summa             | 910      | 50       | 910     | 0
"""


def bounded(minimum: str | None, maximum: str | None) -> Iterator[TableKind]:
    """The shipped kinds with bounds for the outcome of a budget table."""
    low, high = (Decimal(bound) if bound else None for bound in (minimum, maximum))
    for kind in SHIPPED:
        columns = (
            replace(column, minimum=low, maximum=high) if column.role == "actual" else column
            for column in kind.columns
        )
        yield replace(kind, columns=tuple(columns))


@pytest.mark.parametrize(
    ("minimum", "maximum", "findings"),
    [
        (None, None, []),
        ("0", "50", []),
        ("1", None, ["warning S004 C2"]),
        (None, "49.9", ["warning S004 C5"]),
        ("20", "30", ["warning S004 C2", "warning S004 C5"]),
    ],
)
def test_bounds_are_included_and_each_may_stand_alone(
    minimum: str | None, maximum: str | None, findings: list[str]
) -> None:
    assert examined(BOUNDED, list(bounded(minimum, maximum))).findings == findings


def test_the_figure_is_told_as_it_is_written() -> None:
    assert examined(RULE.bad).sentences() == [
        "Förbrukning % on Badhus is 2500, outside the bounds that the kind's schema sets for it."
    ]


@pytest.mark.parametrize("nothing", ["  ", "- "])
def test_nothing_is_within_all_bounds(nothing: str) -> None:
    found = examined(BOUNDED.replace("| 0 ", f"| {nothing}", 1), list(bounded("1", "50")))

    assert found.findings == []
    assert found.gaps == []


def test_a_column_with_an_unreadable_figure_is_not_asked_and_that_is_told() -> None:
    found = examined(BOUNDED.replace("20  ", "ca20"), list(bounded("1", None)))

    assert found.findings == ["error S001 C3"]
    assert "C1 S004 (rule could not run)" in found.gaps
    assert "S004 at Sheet1!C1 could not run because of Sheet1!C3." in found.sentences()

"""A difference column that no two columns explain is a warning, and nothing in it is checked."""

from __future__ import annotations

from syditval.checks.variance_formula_undetermined import RULE
from tests.checks.examined import examined


def test_it_is_told_at_the_heading_and_nothing_of_the_column_is_recalculated() -> None:
    found = examined(RULE.bad)

    assert found.findings == ["warning V104 E1"]
    assert found.verdicts("V101") == {}
    assert found.gaps == ["E1 (formula not determined)"]
    assert found.sentences()[0] == (
        "No two columns of the table explain Avvikelse, so none of its figures could be recalculated."
    )


def test_the_other_columns_are_checked_as_ever() -> None:
    assert examined(RULE.bad).verdicts("F101") == dict.fromkeys(("B5", "C5", "D5", "E5"), "exact")

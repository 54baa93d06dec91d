"""Which lines a subtotal is of, where it is not simply those since the one before."""

from __future__ import annotations

from tests.recognition.found import table_in

COSTS_ALONE = """
Benämning       | Budget | Utfall | Prognos | Avvikelse
Intäkter        | -5000  | -1700  | -5100   | 100
Personal        | 20000  | 6100   | 20500   | -500
Övrigt          | 5000   | 2000   | 5000    | 0
Summa kostnader | 25000  | 8100   | 25500   | -500
Nettokostnad    | 20000  | 6400   | 20400   | -400
"""

RUNNING = """
Benämning    | Budget | Utfall | Prognos | Avvikelse
Intäkter     | 5000   | 1000   | 5000    | 0
Kostnader    | -26000 | -9300  | -26000  | 0
Netto        | -21000 | -8300  | -21000  | 0
Skatter      | 22000  | 7000   | 22000   | 0
Resultat 1   | 1000   | -1300  | 1000    | 0
Räntor       | 20     | -10    | 20      | 0
Resultat     | 1020   | -1310  | 1020    | 0
"""


def starts(text: str) -> dict[str, str]:
    """The label of each such subtotal, and that of its first line."""
    table = table_in(text)
    labels = {row.number: row.label for row in table.rows}
    return {labels[subtotal]: labels[line] for subtotal, line in table.section_starts.items()}


def test_lines_since_the_subtotal_before_are_the_rule() -> None:
    plain = COSTS_ALONE.replace("Personal ", "Summa intäkter | -5000 | -1700 | -5100 | 100\nPersonal ")

    assert starts(plain) == {}


def test_a_sum_of_costs_leaves_out_the_revenue_above_them() -> None:
    assert starts(COSTS_ALONE) == {"Summa kostnader": "Personal"}


def test_also_where_one_of_its_columns_is_wrong() -> None:
    assert starts(COSTS_ALONE.replace("8100", "8010")) == {"Summa kostnader": "Personal"}


def test_a_running_result_is_of_all_lines_so_far() -> None:
    assert starts(RUNNING) == {"Resultat 1": "Intäkter"}


def test_a_subtotal_that_no_lines_explain_keeps_its_own() -> None:
    """It is then told as wrong, against the lines that it should hold."""
    assert starts(COSTS_ALONE.replace("25000  | 8100   | 25500", "777 | 888 | 999")) == {}

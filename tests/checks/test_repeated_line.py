"""A label may come again in another section, but hardly ever within one."""

from __future__ import annotations

from syditval.checks.repeated_line import RULE
from tests.checks.examined import examined


def test_the_second_of_two_is_told() -> None:
    found = examined(RULE.bad)

    assert found.findings == ["warning S003 A4"]
    assert found.sentences() == [
        "Personalkostnader stands twice in the same section: one of the two may have been pasted by mistake."
    ]


def test_each_after_the_first_is_told() -> None:
    thrice = RULE.bad.replace("Intäkter         ", "Personalkostnader")

    assert examined(thrice).findings == ["warning S003 A3", "warning S003 A4"]


def test_a_line_may_come_again_in_another_section() -> None:
    found = examined("""
                  | Budget | Utfall | Prognos | Avvikelse
Förvaltning       |        |        |         |
Personal          | 500    | 170    | 500     | 0
Lokaler           | 400    | 130    | 400     | 0
Projekt           |        |        |         |
Personal          | 300    | 100    | 300     | 0
Summa             | 1200   | 400    | 1200    | 0
""")

    assert found.findings == []


def test_totals_may_have_the_same_name() -> None:
    found = examined("""
                  | Budget | Utfall | Prognos | Avvikelse
Personal          | 500    | 170    | 500     | 0
Lokaler           | 400    | 130    | 400     | 0
Summa             | 900    | 300    | 900     | 0
Bidrag            | -600   | -200   | -600    | 0
Taxor             | -300   | -100   | -300    | 0
Summa             | -900   | -300   | -900    | 0
Summa totalt      | 0      | 0      | 0       | 0
""")

    assert found.findings == []

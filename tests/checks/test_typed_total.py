"""A typed total in a sheet that sums by formula."""

from __future__ import annotations

import pytest

from tests.checks.examined import examined

ROW = """
Nämnd  | Budget            | Utfall            | {heading}
Kultur | 10                | 4                 | 1
Teknik | 20                | 5                 | 2
{total} | =SUM(B2:B3) -> 30 | =SUM(C2:C3) -> 9 | {typed}
"""


def told(text: str) -> list[str]:
    return [each for each in examined(text, ()).findings if "H30" in each]


@pytest.mark.parametrize("name", ["Summa", "S:a nämnder", "Totalt", "Nämnderna totalt", "Total", "Delsumma"])
def test_beside_totals_by_formula(name: str) -> None:
    assert told(ROW.format(heading="Prognos", total=name, typed=3)) == ["warning H305 D4"]


def test_below_a_total_by_formula_of_another_section() -> None:
    sections = """
Post           | Utfall            | Prognos
A              | 1                 | 1
B              | 2                 | 2
Summa kostnader | =SUM(B2:B3) -> 3 | =SUM(C2:C3) -> 3
C              | 4                 | 4
D              | 5                 | 5
Summa intäkter | 9                 | 9
"""
    found = examined(sections, ())

    assert found.findings == ["warning H305 B7"]
    assert found.sentences()[0].startswith("The total in B7:C7 (Summa intäkter) is typed")


@pytest.mark.parametrize(
    "table",
    [
        ROW.format(heading="Procent", total="Summa", typed=3),
        ROW.format(heading="Färdigt", total="Summa", typed=1.5),
        ROW.format(heading="Prognos", total="Summa", typed="300%"),
        ROW.format(heading="Prognos", total="Förra året", typed=3),
        ROW.format(heading="Prognos", total="Summa", typed=""),
        ROW.format(heading="Prognos", total="Summa", typed=3).replace("4                 | 1", "4 |"),
        ROW.format(heading="Prognos", total="Summa", typed="=SUM(D2:D3) -> 3") + "Summa 2023 | 29 | 8 | 2",
        # Nothing is summed by formula here.
        "Nämnd | Budget\nKultur | 10\nTeknik | 20\nSumma | 30",
    ],
)
def test_what_is_no_total_or_has_no_formula_beside_it_is_not(table: str) -> None:
    assert told(table) == []

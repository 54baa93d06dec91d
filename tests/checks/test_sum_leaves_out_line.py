"""A sum that ends too early, or begins too late, is told; one that stops where its lines stop is not."""

from __future__ import annotations

import pytest

from tests.checks.examined import examined


def told(text: str) -> list[str]:
    return [each for each in examined(text, ()).findings if "H301" in each]


BETWEEN = """
Nämnd  | Utfall
Kultur | 10
Teknik | 20
Omsorg | 30
Summa  | =SUM(B2:B3) -> 30
"""


def test_a_line_between_the_range_and_its_total_is_an_error() -> None:
    found = examined(BETWEEN, ())

    assert found.findings == ["error H301 B5"]
    assert found.sentences()[0] == (
        "The sum in B5 covers B2:B3 and leaves out B4 beside it (Omsorg: 30): extend the range, or show why "
        "the line does not belong."
    )
    assert [cell.a1 for cell in found.checked.findings[0].related] == ["B4"]


@pytest.mark.parametrize(
    "table",
    [
        # A blank row before the total, a total above its lines, two lines, other addends.
        BETWEEN.replace("Summa", "\nSumma"),
        "Nämnd | Utfall\nSumma | =SUM(B4:B5) -> 50\nKultur | 10\nTeknik | 20\nOmsorg | 30",
        "Nämnd | Utfall\nA | 1\nB | 2\nC | 3\nD | 4\nSumma | =SUM(B2:B3) -> 3",
        BETWEEN.replace("=SUM(B2:B3)", "=ROUND(SUM(B2:B3),0)+100"),
    ],
)
def test_so_is_one_in_another_layout(table: str) -> None:
    assert [each[:10] for each in told(table)] == ["error H301"]


@pytest.mark.parametrize(
    "table",
    [
        "Nämnd | Utfall\nKultur | 10\nTeknik | 20\nOmsorg | 30\nSumma | =SUM(B3:B4) -> 50",
        "Nämnd | Utfall\nSumma | =SUM(B3:B4) -> 30\nKultur | 10\nTeknik | 20\nOmsorg | 30",
        "Nämnd | Utfall | Summa\nKultur | 10 | =SUM(B2:B3) -> 30\nTeknik | 20\nOmsorg | 30",
    ],
)
def test_a_line_beyond_the_other_end_is_a_warning(table: str) -> None:
    assert [each[:12] for each in told(table)] == ["warning H301"]


def test_totals_side_by_side_are_told_together() -> None:
    found = examined(
        """
Nämnd  | Budget            | Utfall
Kultur | 10                | 1
Teknik | 20                | 2
Omsorg | 30                | 3
Summa  | =SUM(B2:B3) -> 30 | =SUM(C2:C3) -> 3
""",
        (),
    )

    assert found.findings == ["error H301 B5"]
    assert found.sentences()[0].startswith("The sum in B5:C5 covers B2:B3")


# What looks like a line that was left out, and is none.
LEGITIMATE = {
    "a subtotal by formula": """
Post  | Utfall
A     | 1
B     | 2
Summa | =SUM(B2:B3) -> 3
C     | 4
D     | 5
Summa | =SUM(B5:B6) -> 9
""",
    "a subtotal that is typed": BETWEEN.replace("Omsorg", "Delsumma"),
    "a part of a line": BETWEEN.replace("Omsorg", "varav hyra"),
    "an opening balance": """
Post  | Utfall
Ingående saldo | 100
A     | 1
B     | 2
Summa | =SUM(B3:B4) -> 3
""",
    "a count": BETWEEN.replace("Omsorg", "Antal anställda"),
    "a year above": """
Post  | 2024
A     | 1
B     | 2
Summa | =SUM(B2:B3) -> 3
""",
    "a heading that is a number": """
Konto | 1
A     | 1
B     | 2
Summa | =SUM(B2:B3) -> 3
""",
    "a number without a name above": """
      | 2
A     | 1
B     | 2
Summa | =SUM(B2:B3) -> 3
""",
    "a percentage": BETWEEN.replace("30\\n", "30%\\n", 1).replace("| 30", "| 30%", 1),
    "a line after a blank row": """
Post  | Utfall
A     | 9

B     | 1
C     | 2
Summa | =SUM(B4:B5) -> 3
""",
    "a line that the formula takes besides": BETWEEN.replace("=SUM(B2:B3)", "=SUM(B2:B3)-B4"),
    "sections that another sum takes up": """
Månad | Utfall | Kvartal
jan   | 1      |
feb   | 2      | =SUM(B2:B3) -> 3
mar   | 3      |
apr   | 4      | =SUM(B4:B5) -> 7
""",
    "running totals": """
Månad | Utfall | Hittills
jan   | 1      | =SUM(B$2:B2) -> 1
feb   | 2      | =SUM(B$2:B3) -> 3
mar   | 3      | =SUM(B$2:B4) -> 6
""",
    "sums over three months": """
Månad | Utfall | Tre
jan   | 1      |
feb   | 2      |
mar   | 3      | =SUM(B2:B4) -> 6
apr   | 4      | =SUM(B3:B5) -> 9
maj   | 5      | =SUM(B4:B6) -> 12
""",
    "totals below one another": """
Nämnd  | Utfall
A      | 1
B      | 2
C      | 3
D      | 4
Summa nämnder | =SUM(B2:B3) -> 3
Summa bolag   | =SUM(B4:B5) -> 7
""",
    "a line that another total takes by itself": """
Nämnd     | Utfall
A         | 1
B         | 2
Ränta     | 3
Summa     | =SUM(B2:B3) -> 3
Resultat  | =B5+B4 -> 6
""",
    "a share of the lines": BETWEEN.replace("=SUM(B2:B3) -> 30", "=SUM(B2:B3)/SUM(B2:B4) -> 0.5"),
    "a whole column": "Nämnd | Utfall | =SUM(B:B) -> 30\nKultur | 10\nTeknik | 20",
    "a sum along a row": "Post | jan | feb | Budget | Summa\nA | 1 | 2 | 9 | =SUM(B2:C2) -> 3",
}


@pytest.mark.parametrize("case", LEGITIMATE)
def test_what_is_no_line_of_the_sum_is_not_told(case: str) -> None:
    assert told(LEGITIMATE[case]) == []

"""A line that was there last month and is not any more."""

from __future__ import annotations

from tests.checks.monthly import APRIL, MARCH, against


def more(amounts: str) -> str:
    return MARCH.replace("Summa ", f"Kurser            | {amounts}\nSumma ")


def test_it_is_told_with_what_it_held_at_the_head_of_the_lines() -> None:
    found = against(APRIL, more("30 | 12 | 0 | 0"))

    assert [each for each in found.findings if "T202" in each] == ["warning T202 A1"]
    assert found.sentences("T202") == [
        "Kurser stood in 2024-03.xlsx and is not here any more. It held: Budget 30, Utfall 12."
    ]


def test_an_empty_one_is_no_more_than_noted() -> None:
    found = against(APRIL, more("0 | 0 | | 0"))

    assert found.findings == ["note T202 A1"]
    assert found.sentences("T202", "sv") == ["Kurser fanns i 2024-03.xlsx men finns inte här längre."]


def test_its_place_is_the_one_that_it_had() -> None:
    (finding,) = (f for f in against(APRIL, more("0|1|0|0")).examined.checked.findings if f.code == "T202")

    assert (finding.place, finding.id, finding.row_label) == (
        "budget/kurser/-",
        "T202/budget/kurser/-/-",
        "Kurser",
    )
    assert [cell.address for cell in finding.related] == ["'[2024-03.xlsx]Sheet1'!A5"]


def test_amounts_are_told_in_the_unit_of_now() -> None:
    kronor = "Belopp i kr\n" + more("0 | 12500 | 0 | 0")

    assert against(APRIL, kronor).sentences("T202")[0].endswith("It held: Utfall 12,5.")

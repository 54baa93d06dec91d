"""A line that is called something else than last month."""

from __future__ import annotations

from tests.checks.monthly import APRIL, against

RENAMED = APRIL.replace("Lokalhyror       ", "Hyra av lokaler  ")


def test_it_is_noted_at_its_name_and_neither_as_new_nor_as_vanished() -> None:
    found = against(RENAMED)

    assert found.findings == ["note T203 A4"]
    assert found.sentences("T203") == [
        "Hyra av lokaler seems to be what 2024-03.xlsx calls Lokalhyror: it is compared with that line."
    ]


def test_it_goes_on_being_compared() -> None:
    found = against(RENAMED.replace("| 130 ", "| 90  "))

    assert [each for each in found.findings if "T103" in each] == ["warning T103 C4"]


def test_that_it_is_the_same_line_is_likely_and_not_certain() -> None:
    (finding,) = (f for f in against(RENAMED).examined.checked.findings if f.code == "T203")

    assert finding.confidence == "medium"
    assert [cell.address for cell in finding.related] == ["'[2024-03.xlsx]Sheet1'!A4"]


def test_a_table_may_be_renamed_throughout() -> None:
    other = APRIL.replace("Intäkter ", "Inkomster").replace("Personalkostnader", "Löner            ")
    found = against(other.replace("Lokalhyror ", "Hyror      "))

    assert found.findings == ["note T203 A2", "note T203 A3", "note T203 A4"]
    assert found.gaps == []

"""What a decision changed of the budget."""

from __future__ import annotations

from tests.checks.monthly import APRIL, against

DECISION = "KF 2024-03-25 § 41"
MORE = (
    APRIL.replace("| 500 ", "| 520 ")
    .replace("| -900 ", "| -950 ")
    .replace("Summa             | 0 ", "Summa | -30")
)


def test_all_changes_are_told_once_with_their_sum_and_the_decision() -> None:
    found = against(MORE, decision=DECISION)

    assert found.findings == ["note T102 B1"]
    assert found.sentences("T102") == [
        "By the decision “KF 2024-03-25 § 41”, Budget has changed since 2024-03.xlsx by -30 tkr in all "
        "(lines: 2): Intäkter (B2) -50, Personalkostnader (B3) +20."
    ]
    assert found.sentences("T102", "sv")[0].startswith(
        "Enligt beslutet ”KF 2024-03-25 § 41” har Budget ändrats"
    )


def test_the_lines_that_changed_are_named_by_their_cells() -> None:
    (finding,) = (f for f in against(MORE, decision=DECISION).examined.checked.findings if f.code == "T102")

    assert [cell.address for cell in finding.related] == ["Sheet1!B2", "Sheet1!B3"]
    assert finding.place == "budget/-/budget"


def test_a_total_that_changed_alone_is_told() -> None:
    alone = against(APRIL.replace("Summa             | 0 ", "Summa             | 7 "), decision=DECISION)

    assert "Summa (B5) +7" in alone.sentences("T102")[0]


def test_nothing_is_told_where_nothing_changed_or_nothing_was_decided() -> None:
    assert against(APRIL, decision=DECISION).findings == []
    assert "note T102 B1" not in against(MORE).findings

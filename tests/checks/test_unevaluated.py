"""What could not be evaluated is told by sheet and reason, and nowhere taken for right."""

from __future__ import annotations

from tests.checks.examined import examined

SHEET = """
# Ett
1 | =VLOOKUP(A1,A1:A2,1) -> 1 | =NPV(0.1,A1) -> 1 | =VLOOKUP(A1,A1:A2,1) -> 1 | =Namn -> 1 | =Namn
# Två
1 | =TODAY() -> 1 | #N/A
"""


def test_one_entry_a_sheet_and_reason_with_what_stood_in_the_way() -> None:
    found = examined(SHEET, ())
    gaps = [each for each in found.checked.not_checked if each.code == "H306"]

    assert [(gap.cell.address if gap.cell else "", gap.count, gap.subject, gap.detail) for gap in gaps] == [
        ("Ett!B1", 3, "NPV, VLOOKUP", "function"),
        ("Ett!E1", 1, "Namn", "name"),
        ("Två!B1", 1, "TODAY", "function"),
    ]
    assert (
        "H306: formulas whose stored result was not tested, since they use functions that are not evaluated "
        "(NPV, VLOOKUP): 3, the first at Ett!B1." in found.sentences()
    )


def test_every_reason_can_be_said_in_both_languages() -> None:
    sheet = (
        "1 | =VLOOKUP(A1,A1,1) -> 1 | =Namn -> 1 | =T[x] -> 1 | =[1]B!A1 -> 1 | =A:B!C1 -> 1 | =A1:A2 -> 1\n"
        '2024-01-31 {date} | =A2+1 -> 1 | =A1 A2 -> 1 | = -> 1 | ="a"+1 -> 1 | =E2*2 -> 1 | =ROUND(A1/2,0) -> 1\n'
    )
    found = examined(
        sheet.replace("=E2*2", "=G3*2") + "1 | =SUBTOTAL(9,A3:A9) -> 1 | | | | | =A1\n! hidden rows 3", ()
    )
    details = {each.detail for each in found.checked.not_checked if each.code == "H306"}

    assert details == {
        "function",
        "name",
        "table",
        "other_workbook",
        "several_sheets",
        "array",
        "date",
        "not_understood",
        "unknown_text",
        "text",
        "no_result",
        "tie",
        "hidden_rows",
    }
    for language in ("en", "sv"):
        assert all("{" not in sentence for sentence in found.sentences(language))

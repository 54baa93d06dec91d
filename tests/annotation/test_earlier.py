from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from syditval.annotation.earlier import Reviewed, earlier_review, record_of, review_sheet_of
from syditval.annotation.review import Settled, Status
from syditval.annotation.review_columns import COLUMNS, CONTINUED, HEAD, MARKER, OURS, SETTLED
from syditval.model.cells import Cell, CellKind, Sheet, Workbook
from tests.annotation.review_grid import Line, Value, cell, grid, head_of

TOTAL = {
    **{"ref": "1", "severity": "Fel", "code": "F101", "cell": "Drift!C8", "concerns": "Summa, Utfall"},
    **{"message": "Raderna summerar till -89.", "expected": -89, "found": Decimal("-49.5"), "difference": 40},
    **{"id": "F101/budget/summa/actual/-", "amounts": "-89|-49.5"},
    **{"status": "förklarad", "comment": "Se bilaga 3.", "signature": "EL", "earlier": "Ny."},
}
LINK = {"ref": "2", "code": "H201", "id": "H201", "status": "öppen"}
GONE = {"code": "V101", "id": "V101/x", "amounts": SETTLED, "status": "rättad", "comment": "Bokfört om."}
TITLE = {"ref": "Ej kontrollerat", "amounts": OURS}
GAP = {"message": "3 tal utanför alla tabeller.", "amounts": OURS}


def told(*lines: Line, language: str = "sv") -> list[tuple[str, str, str, str]]:
    """Id, comment, signature and remark of every row that is read."""
    rows = [each.row for each in earlier_review(grid(lines, language))]
    return [(row.id, row.comment, row.signature, row.remark) for row in rows]


def test_an_item_is_read_as_its_row_said_it() -> None:
    assert earlier_review(grid([TOTAL])) == (
        Reviewed(
            Settled(
                id="F101/budget/summa/actual/-",
                severity="Fel",
                code="F101",
                place="Drift!C8",
                subject="Summa, Utfall",
                message="Raderna summerar till -89.",
                expected="-89",
                found="-49.5",
                status=Status.EXPLAINED,
                comment="Se bilaga 3.",
                signature="EL",
                remark="Ny.",
            ),
            amounts="-89|-49.5",
        ),
    )


def test_items_settled_items_and_nothing_of_the_other_blocks_are_read() -> None:
    found = earlier_review(grid([TOTAL, LINK, TITLE, GONE, TITLE, GAP]))

    assert [(each.row.id, each.was_settled) for each in found] == [
        (TOTAL["id"], False),
        ("H201", False),
        ("V101/x", True),
    ]


def test_a_review_is_known_by_its_marker_whatever_it_is_called() -> None:
    review = replace(grid([TOTAL]), name="Klar")
    other = Sheet("Granskning", {(1, 1): cell("Granskning av april.xlsx")})

    assert review_sheet_of(Workbook("april.xlsx", "", 0, (other, review))) is review
    assert review_sheet_of(Workbook("april.xlsx", "", 0, (other,))) is None


def test_the_record_is_put_together_from_its_pieces() -> None:
    sheet = grid([TOTAL])
    side = COLUMNS.index("record") + 1
    pieces = {(2, side): cell('{"marks": '), (4, side): cell("[]"), (11, side): cell(" }")}

    assert record_of(replace(sheet, cells={**pieces, **sheet.cells})) == '{"marks": [] }'
    assert record_of(sheet) == ""
    assert record_of(Sheet("Drift", pieces)) == ""


def test_the_record_is_no_part_of_a_row() -> None:
    assert told({**TOTAL, "record": "{}"}) == told(TOTAL)


@pytest.mark.parametrize(
    ("word", "status"),
    [
        *[("öppen", Status.OPEN), ("förklarad", Status.EXPLAINED), ("rättad", Status.CORRECTED)],
        *[("open", Status.OPEN), ("explained", Status.EXPLAINED), ("corrected", Status.CORRECTED)],
        *[("  FÖRKLARAD ", Status.EXPLAINED), ("Corrected\n", Status.CORRECTED)],
        *[("", Status.OPEN), ("  ", Status.OPEN)],
    ],
)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_status_is_understood_in_both_languages_however_it_was_typed(
    word: str, status: Status, language: str
) -> None:
    [found] = earlier_review(grid([{**TOTAL, "status": word}], language))

    assert (found.row.status, found.row.remark) == (status, "Ny.")


def test_a_status_that_is_none_is_open_and_kept_in_the_remark() -> None:
    [found] = earlier_review(grid([{**TOTAL, "status": "Väntar på Eva"}]))

    assert (found.row.status, found.row.remark) == (Status.OPEN, "Ny.\nStatus: Väntar på Eva")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (datetime(2024, 5, 13), "2024-05-13"),
        (datetime(2024, 5, 13, 14, 30), "2024-05-13 14:30:00"),
        (Decimal("7.50"), "7.5"),
        (True, "True"),
        (" E. Lind ", "E. Lind"),
        ("=1+1", "=1+1"),
        ("-", "-"),
        ("@eva", "@eva"),
    ],
)
def test_what_the_auditor_wrote_is_text_whatever_kind_of_cell_it_became(value: Value, text: str) -> None:
    assert told({**TOTAL, "signature": value, "comment": value}) == [(TOTAL["id"], text, text, "Ny.")]


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        (Cell(CellKind.NUMBER, Decimal(15), "=12+3"), "15"),
        (Cell(CellKind.NOT_CALCULATED, None, "=12+3"), "=12+3"),
        (Cell(CellKind.ERROR, "#NAME?", "=se bilaga"), "=se bilaga"),
        (Cell(CellKind.ERROR, "#N/A"), "#N/A"),
    ],
)
def test_a_comment_that_became_a_formula_says_what_it_shows_or_else_itself(stored: Cell, text: str) -> None:
    sheet = grid([TOTAL])
    place = HEAD + 1, COLUMNS.index("comment") + 1

    [found] = earlier_review(replace(sheet, cells={**sheet.cells, place: stored}))

    assert found.row.comment == text


def test_a_comment_may_have_several_lines() -> None:
    assert told({**TOTAL, "comment": "Ett\n\nTvå\n"})[0][1] == "Ett\n\nTvå"


def test_columns_are_found_wherever_they_were_moved() -> None:
    lines = [TOTAL, GONE, TITLE, GAP]

    assert earlier_review(grid(lines, columns=reversed(COLUMNS))) == earlier_review(grid(lines))


def test_rows_are_found_wherever_they_were_sorted() -> None:
    assert sorted(told(LINK, TITLE, TOTAL)) == sorted(told(TOTAL, LINK, TITLE))


def test_rows_above_the_head_move_nothing() -> None:
    sheet = grid([TOTAL])
    lower = {(row + 2, column): cell for (row, column), cell in sheet.cells.items()}

    assert earlier_review(replace(sheet, cells=lower)) == earlier_review(sheet)


def test_without_its_head_a_review_is_read_by_the_usual_columns() -> None:
    sheet = grid([TOTAL, LINK])
    rest = {place: cell for place, cell in sheet.cells.items() if place[0] != HEAD}
    moved = {(row - (row > HEAD), column): cell for (row, column), cell in rest.items()}

    assert earlier_review(replace(sheet, cells=moved)) == earlier_review(sheet)


def test_texts_that_go_on_in_rows_below_are_one_however_they_were_sorted() -> None:
    more = [
        {"id": TOTAL["id"], "amounts": f"{CONTINUED} {n}", "comment": text, "message": text}
        for n, text in ((1, " Och mer"), (2, " och mer."), (10, " Slut."))
    ]

    [found] = earlier_review(grid([more[2], more[1], LINK, TOTAL, more[0]]))[:1]

    assert found.row.comment == "Se bilaga 3. Och mer och mer. Slut."
    assert found.row.message == "Raderna summerar till -89. Och mer och mer. Slut."
    assert found.amounts == TOTAL["amounts"]


def test_what_is_left_of_an_item_is_read_too() -> None:
    more = {"id": TOTAL["id"], "amounts": f"{CONTINUED} 1", "comment": "och mer."}

    assert told(more) == [(TOTAL["id"], "och mer.", "", "")]


def test_the_rows_of_a_cause_with_several_cells_are_one_item() -> None:
    first = {"id": "cause/x", "amounts": "1|2;3|4", "cell": "Drift!C7", "status": "öppen", "comment": "Ja."}
    second = {
        "id": "cause/x",
        "cell": "Drift!C9",
        "status": "rättad",
        "comment": "Här med.",
        "signature": "EL",
    }

    [found] = earlier_review(grid([second, first]))

    assert found.row.place == "Drift!C7\nDrift!C9"
    assert (found.row.status, found.row.comment) == (Status.CORRECTED, "Ja.\nHär med.")
    assert (found.row.signature, found.amounts) == ("EL", "1|2;3|4")


def test_of_a_copied_row_what_it_says_otherwise_is_added() -> None:
    copy = {**TOTAL, "comment": "Frågat Eva."}

    assert told(TOTAL, TOTAL, copy) == [(TOTAL["id"], "Se bilaga 3.\nFrågat Eva.", "EL", "Ny.")]


def test_a_column_of_the_auditors_own_comes_with_the_comment() -> None:
    columns = ("Ansvarig", *COLUMNS, "")
    [found] = earlier_review(grid([{**TOTAL, "Ansvarig": "Eva"}], columns=columns))

    assert found.row.comment == "Se bilaga 3.\nAnsvarig: Eva"


def test_what_stands_under_another_head_than_ours_comes_with_the_comment() -> None:
    columns = ["Vår kommentar" if name == "comment" else name for name in COLUMNS]
    line = {name: value for name, value in TOTAL.items() if name != "comment"}

    [found] = earlier_review(grid([{**line, "Vår kommentar": "Se bilaga 3."}], columns=columns))

    assert found.row.comment == "Vår kommentar: Se bilaga 3."


def test_what_stands_beside_the_columns_comes_with_the_comment() -> None:
    sheet = grid([TOTAL])
    beside = HEAD + 1, len(COLUMNS) + 3

    [found] = earlier_review(replace(sheet, cells={**sheet.cells, beside: cell("OK/EL")}))

    assert found.row.comment == "Se bilaga 3.\nOK/EL"


def test_of_two_columns_with_one_head_the_second_is_the_auditors_own() -> None:
    again = head_of("comment", "sv")
    [found] = earlier_review(grid([{**TOTAL, again: "Igen."}], columns=[*COLUMNS, again]))

    assert found.row.comment == f"Se bilaga 3.\n{again}: Igen."


def test_a_row_that_the_auditor_added_is_read_with_everything_in_it() -> None:
    own = {"ref": "3", "cell": "Drift!B2", "message": "Saknas.", "rule": "Policy", "status": "förklarad"}

    *_, added = earlier_review(grid([TOTAL, own, LINK]))

    assert (added.row.id, added.row.place, added.row.message) == ("", "Drift!B2", "Saknas.")
    assert added.row.status is Status.EXPLAINED
    assert added.row.comment == "Ref: 3\nRegel, eller vad som hänt: Policy"


def test_a_row_whose_hidden_cells_were_cleared_is_the_auditors_own() -> None:
    [added] = earlier_review(grid([{**TOTAL, "id": "", "amounts": ""}]))

    assert (added.row.id, added.row.comment.splitlines()[0]) == ("", "Se bilaga 3.")


def test_a_comment_beside_something_that_is_no_item_is_read_with_it() -> None:
    heads = {name: head_of(name, "sv") for name in COLUMNS[:-3]} | {"amounts": OURS}
    [added] = earlier_review(grid([TITLE, heads, {**GAP, "comment": "Sidnummer."}]))

    assert (added.row.id, added.row.message) == ("", GAP["message"])
    assert added.row.comment == "Sidnummer."


def test_a_sheet_with_nothing_but_the_marker_gives_nothing() -> None:
    assert earlier_review(Sheet("Granskning", {(1, 19): cell(MARKER)})) == ()

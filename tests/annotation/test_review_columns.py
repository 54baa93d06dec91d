"""Where the columns of the review sheet stand: earlier reviews are read back by it."""

from __future__ import annotations

from syditval.annotation.review_columns import COLUMNS, HIDDEN, HIDDEN_HEADS, LETTERS, NUMBERS, WIDTHS


def test_the_columns_stand_where_they_always_stood() -> None:
    assert " ".join(f"{LETTERS[name]}:{name}" for name in COLUMNS) == (
        "A:ref B:severity C:code D:cell E:concerns F:message G:expected H:found I:difference J:bound K:unit "
        "L:rule M:status N:comment O:signature P:earlier Q:id R:amounts S:record"
    )
    assert list(NUMBERS.values()) == list(range(1, 20))


def test_what_programs_read_is_not_among_the_visible_columns() -> None:
    assert not {*HIDDEN, "record"} & set(WIDTHS)
    assert tuple(HIDDEN_HEADS) == HIDDEN

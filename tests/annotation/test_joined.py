"""Two reviews become one, and nothing that was written in either is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from syditval.annotation.earlier import Reviewed
from syditval.annotation.joined import joined
from syditval.annotation.review import Settled, Status
from syditval.messages import texts

WORDS = texts("sv")


def item(name: str, comment: str = "", status: Status = Status.OPEN, signature: str = "") -> Reviewed:
    told = dict.fromkeys(("severity", "code", "place", "subject", "message", "expected", "found"), "")
    return Reviewed(Settled(name, **told, status=status, comment=comment, signature=signature), "-89|-49")


def join(first: list[Reviewed], second: list[Reviewed]) -> dict[str, tuple[str, str]]:
    """Comment and remark of each item of the two, the second from kopia.xlsx."""
    both = joined(first, second, "kopia.xlsx", WORDS)
    return {each.row.id: (each.row.comment, each.row.remark) for each in both}


def test_each_gives_what_the_other_does_not_answer() -> None:
    first, second = [item("a", "Ett"), item("b")], [item("a"), item("b", "Två"), item("c", "Tre")]

    assert join(first, second) == {"a": ("Ett", ""), "b": ("Två", ""), "c": ("Tre", "")}


def test_where_both_answer_the_first_holds_and_tells_what_the_other_said() -> None:
    second = item("a", "Två", Status.EXPLAINED, "EL")

    assert join([item("a", "Ett")], [second]) == {"a": ("Ett", "I kopia.xlsx stod: förklarad, Två, EL.")}


def test_the_same_answer_is_told_once_and_a_remark_is_not_repeated() -> None:
    (once,) = joined([item("a", "Ett")], [item("a", "Två")], "kopia.xlsx", WORDS)

    assert join([item("a", "Ett")], [item("a", "Ett")]) == {"a": ("Ett", "")}
    assert join([once], [item("a", "Två")]) == {"a": ("Ett", once.row.remark)}


def test_what_nobody_answered_in_the_other_is_no_item_of_this_one() -> None:
    assert join([item("a")], [item("b")]) == {"a": ("", "")}


def test_rows_that_the_auditor_added_are_kept_from_both() -> None:
    both = joined([item("", "Egen")], [item("", "Egen"), item("", "Också egen")], "kopia.xlsx", WORDS)

    assert [each.row.comment for each in both] == ["Egen", "Också egen"]


rows = st.builds(
    item,
    st.sampled_from(["", "a", "b", "c"]),
    st.sampled_from(["", "Ett", "Två", "Tre"]),
    st.sampled_from(Status),
    st.sampled_from(["", "EL", "MB"]),
)
reviews = st.lists(rows, max_size=6, unique_by=lambda each: each.row.id or id(each))


@given(reviews, reviews)
def test_nothing_that_was_written_disappears(first: list[Reviewed], second: list[Reviewed]) -> None:
    both = joined(first, second, "kopia.xlsx", WORDS)
    kept = {each.row.id: each.row for each in both}

    for each in (*first, *second):
        told = (each.row.comment, each.row.signature)
        if each.row.id:
            row = kept.get(
                each.row.id, each.row if not any(told) and each.row.status is Status.OPEN else None
            )
            assert row is not None
            assert all(text in f"{row.comment} {row.signature} {row.remark}" for text in told)
        else:
            assert each in both

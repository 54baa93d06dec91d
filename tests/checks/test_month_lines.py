"""The same lines in two months, wherever they stand and however they are called."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from syditval.checks.month_lines import Lines
from tests.checks.examined import table_of
from tests.checks.monthly import APRIL, MARCH, lines, plain

Rows = list[tuple[str, int]]


def beside(now: Rows, then: Rows) -> Lines:
    return lines(plain(now), plain(then))


def told(now: Rows, then: Rows) -> list[str]:
    """The common lines but the total as ``now = then``, each by its row, then ``+`` new and ``-`` gone ones."""
    found = beside(now, then)
    pairs = [f"{row.number} = {old.number}" for row, old in found.common if row.role == "detail"]
    return [*pairs, *(f"+ {row.label}" for row in found.new), *(f"- {row.label}" for row in found.gone)]


ABC = [("Personal", 500), ("Lokaler", 400), ("Datorer", 70)]


def test_lines_are_known_by_their_names_whatever_their_order() -> None:
    assert told(ABC, ABC[::-1]) == ["2 = 4", "3 = 3", "4 = 2"]


def test_totals_are_the_same_however_they_are_called() -> None:
    found = lines(table_of(APRIL), table_of(MARCH.replace("Summa", "Totalt")))

    assert [(row.label, old.label) for row, old in found.common][-1] == ("Summa", "Totalt")
    assert found.renamed == ()


def test_a_line_is_new_and_another_gone() -> None:
    assert told([*ABC, ("Kurser", 30)], [("Bilar", 90), *ABC]) == [
        *("2 = 3", "3 = 4", "4 = 5"),
        *("+ Kurser", "- Bilar"),
    ]


def test_of_lines_with_one_name_those_with_the_same_budget_are_the_same() -> None:
    now = [("Personal", 400), ("Personal", 500), ("Lokaler", 90)]

    assert told(now, [("Personal", 500), ("Personal", 400), ("Lokaler", 90)]) == ["2 = 3", "3 = 2", "4 = 4"]
    assert told(now, [("Personal", 500), ("Personal", 410), ("Lokaler", 90)]) == ["2 = 3", "3 = 2", "4 = 4"]
    assert told(now, [("Personal", 400), ("Lokaler", 90)]) == ["2 = 2", "4 = 3", "+ Personal"]


def renamed(now: Rows, then: Rows) -> list[str]:
    return [f"{old.label} -> {row.label}" for row, old in beside(now, then).renamed]


def test_a_line_at_the_same_place_with_the_same_budget_has_another_name() -> None:
    now = [("Personal", 500), ("Hyra av lokaler", 400), ("Datorer", 70)]

    assert renamed(now, ABC) == ["Lokaler -> Hyra av lokaler"]


def test_a_line_with_the_same_budget_and_most_of_its_name_has_moved_too() -> None:
    assert renamed([("Personalkostnader", 500), *ABC[1:]], [*ABC[1:], ("Personalkostnad", 500)]) == [
        "Personalkostnad -> Personalkostnader"
    ]


def test_a_line_at_its_place_with_most_of_its_name_may_have_another_budget() -> None:
    assert renamed([("Personal", 500), ("Lokalerna", 430), ("Datorer", 70)], ABC) == ["Lokaler -> Lokalerna"]


def test_one_of_three_is_not_enough() -> None:
    """Another project in its place, one of the same size elsewhere, or one called nearly the same."""
    assert renamed([("Personal", 500), ("Kurser", 30), ("Datorer", 70)], ABC) == []
    assert renamed([("Personal", 500), ("Datorer", 70), ("Bilar", 90), ("Kurser", 400)], ABC) == []
    assert renamed([("Personal", 500), ("Datorer", 70), ("Bilar", 90), ("Lokalerna", 30)], ABC) == []


def test_a_line_without_a_budget_is_not_known_by_it() -> None:
    assert renamed([("Personal", 500), ("Kurser", 0)], [("Personal", 500), ("Bilar", 0)]) == []


def test_a_line_that_went_to_another_section_is_the_same_and_has_its_name() -> None:
    then = table_of("""
              | Budget | Utfall | Prognos | Avvikelse
Drift         |        |        |         |
Personal      | 500    | 170    | 500     | 0
Lokaler       | 400    | 130    | 400     | 0
Summa         | 900    | 300    | 900     | 0
""")
    now = table_of("""
              | Budget | Utfall | Prognos | Avvikelse
Verksamhet    |        |        |         |
Personal      | 500    | 170    | 500     | 0
Lokaler       | 400    | 130    | 400     | 0
Summa         | 900    | 300    | 900     | 0
""")
    found = lines(now, then)

    assert [(row.label, old.label) for row, old in found.common] == [
        (name, name) for name in ("Personal", "Lokaler", "Summa")
    ]
    assert (found.new, found.gone, found.renamed) == ((), (), ())


names = st.sampled_from(["Personal", "Lokaler", "Datorer", "Kurser", "Bilar", "Resor"])
some_rows = st.lists(st.tuples(names, st.integers(1, 5)), min_size=2, max_size=8)


@settings(max_examples=40)
@given(some_rows, some_rows)
def test_every_line_is_told_once(now: Rows, then: Rows) -> None:
    found = beside(now, then)

    own = [row.number for row, _ in found.common] + [row.number for row in found.new]
    old = [row.number for _, row in found.common] + [row.number for row in found.gone]
    assert sorted(own) == list(range(2, len(now) + 3))
    assert sorted(old) == list(range(2, len(then) + 3))
    assert set(found.renamed) <= set(found.common)


@settings(max_examples=40)
@given(some_rows)
def test_a_table_has_all_its_lines_in_common_with_itself(rows: Rows) -> None:
    found = beside(rows, rows)

    assert (found.new, found.gone, found.renamed) == ((), (), ())
    assert all(row == old for row, old in found.common)

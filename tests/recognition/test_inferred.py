"""Totals that no label tells, found by their figures."""

from __future__ import annotations

from syditval.recognition.inferred import MOST_ROWS, inferred_parts
from tests.recognition.found import scene_in

HEADER = "Benämning | Budget | Utfall | Prognos | Avvikelse\n"

PARENTS = """Kommunstyrelsen | 37512 | 12871 | 37209 | 303
Kansli          | 14257 | 4614  | 14100 | 157
Ekonomi         | 23255 | 8257  | 23109 | 146
Byggnadsnämnden | 11807 | 3705  | 11964 | -157
Administration  | 1507  | 460   | 1466  | 41
Plan och bygg   | 1903  | 695   | 1895  | 8
Räddningstjänst | 8397  | 2550  | 8603  | -206
"""


def parts(lines: str, header: str = HEADER) -> dict[int, tuple[int, ...]]:
    """What was found, by row number; the first line is row 2."""
    return dict(inferred_parts(scene_in(header + lines)))


def test_parents_above_their_children() -> None:
    assert parts(PARENTS) == {2: (3, 4), 5: (6, 7, 8)}


def test_a_parent_that_is_wrong_in_one_column_is_found_by_the_others() -> None:
    assert parts(PARENTS.replace("12871", "12781")) == {2: (3, 4), 5: (6, 7, 8)}


def test_a_parent_of_parents() -> None:
    nested = "Kommunen | 49319 | 16576 | 49173 | 146\n" + PARENTS

    assert parts(nested) == {2: (3, 6), 3: (4, 5), 6: (7, 8, 9)}


def test_a_parent_of_a_parent_that_is_wrong_is_of_what_that_one_should_be_of() -> None:
    nested = "Kommunen | 49319 | 16576 | 49173 | 146\n" + PARENTS.replace("12871", "42871")
    found = parts(nested)

    assert found[3] == (4, 5)
    assert found[2] in ((3, 6), (4, 5, 7, 8, 9))


def test_a_total_does_not_claim_the_children_of_its_parent() -> None:
    found = parts(PARENTS + "Summa | 49319 | 16576 | 49173 | 146")

    assert (found[2], found[5]) == ((3, 4), (6, 7, 8))


def test_a_total_without_a_label_below_its_lines() -> None:
    unlabelled = "Kansli | 14257 | 4614 | 14100 | 157\nEkonomi | 23255 | 8257 | 23109 | 146\n"

    assert parts(unlabelled + " | 37512 | 12871 | 37209 | 303\nRäntor | 77 | 31 | 80 | -3\n") == {4: (2, 3)}


def test_of_two_columns_both_or_one_and_the_computed_one_must_agree() -> None:
    header = "Benämning | Budget | Utfall | Avvikelse\n"
    lines = "Nämnden | 37512 | 12871 | 24641\nKansli | 14257 | 4614 | 9643\nEkonomi | 23255 | 8257 | 14998\n"

    assert parts(lines, header) == {2: (3, 4)}
    assert parts(lines.replace("12871", "12781"), header) == {2: (3, 4)}
    assert parts(lines.replace("12871", "12781").replace("24641", "24731"), header) == {}


def test_of_which_rows_are_no_children() -> None:
    assert parts(PARENTS.replace("Kansli ", "varav kansli ").replace("Ekonomi ", "varav ekonomi "))[5] == (
        6,
        7,
        8,
    )
    assert 2 not in parts(PARENTS.replace("Kansli ", "varav kansli ").replace("Ekonomi ", "varav ekonomi "))


def test_lines_that_do_not_add_up_are_left_alone() -> None:
    assert (
        parts(PARENTS.replace("37512", "1").replace("37209", "2").replace("11807", "3").replace("11964", "4"))
        == {}
    )


def test_round_amounts_that_add_up_in_one_column_are_a_coincidence() -> None:
    assert (
        parts("A | 300 | 17 | 412 | 0\nB | 100 | 55 | 97 | 3\nC | 200 | 81 | 356 | 4\nD | 7 | 3 | 8 | -1\n")
        == {}
    )


def test_a_total_of_lines_that_stand_apart_is_a_coincidence() -> None:
    """Kansli and Ekonomi add up to Summa, but Räntor stands between them and is no part of it."""
    apart = "Kansli | 14257 | 4614 | 14100 | 157\nRäntor | 77 | 31 | 80 | -3\nEkonomi | 23255 | 8257 | 23109 | 146\n"

    assert parts(apart + "Nämnden | 37512 | 12871 | 37209 | 303\n") == {}


def test_a_ledger_is_not_searched() -> None:
    lines = PARENTS + "".join(f"Rad {number} | 1 | 1 | 1 | 0\n" for number in range(MOST_ROWS))

    assert parts(lines) == {}

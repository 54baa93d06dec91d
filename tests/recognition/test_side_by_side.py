"""One row of headings as those of one table, or of several side by side."""

from __future__ import annotations

import pytest

from syditval.recognition.headings import roles_of
from syditval.recognition.side_by_side import Heading, assignments, can_be_told_apart, tables_of
from tests.recognition.found import BUDGET, INVESTMENT


def headings(text: str) -> list[Heading]:
    """The recognised headings of a row written as text."""
    row = (part.strip() for part in text.split("|"))
    all_of_them = (Heading(column, part, roles_of(part, BUDGET)) for column, part in enumerate(row, start=1))
    return [heading for heading in all_of_them if heading.roles]


def groups(text: str) -> list[str]:
    """The tables that a row of headings is taken for, each as its headings."""
    return [" | ".join(heading.text for heading in group) for group in tables_of(headings(text))]


@pytest.mark.parametrize(
    "row",
    [
        "Benämning | Budget | Utfall | Prognos | Avvikelse",
        "Budget | Utfall | Prognos | Avvikelse",
        "Konto | Benämning | Not | Budget | Utfall | Prognos | Avvikelse | Kommentar",
        "Benämning | Budget ack | Utfall ack | Avvikelse | Årsbudget | Prognos | Avvikelse",
    ],
)
def test_headings_that_can_be_told_apart_are_one_table(row: str) -> None:
    assert groups(row) == [row]


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        ("Budget | Utfall | Prognos 1 | Prognos 2 | Avvikelse", "Budget | Utfall | Prognos 2 | Avvikelse"),
        ("Budget | Prognos mars | Prognos april | Prognos maj", "Budget | Prognos maj"),
        ("Avvikelse | Avvikelse | Budget | Utfall", "Avvikelse | Avvikelse | Budget | Utfall"),
        ("Budget | Bokslut | Utfall", "Budget | Bokslut | Utfall"),
    ],
)
def test_the_later_of_two_editions_side_by_side_takes_the_place(row: str, kept: str) -> None:
    assert groups(row) == [kept]


def test_editions_with_a_column_between_them_are_of_two_tables() -> None:
    assert groups("Budget | Prognos 1 | Kommentar | Prognos 2") == [
        "Budget | Prognos 1 | Kommentar",
        "Prognos 2",
    ]


@pytest.mark.parametrize(
    ("row", "tables"),
    [
        (
            "Benämning | Budget | Utfall | Benämning | Budget | Utfall",
            ["Benämning | Budget | Utfall", "Benämning | Budget | Utfall"],
        ),
        ("Budget | Utfall | Prognos | Budget | Utfall", ["Budget | Utfall | Prognos", "Budget | Utfall"]),
        ("Utfall | Budget | Prognos | Utfall | Budget", ["Utfall | Budget | Prognos", "Utfall | Budget"]),
    ],
)
def test_a_label_behind_figures_and_a_role_that_repeats_begin_the_next_table(
    row: str, tables: list[str]
) -> None:
    assert groups(row) == tables


class TestYears:
    """ "Utfall 2023" beside "Utfall 2024" is the year before, wherever it stands."""

    @staticmethod
    def roles(text: str) -> list[str]:
        (group,) = tables_of(headings(text))
        return [f"{heading.text}: {heading.roles[0]}" for heading in group]

    @pytest.mark.parametrize(
        ("row", "prior"),
        [
            ("Utfall 2023 | Budget 2024 | Utfall 2024 | Avvikelse", "Utfall 2023"),
            ("Budget 2024 | Utfall 2024 | Utfall 2023 | Avvikelse", "Utfall 2023"),
            ("Budget 2024 | Utfall 230430 | Utfall 240430 | Avvikelse", "Utfall 230430"),
            ("Budget | Utfall jan-apr 2023 | Utfall jan-apr 2024", "Utfall jan-apr 2023"),
            ("Bokslut 2022 | Budget 2023 | Bokslut 2023 | Avvikelse", "Bokslut 2022"),
            ("Bokslut 2023 | Budget 2024 | Utfall | Avvikelse", "Bokslut 2023"),
        ],
    )
    def test_the_earlier_of_two_outcomes_is_last_years(self, row: str, prior: str) -> None:
        assert f"{prior}: prior_year" in self.roles(row)
        assert sum("actual" in role for role in self.roles(row)) == 1

    def test_an_earlier_column_without_a_role_of_its_own_is_left_out(self) -> None:
        roles = self.roles("Budget 2023 | Utfall 2023 | Budget 2024 | Utfall 2024 | Prognos 2024 | Avvikelse")

        assert [role.split(":")[0] for role in roles] == [
            "Utfall 2023", "Budget 2024", "Utfall 2024", "Prognos 2024", "Avvikelse"
        ]  # fmt: skip

    def test_two_whole_years_are_two_tables(self) -> None:
        row = "Budget 2023 | Utfall 2023 | Avvikelse 2023 | Budget 2024 | Utfall 2024 | Avvikelse 2024"

        assert groups(row) == [
            "Budget 2023 | Utfall 2023 | Avvikelse 2023",
            "Budget 2024 | Utfall 2024 | Avvikelse 2024",
        ]


def test_two_columns_called_avvikelse_may_have_their_roles_either_way() -> None:
    both = [Heading(column, "Avvikelse", roles_of("Avvikelse", INVESTMENT)) for column in (4, 7)]

    assert list(assignments(both)) == [("remainder", "variance"), ("variance", "remainder")]
    assert can_be_told_apart(both)
    assert not can_be_told_apart([*both, both[0]])


def test_no_headings_have_one_assignment_and_no_table() -> None:
    assert list(assignments([])) == [()]
    assert list(tables_of([])) == []

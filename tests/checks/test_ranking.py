"""Findings in the order in which they are read, each with a name of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syditval.checks import pressing_first, ranked
from syditval.model.cause import Cause, Certainty
from syditval.model.cells import CellRef
from syditval.model.finding import Finding
from syditval.model.rule import Severity
from syditval.model.waiver import Waived, Waiver, Waiving
from tests.text_tables import workbook

BOOK = workbook("# Ö\nSkola | 1\n# A\nVård | 2")


def finding(cell: CellRef | None, severity: Severity = Severity.ERROR, code: str = "F101") -> Finding:
    return Finding(f"{code}/budget", code, "a-name", severity, "budget", cell)


def under(finding: Finding, waiving: Waiving) -> Finding:
    return replace(finding, waived=Waived(Waiver(finding.code, finding.place, "Rättas."), waiving))


def small(finding: Finding) -> Finding:
    return replace(finding, is_material=False)


def test_they_stand_by_severity_then_tab_by_tab_and_row_by_row() -> None:
    places = [CellRef("A", 1, 1), CellRef("Ö", 9, 1), CellRef("Ö", 2, 3), None]
    found = ranked([finding(CellRef("A", 1, 1), Severity.NOTE), *map(finding, places)], BOOK)

    assert [(each.severity.value, each.cell and each.cell.address) for each in found] == [
        ("error", None),
        ("error", "Ö!C2"),
        ("error", "Ö!A9"),
        ("error", "A!A1"),
        ("note", "A!A1"),
    ]


def test_at_one_cell_the_rules_stand_in_the_order_of_their_codes() -> None:
    cell = CellRef("A", 1, 1)

    assert [each.code for each in ranked([finding(cell, code=c) for c in ("V101", "F101")], BOOK)] == [
        "F101",
        "V101",
    ]


def test_one_that_comes_again_is_numbered() -> None:
    assert [each.id for each in ranked([finding(None)] * 3, BOOK)] == [
        "F101/budget",
        "F101/budget~2",
        "F101/budget~3",
    ]


def test_its_place_is_numbered_with_it_so_that_a_waiver_names_one_of_them() -> None:
    placed = replace(finding(None), place="budget/total/actual")

    assert [each.place for each in ranked([placed] * 2, BOOK)] == [
        "budget/total/actual",
        "budget/total/actual~2",
    ]


@pytest.mark.parametrize(
    ("found", "place"),
    [
        (finding(None), 0),
        (under(finding(None), Waiving.EXCEEDED), 0),
        (under(finding(None), Waiving.EXPIRED), 0),
        (small(finding(None)), 1),
        (small(under(finding(None), Waiving.EXPIRED)), 1),
        (under(finding(None), Waiving.WAIVED), 2),
        (small(under(finding(None), Waiving.WAIVED)), 2),
    ],
)
def test_what_counts_comes_first_then_what_is_small_then_what_is_waived(found: Finding, place: int) -> None:
    assert found.status.rank == place


def test_a_note_that_counts_stands_before_errors_that_do_not() -> None:
    cells = [CellRef("Ö", row, 1) for row in range(1, 7)]
    found = ranked(
        [
            under(finding(cells[0]), Waiving.WAIVED),
            small(finding(cells[1])),
            small(finding(cells[2], Severity.NOTE)),
            finding(cells[3], Severity.NOTE),
            finding(cells[4]),
            under(finding(cells[5], Severity.NOTE), Waiving.WAIVED),
        ],
        BOOK,
    )

    assert [each.cell.a1 for each in found if each.cell] == ["A5", "A4", "A2", "A3", "A1", "A6"]


class TestCauses:
    """Three causes: of one finding that counts, of one that is small, of one that is waived."""

    FOUND = (
        replace(finding(None), id="waived", waived=Waived(Waiver("F101", "", "Rättas."), Waiving.WAIVED)),
        replace(finding(None), id="small", is_material=False),
        replace(finding(None), id="pressing"),
        replace(finding(None), id="pressing too"),
    )

    @staticmethod
    def cause(*explains: str) -> Cause:
        return Cause("budget", Certainty.CERTAIN, (), explains, len(explains), Severity.ERROR)

    def ordered(self, *causes: Cause) -> list[tuple[str, ...]]:
        return [cause.explains for cause in pressing_first(causes, self.FOUND)]

    def test_stand_by_what_they_settle(self) -> None:
        causes = [self.cause(each.id) for each in self.FOUND]

        assert self.ordered(*causes) == [("pressing",), ("pressing too",), ("small",), ("waived",)]

    def test_one_finding_that_counts_is_enough(self) -> None:
        assert self.ordered(self.cause("small"), self.cause("waived", "pressing")) == [
            ("waived", "pressing"),
            ("small",),
        ]

    def test_keep_their_order_where_they_settle_the_same(self) -> None:
        causes = [self.cause("pressing too"), self.cause("pressing")]

        assert self.ordered(*causes) == [("pressing too",), ("pressing",)]

    def test_one_that_settles_nothing_stands_with_those_that_count(self) -> None:
        assert self.ordered(self.cause("small"), self.cause(), self.cause("pressing")) == [
            (),
            ("pressing",),
            ("small",),
        ]

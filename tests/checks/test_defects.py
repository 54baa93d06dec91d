"""Neighbours with the same defect are one finding, with the milder of two severities."""

from __future__ import annotations

from syditval.checks.defects import Defect, area_written, findings_of
from syditval.checks.labels import Labels
from syditval.model.cells import Area, CellRef
from syditval.model.rule import RuleInfo, Severity
from tests.text_tables import workbook

RULE = RuleInfo("H399", "some-defect", Severity.ERROR, "", "")
BOOK = workbook("# Ett\nNämnd | jan | feb\nSkola | 1 | 2 | 3\nOmsorg | 4 | 5 | 6")


def defects(*addresses: tuple[int, int], likeness: str = "same") -> list[Defect]:
    return [Defect((CellRef("Ett", *each),), likeness, {"which": f"{each}"}) for each in addresses]


def told(found: list[Defect]) -> list[str]:
    return [
        f"{each.id} {each.fields['cells']} {each.fields['count']}"
        for each in findings_of(RULE, found, Labels(BOOK))
    ]


def test_side_by_side_and_one_below_the_other() -> None:
    assert told(defects((2, 2), (2, 3), (3, 3))) == ["H399/Ett/Skola/B B2, C2, C3 3"]
    assert told(defects((3, 3), (2, 2), (3, 2), (2, 3))) == ["H399/Ett/Skola/B B2:C3 4"]


def test_not_where_they_differ_or_stand_apart() -> None:
    assert told(defects((2, 2), (2, 4))) == ["H399/Ett/Skola/B B2 1", "H399/Ett/Skola/D D2 1"]
    assert len(told(defects((2, 2)) + defects((2, 3), likeness="other"))) == 2


def test_a_row_without_a_name_is_known_by_its_number() -> None:
    assert told(defects((7, 2))) == ["H399/Ett/7/B B7 1"]


def test_the_first_tells_the_fields_and_all_are_related() -> None:
    first, second = defects((2, 2), (2, 3))
    both = [second, Defect(first.cells, "same", first.fields, (CellRef("Ett", 9, 9),))]
    (finding,) = findings_of(RULE, both, Labels(BOOK))

    assert finding.fields["which"] == "(2, 2)"
    assert [cell.a1 for cell in finding.related] == ["C2", "I9"]
    assert (finding.cell, finding.row_label) == (CellRef("Ett", 2, 2), "Skola")


def test_a_defect_may_be_milder_than_its_rule_and_never_worse() -> None:
    cells = (CellRef("Ett", 2, 2),)
    (milder,) = findings_of(RULE, [Defect(cells, 1, severity=Severity.NOTE)], Labels(BOOK))
    lenient = RuleInfo("H399", "some-defect", Severity.NOTE, "", "")
    (as_stated,) = findings_of(lenient, [Defect(cells, 1, severity=Severity.WARNING)], Labels(BOOK))

    assert (milder.severity, as_stated.severity) == (Severity.NOTE, Severity.NOTE)


def test_an_area_of_one_cell_has_one_address() -> None:
    assert (area_written(Area(2, 2, 2, 2)), area_written(Area(2, 2, 3, 2))) == ("B2", "B2:B3")

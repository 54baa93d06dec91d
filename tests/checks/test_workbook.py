"""Sheets and traits are checked whether there are tables or not, and a crash takes nothing with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syditval.checks import check_workbook, circular_reference, hidden_sheet
from syditval.checks.sound_table import SOUND_TABLE
from syditval.model.relation import Reason
from syditval.model.rule import Severity
from tests.checks.examined import SHIPPED, examined
from tests.text_tables import workbook

NOTHING_RECOGNISED = """
! macros xl/vbaProject.bin
# Anteckningar
! hidden sheet
Ring Eva | #REF!
# Siffror
! hidden rows 2
! hidden columns B
1 | 2
3 | 4
"""


def test_a_workbook_without_tables_is_checked_all_the_same() -> None:
    found = examined(NOTHING_RECOGNISED)

    assert found.tables == ()
    assert found.findings == [
        "warning H203 -",
        "warning H103 A1",
        "warning H110 B1",
        "warning H105 A2",
        "warning H106 B1",
    ]


def test_every_sheet_is_told_of_by_itself() -> None:
    both = f"# Ett\n! hidden sheet{SOUND_TABLE}# Två\n! hidden sheet{SOUND_TABLE}"

    assert [each.id for each in examined(both).checked.findings] == ["H103/Ett", "H103/Två"]


def test_a_kind_may_give_such_a_rule_another_severity_and_the_worst_of_several_counts() -> None:
    budget, investment = SHIPPED
    lenient = replace(budget, severities={"H103": Severity.NOTE, "H203": Severity.NOTE})
    strict = replace(investment, severities={"H103": Severity.ERROR})

    assert examined(NOTHING_RECOGNISED, (lenient, investment)).findings[:2] == ["note H203 -", "note H103 A1"]
    assert examined(NOTHING_RECOGNISED, (lenient, strict)).findings[1] == "error H103 A1"


def crash(*_: object) -> None:
    raise RuntimeError("on purpose")


def test_a_rule_that_crashes_on_a_sheet_is_an_error_there_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(hidden_sheet, "occurrences", crash)
    found = examined(NOTHING_RECOGNISED)

    assert [each for each in found.findings if "H103" in each] == ["error H103 A1", "error H103 A1"]
    assert [each for each in found.findings if "H103" not in each] == [
        "warning H203 -",
        "warning H110 B1",
        "warning H105 A2",
        "warning H106 B1",
    ]
    assert "A1 H103 (rule could not run)" in found.gaps
    assert found.sentences()[1] == (
        "H103 could not run here (RuntimeError); this is a fault in syditval, and nothing that the rule "
        "guards has been checked."
    )
    assert "H103 at Siffror!A1 could not run because of RuntimeError." in found.sentences()


def test_a_crash_half_way_leaves_no_half_result(monkeypatch: pytest.MonkeyPatch) -> None:
    def half(_: object) -> object:
        yield (1, 1)
        raise RuntimeError

    monkeypatch.setattr(hidden_sheet, "occurrences", half)

    assert examined(SOUND_TABLE).findings == ["error H103 B1"]


def test_a_workbook_without_sheets_gives_nothing() -> None:
    checked = check_workbook(workbook(""), (), (), ())

    assert (checked.findings, checked.not_checked, checked.judgements) == ((), (), ())


def test_what_yields_nothing_is_told_with_the_findings() -> None:
    (gap,) = check_workbook(workbook("# Blad2"), (), (), ()).not_checked

    assert (gap.reason, gap.subject) == (Reason.EMPTY_SHEET, "Blad2")


def test_a_rule_that_crashes_on_the_formulas_is_an_error_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(circular_reference, "audits", crash)
    found = examined("1\n=A1*2 -> 3")

    assert found.findings == ["error H306 A2", "error H307 A1"]
    assert "A1 H307 (rule could not run)" in found.gaps


def test_a_kind_may_give_a_rule_on_formulas_another_severity() -> None:
    budget, _ = SHIPPED
    lenient = replace(budget, severities={"H306": Severity.NOTE})

    assert examined("1\n=A1*2 -> 3", (lenient,)).findings == ["note H306 A2"]


def test_what_was_not_evaluated_is_of_no_interest_once_it_is_calculated_again() -> None:
    book = workbook("1\n=TODAY() -> 3")

    assert [gap.code for gap in check_workbook(book, (), (), ()).not_checked] == ["", "H306"]
    assert [gap.code for gap in check_workbook(book, (), (), (), is_recalculated=True).not_checked] == [""]

"""What was not checked: every gap in a sentence, or plainly nothing."""

from __future__ import annotations

from dataclasses import replace

from syditval.model.gap import NotChecked
from syditval.model.relation import Reason
from syditval.reports.not_checked_block import MOST_ALIKE, write_gaps, write_not_checked
from tests.reports.example_findings import gaps
from tests.reports.example_reports import report
from tests.reports.papers import on_page

NARROW = r"""
-  Avvikelse ('Drift 2024 (utkast)'!G4):
   the columns it is computed from could
   not be determined.
-  V103 at Investeringar!E8:
   Investeringar!B8 is a formula without
   a stored result.
-  Kommentar \u202egninrav
   ('Drift 2024 (utkast)'!H4): the
   table's kind does not name this
   column.
-  The sheet Blad 3 is empty.
"""


def test_the_address_in_a_sentence_is_kept_on_one_line() -> None:
    assert "\n" + on_page(lambda page: write_gaps(gaps("en"), page), width=40) == NARROW


def test_every_gap_is_listed() -> None:
    holder = replace(report("en"), not_checked=gaps("en"))
    text = on_page(lambda page: write_not_checked(holder, page))

    assert text.count("\n-  ") == len(holder.not_checked)


def test_no_gap_is_nothing_not_checked() -> None:
    assert on_page(lambda page: write_not_checked(report("en"), page)).splitlines()[2:] == ["Nothing."]


def test_of_very_many_gaps_of_a_kind_the_first_are_listed() -> None:
    sheets = [NotChecked(Reason.EMPTY_SHEET, subject=f"Blad {n}", message=f"Blad {n}.") for n in range(100)]
    other = NotChecked(Reason.NO_NUMBERS, subject="Sist", message="Sist.")
    holder = replace(report("en"), not_checked=(*sheets, other))
    lines = on_page(lambda page: write_not_checked(holder, page)).splitlines()

    assert lines[-2:] == ["-  Sist.", "-  … and 80 more of the same kinds; --format json lists everything."]
    assert len(lines) == 2 + MOST_ALIKE + 2

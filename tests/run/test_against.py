"""An earlier month by its workbook alone: its tables, its period, and what counted of what it shows."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from syditval.model.earlier import EarlierFinding
from syditval.model.threshold import Threshold
from syditval.model.waiver import Waiver
from syditval.reading import Source, UnreadableWorkbook, missing_protections, open_source
from syditval.run import Question, Request, against, earlier_of
from syditval.run.against import AgainstRefusal
from tests.run.months import APRIL, PERCENT, TOTAL, monthly
from tests.run.workbooks import SAMPLES, numbers_only

QUICK = Request(in_process=True)
FOUND = {
    ("F101", TOTAL),
    ("V101", "budget/personalkostnader/variance"),
    ("V101", "budget/total/variance"),
    ("V103", PERCENT),
}


def found(request: Request = QUICK, workbook: str = "maj.xlsx") -> set[tuple[str, str]]:
    """The findings that an earlier month had, by code and place."""
    return {(each.code, each.place) for each in earlier_of(monthly(APRIL), request, workbook).findings}


def test_it_has_the_name_the_hash_the_tables_and_the_period_of_its_workbook() -> None:
    source = monthly(APRIL, "april.xlsx")
    earlier = earlier_of(source, QUICK, "maj.xlsx")

    assert (earlier.name, earlier.sha256) == ("april.xlsx", source.sha256)
    assert [table.kind for table in earlier.tables] == ["budget", "investment"]
    assert str(earlier.period) == "2024-04"
    assert {figure.cell.source for table in earlier.tables for figure in table.figures.values()} == {""}


def test_the_period_of_several_is_the_last() -> None:
    """The table of investments was left as it was."""
    assert str(earlier_of(monthly(APRIL.replace("240430", "240331", 1)), QUICK, "").period) == "2024-04"


def test_it_has_none_where_none_is_stated() -> None:
    undated = APRIL.replace("Utfall 240430", "Utfall").replace("BOKFÖRT t.o.m. 240430", "BOKFÖRT")

    assert earlier_of(monthly(undated), QUICK, "").period is None


class TestFindings:
    def test_are_those_that_count(self) -> None:
        assert found() == FOUND
        assert EarlierFinding("F101", TOTAL, "error") in earlier_of(monthly(APRIL), QUICK, "").findings

    def test_are_not_what_is_smaller_than_matters(self) -> None:
        assert found(replace(QUICK, materiality=Threshold.parse("50 tkr"))) == {("F101", TOTAL)} | {
            each for each in FOUND if each[0] == "V103"
        }

    @pytest.mark.parametrize(
        ("pattern", "is_accepted"),
        [("", True), ("maj.xlsx", True), ("it-april.xlsx", False)],
        ids=["everywhere", "in the later month", "in the earlier month alone"],
    )
    def test_are_not_what_is_accepted_of_the_later_month(self, pattern: str, is_accepted: bool) -> None:
        waiver = Waiver("F101", TOTAL, "Rättas i huvudboken.", workbook=pattern)
        asked = replace(QUICK, waivers=(waiver,), as_of=date(2024, 5, 31))

        assert (("F101", TOTAL) in found(asked)) is not is_accepted


def test_it_is_the_month_itself_that_is_read_whatever_is_asked_of_the_later_one() -> None:
    source, asked = monthly(APRIL), replace(QUICK, question=Question.SUMS, recalc=True)

    assert earlier_of(source, asked, "") == earlier_of(source, QUICK, "")


def test_a_workbook_without_tables_is_refused_by_name() -> None:
    with pytest.raises(AgainstRefusal, match=r"numbers\.xlsx") as refused:
        earlier_of(numbers_only(), QUICK, "")
    assert refused.value.code == "U054"


def test_one_that_cannot_be_read_too() -> None:
    with pytest.raises(UnreadableWorkbook, match=r"mars\.xlsx"):
        earlier_of(Source("mars.xlsx", b"PK\x03\x04", None), QUICK, "")


def test_one_that_changes_while_it_is_read_too(tmp_path: Path) -> None:
    file = tmp_path / "mars.xlsx"
    file.write_bytes(monthly(APRIL).content)
    source = open_source(file)
    file.write_bytes(numbers_only().content)

    with pytest.raises(UnreadableWorkbook, match="was changed while it was read"):
        earlier_of(source, QUICK, "")


@pytest.mark.skipif(bool(missing_protections()), reason="this platform has no child processes")
def test_it_is_read_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    march = open_source(SAMPLES / "months/2024-03.xlsx")

    assert earlier_of(march, Request(), "") == earlier_of(march, QUICK, "")
    monkeypatch.setattr(against, "read_unmarked", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(UnreadableWorkbook) as refused:
        earlier_of(march, Request(), "")
    assert refused.value.code == "R050"

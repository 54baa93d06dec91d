"""The months of the samples: four sound ones in a row, and an April that only March shows to be wrong."""

from __future__ import annotations

from functools import cache

import pytest

from samples import build
from syditval.model.earlier import Earlier, Months
from syditval.model.report import Report
from syditval.reading import open_source
from syditval.run import Request, earlier_of, reconcile
from syditval.run.identify import identify

FOLDER = build.HERE / build.MONTHS
SOUND = ("2024-01", "2024-02", "2024-03", "2024-04")
OTHER_APRIL = "2024-04-errors"
QUICK = Request(in_process=True)


@cache
def earlier(name: str) -> Earlier:
    return earlier_of(open_source(FOLDER / f"{name}.xlsx"), QUICK, "")


def report(name: str, *against: str, decision: str = "") -> Report:
    """The report on a month that is held against earlier ones."""
    months = Months(tuple(map(earlier, against)), decision)
    return reconcile(FOLDER / f"{name}.xlsx", Request(in_process=True, months=months))


def told(report: Report) -> set[tuple[str, str]]:
    """The rule and the cell of every finding, whatever its severity."""
    return {(finding.code, finding.cell.address if finding.cell else "") for finding in report.findings}


def planted() -> set[tuple[str, str]]:
    return {(error.rule, cell) for error in build.read_month_errors() for cell in error.shows_at}


@pytest.mark.parametrize(("name", "before"), [*zip(SOUND, ["", *SOUND[:-1]], strict=True)])
def test_every_month_agrees_with_itself_and_with_the_one_before(name: str, before: str) -> None:
    found = report(name, *filter(None, [before]))

    assert (told(found), found.not_checked, found.causes) == (set(), (), ())
    assert any(judgement.relation.is_across for judgement in found.judgements) is bool(before)


@pytest.mark.parametrize("name", [*SOUND, OTHER_APRIL])
def test_the_months_say_whose_they_are(name: str) -> None:
    stated = identify(open_source(FOLDER / f"{name}.xlsx"), QUICK)

    assert [each.name for each in stated.entities] == ["IT-enheten"]
    assert [str(each.period) for each in stated.periods] == [name.removesuffix("-errors")]


def test_the_other_april_shows_every_planted_error_and_no_other() -> None:
    assert told(report(OTHER_APRIL, "2024-03")) == planted()


def test_it_is_sound_without_march() -> None:
    found = reconcile(FOLDER / f"{OTHER_APRIL}.xlsx", QUICK)

    assert (told(found), found.not_checked) == (set(), ())


def test_a_decision_takes_the_place_of_the_warnings_on_the_budget() -> None:
    found = report(OTHER_APRIL, "2024-03", decision="KF 2024-04-22 § 57")

    listed = {("T102", "Drift!B7"), ("T102", "Investeringar!B7")}
    assert told(found) == {each for each in planted() if each[0] != "T101"} | listed

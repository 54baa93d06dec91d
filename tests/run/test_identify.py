"""Whose month a workbook is: what it states, and what whoever sends it says."""

from __future__ import annotations

import pytest

from syditval.model.period import Period
from syditval.reading import UnreadableWorkbook
from syditval.recognition import Stated, StatedEntity, StatedPeriod
from syditval.run.identify import NothingRecognised, UploadRefusal, entity_for, identify, period_for
from syditval.run.request import Request
from tests.run.kept import APRIL, REQUEST, workbook
from tests.run.workbooks import numbers_only

IT, SCHOOL = StatedEntity("IT-enheten", 0, "Drift!B2"), StatedEntity("Skolan", 0, "Mer!B2")
LEADING = StatedEntity("Kommunledning", 6, "Drift!B3")
APRIL_2024, MARCH_2024 = StatedPeriod(4, 2024, "Drift!C5"), StatedPeriod(3, 2024, "Mer!C5")
APRIL_ALONE = StatedPeriod(4, None, "Drift!B4")


@pytest.mark.parametrize("in_process", [True, False], ids=["in this process", "in one of its own"])
def test_a_workbook_states_its_unit_and_its_period(in_process: bool) -> None:
    stated = identify(workbook(APRIL), Request(in_process=in_process))

    assert [(each.name, each.address) for each in stated.entities] == [("IT-enheten", "Drift!B1")]
    assert [(each.period, each.address) for each in stated.periods] == [(Period(2024, 4), "Drift!C4")]


def test_without_a_table_there_is_nothing_to_keep() -> None:
    with pytest.raises(NothingRecognised, match="is not kept: no table"):
        identify(numbers_only(), REQUEST)


def test_what_cannot_be_read_is_refused_as_ever() -> None:
    source = workbook(APRIL)
    with pytest.raises(UnreadableWorkbook):
        identify(type(source)("april.xlsx", source.content[:100], None), REQUEST)


@pytest.mark.parametrize(
    ("stated", "given", "entity"),
    [
        ((IT,), "", "IT-enheten"),
        ((IT,), " it-ENHETEN ", "it-ENHETEN"),
        ((IT, LEADING), "kommunledning", "kommunledning"),
        ((IT, LEADING), "", "IT-enheten"),
        ((IT, SCHOOL), "Skolan", "Skolan"),
        ((), "Skolan", "Skolan"),
        ((), " \t ", None),
    ],
)
def test_the_unit(stated: tuple[StatedEntity, ...], given: str, entity: str | None) -> None:
    assert entity_for(Stated(entities=stated), given, "april.xlsx") == entity


@pytest.mark.parametrize(
    ("stated", "given", "period"),
    [
        ((APRIL_2024,), "", "2024-04"),
        ((APRIL_2024,), "2024-04", "2024-04"),
        ((APRIL_2024, MARCH_2024), "2024-03", "2024-03"),
        ((APRIL_ALONE,), "2024-04", "2024-04"),
        ((APRIL_ALONE,), "", None),
        ((), "2024-04", "2024-04"),
        ((), "", None),
    ],
)
def test_the_period(stated: tuple[StatedPeriod, ...], given: str, period: str | None) -> None:
    found = period_for(Stated(periods=stated), Period.parse(given) if given else None, "april.xlsx")

    assert found == (Period.parse(period) if period else None)


@pytest.mark.parametrize(
    ("stated", "given", "code", "said"),
    [
        ((IT,), "Skolan", "M043", "april.xlsx says IT-enheten in Drift!B2, not Skolan"),
        ((IT, SCHOOL), "", "M045", "april.xlsx says IT-enheten in Drift!B2 and Skolan in Mer!B2"),
        ((IT, SCHOOL), "Kommunledning", "M043", "april.xlsx says IT-enheten in Drift!B2, not Kommunledning"),
    ],
)
def test_a_contradiction_about_the_unit(
    stated: tuple[StatedEntity, ...], given: str, code: str, said: str
) -> None:
    with pytest.raises(UploadRefusal, match=said) as refused:
        entity_for(Stated(entities=stated), given, "april.xlsx")
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("stated", "given", "code", "said"),
    [
        ((APRIL_2024,), "2024-03", "M044", "april.xlsx says 2024-04 in Drift!C5, not 2024-03"),
        ((APRIL_ALONE,), "2024-03", "M044", "april.xlsx says 04 in Drift!B4, not 2024-03"),
        ((APRIL_2024, MARCH_2024), "", "M046", "april.xlsx says 2024-04 in Drift!C5 and 2024-03 in Mer!C5"),
    ],
)
def test_a_contradiction_about_the_period(
    stated: tuple[StatedPeriod, ...], given: str, code: str, said: str
) -> None:
    with pytest.raises(UploadRefusal, match=said) as refused:
        period_for(Stated(periods=stated), Period.parse(given) if given else None, "april.xlsx")
    assert refused.value.code == code

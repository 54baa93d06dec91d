"""What is done with workbooks, whoever does it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from syditval.annotation import CannotAnnotate
from syditval.model.period import Period
from syditval.reading import Source, UnreadableWorkbook
from syditval.run import Request, reconcile
from syditval.store import Entry, content, entries
from syditval.web.refusals import PageRefusal
from syditval.web.site import Site
from syditval.web.work import Parcel, annotated_copy, deliver, report_page
from tests.web.site import NOW, SOUND

REQUEST = Request("sv", in_process=True)


@pytest.fixture
def parcel(tmp_path: Path) -> Parcel:
    """A sound month of April."""
    path = tmp_path / "parcel"
    path.write_bytes(SOUND)
    return Parcel(path, "april.xlsx", "Karin", "192.0.2.9", NOW)


@pytest.fixture
def planted(stocked: Site) -> Entry:
    """An entry that is kept."""
    return entries(stocked.database, entity="Tekniska")[0]


def test_an_empty_parcel_is_told_by_the_name_that_it_came_under(alone: Site, parcel: Parcel) -> None:
    parcel.path.write_bytes(b"")

    with pytest.raises(UnreadableWorkbook, match=r"^april\.xlsx is empty"):
        deliver(alone.database, parcel, REQUEST)
    assert entries(alone.database) == ()


def test_a_parcel_becomes_an_entry(alone: Site, parcel: Parcel) -> None:
    kept = deliver(alone.database, replace(parcel, entity="Tekniska", period=Period(2024, 4)), REQUEST)

    assert kept.is_new
    assert (kept.entry.entity, kept.entry.by, kept.entry.origin, kept.entry.at) == (
        "Tekniska",
        "Karin",
        "192.0.2.9",
        NOW,
    )
    assert content(alone.database, kept.entry) == SOUND


def test_the_only_entity_of_somebody_is_taken(alone: Site, parcel: Parcel) -> None:
    kept = deliver(alone.database, replace(parcel, entities=("Skolan",)), REQUEST)

    assert kept.entry.entity == "Skolan"


@pytest.mark.parametrize("entities", [(), ("Skolan", "Kultur")])
def test_what_is_not_theirs_is_not_kept(alone: Site, parcel: Parcel, entities: tuple[str, ...]) -> None:
    with pytest.raises(PageRefusal) as refused:
        deliver(alone.database, replace(parcel, entity="Tekniska", entities=entities), REQUEST)

    assert refused.value.code == "B024"
    assert entries(alone.database) == ()


def test_what_cannot_be_read_is_not_kept(alone: Site, parcel: Parcel) -> None:
    parcel.path.write_bytes(b"no workbook")

    with pytest.raises(UnreadableWorkbook):
        deliver(alone.database, replace(parcel, entity="Tekniska"), REQUEST)

    assert entries(alone.database) == ()


def test_the_report_is_that_of_the_command(stocked: Site, planted: Entry) -> None:
    page = report_page(stocked.database, planted, REQUEST)

    assert page.startswith("<!doctype html>")
    assert '<html lang="sv">' in page
    assert planted.sha256 in page


def test_it_is_in_the_language_of_whoever_reads(stocked: Site, planted: Entry) -> None:
    assert '<html lang="en">' in report_page(stocked.database, planted, replace(REQUEST, language="en"))


def test_the_annotated_copy_is_made_and_taken_away(stocked: Site, planted: Entry, tmp_path: Path) -> None:
    copy = annotated_copy(stocked.database, planted, REQUEST, tmp_path / "copy.xlsx")
    again = tmp_path / "again.xlsx"
    again.write_bytes(copy)

    assert [*tmp_path.iterdir()] == [again]
    # It is read without our marks.
    kept = reconcile(Source("april.xlsx", content(stocked.database, planted), None), REQUEST)
    assert [table.range for table in reconcile(again, REQUEST).tables] == [
        table.range for table in kept.tables
    ]


def test_why_there_is_none_is_told(stocked: Site, planted: Entry, tmp_path: Path) -> None:
    with pytest.raises(CannotAnnotate):
        annotated_copy(stocked.database, planted, REQUEST, tmp_path / "no folder" / "copy.xlsx")

"""The run of a kept month done again."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from syditval.model.threshold import Threshold
from syditval.run import CopyOrder
from syditval.run.again import again, compared, recorded_of
from syditval.run.upload import upload
from syditval.store import Database, record
from tests.run.kept import APRIL, MARCH, REQUEST, WRONG, sent, store


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with store(tmp_path_factory.mktemp("again")) as opened:
        upload(sent(MARCH, "mars.xlsx"), opened, REQUEST)
        yield opened


def test_it_comes_out_as_it_did(database: Database) -> None:
    request = replace(REQUEST, materiality=Threshold.parse("2 tkr"), as_of=date(2024, 5, 8))
    entry = upload(sent(WRONG), database, request).kept.entry
    report = again(database, entry, REQUEST, None).report

    assert report.to_dict() == json.loads(record(database, entry))
    assert compared(database, entry, report).deviations == ()


def test_it_speaks_the_language_that_is_asked_for(database: Database) -> None:
    entry = upload(sent(WRONG), database, REQUEST).kept.entry
    swedish = again(database, entry, replace(REQUEST, language="sv"), None).report

    assert swedish.language == "sv"
    assert compared(database, entry, swedish).is_same


def test_later_months_change_nothing(database: Database) -> None:
    entry = upload(sent(APRIL), database, REQUEST).kept.entry
    corrected = MARCH.replace("125", "126").replace("225", "226")
    upload(sent(corrected, "mars.xlsx"), database, REQUEST)

    report = again(database, entry, REQUEST, None).report
    assert compared(database, entry, report).deviations == ()
    assert [each.sha256 for each in report.against or ()] == [
        each.sha256 for each in recorded_of(database, entry).against or ()
    ]


def test_a_copy_is_made_where_it_is_wanted(database: Database, tmp_path: Path) -> None:
    entry = upload(sent(WRONG), database, REQUEST).kept.entry
    target = tmp_path / "april.granskad.xlsx"
    again(database, entry, replace(REQUEST, language="sv"), CopyOrder(target))

    assert "Granskning" in load_workbook(io.BytesIO(target.read_bytes())).sheetnames


def test_another_tool_is_seen(database: Database) -> None:
    entry = upload(sent(WRONG), database, REQUEST).kept.entry
    report = replace(again(database, entry, REQUEST, None).report, version="0.0.1")
    comparison = compared(database, entry, report)

    assert comparison.is_same
    assert [each.subject for each in comparison.deviations] == ["tool"]

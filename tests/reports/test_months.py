"""The list of the months that are kept."""

from __future__ import annotations

import io
import json

import pytest

from syditval.messages import texts
from syditval.reports.console import open_console
from syditval.reports.months import (
    aligned,
    entry_record,
    render_months,
    shown_entries,
    told_standing,
    told_time,
    write_months,
)
from syditval.reports.wording import Wording
from syditval.store import Entry, Standing
from tests.reports.kept_months import AT, GONE, entry

WRONG, REJECTED = Standing.WITH_FINDINGS, Standing.REJECTED


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")


def listed(*entries: Entry, is_all: bool = False, language: str = "en") -> list[str]:
    screen = io.StringIO()
    render_months(entries, is_all, language, open_console(screen, "never"))
    return screen.getvalue().splitlines()


def test_a_line_each_and_a_gap() -> None:
    assert listed(entry("2024-04", 1, WRONG, (2, 1, 0)), entry("2024-01"), entry("2023-12")) == [
        "IT-enheten",
        "  2024-04  version 1  accepted with findings: 2 errors, 1 warning  anna  2024-05-08 09:12 UTC",
        "  2024-03  -          missing",
        "  2024-02  -          missing",
        "  2024-01  version 1  accepted                                     anna  2024-05-08 09:12 UTC",
        "  2023-12  version 1  accepted                                     anna  2024-05-08 09:12 UTC",
    ]


def test_in_swedish() -> None:
    assert listed(
        entry("2024-04", 1, WRONG, (0, 1, 2)), entry("2024-02", 1, REJECTED, (1, 0, 0)), language="sv"
    ) == [
        "IT-enheten",
        "  2024-04  version 1  godtagen med iakttagelser: 0 fel, 1 varning, 2 noteringar  anna  2024-05-08 09:12 UTC",
        "  2024-03  -          saknas",
        "  2024-02  version 1  avvisad: 1 fel, 0 varningar                                anna  2024-05-08 09:12 UTC",
    ]


VERSIONS = (
    entry("2024-04", 4, REJECTED),
    entry("2024-04", 3, withdrawal=GONE),
    entry("2024-04", 2),
    entry("2024-04", 1, is_current=False),
)


def test_what_counts_is_shown_and_what_was_rejected_after_it() -> None:
    assert [each.version for each in shown_entries(VERSIONS)] == [4, 2]
    assert [" ".join(line.split()[:4]) for line in listed(*VERSIONS)[1:]] == [
        "2024-04 version 4 rejected",
        "2024-04 version 2 accepted",
    ]


def test_all_of_them_are_shown_where_all_are_wanted() -> None:
    assert [" ".join(line.split()[1:-4]) for line in listed(*VERSIONS, is_all=True)[1:]] == [
        "version 4 rejected",
        "version 3 withdrawn by bo",
        "version 2 accepted",
        "version 1 accepted (replaced)",
    ]


def test_a_month_of_which_all_is_withdrawn_is_missing() -> None:
    lines = listed(entry("2024-03"), entry("2024-02", withdrawal=GONE), entry("2024-01"))

    assert lines[2] == "  2024-02  -          missing"


def test_units_stand_by_their_names() -> None:
    lines = listed(entry("2024-04", entity="Skolan"), entry("2024-03", entity="it-enheten"))

    assert [line for line in lines if not line.startswith(" ")] == ["it-enheten", "", "Skolan"]


def test_nothing_is_kept_yet() -> None:
    assert listed() == ["Nothing is kept yet."]


def test_a_name_is_shown_and_never_obeyed() -> None:
    assert listed(entry("2024-04", entity="[bold]\u202eIT"))[0] == "[bold]\\u202eIT"


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((0, 0, 0), "accepted"),
        ((1, 0, 0), "accepted: 1 error, 0 warnings"),
        ((0, 0, 3), "accepted: 0 errors, 0 warnings, 3 notes"),
    ],
)
def test_what_was_found_is_counted(counts: tuple[int, int, int], told: str) -> None:
    assert told_standing(entry("2024-04", counts=counts), Wording(texts("en"))) == told


def test_times_are_in_utc_to_the_minute() -> None:
    assert told_time(AT) == "2024-05-08 09:12 UTC"


def test_columns_are_as_wide_as_what_stands_in_them() -> None:
    assert list(aligned([("a", "b"), ("längre", "c", "d"), ("e",)])) == ["a       b", "längre  c  d", "e"]
    assert list(aligned([])) == []


def test_everything_is_there_for_programs() -> None:
    stream = io.StringIO()
    write_months([entry("2024-04", 3, WRONG, (1, 2, 3), withdrawal=GONE)], stream)

    assert json.loads(stream.getvalue()) == [
        {
            "entity": "IT-enheten",
            "period": "2024-04",
            "version": 3,
            "standing": "with_findings",
            "current": False,
            "errors": 1,
            "warnings": 2,
            "notes": 3,
            "name": "2024-04.xlsx",
            "sha256": "ab" * 32,
            "bytes": 7430,
            "by": "anna",
            "origin": "ekonomi7",
            "at": "2024-05-08T09:12:30Z",
            "decision": None,
            "tool": "1.2.3",
            "kept_until": "2031-12-31",
            "withdrawn": {"reason": "Fel fil", "by": "bo", "at": "2024-05-09T07:00:00Z"},
        }
    ]
    assert entry_record(entry("2024-04"))["withdrawn"] is None

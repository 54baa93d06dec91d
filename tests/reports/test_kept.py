"""One kept month, with what became of its findings."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from syditval.model.finding import Status
from syditval.model.rule import Severity
from syditval.reports.console import open_console
from syditval.reports.kept import render_entry
from syditval.store import Entry, FindingStatus, KeptFinding, Standing, StatusSet
from tests.reports.kept_months import AT, GONE, entry

TOTAL = KeptFinding(
    id="F101/budget/total/actual/2024-04-30",
    code="F101",
    place="budget/total/actual",
    severity=Severity.ERROR,
    standing=Status.OPEN,
    table="budget",
    cell="Drift!C15",
    row_label="Summa",
    column_label="Utfall",
    message="The lines add up to -49, not to -89.",
)
WHOLE = replace(
    TOTAL, code="H205", severity=Severity.NOTE, standing=Status.WAIVED, cell="", row_label="", column_label=""
)
EXPLAINED = StatusSet(FindingStatus.EXPLAINED, "Periodiserad i maj", "rev", AT)


def shown(
    kept: Entry,
    *findings: tuple[KeptFinding, StatusSet | None],
    versions: tuple[Entry, ...] = (),
    language: str = "en",
) -> list[str]:
    screen = io.StringIO()
    render_entry(kept, versions, findings, language, open_console(screen, "never"))
    return screen.getvalue().splitlines()


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "90")


def test_what_is_kept() -> None:
    kept = replace(entry("2024-04", 2, Standing.WITH_FINDINGS, (1, 0, 0)), decision="KF § 41")

    assert shown(
        kept, (TOTAL, EXPLAINED), (WHOLE, None), versions=(kept, entry("2024-04", is_current=False))
    ) == [
        "IT-enheten 2024-04",
        "  Version              2",
        "  Standing             accepted with findings: 1 error, 0 warnings",
        "  Counts               yes: it is what counts for the month",
        "  Workbook             2024-04.xlsx (7430 bytes)",
        "  SHA-256              " + "ab" * 32,
        "  Sent                 by anna, 2024-05-08 09:12 UTC, from ekonomi7",
        "  Decision             KF § 41",
        "  Checked with         syditval 1.2.3",
        "  Kept until at least  2031-12-31",
        "  Other versions       1: accepted",
        "",
        "Findings, worst first " + "─" * 68,
        "error    Drift!C15  F101",
        "         Summa, Utfall",
        "         The lines add up to -49, not to -89.",
        "         explained, rev, 2024-05-08 09:12 UTC: Periodiserad i maj",
        "",
        "note     the workbook  H205  waived",
        "         The lines add up to -49, not to -89.",
    ]


def test_what_is_withdrawn_says_why() -> None:
    assert "  Withdrawn            by bo, 2024-05-09 07:00 UTC: Fel fil" in shown(
        entry("2024-04", withdrawal=GONE)
    )


def test_nothing_was_found() -> None:
    assert shown(entry("2024-04"))[-1] == "None among the relations that were checked."


def test_in_swedish() -> None:
    lines = shown(entry("2024-04"), (TOTAL, replace(EXPLAINED, comment="")), language="sv")

    assert lines[1:4] == [
        "  Version            1",
        "  Resultat           godtagen",
        "  Gäller             ja: den gäller för månaden",
    ]
    assert lines[-1] == "          förklarad, rev, 2024-05-08 09:12 UTC"

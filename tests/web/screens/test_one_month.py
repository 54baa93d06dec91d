"""One upload: what was found, what became of it, and what may be done by whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syditval.messages import texts
from syditval.store import FindingStatus, Role
from syditval.web.screens.one_month import MOST_FINDINGS, month
from syditval.web.viewer import Viewer
from tests.reports.html_reader import Element, named, texts_of
from tests.web.screens.example_screens import APRIL, FINDINGS, MONTHS, OTHERS, STATUSES, viewer
from tests.web.screens.table_rows import table_rows

OFFICER, AUDITOR = viewer(Role.FINANCE, "sv"), viewer(Role.AUDITOR, "sv")
VERSIONS = [each for each in MONTHS if each.period == APRIL.period]


def page(who: Viewer = OFFICER) -> str:
    return month(who, APRIL, VERSIONS, FINDINGS, STATUSES)


def forms(written: str, action: str) -> list[Element]:
    return [each for each in named(written, "form") if each.attributes["action"].endswith(action)]


def test_everything_that_can_be_fetched_is_a_link_away() -> None:
    links = {each.attributes["href"] for each in named(page(), "a")}

    assert links >= {f"/months/6/{what}" for what in ("report", "annotated", "workbook", "record")}
    assert "/entities/Sydn%C3%A4rkes%20IT?year=2024" in links


def test_findings_stand_worst_first_and_those_that_do_not_count_last() -> None:
    written = month(OFFICER, APRIL, VERSIONS, FINDINGS[::-1], STATUSES)

    assert texts_of(written, "h3") == [
        "Drift!E9 Licenser & serviceavtal, Avvikelse",
        "Drift!C15 Summa, Utfall 240430",
        "Drift!D11 Resor & kurser, Årsprognos",
        "arbetsboken",
    ]


def test_a_finding_says_what_it_is_and_what_became_of_it() -> None:
    articles = texts_of(page(), "article")

    assert articles[1] == (
        "Drift!E9 Licenser & serviceavtal, Avvikelse fel V101 förklarad "
        "Avvikelse är -800, men Budget 11 143 - Årsprognos 12 043 är -900. "
        "Rättas i majexporten, felet finns i mallen. erik.ohlsson, 2024-05-13 09:12 UTC"
    )
    assert "godkänt undantag" in articles[3]


def test_who_may_sets_statuses_and_nobody_else() -> None:
    asked = forms(page(AUDITOR), "/findings/status")
    hidden = [
        each.attributes for each in named(page(AUDITOR), "input") if each.attributes["type"] == "hidden"
    ]
    chosen = [each.text for each in named(page(AUDITOR), "option") if "selected" in each.attributes]

    assert [each.attributes["action"] for each in asked] == ["/months/6/findings/status"] * 4
    assert [(each["name"], each["value"]) for each in hidden] == [("finding", each.id) for each in FINDINGS]
    assert {each.attributes["value"] for each in named(page(AUDITOR), "option")} == set(FindingStatus)
    assert chosen == ["Förklarad"]
    assert forms(page(), "/findings/status") == []


def test_who_answers_for_the_entity_withdraws_and_nobody_else() -> None:
    other = replace(OFFICER, entities=OTHERS[:1])

    assert len(forms(page(), "/months/6/withdraw")) == 1
    assert "reason" in {each.attributes["name"] for each in named(page(), "input")}
    assert forms(page(AUDITOR), "/withdraw") == forms(page(other), "/withdraw") == []


def test_what_is_withdrawn_says_why_and_is_not_withdrawn_again() -> None:
    written = month(OFFICER, VERSIONS[0], VERSIONS, (), {})

    assert forms(written, "/withdraw") == []
    assert (
        "Återtagen av anna.ek 2024-05-08 10:12 UTC. Fel månad: det var mars som skickades en gång till."
        in texts_of(written, "p")
    )


def test_what_is_rejected_says_what_to_do() -> None:
    assert any(
        each.startswith("Arbetsboken avvisades")
        for each in texts_of(month(OFFICER, MONTHS[2], (), (), {}), "p")
    )


def test_where_it_came_from_is_told() -> None:
    facts = texts_of(page(), "dd")

    assert facts == [
        "uppföljning 2024-04.xlsx, 9 kB", f"SHA-256 {APRIL.sha256}", "2024-05-08 11:12 UTC", "anna.ek, 10.20.0.14",
        "KF 2024-03-25, § 41", f"syditval {APRIL.tool}", "2031-12-31",
    ]  # fmt: skip


def test_versions_are_listed_where_there_are_several() -> None:
    assert table_rows(page())[1:] == [
        "2 den här | 2 fel 1 varning | gäller | 2024-05-08 11:12 UTC anna.ek",
        "1 | återtagen | återtagen av anna.ek | 2024-05-08 09:12 UTC anna.ek",
    ]
    assert table_rows(month(OFFICER, APRIL, [APRIL], (), {})) == []


@pytest.mark.parametrize(("tool", "is_told"), [(APRIL.tool, False), ("0.0.1", True)])
def test_a_report_that_is_made_by_another_version_says_so(tool: str, is_told: bool) -> None:
    written = month(OFFICER, replace(APRIL, tool=tool), [APRIL], (), {})

    assert any("kontrollerades med syditval 0.0.1" in each for each in texts_of(written, "p")) is is_told


def test_more_findings_than_anybody_reads_are_left_to_the_report() -> None:
    many = [replace(FINDINGS[0], id=str(number)) for number in range(MOST_FINDINGS + 3)]
    written = month(OFFICER, APRIL, [APRIL], many, {})

    assert len(texts_of(written, "article")) == MOST_FINDINGS
    assert "Iakttagelser som inte visas här: 3. Alla finns i rapporten." in texts_of(written, "p")


def test_every_status_has_a_word() -> None:
    assert set(texts("sv").entries["screen_status"]) == set(FindingStatus)

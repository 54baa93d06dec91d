"""A finding as a SARIF result."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from syditval.model.report import Report
from syditval.reports.sarif_results import FINGERPRINT, result
from tests.reports.example_causes import CAUSES, FAILURES, with_causes
from tests.reports.example_findings import FINDINGS
from tests.reports.example_reports import with_findings
from tests.reports.example_standing import with_standing


def results(report: Report) -> dict[str, dict[str, Any]]:
    """The results of a report, by the ids of their findings."""
    return {finding.id: result(finding, 0, report) for finding in report.findings}


def test_a_finding_says_where_it_is_what_it_says_and_by_which_amounts() -> None:
    told = results(with_findings("en"))["F101/budget/summa/actual/-"]

    assert (told["ruleId"], told["level"]) == ("F101", "error")
    assert told["message"]["text"].startswith("'Drift 2024 (utkast)'!D9: The 4 lines of Utfall add up to")
    assert told["properties"] == {
        "id": "F101/budget/summa/actual/-",
        "status": "open",
        "confidence": "high",
        "table": "budget",
        "row": "Summa",
        "column": "Utfall",
        "verdict": "inconsistent",
        "expected": "-9993089.25",
        "found": "-9939089.25",
        "difference": "54000",
        "bound": "0.025",
        "unit": "kr",
    }


def test_a_finding_on_the_workbook_has_no_cell_and_no_amounts() -> None:
    told = results(with_findings("sv"))["H201"]

    assert told["message"]["text"].startswith("arbetsboken: Arbetsboken hämtar värden")
    assert [list(place) for place in told["locations"]] == [["physicalLocation"]]
    assert told["properties"] == {"id": "H201", "status": "open", "confidence": "high"}


def places(told: dict[str, Any]) -> list[str]:
    """The related cells."""
    return [place["logicalLocations"][0]["name"] for place in told["relatedLocations"]]


def test_the_cells_it_is_computed_from_are_related_each_once() -> None:
    finding = FINDINGS["total"]
    doubled = replace(finding, related=(*finding.related, *finding.related[:1]))

    assert places(result(doubled, 0, with_findings("en"))) == ["D5", "D6", "D7", "D8"]


def test_the_cell_that_caused_it_is_related_with_what_is_wrong_there() -> None:
    report = with_causes("en")
    told = results(report)[FAILURES["forecast"].id]

    assert places(told) == ["D6"]
    assert told["relatedLocations"][0]["message"]["text"] == report.causes[0].message
    assert CAUSES["certain"].primary.a1 == "D6"


def test_a_print_is_the_same_next_month() -> None:
    finding = replace(FINDINGS["total"], place="budget/summa/actual")
    (cell, moved) = (finding.cell, replace(finding.cell, row=12)) if finding.cell else (None, None)
    later = replace(finding, id="F101/budget/summa/actual/2024-05-31", cell=moved)
    prints = [result(each, 0, with_findings("en"))["partialFingerprints"] for each in (finding, later)]

    assert cell != moved
    assert prints == [{FINGERPRINT: "F101/budget/summa/actual"}] * 2


def test_what_is_waived_is_suppressed_with_its_reason_and_nothing_else_is() -> None:
    told = results(with_standing("en"))
    suppressed = {id_: each["suppressions"] for id_, each in told.items() if each["suppressions"]}
    reasons = {id_: each[0]["justification"] for id_, each in suppressed.items()}

    assert reasons == {
        "F101/budget/summa/actual/-": "=Avtalad med `A. Berg` <b>|{0}[här](1)",
        "H101/budget/loner/budget/-": "Rättas i maj.",
    }
    assert all(each[0]["kind"] == "external" for each in suppressed.values())
    assert all(each[0]["status"] == "accepted" for each in suppressed.values())
    assert {each["properties"]["status"] for each in told.values()} == {"open", "immaterial", "waived"}


def test_the_standing_is_a_line_of_the_message() -> None:
    told = results(with_standing("en"))["V101/budget/kostnader/variance/-"]

    assert told["message"]["text"].splitlines()[1:] == ["Below the materiality that was set."]

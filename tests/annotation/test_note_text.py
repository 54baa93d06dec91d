"""What notes say."""

from __future__ import annotations

from dataclasses import replace

from syditval.annotation.note_text import cause_passage, finding_passage
from syditval.messages import texts
from syditval.model.cause import Certainty
from syditval.model.rule import Severity
from syditval.patching.passage import Passage
from tests.annotation.build import cause, evidence, finding

NO_BREAK = "\N{NO-BREAK SPACE}"


def test_a_finding_is_told_with_its_figures_in_swedish() -> None:
    found = finding("Drift!C8", message="Raderna blir fel.", figures=evidence("-43306", "-43266", "2.5"))

    assert finding_passage(found, None, texts("sv")) == Passage(
        "F101 fel",
        "Raderna blir fel.\n"
        "Väntat: -43~306~tkr\n"
        "Funnet: -43~266~tkr\n"
        "Skillnad: +40~tkr, avrundning förklarar högst 2,5".replace("~", NO_BREAK),
    )


def test_a_percentage_differs_by_percentage_points() -> None:
    found = replace(finding("Drift!C8", figures=evidence("48.1", "47.9", "0.1")), unit="%")

    passage = finding_passage(found, None, texts("en"))

    assert passage.body.replace(NO_BREAK, " ").splitlines()[1:] == [
        "Expected: 48,1 %",
        "Found: 47,9 %",
        "Difference: -0,2 percentage points, rounding explains at most 0,1",
    ]


def test_a_finding_without_figures_is_its_sentence() -> None:
    found = replace(finding("Drift!C8", Severity.WARNING, "A column is missing."), evidence=None)

    assert finding_passage(found, None, texts("en")) == Passage("F101 warning", "A column is missing.")


def test_a_cause_is_told_with_its_certainty_and_every_explanation() -> None:
    wrong = replace(cause("Drift!C7"), certainty=Certainty.ONE_OF, message="Troligast är.\nEller att.")

    assert cause_passage(wrong, texts("sv")) == Passage("Orsak (en av flera)", "Troligast är.\nEller att.")


def test_a_finding_says_where_its_cause_stands_if_that_is_elsewhere() -> None:
    found = replace(finding("Drift!C8", message="Raderna blir fel."), evidence=None)
    wrong = cause("Drift!C7", found, message="Drift!C7 ska vara 1.\nEller att.")

    assert finding_passage(found, wrong, texts("sv")).body == (
        "Raderna blir fel.\nOrsaken står i en annan cell. Drift!C7 ska vara 1."
    )
    assert finding_passage(found, cause("Drift!C8", found), texts("sv")).body == "Raderna blir fel."

"""What the signs on the sheets mean."""

from __future__ import annotations

from syditval.annotation.review import Review
from syditval.annotation.review_legend import legend_rows
from syditval.annotation.ticks import Tick
from syditval.messages import texts
from syditval.patching.fills import HATCHING
from tests.annotation.review_text import as_text

SV = texts("sv")

SEVERITIES = [
    "Fel | Något stämmer inte, och avrundning kan inte förklara det: rätta eller förklara.",
    "Varning | Något stämmer troligen inte: undersök.",
    "Notering | Värt att känna till, men inget fel i sig.",
]
STATUSES = [
    "öppen | Inte åtgärdad än, eller öppnad på nytt därför att beloppen har ändrats.",
    "förklarad | Utredd och lämnad som den är; kommentaren säger varför.",
    "rättad | Rättad i bokföringen eller i originalet.",
]


def lines(review: Review) -> list[str]:
    return as_text(legend_rows(review, SV)).splitlines()[2:]


def test_tints_and_statuses_are_always_told() -> None:
    assert lines(Review()) == [*SEVERITIES, *STATUSES]


def test_tick_marks_are_told_with_their_letters_and_how_many_were_set() -> None:
    review = Review(ticks={Tick.F: "S", Tick.TB: "HB"}, ticked={Tick.F: 12})

    assert lines(review)[3:5] == [
        "S | 12 | Nedsummerad: raderna har lagts ihop och summan stämmer.",
        "HB | 0 | Avstämd mot huvudboken.",
    ]


def test_the_pattern_of_amounts_that_nothing_covers_is_shown() -> None:
    review = Review(shows_uncovered=True)

    assert lines(review)[3] == "Ej täckt | Ett belopp som inte ingår i någon kontroll."
    assert list(legend_rows(review, SV))[5]["severity"].look.pattern == HATCHING.pattern

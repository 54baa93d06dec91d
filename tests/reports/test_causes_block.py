"""Causes: what is wrong first, and below it the findings that it settles."""

from __future__ import annotations

from dataclasses import replace

from syditval.model.cause import Cause
from syditval.model.cells import CellRef
from syditval.model.finding import Finding
from syditval.reports.causes_block import write_causes, write_not_localised
from tests.reports.example_causes import CAUSES, FAILURES, NOT_LOCALISED, with_causes
from tests.reports.example_reports import clean
from tests.reports.papers import on_page

CERTAIN = replace(CAUSES["certain"], message="Drift!D6 should be 10 906, not 10 996.")
LINE = replace(FAILURES["line"], message="Avvikelse should be 1 110.")
FORECAST = replace(FAILURES["forecast"], message="The lines add up to 1 290.")

BLOCK = """
1  error    Drift!D6  certain
            Personalkostnader, Årsprognos
            Drift!D6 should be 10 906, not 10 996.

   error    Drift!E6  V101  inconsistent
            Personalkostnader, Avvikelse           expected          1 110   tkr
            Avvikelse should be 1 110.             found             1 200   tkr
                                                   difference          +90   tkr
                                                   rounding at most      1,5 tkr
   also settles F101 Drift!D15
"""


def block(*causes: Cause, findings: tuple[Finding, ...] = (LINE, FORECAST), width: int = 80) -> str:
    """The block without its heading."""
    holder = replace(clean("en"), causes=causes, findings=findings)
    return "\n" + on_page(lambda page: write_causes(holder, page), width).split("\n", 2)[2]


def test_the_first_finding_stands_there_in_full_the_others_by_code_and_cell() -> None:
    assert block(CERTAIN) == BLOCK


def test_one_finding_leaves_nothing_to_add() -> None:
    only = replace(CERTAIN, explains=CERTAIN.explains[:1])

    assert block(only) == BLOCK.rsplit("   also", 1)[0]


def test_causes_are_numbered_flush_right() -> None:
    heads = [line for line in block(*[CERTAIN] * 10).splitlines() if line.endswith("certain")]

    assert heads[0] == " 1  error    Drift!D6  certain"
    assert heads[9] == "10  error    Drift!D6  certain"


def test_every_explanation_has_a_line_of_its_own() -> None:
    doubtful = replace(CERTAIN, message="Most likely this.\nOr that.\nFurther explanations that fit: 2.")

    assert block(doubtful).splitlines()[3:6] == [
        "            Most likely this.",
        "            Or that.",
        "            Further explanations that fit: 2.",
    ]


def test_no_address_is_ever_broken_or_read_as_markup() -> None:
    place = CellRef("[red]Uppföljning av drift[/red]", 6, 4)
    (slip,) = CERTAIN.slips
    moved = replace(slip, changes=(replace(slip.changes[0], cell=place),))
    cause = replace(CERTAIN, slips=(moved,), message=f"Most likely {place.address} should be 10 906.")
    findings = (LINE, replace(FORECAST, cell=place))

    assert block(cause, findings=findings, width=60).count(place.address) == 3


def test_without_causes_there_is_no_block() -> None:
    assert on_page(lambda page: write_causes(clean("en"), page)) == ""
    assert on_page(lambda page: write_not_localised(clean("en"), page)) == ""


def test_what_could_not_be_localised_is_told_with_its_findings_in_full() -> None:
    ratio = replace(FAILURES["ratio"], message="It should be 47,926.")
    items = (replace(NOT_LOCALISED, message="V103 Investeringar!E9: no explanation."),) * 2
    holder = replace(with_causes("en"), not_localised=items, findings=(ratio,))
    lines = on_page(lambda page: write_not_localised(holder, page)).splitlines()

    assert lines[2:6] == [
        "-  V103 Investeringar!E9: no explanation.",
        "",
        "error    Investeringar!E9  V103  inconsistent",
        "         IT-invest Hallsberg, PROCENT FÖRBRUKNIN    expected           47,926 %",
    ]
    assert lines.count("-  V103 Investeringar!E9: no explanation.") == 2

"""Percentages and quotients that the figures themselves show, and the one that breaks them."""

from __future__ import annotations

from syditval.checks.ratio_differs import RULE
from tests.checks.examined import summed


def test_the_line_that_breaks_the_pattern_is_an_error_at_its_percentage() -> None:
    found = summed(RULE.bad)

    assert found.findings == ["error V202 D5"]
    assert found.sentences() == [
        "Förbrukning (D5) says 46,1 %, but Utfall (C5) over Budget (B5) gives 64,0625 %: rounding explains at "
        "most 1,3318 of the difference."
    ]


def test_a_percentage_is_in_per_cent_whatever_the_unit_of_its_amounts() -> None:
    (finding,) = summed(f"Belopp i tkr\n{RULE.bad}").checked.findings

    assert finding.unit == "%"


QUOTIENTS = """
          | Kronor | Elever | Kronor per elev
Berga     | 51234  | 412    | 124.35
Kyrkbyn   | 23101  | 187    | 123.53
Lillbyn   | 8711   | 61     | 142.80
Solhem    | 6413   | 53     | 112.00
Åkra      | 11307  | 94     | 120.29
Västra    | 7913   | 67     | 118.10
"""


def test_a_plain_quotient_has_no_unit() -> None:
    found = summed(f"Belopp i kr\n{QUOTIENTS}")

    (finding,) = found.checked.findings
    assert (finding.cell and finding.cell.a1, finding.unit) == ("D7", "")
    assert found.sentences()[0].startswith(
        "Kronor per elev (D7) says 112, but Kronor (B7) over Elever (C7) gives 121"
    )

"""From verdict to finding: how bad, with which evidence, and with which remark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from syditval.model.finding import Confidence, Finding
from syditval.model.kind import TableKind
from syditval.model.relation import Verdict
from syditval.model.rule import Severity
from tests.checks.examined import SHIPPED, examined
from tests.seed import BUDGET, INVESTMENT

WRONG_TOTAL = BUDGET.replace('"-89"', '"91"')


def with_severity(code: str, severity: Severity) -> Sequence[TableKind]:
    return [replace(kind, severities={code: severity}) for kind in SHIPPED]


def lines(count: int, total: int) -> str:
    """A budget of that many lines of 100, with a total."""
    rows = "\n".join(f"Skola {number} | 100 | 0 | 0 | 100" for number in range(count))
    return f"\n| Budget | Utfall | Prognos | Avvikelse\n{rows}\nSumma | {total} | 0 | 0 | {count * 100}"


class TestSeverity:
    def test_inconsistent_has_that_of_the_rule(self) -> None:
        assert examined(WRONG_TOTAL).findings == ["error F101 C14"]

    @pytest.mark.parametrize("severity", Severity)
    def test_or_that_which_the_kind_gives_it(self, severity: Severity) -> None:
        assert examined(WRONG_TOTAL, with_severity("F101", severity)).findings == [f"{severity} F101 C14"]

    def test_another_rule_keeps_its_own(self) -> None:
        assert examined(WRONG_TOTAL, with_severity("V101", Severity.NOTE)).findings == ["error F101 C14"]

    @pytest.mark.parametrize(
        ("of_the_kind", "finding"), [("error", "warning"), ("warning", "warning"), ("note", "note")]
    )
    def test_implausible_is_a_warning_at_most(self, of_the_kind: str, finding: str) -> None:
        """40 lines miss their total by 20 tkr: rounding could, by 20,5, but nobody would believe it."""
        found = examined(lines(40, 4020), with_severity("F101", Severity(of_the_kind)))

        assert found.verdicts("F101")["B42"] == "implausible"
        assert f"{finding} F101 B42" in found.findings

    def test_rounding_that_hardly_ever_comes_about_is_a_note(self) -> None:
        """Of 10 lines a gap of 4 comes about less than once in a thousand, one of 3 more often."""
        found = examined(lines(10, 1004))

        assert found.verdicts("F101")["B12"] == "rounding"
        assert "note F101 B12" in found.findings
        assert "less than once in a thousand" in " ".join(found.sentences())
        assert "F101 B12" not in " ".join(examined(lines(10, 1003)).findings)

    def test_exact_and_not_checked_are_no_findings(self) -> None:
        assert examined(BUDGET).findings == []
        assert examined(BUDGET.replace('"-89"', "   ")).findings == []

    @pytest.mark.parametrize("code", ["S003", "H101"])
    def test_structural_rules_take_the_severity_of_the_kind_too(self, code: str) -> None:
        broken = BUDGET.replace("Lokalhyror     ", "Kapitalkostnader").replace('"303"', "#REF!")
        found = examined(broken, with_severity(code, Severity.NOTE))

        assert [each for each in found.findings if code in each] == [
            f"note {code} " + ("A13" if code == "S003" else "C12")
        ]


class TestEvidence:
    def test_goes_with_the_finding(self) -> None:
        (finding,) = examined(WRONG_TOTAL).checked.findings

        assert finding.verdict is Verdict.INCONSISTENT
        assert finding.evidence is not None
        assert finding.evidence.expected == -89
        assert finding.evidence.found == 91
        assert finding.evidence.difference == 180
        assert finding.evidence.bound == Decimal("5.5")
        assert finding.fields["lines"] == 10

    def test_names_the_columns_that_a_row_is_computed_from(self) -> None:
        (_, finding) = examined(BUDGET.replace("- 2 500", "2 500")).checked.findings

        assert finding.fields["operands"] == "Budget - Årsprognos"


STALE = """
                   | Budget | Utfall | Prognos | Avvikelse
Intäkter           | -900   | -300   | -900    | 0
Personal           | 500    | 170    | 500     | 0
Lokaler            | 400    | 130    | 400     | 0
Summa              | 0      | {total} | 0      | 0
"""
FORMULA = "The cell is a formula over these very cells: recalculate it, and if that changes nothing, correct the formula."


class TestRemarks:
    def test_a_formula_over_the_very_lines_is_told_to_be_one(self) -> None:
        found = examined(STALE.format(total="=SUM(C2:C4) -> 90"))

        assert found.findings == ["error F101 C5", "error H306 C5"]
        assert found.sentences()[0].endswith(FORMULA)

    def test_one_over_other_lines_is_not(self) -> None:
        found = examined(STALE.format(total="=SUM(C2:C3) -> -130"))

        assert found.findings == ["error F101 C5", "error H301 C5"]
        assert FORMULA not in found.sentences()[0]

    def test_figures_that_agree_as_displayed_are_told_to_do_so(self) -> None:
        found = examined("""
                   | Budget | Utfall       | Prognos | Avvikelse
Intäkter           | -900   | -300.45 {0}  | -900    | 0
Personal           | 500    | 170.44 {0}   | 500     | 0
Lokaler            | 400    | 130.43 {0}   | 400     | 0
Summa              | 0      | 0.02 {0}     | 0       | 0
""")

        assert found.verdicts("F101")["C5"] == "inconsistent"
        assert found.sentences()[0].endswith(
            "As displayed, the figures agree within rounding; the stored ones do not."
        )

    def test_figures_that_do_not_agree_either_way_are_not(self) -> None:
        found = examined(STALE.format(total="90.40 {0}"))

        assert "As displayed" not in found.sentences()[0]


class TestConfidence:
    def test_arithmetic_on_columns_that_the_figures_name_is_certain(self) -> None:
        assert {each.confidence for each in found_on(BUDGET.replace("- 900", "900"))} == {Confidence.HIGH}

    def test_columns_taken_from_the_kind_are_a_little_less_so(self) -> None:
        """Forecast equals budget, and both variances are zero: only the kind says which is less which."""
        wrong = INVESTMENT.replace('3 000  | "0"', '3 000  | "7"')
        row, total = found_on(wrong)

        assert (row.code, row.confidence) == ("V101", Confidence.MEDIUM)
        assert (total.code, total.confidence) == ("F101", Confidence.HIGH)


def found_on(table: str) -> Sequence[Finding]:
    return sorted(examined(table).checked.findings, key=lambda finding: finding.cell)


KRONOR = """
Belopp i kr
         | Budget | Utfall | Prognos | Avvikelse
Personal | 200.10 | 61.25  | 200.10  | 0
Hyror    | 100.05 | 30.15  | 100.05  | 0
Summa    | 300.15 | 91.40  | 300.15  | 0
"""


def test_a_wrong_ore_is_always_found() -> None:
    assert examined(KRONOR).findings == []
    assert examined(KRONOR.replace("91.40", "91.41")).findings == ["error F101 C5"]


def test_what_adding_doubles_left_behind_is_no_difference() -> None:
    assert examined(KRONOR.replace("61.25", "61.2499999997")).findings == []


def test_stored_figures_that_agree_as_displayed_are_a_warning() -> None:
    """Lines at full precision under a total that somebody typed as it was displayed."""
    found = examined("""
         | Budget         | Utfall | Prognos | Avvikelse
Personal | 200.4312 {0}   | 60     | 200     | 0
Hyror    | 100.4297 {0}   | 30     | 100     | 0
Lokaler  | 50.4391 {0}    | 30     | 50      | 0
Summa    | 351 {0}        | 120    | 350     | 0
""")

    assert "warning F101 B5" in found.findings
    assert "As displayed, the figures agree within rounding" in " ".join(found.sentences())

"""The reports, made by hand, that every output is tested on; each in English and in Swedish."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from syditval.model.amounts import Unit
from syditval.model.cells import CellRef
from syditval.model.gap import NotChecked
from syditval.model.relation import Judgement, Reason, Verdict
from syditval.model.report import InputFile, Report
from syditval.model.table import Basis, Column, ColumnType, Difference, SignConvention, Table
from tests.reports.example_findings import DRAFT, HIDDEN, findings, gaps
from tests.reports.hand_made import differences, footings, formula_backed, judged, ratios, table
from tests.seed import BUDGET, INVESTMENT

FILE = InputFile(
    "april.xlsx",
    "3f9a41c2d0e1" + "7" * 52,
    9_321,
    "xlsx",
    sheets=2,
    rows=23,
    cells=138,
    numbers=80,
    formulas=1,
)
KINDS = (("budget", "b" * 64), ("investment", "c" * 64))
BUDGET_ROLES = "label budget actual forecast variance"
INVESTMENT_ROLES = "label budget booked remainder percent forecast variance"


def report(language: str, tables: Sequence[Table] = (), judgements: Sequence[Judgement] = ()) -> Report:
    """A report without findings and gaps."""
    return Report("1.0.0", language, (FILE,), KINDS, tuple(tables), tuple(judgements), (), ())


def budget() -> Table:
    """The budget table that the product was asked for."""
    made = table("budget", CellRef("Drift", 4, 1), BUDGET, BUDGET_ROLES)
    formula = Difference("variance", "budget", "forecast", Basis.FIGURES, 11, 11)
    return replace(made, differences=(formula,))


def investment() -> Table:
    """The investment table that the product was asked for, with its two columns AVVIKELSE."""
    made = table("investment", CellRef("Investeringar", 4, 1), INVESTMENT, INVESTMENT_ROLES)
    remainder = Difference("remainder", "budget", "booked", Basis.FIGURES, 6, 6)
    variance = Difference("variance", "budget", "forecast", Basis.NEAREST, 6, 6)
    return replace(made, sign=SignConvention.OUTLAY_POSITIVE, differences=(remainder, variance))


def clean(language: str) -> Report:
    """Everything recognised, checked and covered; one percentage holds by rounding alone."""
    first, second = budget(), investment()
    judgements = (
        *footings(first, "budget", "actual", "forecast", "variance"),
        *differences(first, "V101", "variance", "budget", "forecast"),
        *footings(second, "budget", "booked", "remainder", "forecast", "variance"),
        *differences(second, "V102", "remainder", "budget", "booked"),
        *differences(second, "V101", "variance", "budget", "forecast"),
        *ratios(second, "percent", "booked", "budget"),
    )
    laxa = {"Investeringar!E7": Verdict.ROUNDING}
    return report(language, (first, second), judged(judgements, laxa))


def nothing_recognised(language: str) -> Report:
    """A workbook of numbers without a table."""
    message = {
        "en": "412 numbers outside every recognised table, the first at 'Blad 1'!B3.",
        "sv": "412 tal utanför alla tabeller, det första i 'Blad 1'!B3.",
    }[language]
    gap = NotChecked(Reason.OUTSIDE_TABLES, cell=CellRef("Blad 1", 3, 2), count=412, message=message)
    return replace(report(language), not_checked=(gap,))


KRONOR = """
Nettokostnader

Benämning                    | Budget           | Utfall           | Prognos          | Avvikelse      | Avvikelse
Intäkter                     | -43 306 000,00   | -14 286 112,40   | -43 706 000,00   | 400 000,00     | -29 019 887,60
[link=file:///x]Löner[/link] | 12 106 000,00    | 3 463 020,15     | 10 906 000,00    | 1 200 000,00   | 8 642 979,85
Kostnader för verksamhetsanknutna datakommunikationstjänster | 1 100 000,00 | 830 000,00 | 2 600 000,00 | 1 500 000,00 | 270 000,00
                             | 100,00           | 3,00             | 100,00           | 0,00           | 97,00
Summa                        | -30 099 900,00   | -9 993 089,25    | -30 199 900,00   | 3 100 000,00   | -20 106 810,75
"""
KRONOR_ROLES = "label budget actual forecast variance remainder"
UNNAMED = Column("", ColumnType.TEXT, HIDDEN, 8)


def kronor() -> Table:
    """A table in kronor with öre on a sheet whose name needs quotes, imperfectly understood."""
    made = table("budget", CellRef(DRAFT, 4, 2), KRONOR, KRONOR_ROLES)
    return replace(
        made,
        unit=Unit.KR,
        unit_source="kind",
        period="",
        sign=SignConvention.UNDETERMINED,
        columns=tuple(
            replace(column, step=Decimal("0.01")) if column.type is ColumnType.AMOUNT else column
            for column in made.columns
        ),
        differences=(Difference("variance", "budget", "forecast", Basis.KIND, 0, 0),),
        undetermined=("remainder",),
        missing=("period_budget",),
        extra_columns=(UNNAMED,),
    )


def with_findings(language: str) -> Report:
    """Every severity and verdict, two units and a percentage, hostile labels, and gaps."""
    first, second = kronor(), investment()
    judgements = (
        *formula_backed(footings(first, "budget", "actual", "forecast", "variance", "remainder")),
        *differences(first, "V101", "variance", "budget", "forecast"),
        *footings(second, "budget", "booked", "remainder", "forecast", "variance"),
        *ratios(second, "percent", "booked", "budget"),
    )
    verdicts: dict[str, Verdict | Reason] = {
        f"'{DRAFT}'!D9": Verdict.INCONSISTENT,
        f"'{DRAFT}'!F6": Reason.ERROR_VALUE,
        f"'{DRAFT}'!F7": Verdict.IMPLAUSIBLE,
        "Investeringar!B10": Verdict.ROUNDING,
        "Investeringar!E8": Reason.NOT_CALCULATED,
        "Investeringar!E9": Verdict.INCONSISTENT,
    }
    bare = report(language, (first, second), judged(judgements, verdicts))
    return replace(bare, findings=tuple(findings(language)), not_checked=tuple(gaps(language)))


EXAMPLES: Mapping[str, Callable[[str], Report]] = {
    "clean": clean,
    "with_findings": with_findings,
    "nothing_recognised": nothing_recognised,
}

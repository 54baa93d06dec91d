"""What was not checked is told, at its place and with its reason; it is never passed over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syditval.checks.gaps import could_not_run, could_not_run_on, gaps_of_sheets
from syditval.checks.total_differs import RULE
from syditval.model.cells import CellRef
from syditval.model.relation import Reason
from syditval.model.rule import Severity
from tests.checks.examined import examined, table_of
from tests.seed import BUDGET
from tests.text_tables import sheet, workbook

TABLE = """
Belopp i tkr       |        |        |         |
                   | Budget | Utfall | Prognos | Avvikelse
Intäkter           | -900   | -300   | -900    | 0
Personal           | 500    | 170    | 500     | 0
Lokaler            | 400    | 130    | 400     | 0
Summa              | 0      | 0      | 0       | 0
"""


@pytest.mark.parametrize(
    ("cell", "reason", "sentence"),
    [
        ("ca 170", "unreadable amount", "holds no readable amount."),
        ("1 mkr", "amount in another unit", "is in another unit."),
        ("#N/A", "error value", "holds an error value."),
        ("=A1", "no cached value", "is a formula without a stored result."),
    ],
)
def test_a_relation_is_told_with_the_cell_that_stands_in_its_way(
    cell: str, reason: str, sentence: str
) -> None:
    found = examined(TABLE.replace("170", cell))

    assert found.gaps == [f"C6 F101 ({reason})"]
    assert found.sentences()[-1] == f"F101 at Sheet1!C6: Sheet1!C4 {sentence}"


def test_a_relation_of_blanks_alone_is_told() -> None:
    found = examined(BUDGET.replace('1 100 | "830"         | 2 600      | - 1 500', '| "830" | |'))

    assert found.verdicts("V101")["E7"] == "not checked"
    assert found.gaps == ["E7 V101 (no figures)"]


def test_a_table_without_a_total_is_told_at_its_corner() -> None:
    found = examined(TABLE.rsplit("Summa", 1)[0])

    assert found.gaps[0] == "A2 (no total row)"
    assert (
        found.sentences()[0]
        == "The table at Sheet1!A2 has no total row, so its columns as a whole were not added up."
    )


def test_figures_that_no_relation_touches_are_counted() -> None:
    found = examined(TABLE.rsplit("Summa", 1)[0])

    assert found.gaps[1] == "C3 (no relation)"
    assert found.sentences()[1] == "Figures that no relation touches: 3, the first at Sheet1!C3."


def test_a_column_that_the_kind_does_not_name_is_told() -> None:
    found = examined("""
                   | Budget | Utfall | Årsarbetare | Prognos | Avvikelse
Intäkter           | -900   | -300   |             | -900    | 0
Personal           | 500    | 170    | 12          | 500     | 0
Lokaler            | 400    | 130    |             | 400     | 0
Summa              | 0      | 0      | 12          | 0       | 0
""")

    assert found.gaps == ["D1 (column not named by the kind)"]
    assert found.sentences() == ["Årsarbetare (Sheet1!D1): the table's kind does not name this column."]


class TestSheets:
    BOOK = f"""
# Drift
{TABLE.strip()}
# Anteckningar
Ring Eva | 2024-05-02 {{date}} | #REF!
# Blad3
# Underlag
1 | 2
3 |
"""

    def test_each_says_why_it_yields_nothing(self) -> None:
        assert examined(self.BOOK).gaps == [
            "Anteckningar (sheet without numbers)",
            "Blad3 (empty sheet)",
            "A1 (outside every table)",
        ]
        assert examined(self.BOOK).sentences()[-3:] == [
            "The sheet Anteckningar holds no numbers, so there is nothing on it to check.",
            "The sheet Blad3 is empty.",
            "Numbers outside every recognised table: 3, the first at Underlag!A1.",
        ]

    def test_those_that_are_no_worksheets_say_what_they_are(self) -> None:
        book = replace(workbook(""), unread=(("Diagram1", "chartsheet"), ("Makro1", "macrosheet")))

        assert [(gap.reason, gap.subject, gap.detail) for gap in gaps_of_sheets(book, (), ())] == [
            (Reason.NOT_A_WORKSHEET, "Diagram1", "chartsheet"),
            (Reason.NOT_A_WORKSHEET, "Makro1", "macrosheet"),
        ]


def test_a_rule_that_could_not_run_on_a_sheet_is_an_error_and_a_gap_at_its_first_cell() -> None:
    finding, gap = could_not_run_on(RULE, sheet("|\n | x"), "KeyError")

    assert (finding.code, finding.severity, finding.table) == ("F101", Severity.ERROR, "")
    assert (gap.code, gap.reason, gap.subject) == ("F101", Reason.COULD_NOT_RUN, "KeyError")
    assert gap.cell == finding.cell == CellRef("Sheet1", 2, 2)


def test_a_rule_that_could_not_run_is_an_error_and_a_gap_at_the_corner() -> None:
    finding, gap = could_not_run(RULE, table_of(TABLE), "KeyError")

    assert (finding.code, finding.severity, finding.cell) == ("F101", Severity.ERROR, CellRef("Sheet1", 2, 1))
    assert (gap.code, gap.reason, gap.subject) == ("F101", Reason.COULD_NOT_RUN, "KeyError")
    assert gap.cell == finding.cell

"""Reports in which every text that comes from outside is the same hostile one."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from syditval.messages.amounts import GROUP
from syditval.messages.visible import visible
from syditval.model.cells import CellRef
from syditval.model.finding import Finding
from syditval.model.gap import NotChecked
from syditval.model.relation import Reason
from syditval.model.report import Report
from syditval.model.waiver import Waived, Waiver, Waiving
from tests.reports.example_causes import CAUSES, FAILURES
from tests.reports.example_reports import FILE, budget, clean

TRICKS = (
    '=HYPERLINK("http://x")',
    "\t=1+1",
    "＝1+1",
    "\N{MINUS SIGN}1+cmd|' /C calc'!A0",
    "| a | b |",
    "`code` **bold** _it_ ~~no~~ [a](http://b) ![x](y) <script>alert(1)</script>",
    "# heading",
    "- list\n- list",
    "1. one",
    "[a]: http://b",
    "@team #12 &amp; \\",
    "{0} {{1}} [link](1)",
    "]]><!-- --> & \"'",
    "a\r\nb\x00\x1b[31m\N{RIGHT-TO-LEFT OVERRIDE}\N{ZERO WIDTH SPACE}\ufffe\ud800",
    "",
)

# Any character there is, halves of characters included.
hostile_texts = st.sampled_from(TRICKS) | st.text(st.characters(), max_size=40)


def nothing_hides(text: str) -> bool:
    """Whether all that stands in the lines of a text is seen."""
    return all(line.isprintable() for line in text.replace(GROUP, " ").split("\n"))


def hostile(text: str) -> Report:
    """File, sheet, headings, labels, sentences, waiver, cause and gap, all of one text.

    In the sentence of a cause, whose line breaks are our own, it stands as texts of a workbook do.
    """
    whole, table = clean("en"), budget()
    table = replace(
        table,
        sheet=text,
        title=text,
        columns=tuple(replace(column, header=text) for column in table.columns),
        rows=tuple(replace(row, label=text) for row in table.rows),
    )
    gap = NotChecked(Reason.EMPTY_SHEET, cell=CellRef(text, 1, 1), subject=text, message=text)
    (cause, *_) = CAUSES.values()
    return replace(
        whole,
        inputs=(replace(FILE, name=text),),
        tables=(table, *whole.tables[1:]),
        findings=tuple(_spoilt(each, text) for each in FAILURES.values()),
        causes=(replace(cause, message=visible(text)),),
        not_checked=(gap,),
    )


def _spoilt(finding: Finding, text: str) -> Finding:
    return replace(
        finding,
        cell=CellRef(text, 15, 4),
        row_label=text,
        column_label=text,
        message=text,
        standing=text,
        place=text,
        waived=Waived(Waiver(finding.code, text, text, who=text), Waiving.WAIVED),
    )

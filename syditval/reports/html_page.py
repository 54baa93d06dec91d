"""The report as one page for a browser and for paper: a single file that loads nothing and runs nothing."""

from __future__ import annotations

from functools import partial
from typing import Any, TextIO

from syditval.messages import Texts, texts
from syditval.messages.months import month_named
from syditval.model.report import Report
from syditval.reports.closing import closing
from syditval.reports.evidence_amounts import evidence_amounts
from syditval.reports.html_anchors import anchors_of
from syditval.reports.html_contents import codes, contents
from syditval.reports.html_grid import Grid, Grids
from syditval.reports.html_regions import described
from syditval.reports.html_templates import page_templates
from syditval.reports.outputs import Color
from syditval.reports.streams import takes_unicode
from syditval.reports.wording import Wording


def write(report: Report, stream: TextIO, color: Color = "never") -> None:
    """Write the page to a stream: plain ASCII where its encoding is not a Unicode one."""
    page = render(report)
    stream.write(page if takes_unicode(stream) else page.encode("ascii", "xmlcharrefreplace").decode())


def render(report: Report) -> str:
    """The page. Nothing in a report is read as markup, and nothing in it hides."""
    words = texts(report.language)
    return page_templates().get_template("page.html.j2").render(_context(report, words))


def _context(report: Report, words: Texts) -> dict[str, Any]:
    """What the templates speak of in this report."""
    wording = Wording(words)
    anchors = anchors_of(report)
    title = words.get("page", "title", file=", ".join(file.name for file in report.inputs))
    return {
        "report": report,
        "words": words,
        "wording": wording,
        "say": partial(words.get, "page"),
        "title": title,
        "kinds": ", ".join(wording.kind(kind) for kind, _ in report.schemas),
        "closing": closing(report, wording),
        "contents": list(contents(report, words)),
        "codes": codes(report, words),
        "anchors": anchors.findings,
        "table_anchors": anchors.tables,
        "grids": Grids(report, words),
        "grid_name": partial(_grid_name, words),
        "amounts": partial(evidence_amounts, wording=wording),
        "month_named": month_named,
        "described": partial(described, report, wording),
    }


def _grid_name(words: Texts, grid: Grid) -> str:
    table = grid.table
    return words.get("page", "grid", table=", ".join(filter(None, (table.range, table.unit.value))))

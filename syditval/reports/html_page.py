"""The report as one page for a browser and for paper: a single file that loads nothing and runs nothing."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache, partial
from typing import Any, TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined

from syditval.messages import Texts, texts
from syditval.messages.addresses import on_sheet
from syditval.messages.amounts import written
from syditval.messages.names import named
from syditval.messages.visible import visible
from syditval.model.relation import Verdict
from syditval.model.report import Report
from syditval.reports.closing import closing
from syditval.reports.evidence_amounts import evidence_amounts
from syditval.reports.html_anchors import anchors_of
from syditval.reports.html_bars import chart_of
from syditval.reports.html_contents import codes, contents
from syditval.reports.html_counts import counts_of, share
from syditval.reports.html_grid import Grid, Grids
from syditval.reports.html_regions import described, idle
from syditval.reports.outputs import Color
from syditval.reports.streams import takes_unicode
from syditval.reports.table_facts import table_facts
from syditval.reports.wording import Wording, labels

# So many texts are remembered once they are known to hide nothing: most of a report's stand in it often.
MOST_TEXTS = 65_536


def write(report: Report, stream: TextIO, color: Color = "never") -> None:
    """Write the page to a stream: plain ASCII where its encoding is not a Unicode one. Colours are its own."""
    page = render(report)
    stream.write(page if takes_unicode(stream) else page.encode("ascii", "xmlcharrefreplace").decode())


def render(report: Report) -> str:
    """The page. Nothing in a report is read as markup, and nothing in it hides."""
    words = texts(report.language)
    return _environment().get_template("page.html.j2").render(_context(report, words))


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
        "described": partial(described, report, wording),
    }


def _grid_name(words: Texts, grid: Grid) -> str:
    table = grid.table
    return words.get("page", "grid", table=", ".join(filter(None, (table.range, table.unit.value))))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("syditval.reports", ""),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals |= {
        "chart_of": chart_of,
        "counts_of": counts_of,
        "idle": idle,
        "labels": labels,
        "named": named,
        "number": lambda count: written(Decimal(count)),
        "on_sheet": on_sheet,
        "share": share,
        "table_facts": table_facts,
        "verdicts": tuple(Verdict),
        "written": written,
    }
    return environment


def _shown(value: Any) -> Any:
    """What a template puts out: nothing hides in a text."""
    return _visible(value) if type(value) is str else value


_visible = lru_cache(MOST_TEXTS)(visible)

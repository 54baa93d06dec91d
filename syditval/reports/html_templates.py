"""The templates of the page, and what every one of them may call."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from syditval.messages.addresses import on_sheet
from syditval.messages.amounts import written
from syditval.messages.names import named
from syditval.messages.standing import standing_word, threshold_written
from syditval.model.relation import Verdict
from syditval.reports.html_bars import chart_of
from syditval.reports.html_counts import counts_of, share
from syditval.reports.safe_templates import safe_templates
from syditval.reports.table_facts import table_facts
from syditval.reports.wording import labels

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def page_templates() -> Environment:
    """The templates. Whatever they put out is escaped, and nothing in it hides."""
    environment = safe_templates("syditval.reports")
    environment.globals |= {
        "chart_of": chart_of,
        "counts_of": counts_of,
        "labels": labels,
        "named": named,
        "number": number,
        "on_sheet": on_sheet,
        "share": share,
        "standing_word": standing_word,
        "table_facts": table_facts,
        "threshold_written": threshold_written,
        "verdicts": tuple(Verdict),
    }
    return environment


def number(count: int) -> str:
    """A count as amounts are written."""
    return written(Decimal(count))

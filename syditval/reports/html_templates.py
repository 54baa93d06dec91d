"""The templates of the page, and what every one of them may call."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from syditval.messages.addresses import on_sheet
from syditval.messages.amounts import written
from syditval.messages.names import named
from syditval.messages.standing import standing_word, threshold_written
from syditval.messages.visible import visible
from syditval.model.relation import Verdict
from syditval.reports.html_bars import chart_of
from syditval.reports.html_counts import counts_of, share
from syditval.reports.table_facts import table_facts
from syditval.reports.wording import labels

# So many texts are remembered with what shows of them: most of those in a report stand in it often.
MOST_TEXTS = 65_536


@cache
def page_templates() -> Environment:
    """The templates. Whatever they put out is escaped, and nothing in it hides."""
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


def _shown(value: Any) -> Any:
    # Markup is a string too, but of another type: it has been through here.
    return _visible(value) if type(value) is str else value


_visible = lru_cache(MOST_TEXTS)(visible)

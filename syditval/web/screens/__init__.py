"""What the page shows: values in, HTML out."""

from __future__ import annotations

from syditval.web.screens.all_entities import overview
from syditval.web.screens.entity_months import entity
from syditval.web.screens.front import home
from syditval.web.screens.gate import refusal, sign_in
from syditval.web.screens.one_month import month
from syditval.web.screens.progress import (
    ProgressRow,
    Step,
    progress_foot,
    progress_head,
    progress_row,
    row_of,
)
from syditval.web.screens.records import account, acts
from syditval.web.screens.totals import MonthTotals, totals_of
from syditval.web.screens.year_grid import chosen, years_of

__all__ = [
    "MonthTotals",
    "ProgressRow",
    "Step",
    "account",
    "acts",
    "chosen",
    "entity",
    "home",
    "month",
    "overview",
    "progress_foot",
    "progress_head",
    "progress_row",
    "refusal",
    "row_of",
    "sign_in",
    "totals_of",
    "years_of",
]

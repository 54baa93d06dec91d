"""Tables, sheets and traits to verdicts and findings. One file per rule, named after the defect."""

from syditval.checks.catalogue import rule_digests, rule_infos
from syditval.checks.engine import Checked, check_tables
from syditval.checks.inferred import check_region
from syditval.checks.months import carried_over_months, check_months, with_months
from syditval.checks.ranking import pressing_first, ranked
from syditval.checks.recalculated_value_differs import check_recalculated, not_recalculated
from syditval.checks.standing import Standards, held_against, waivers_for
from syditval.checks.warm_up import warm_up
from syditval.checks.workbook import check_workbook

__all__ = [
    "Checked",
    "Standards",
    "carried_over_months",
    "check_months",
    "check_recalculated",
    "check_region",
    "check_tables",
    "check_workbook",
    "held_against",
    "not_recalculated",
    "pressing_first",
    "ranked",
    "rule_digests",
    "rule_infos",
    "waivers_for",
    "warm_up",
    "with_months",
]

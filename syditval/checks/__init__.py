"""Tables, sheets and traits to verdicts and findings. One file per rule, named after the defect."""

from syditval.checks.catalogue import rule_infos
from syditval.checks.engine import Checked, check_tables
from syditval.checks.inferred import check_region
from syditval.checks.ranking import ranked
from syditval.checks.recalculated_value_differs import check_recalculated, not_recalculated
from syditval.checks.workbook import check_workbook

__all__ = [
    "Checked",
    "check_recalculated",
    "check_region",
    "check_tables",
    "check_workbook",
    "not_recalculated",
    "ranked",
    "rule_infos",
]

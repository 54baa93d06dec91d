"""Tables to relations, verdicts and findings. One file per rule, named after the defect."""

from syditval.checks.catalogue import rule_infos
from syditval.checks.engine import Checked, check_tables

__all__ = ["Checked", "check_tables", "rule_infos"]

"""V204: a relative change found in the figures that one of its lines breaks."""

from __future__ import annotations

from syditval.model.relation import Form
from syditval.model.rule import RuleInfo, Severity

INFERRED = Form.RELATIVE_CHANGE
RULE = RuleInfo(
    code="V204",
    name="relative-change-differs-from-its-figures",
    severity=Severity.ERROR,
    bad="""
                  | 2023 | 2024 | Förändring
Personalkostnader | 512  | 498  | -2.7%
Lokalhyror        | 231  | 237  | 2.6%
Övriga kostnader  | 87   | 104  | 19.5%
Resor             | 64   | 41   | 35.9%
Datorer           | 113  | 159  | 40.7%
Kurser            | 79   | 83   | 5.1%
""",
    good="""
                  | 2023 | 2024 | Förändring
Personalkostnader | 512  | 498  | -2.7%
Lokalhyror        | 231  | 237  | 2.6%
Övriga kostnader  | 87   | 104  | 19.5%
Resor             | 64   | 41   | -35.9%
Datorer           | 113  | 159  | 40.7%
Kurser            | 79   | 83   | 5.1%
""",
)

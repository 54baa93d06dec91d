"""V201: a difference found in the figures that one of its lines breaks."""

from __future__ import annotations

from syditval.model.relation import Form
from syditval.model.rule import RuleInfo, Severity

INFERRED = Form.DIFFERENCE
RULE = RuleInfo(
    code="V201",
    name="difference-differs-from-its-terms",
    severity=Severity.ERROR,
    bad="""
                  | Budget | Utfall | Avvikelse
Personalkostnader | 512    | 498    | 14
Lokalhyror        | 231    | 236    | -5
Övriga kostnader  | 87     | 104    | -17
Resor             | 64     | 41     | 32
Datorer           | 113    | 59     | 54
""",
    good="""
                  | Budget | Utfall | Avvikelse
Personalkostnader | 512    | 498    | 14
Lokalhyror        | 231    | 236    | -5
Övriga kostnader  | 87     | 104    | -17
Resor             | 64     | 41     | 23
Datorer           | 113    | 59     | 54
""",
)

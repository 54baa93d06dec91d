"""V202: a percentage or a quotient found in the figures that one of its lines breaks."""

from __future__ import annotations

from syditval.model.relation import Form
from syditval.model.rule import RuleInfo, Severity

INFERRED = Form.RATIO
RULE = RuleInfo(
    code="V202",
    name="ratio-differs-from-its-amounts",
    severity=Severity.ERROR,
    bad="""
                  | Budget | Utfall | Förbrukning
Personalkostnader | 512    | 498    | 97.3%
Lokalhyror        | 231    | 175    | 75.8%
Övriga kostnader  | 87     | 61     | 70.1%
Resor             | 64     | 41     | 46.1%
Datorer           | 113    | 59     | 52.2%
Kurser            | 79     | 23     | 29.1%
""",
    good="""
                  | Budget | Utfall | Förbrukning
Personalkostnader | 512    | 498    | 97.3%
Lokalhyror        | 231    | 175    | 75.8%
Övriga kostnader  | 87     | 61     | 70.1%
Resor             | 64     | 41     | 64.1%
Datorer           | 113    | 59     | 52.2%
Kurser            | 79     | 23     | 29.1%
""",
)

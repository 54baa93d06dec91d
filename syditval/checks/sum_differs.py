"""F201: a sum found in the figures that one of its columns or rows breaks."""

from __future__ import annotations

from syditval.model.relation import Form
from syditval.model.rule import RuleInfo, Severity

INFERRED = Form.SUM
RULE = RuleInfo(
    code="F201",
    name="sum-differs-from-its-parts",
    severity=Severity.ERROR,
    bad="""
                  | Q1   | Q2   | Q3   | Q4
Personalkostnader | 512  | 498  | 530  | 547
Lokalhyror        | 231  | 231  | 236  | 236
Övriga kostnader  | 87   | 104  | 93   | 121
Summa             | 830  | 833  | 859  | 914
""",
    good="""
                  | Q1   | Q2   | Q3   | Q4
Personalkostnader | 512  | 498  | 530  | 547
Lokalhyror        | 231  | 231  | 236  | 236
Övriga kostnader  | 87   | 104  | 93   | 121
Summa             | 830  | 833  | 859  | 904
""",
)

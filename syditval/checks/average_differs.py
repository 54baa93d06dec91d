"""V203: an average found in the figures that one of its lines breaks."""

from __future__ import annotations

from syditval.model.relation import Form
from syditval.model.rule import RuleInfo, Severity

INFERRED = Form.AVERAGE
RULE = RuleInfo(
    code="V203",
    name="average-differs-from-its-figures",
    severity=Severity.ERROR,
    bad="""
                  | Q1   | Q2   | Q3   | Genomsnitt
Personalkostnader | 512  | 498  | 532  | 514
Lokalhyror        | 231  | 237  | 246  | 238
Övriga kostnader  | 87   | 104  | 94   | 59
Resor             | 64   | 41   | 51   | 52
Datorer           | 113  | 59   | 68   | 80
""",
    good="""
                  | Q1   | Q2   | Q3   | Genomsnitt
Personalkostnader | 512  | 498  | 532  | 514
Lokalhyror        | 231  | 237  | 246  | 238
Övriga kostnader  | 87   | 104  | 94   | 95
Resor             | 64   | 41   | 51   | 52
Datorer           | 113  | 59   | 68   | 80
""",
)

"""V205: an increase in per cent of what was there before, found in the figures, that one line breaks."""

from __future__ import annotations

from syditval.model.relation import Form
from syditval.model.rule import RuleInfo, Severity

INFERRED = Form.GROWTH
RULE = RuleInfo(
    code="V205",
    name="growth-differs-from-its-figures",
    severity=Severity.ERROR,
    bad="""
                  | 2024 | Ökning | Ökning i procent
Personalkostnader | 541  | 29     | 5.7%
Lokalhyror        | 252  | 21     | 9.1%
Övriga kostnader  | 104  | 17     | 19.5%
Resor             | 87   | 23     | 53.9%
Datorer           | 159  | 46     | 40.7%
Kurser            | 83   | 4      | 5.1%
""",
    good="""
                  | 2024 | Ökning | Ökning i procent
Personalkostnader | 541  | 29     | 5.7%
Lokalhyror        | 252  | 21     | 9.1%
Övriga kostnader  | 104  | 17     | 19.5%
Resor             | 87   | 23     | 35.9%
Datorer           | 159  | 46     | 40.7%
Kurser            | 83   | 4      | 5.1%
""",
)

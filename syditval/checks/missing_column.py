"""S002: a column that a table of its kind cannot do without."""

from __future__ import annotations

from syditval.model.rule import RuleInfo, Severity

# The schema itself requires the column; there is nothing more to ask of the frame.
RULE = RuleInfo(
    code="S002",
    name="missing-column",
    severity=Severity.ERROR,
    bad="""
                  | Budget | Utfall | Prognos
Intäkter          | -900   | -300   | -900
Personalkostnader | 500    | 170    | 500
Lokalhyror        | 400    | 130    | 400
Summa             | 0      | 0      | 0
""",
    good="""
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -900    | 0
Personalkostnader | 500    | 170    | 500     | 0
Lokalhyror        | 400    | 130    | 400     | 0
Summa             | 0      | 0      | 0       | 0
""",
)

"""A table without a fault: what the examples of rules on sheets, workbooks and months have around theirs."""

SOUND_TABLE = """
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -900    | 0
Personalkostnader | 500    | 170    | 500     | 0
Lokalhyror        | 400    | 130    | 400     | 0
Summa             | 0      | 0      | 0       | 0
"""

FORMULA_TABLE = """
                  | Budget           | Utfall           | Prognos          | Avvikelse
Intäkter          | -900             | -300             | -900             | =B2-D2 -> 0
Personalkostnader | 500              | 170              | 500              | =B3-D3 -> 0
Lokalhyror        | 300              | 100              | 300              | =B4-D4 -> 0
Material          | 80               | 25               | 80               | =B5-D5 -> 0
Övrigt            | 20               | 5                | 20               | =B6-D6 -> 0
Summa             | =SUM(B2:B6) -> 0 | =SUM(C2:C6) -> 0 | =SUM(D2:D6) -> 0 | =SUM(E2:E6) -> 0
"""

# The month before.
MARCH = """
! month 2024-03
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -225   | -890    | -10
Personalkostnader | 500    | 127    | 505     | -5
Lokalhyror        | 400    | 98     | 400     | 0
Summa             | 0      | 0      | 15      | -15
"""

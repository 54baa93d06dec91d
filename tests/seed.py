"""The two tables of the interim report that the product was asked for, as printed."""

BUDGET = """
Ekonomiskt resultat

                         | Budget   | Utfall 240430 | Årsprognos | Avvikelse
Intäkter                 | - 43 306 | -14 286       | - 43 706   | "400"
Personalkostnader        | 12 106   | 3 463         | 10 906     | 1 200
Datorer & basutrustning  | "200"    | "90"          | "200"      |
Tele- och datakommunikation | 1 100 | "830"         | 2 600      | - 1 500
Licenser & serviceavtal  | 11 143   | 3 794         | 12 043     | - 900
Övrigt tjänsteköp        | 3 200    | 1 542         | 5 700      | - 2 500
Resor & Kurser           | "100"    | "3"           | "100"      |
Övriga kostnader         | "400"    | "156"         | "400"      |
Lokalhyror               | "798"    | "303"         | "839"      | - 41
Kapitalkostnader         | 14 259   | 4 016         | 12 118     | 2 141
Summa                    | "0"      | "-89"         | 1 200      | -1 200
"""

INVESTMENT = """
Investeringsredovisning

PROJEKT | BUDGE T | BOKFÖR T t.o.m. 240430 | AVVIKELS E | PROCENT FÖRBRUKNIN G | PROGNO S HELÅR | AVVIKELS E
IT-invest gemensam t | 3 000   | "417" | 2 583 | 13,9 | 3 000  | "0"
IT-invest Lekeberg   | 2 533   | "126" | 2 407 | 5,0  | 2 533  | "0"
IT-invest Laxå       | 1 652   | "794" | "858" | 48,0 | 1 652  | "0"
IT-invest Askersund  | 2 196   | "246" | 1 950 | 11,2 | 2 196  | "0"
IT-invest Hallsberg  | 1 953   | "936" | 1 017 | 47,9 | 1 953  | "0"
Summa                | 11 334  | 2 519 | 8 815 | 22,2 | 11 334 | "0"
"""

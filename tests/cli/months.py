"""The follow-up of two months: in April the table begins lower, has one line more, and other mistakes."""

from __future__ import annotations

from pathlib import Path

from tests.errors.workbooks import table

# The total of Utfall is 9 too much, and Lokalhyror, Övrigt and with them the total have a wrong variance.
MARCH = """
Driftredovisning
Belopp i tkr
Benämning         | Budget | Utfall 240331 | Avvikelse
Personalkostnader | 800    | 200           | 600
Lokalhyror        | 150    | 40            | 120
Licenser          | 90     | 20            | 70
Kapitalkostnader  | 400    | 100           | 300
Förbrukning       | 60     | 15            | 45
Försäkringar      | 30     | 30            | 0
Leasing           | 20     | 5             | 15
Övrigt            | 50     | 10            | 45
Summa             | 1600   | 429           | 1195
"""

# The total of Utfall is 12 too much, Lokalhyror is right, Personalkostnader is wrong, Övrigt as wrong as it was.
APRIL = """
Driftredovisning
Preliminärt
Efter bokslut
Belopp i tkr
Benämning         | Budget | Utfall 240430 | Avvikelse
Personalkostnader | 800    | 270           | 540
Resor             | 100    | 30            | 70
Lokalhyror        | 150    | 50            | 100
Licenser          | 90     | 30            | 60
Kapitalkostnader  | 400    | 130           | 270
Förbrukning       | 60     | 20            | 40
Försäkringar      | 30     | 30            | 0
Leasing           | 20     | 7             | 13
Övrigt            | 50     | 15            | 40
Summa             | 1700   | 594           | 1133
"""

SOUND = """
Driftredovisning
Belopp i tkr
Benämning         | Budget | Utfall 240531 | Avvikelse
Personalkostnader | 800    | 300           | 500
Lokalhyror        | 150    | 60            | 90
Licenser          | 90     | 40            | 50
Summa             | 1040   | 400           | 640
"""


def march(folder: Path) -> Path:
    """The workbook of March in a folder."""
    return saved(folder / "mars.xlsx", MARCH)


def april(folder: Path) -> Path:
    """The workbook of April in a folder."""
    return saved(folder / "april.xlsx", APRIL)


def sound(folder: Path) -> Path:
    """A workbook without mistakes in a folder."""
    return saved(folder / "maj.xlsx", SOUND)


def saved(file: Path, text: str) -> Path:
    """A workbook with a table; its folder is made where there is none."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(table(text))
    return file

"""U: calls that make no sense."""

from __future__ import annotations

import click

from syditval.cli.main import COMMANDS
from tests.errors.case import Case
from tests.errors.circumstances import failing
from tests.errors.workbooks import FAULTY, table

WAIVED = """
[[waivers]]
code = "F101"
place = "budget/total/actual"
reason = "Avrundat i ekonomisystemet"
"""
WAIVE = "syditval waive april.xlsx F101/budget/total/actual --reason 'Avrundat i ekonomisystemet'"
FULL = OSError(28, "No space left on device")
APRIL = {"april.xlsx": table()}
TWO = {"april.xlsx": table(), "maj.xlsx": table()}

WORDS = [
    Case("U001", "syditval", quotes=COMMANDS),
    Case("U002", "syditval recncile april.xlsx"),
    Case("U003", "syditval reconcile --quite april.xlsx", APRIL),
    Case("U004", "syditval reconcile"),
    Case("U005", "syditval reconcile april.xlsx --output", APRIL),
    Case("U006", "syditval reconcile --quiet=yes april.xlsx", APRIL),
    Case("U007", "syditval inspect april.xlsx maj.xlsx", TWO),
    Case("U008", "syditval reconcile --fail-on disaster april.xlsx", APRIL, quotes=("error, warning, note",)),
    Case("U026", "syditval rules", {}, failing("syditval.cli.rules_command._rules", click.UsageError("no"))),
]

PLACES = [
    Case("U009", "syditval reconcile --carry-over mars.granskad.xlsx april.xlsx", APRIL),
    Case("U010", "syditval reconcile --carry-over granskat april.xlsx", APRIL | {"granskat/": ""}),
    Case("U011", "syditval reconcile -o granskat april.xlsx maj.xlsx", TWO | {"granskat": ""}),
    Case(
        "U022", "syditval reconcile april.xlsx april.granskad.xlsx", APRIL | {"april.granskad.xlsx": table()}
    ),
    Case(
        "U023",
        "syditval reconcile -o granskat april.xlsx arkiv/april.xlsx",
        APRIL | {"arkiv/april.xlsx": table()},
    ),
]

VALUES = [
    Case("U012", """SYDITVAL_TICK='F="X' syditval reconcile april.xlsx""", APRIL),
    Case("U013", "syditval reconcile --quiet --verbose april.xlsx", APRIL),
    Case("U014", "syditval sums --explain B6 april.xlsx maj.xlsx", TWO),
    Case("U015", "syditval sums --explain 6B april.xlsx", APRIL),
    Case("U016", "syditval sums --explain H40 april.xlsx", APRIL),
    Case("U017", "syditval reconcile --time 'den 8 maj' april.xlsx", APRIL),
    Case("U018", "syditval reconcile --tick SUMMA=S april.xlsx", APRIL),
    Case("U019", "syditval reconcile --limit sheets=många april.xlsx", APRIL),
    Case("U020", "syditval rules X999"),
    Case("U021", "syditval schemas bokslut", quotes=("budget, investment",)),
    Case("U060", "syditval show IT-enheten 2024-13"),
    Case("U061", "syditval store acts --last några"),
]

WRONG = {"april.xlsx": table(FAULTY)}
APRIL_AND_MARCH = {"april.xlsx": table(), "mars.xlsx": table()}
LETTER = table("Till kommunstyrelsen")
AGAINST = [
    Case("U054", "syditval reconcile --against brev.xlsx april.xlsx", APRIL | {"brev.xlsx": LETTER}),
    Case("U055", "syditval reconcile --against mars.xlsx mars.xlsx april.xlsx", APRIL_AND_MARCH),
    Case("U056", "syditval reconcile --decision 'KF 2024-03-25 § 41' april.xlsx", APRIL),
]

WAIVERS = [
    Case("U040", f"{WAIVE} --waivers undantag.toml", WRONG | {"undantag.toml": "waivers = 5\n"}),
    Case("U041", f"{WAIVE} --waivers undantag.toml", WRONG | {"undantag.toml": WAIVED}),
    Case("U042", f"{WAIVE} --waivers arkiv/undantag.toml", WRONG),
    Case("U043", "syditval waive - F101/budget/total/actual --reason 'Avrundat i ekonomisystemet'"),
    Case("U044", "syditval waive april.xlsx F101/budget/total/forecast --reason 'Avrundat'", WRONG),
    Case("U045", "syditval waive april.xlsx 'Drift!D6' --reason 'Avrundat i ekonomisystemet'", WRONG),
    Case("U052", "syditval reconcile --materiality lite april.xlsx", APRIL),
    Case("U053", "syditval reconcile --as-of igår april.xlsx", APRIL),
]

REPORTS = [
    Case("U046", "syditval reconcile -o granskad.xlsx -o rapport.json april.xlsx", APRIL),
    Case("U047", "syditval reconcile --format json --format text april.xlsx", APRIL),
    Case("U048", "syditval reconcile --format json -o granskad.xlsx april.xlsx", APRIL),
    Case("U049", "syditval reconcile --format sarif april.xlsx maj.xlsx", TWO),
    Case("U050", "syditval reconcile --format json -o ut.txt --format text -o ut.txt april.xlsx", APRIL),
    Case(
        "U051",
        "syditval reconcile --quiet --no-annotate --format json -o april.json april.xlsx",
        APRIL,
        failing("os.fsync", FULL),
    ),
]

ENDINGS = [
    Case("U024", "syditval rules > /dev/full"),
    Case(
        "U025",
        "syditval reconcile april.xlsx",
        APRIL,
        failing("syditval.reading.open_source", KeyboardInterrupt()),
    ),
]

CASES = [*WORDS, *PLACES, *VALUES, *WAIVERS, *AGAINST, *REPORTS, *ENDINGS]

"""K: mistakes in the files that people write: kinds of table, settings and waivers."""

from __future__ import annotations

from tests.errors.case import Case
from tests.errors.workbooks import table

KIND = """
titles = ["Personalredovisning"]
unit = "tkr"
sign = "outlay"

[[columns]]
role = "label"
type = "label"
headers = ["Benämning"]

[[columns]]
role = "budget"
type = "amount"
headers = ["Budget"]

[[columns]]
role = "actual"
type = "amount"
headers = ["Utfall"]

[[relations]]
rule = "F101"
form = "sum"
of = ["budget", "actual"]

[rows]
total = ["Summa"]
"""
WAIVER = """
[[waivers]]
code = "S003"
place = "budget/lokalhyror"
reason = "Hyran bokförs på raden ovanför"
at_most = "5 tkr"
"""
FILE = "egna/personal.toml"


def loaded(code: str, file: str, *quotes: str) -> Case:
    """A file of one's own that is wrong, among the kinds that are asked for."""
    return Case(code, "syditval schemas --schemas egna", {FILE: file}, quotes=quotes)


def changed(code: str, old: str, new: str, *quotes: str) -> Case:
    """The sound file above with a mistake in it."""
    if old not in KIND:
        raise ValueError(f"the file holds no {old}")
    return loaded(code, KIND.replace(old, new, 1), *quotes)


def waiving(code: str, file: str) -> Case:
    """A file of accepted differences that is wrong."""
    files = {"april.xlsx": table(), "undantag.toml": file}
    return Case(code, "syditval reconcile --waivers undantag.toml april.xlsx", files)


CASES = [
    changed("K001", "titles", "title", "title ", "columns, materiality, relations, rows, severities"),
    changed("K002", 'unit = "tkr"\n', ""),
    changed("K003", 'titles = ["Personalredovisning"]', 'titles = "Personalredovisning"'),
    changed("K004", '"tkr"', '"öre"'),
    changed(
        "K005",
        'headers = ["Utfall"]',
        'patterns = ["utfall("]',
        "missing ), unterminated subpattern at position 6",
    ),
    changed("K006", '["budget", "actual"]', '["budget", "actual", "budget"]'),
    changed("K007", '["budget", "actual"]', '["budget", "prognos"]'),
    loaded("K008", 'titles = ["Personalredovisning"', "Unclosed array (at end of document)"),
    changed("K009", 'type = "label"', 'type = "text"'),
    changed(
        "K010",
        'form = "sum"\nof = ["budget", "actual"]',
        'form = "difference"\ntarget = "actual"\nof = ["budget"]',
    ),
    Case("K011", "syditval schemas --schemas egna", {"egna/": ""}),
    changed("K012", '"F101"', '"F999"'),
    changed("K013", 'form = "sum"', 'form = "sum"\ntarget = "actual"'),
    # A folder of such a name cannot be read as a file.
    Case("K014", "syditval schemas --schemas egna", {f"{FILE}/": ""}),
    waiving("K015", WAIVER),
    waiving("K016", WAIVER.replace("S003", "W001").replace('at_most = "5 tkr"', "")),
]

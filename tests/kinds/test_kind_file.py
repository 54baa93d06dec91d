"""One schema file: what it says, and everything that is wrong with it at once."""

from __future__ import annotations

import re
from decimal import Decimal
from hashlib import sha256

import pytest

from syditval.kinds.kind_file import parse_kind
from syditval.model.amounts import Unit
from syditval.model.kind import ColumnKind, RelationKind, SignRule, TableKind
from syditval.model.relation import Form
from syditval.model.rule import Severity
from syditval.model.table import ColumnType
from syditval.model.threshold import Threshold
from syditval.strict_toml import Mistake

KIND = """
titles = ["Lokaler"]
unit = "tkr"
sign = "outlay"

[[columns]]
role = "label"
type = "label"
required = true
headers = ["Lokal"]

[[columns]]
role = "budget"
type = "amount"
required = true
headers = ["Budget", "Ram"]
patterns = ["budget[0-9]+"]

[[columns]]
role = "actual"
type = "amount"
minimum = 0
maximum = 100.50

[[columns]]
role = "variance"
type = "amount"

[[columns]]
role = "percent"
type = "percent"

[rows]
total = ["Summa"]
of_which = ["varav"]
revenue = ["Hyra"]

[[relations]]
rule = "F101"
form = "sum"
of = ["budget", "actual", "variance"]

[[relations]]
rule = "V101"
form = "difference"
target = "variance"
of = ["budget", "actual"]

[[relations]]
rule = "V103"
form = "ratio"
target = "percent"
of = ["actual", "budget"]

[severities]
S003 = "note"
"""


def parsed(toml: str) -> tuple[TableKind | None, list[Mistake]]:
    return parse_kind("rooms", "rooms.toml", toml.encode())


def mistakes(*changes: tuple[str, str]) -> list[str]:
    """The mistakes of the kind above after some changes to its text."""
    toml = KIND
    for old, new in changes:
        assert old in toml
        toml = toml.replace(old, new, 1)
    kind, found = parsed(toml)
    assert (kind is None) == bool(found)
    return [mistake.sentence("en").removeprefix("rooms.toml: ") for mistake in found]


def test_a_kind_says_what_its_file_says() -> None:
    kind, found = parsed(KIND)

    assert found == []
    assert kind == TableKind(
        name="rooms",
        titles=("Lokaler",),
        unit=Unit.TKR,
        sign=SignRule.OUTLAY,
        columns=(
            ColumnKind("label", ColumnType.LABEL, required=True, headers=("Lokal",)),
            ColumnKind(
                "budget",
                ColumnType.AMOUNT,
                required=True,
                headers=("Budget", "Ram"),
                patterns=(re.compile("budget[0-9]+"),),
            ),
            ColumnKind("actual", ColumnType.AMOUNT, minimum=Decimal(0), maximum=Decimal("100.50")),
            ColumnKind("variance", ColumnType.AMOUNT),
            ColumnKind("percent", ColumnType.PERCENT),
        ),
        relations=(
            RelationKind("F101", Form.SUM, "", ("budget", "actual", "variance")),
            RelationKind("V101", Form.DIFFERENCE, "variance", ("budget", "actual")),
            RelationKind("V103", Form.RATIO, "percent", ("actual", "budget")),
        ),
        total_labels=("Summa",),
        of_which_labels=("varav",),
        revenue_labels=("Hyra",),
        severities={"S003": Severity.NOTE},
        digest=sha256(KIND.encode()).hexdigest(),
    )


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        (
            "sign =",
            "sgin =",
            "sgin is not a key that is known here; known are columns, materiality, relations, rows, "
            "severities, sign, titles, unit.",
        ),
        (
            "of_which =",
            "ofwhich =",
            "rows.ofwhich is not a key that is known here; known are of_which, revenue, total.",
        ),
        (
            'rule = "F101"\n',
            'rule = "F101"\ntolerance = 5\n',
            "relations[1].tolerance is not a key that is known here; known are form, of, rule, target.",
        ),
        ('unit = "tkr"\n', "", "unit is missing."),
        ('unit = "tkr"\n', 'unit = "tkr"\nmateriality = 100\n', 'materiality should be "100 tkr".'),
        ('role = "budget"', "role = 2", 'columns[2].role should be "...".'),
        ("[[columns]]", "[columns]", "this is not TOML ("),
        ('["Lokaler"]', '"Lokaler"', 'titles should be ["...", "..."].'),
        (
            'sign = "outlay"',
            'sign = "minus"',
            'sign is "minus", but must be one of revenue and cost, outlay.',
        ),
        (
            '"budget[0-9]+"',
            '"budget[0-9+"',
            'columns[2].patterns holds "budget[0-9+", which is no regular expression (',
        ),
        ('"Ram"]', '"Budget"]', 'columns[2].headers states "Budget" twice.'),
        ('role = "actual"', 'role = "budget"', 'columns[3].role states "budget" twice.'),
        (
            'of = ["actual", "budget"]',
            'of = ["booked", "budget"]',
            'relations[3].of names "booked", which is no figure column of this kind.',
        ),
        (
            'target = "variance"',
            'target = "label"',
            'relations[2].target names "label", which is no figure column of this kind.',
        ),
        (
            'type = "label"',
            'type = "text"',
            'columns must hold a column with the role and the type "label".',
        ),
        (
            'of = ["actual", "budget"]',
            'of = ["actual"]',
            "relations[3].of names the wrong number of columns (1) for the form ratio: a difference takes two or more, a ratio exactly two.",
        ),
        (
            '"V101"',
            '"V199"',
            'relations[2].rule names "V199", which is no rule that fits there: syditval rules lists them all.',
        ),
        (
            '"V101"',
            '"S001"',
            'relations[2].rule names "S001", which is no rule that fits there: syditval rules lists them all.',
        ),
        (
            "S003 =",
            "R001 =",
            'severities.R001 names "R001", which is no rule that fits there: syditval rules lists them all.',
        ),
        ('"note"', '"fatal"', 'severities.S003 is "fatal", but must be one of error, warning, note.'),
        (
            'form = "sum"',
            'form = "sum"\ntarget = "budget"',
            "relations[1].target belongs to a difference and to a ratio, not to a sum; here the form is sum.",
        ),
        (
            'target = "percent"\n',
            "",
            "relations[3].target belongs to a difference and to a ratio, not to a sum; here the form is "
            "ratio.",
        ),
    ],
)
def test_a_mistake_is_told_with_its_key(old: str, new: str, mistake: str) -> None:
    assert any(told.startswith(mistake) for told in mistakes((old, new)))


def test_a_kind_may_say_from_which_amount_on_a_difference_matters() -> None:
    kind, found = parsed('materiality = "1,5 mkr"\n' + KIND)

    assert found == []
    assert kind is not None
    assert kind.materiality == Threshold(Decimal("1.5"), "mkr")


def test_a_relation_that_is_stated_twice_would_be_counted_twice() -> None:
    again = (
        '[[relations]]\nrule = "V102"\nform = "difference"\ntarget = "variance"\nof = ["actual", "budget"]\n'
    )
    footed = '[[relations]]\nrule = "F101"\nform = "sum"\nof = ["percent", "actual"]\n'

    assert mistakes(("[severities]", f"{again}\n{footed}\n[severities]")) == [
        'relations[4].target states "variance" twice.',
        'relations[5].of states "actual" twice.',
    ]


def test_one_mistake_is_told_once() -> None:
    """A column whose type or role is wrong is not also missing from the relations that name it."""
    assert mistakes(('role = "budget"\ntype = "amount"', 'role = "budget"\ntype = "ammount"')) == [
        'columns[2].type is "ammount", but must be one of label, amount, percent, count, text.'
    ]
    assert mistakes(('role = "percent"\n', "")) == [
        "columns[5].role is missing.",
        'relations[3].target names "percent", which is no figure column of this kind.',
    ]


def test_two_columns_without_a_role_are_not_the_same_column_twice() -> None:
    unnamed = '[[columns]]\ntype = "count"\n\n'

    assert mistakes(("[rows]", f"{unnamed}{unnamed}[rows]")) == [
        "columns[6].role is missing.",
        "columns[7].role is missing.",
    ]


def test_all_mistakes_of_a_file_are_told_at_once() -> None:
    told = mistakes(
        ("titles =", "title ="),
        ('unit = "tkr"', 'unit = "ton"'),
        ('"budget[0-9]+"', '"(budget"'),
        ("total =", "totals ="),
        ('target = "variance"', 'target = "left"'),
        ("S003 =", "S999 ="),
    )

    assert [sentence.split()[0] for sentence in told] == [
        "unit",
        "columns[2].patterns",
        "relations[2].target",
        "rows.total",
        "severities.S999",
        "rows.totals",
        "title",
    ]


@pytest.mark.parametrize("content", [b"titles = [", b"\xff\xfe"], ids=["broken off", "not UTF-8"])
def test_a_file_that_is_not_toml_is_one_mistake(content: bytes) -> None:
    kind, (mistake,) = parse_kind("rooms", "rooms.toml", content)

    assert kind is None
    assert mistake.sentence("sv").startswith("rooms.toml: detta är inte TOML (")


def test_an_empty_file_lacks_everything_that_is_required() -> None:
    _, found = parsed("")

    assert [f"{mistake.code} {mistake.key}" for mistake in found] == [
        "K002 unit",
        "K002 sign",
        "K002 columns",
        "K009 columns",
        "K002 relations",
        "K002 rows",
        "K002 rows.total",
    ]

"""Cells: where they stand, of which type they are, and what they hold as a number or an index."""

from __future__ import annotations

from syditval.model.trait import TraitKind
from tests.reading.hostile.case import (
    DECORATION,
    HONEST,
    Case,
    cells,
    edited,
    honest,
    rows,
    strings,
    with_strings,
)
from tests.reading.hostile.case import SHEET as PART

FORMAT_TRAITS = frozenset({TraitKind.UNKNOWN_FORMATS, *DECORATION})
TEXTS = strings("<si><t>a</t></si><si><t>b</t></si><si><t>c</t></si>")


def at(reference: str) -> bytes:
    """A workbook with one number at a reference in row 2."""
    return rows(f'<row r="2"><c r="{reference}"><v>5</v></c></row>')


def number(text: str) -> bytes:
    """A workbook with one number."""
    return cells(f'<c r="C1"><v>{text}</v></c>')


def of_type(kind: str, value: str = "5") -> bytes:
    """A workbook with one cell of a type."""
    return cells(f'<c r="C1" t="{kind}"><v>{value}</v></c>')


def shared(index: str) -> bytes:
    """A workbook with three shared texts, and one cell that points to one of them."""
    return with_strings(TEXTS, f'<row r="1"><c r="C1" t="s"><v>{index}</v></c></row>')


def styled(style: str) -> bytes:
    """The honest workbook with its number in a style."""
    return edited(PART, '<c r="B1">', f'<c r="B1" s="{style}">')


def impossible(name: str, reference: str) -> Case:
    """A reference that names no cell of the row it stands in."""
    return Case(name, at(reference), "R040", ("Drift", reference))


def no_number(text: str) -> Case:
    """A text in the place of a number that is none."""
    return Case(f"{text!a} as a number", number(text), "R042", ("Drift!C1", text.strip()))


# fmt: off
REFERENCES = [
    impossible("row 0", "C0"),
    impossible("a cell of another row", "C9"),
    impossible("a cell of a row that ends alike", "C12"),
    impossible("a column beyond the last", "XFE2"),
    impossible("a column of four letters", "AAAA2"),
    impossible("a row beyond all rows", "C99999999999"),
    impossible("no row", "C"),
    impossible("no column", "2"),
    impossible("a row below zero", "C-2"),
    impossible("a space between", "C 2"),
    impossible("a zero in front", "C02"),
    impossible("an absolute reference", "$C$2"),
    impossible("a row and a column by number", "R2C3"),
    impossible("an area", "C2:D2"),
    impossible("a sheet in front", "Drift!C2"),
    impossible("a letter of Greece", "Γ2"),
    impossible("a letter of Russia that looks like C", "С2"),
    impossible("a digit of India", "C२"),
    impossible("a wide digit", "C２"),
    impossible("a wide letter", "Ｃ2"),
    Case("nothing as a reference", at(""), "R040", ("Drift",)),
    *(Case(f"{text} as the number of a row", rows(f'<row r="{text}"/>'), "R040", ("Drift", text)) for text in ("0", "-1", "1048577", "1.0", "+2", "２", "x", "2e0", "99999999999")),
    Case("a row beyond the last, by counting", rows('<row r="1048576"/><row><c><v>5</v></c></row>'), "R040", ("Drift",)),
    Case("a cell beyond the last, by counting", cells('<c r="XFD1"/><c><v>5</v></c>'), "R040", ("Drift",)),
    Case("cells without a reference", rows("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"), "Drift: A1 1, B1 2, A2 3"),
    Case("cells without a reference after one with", rows('<row r="4"><c r="C4"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'), "Drift: C4 1, D4 2, A5 3"),
    Case("cells with a reference in rows without", rows('<row><c r="B1"><v>1</v></c></row><row><c r="C2"><v>2</v></c></row>'), "Drift: B1 1, C2 2"),
    Case("small letters", at("c2"), "Drift: C2 5"),
    Case("the last cell of all", rows('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'), "Drift: A1 1, XFD1048576 2"),
    Case("a format in the last cell of all", rows('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576" ht="20"><c r="XFD1048576" s="1"/></row>'), "Drift: A1 1"),
    Case("cells from right to left", cells('<c r="C1"><v>3</v></c><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c>'), "Drift: A1 1, B1 2, C1 3"),
    Case("rows from bottom to top", rows('<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'), "Drift: A1 1, A3 3"),
]

TWO_TRUTHS = [
    Case("a cell twice", cells('<c r="C1"><v>5</v></c><c r="C1"><v>9</v></c>'), "R041", ("Drift!C1",)),
    Case("a cell twice, with others between", cells('<c r="C1"><v>5</v></c><c r="D1"><v>5</v></c><c r="C1"><v>9</v></c>'), "R041", ("Drift!C1",)),
    Case("a cell twice with the same number", cells('<c r="C1"><v>5</v></c><c r="C1"><v>5</v></c>'), "R041", ("Drift!C1",)),
    Case("a cell twice in two cases", cells('<c r="C1"><v>5</v></c><c r="c1"><v>9</v></c>'), "R041", ("Drift!C1",)),
    Case("a cell twice, first as a format", cells('<c r="C1" s="1"/><c r="C1"><v>9</v></c>'), "R041", ("Drift!C1",)),
    Case("a cell that is there by counting too", cells('<c r="B1"><v>1</v></c><c r="A1"><v>2</v></c><c><v>3</v></c>'), "R041", ("Drift!B1",)),
    Case("a row twice", rows('<row r="2"><c r="C2"><v>5</v></c></row><row r="2"><c r="C2"><v>9</v></c></row>'), "R041", ("Drift",)),
    Case("a row twice with different cells", rows('<row r="2"><c r="C2"><v>5</v></c></row><row r="2"><c r="D2"><v>9</v></c></row>'), "R041", ("Drift",)),
    Case("a row twice, with another between", rows('<row r="2"><c r="C2"><v>5</v></c></row><row r="3"/><row r="2"><c r="C2"><v>9</v></c></row>'), "R041", ("Drift",)),
    Case("a row that is there by counting too", rows('<row r="2"><c r="C2"><v>5</v></c></row><row r="1"/><row><c><v>9</v></c></row>'), "R041", ("Drift",)),
    Case("two values in a cell", cells('<c r="C1"><v>5</v><v>9</v></c>'), "R046", ("Drift!C1",)),
    Case("two text numbers in a cell", with_strings(TEXTS, '<row r="1"><c r="C1" t="s"><v>0</v><v>2</v></c></row>'), "R046", ("Drift!C1",)),
    Case("two formulas in a cell", cells('<c r="C1"><f>A1</f><f>B1</f><v>9</v></c>'), "R046", ("Drift!C1",)),
    Case("two texts in a cell", cells('<c r="C1" t="inlineStr"><is><t>a</t></is><is><t>b</t></is></c>'), "R046", ("Drift!C1",)),
    Case("a value and a text in a cell", cells('<c r="C1" t="inlineStr"><is><t>a</t></is><v>b</v></c>'), "R046", ("Drift!C1",)),
    Case("two tables of cells", honest(after='<sheetData><row r="2"><c r="B2"><v>9</v></c></row></sheetData>'), "R046", ("Drift",)),
]

OUT_OF_PLACE = [
    Case("a cell outside every row", rows('<c r="C1"><v>5</v></c>'), "R046", ("Drift",)),
    Case("a row outside the table of cells", honest(after='<row r="2"><c r="B2"><v>9</v></c></row>'), "R046", ("Drift",)),
    Case("a row before the table of cells", honest(before='<row r="2"><c r="B2"><v>9</v></c></row>'), "R046", ("Drift",)),
    Case("a row in a row", rows('<row r="1"><row r="2"><c r="C2"><v>5</v></c></row></row>'), "R046", ("Drift",)),
    Case("a cell in a cell", cells('<c r="C1"><c r="D1"><v>5</v></c></c>'), "R046", ("Drift",)),
    Case("a value outside every cell", cells("<v>5</v>"), "R046", ("Drift",)),
    Case("a formula outside every cell", cells("<f>A2</f>"), "R046", ("Drift",)),
    Case("a cell in an element that is unknown", cells('<group><c r="C1"><v>5</v></c></group>'), "R046", ("Drift",)),
    Case("a value in an element that is unknown", cells('<c r="C1"><old><v>5</v></old></c>'), "R046", ("Drift!C1",)),
    Case("a row in an element that is unknown", rows('<group><row r="1"><c r="C1"><v>5</v></c></row></group>'), "R046", ("Drift",)),
    Case("a text where a number should be", cells('<c r="C1"><is><t>5</t></is></c>'), "R046", ("Drift!C1",)),
    Case("a number where a text should be", cells('<c r="C1" t="inlineStr"><v>5</v></c>'), "R046", ("Drift!C1",)),
    Case("markup inside a number", number("1<b>2</b>00"), "R046", ("Drift!C1",)),
]

TYPES = [
    *(Case(f"the type {kind!a}", of_type(kind), "R043", ("Drift!C1", kind)) for kind in ("z", "N", "B", "number", "n ", "inlinestr", "ｎ")),
    Case("a type of no letters", of_type(""), "R043", ("Drift!C1",)),
    Case("a type of 100 000 letters", of_type("z" * 100_000), "R043", ("Drift!C1",)),
    Case("a type without a value", cells('<c r="C1" t="z"/>'), "R043", ("Drift!C1",)),
    Case("a number by its type", of_type("n"), "Drift: C1 5"),
    Case("a text by its type", of_type("str"), 'Drift: C1 "5"'),
    *(Case(f"{text} as a boolean", of_type("b", text), "R042", ("Drift!C1", text)) for text in ("2", "-1", "yes", "SANT", "1.0", "１")),
    Case("booleans", cells('<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>'), "Drift: A1 TRUE, B1 FALSE"),
    Case("booleans in words", cells('<c r="A1" t="b"><v>true</v></c><c r="B1" t="b"><v>false</v></c>'), "Drift: A1 TRUE, B1 FALSE"),
    *(Case(f"the error {text}", of_type("e", text), f"Drift: C1 error {text}") for text in ("#DIV/0!", "#N/A", "#REF!", "#SPILL!", "#CALC!", "#GETTING_DATA", "#BLOCKED!", "#NEW!")),
]

NUMBERS = [
    *(no_number(text) for text in (
        "1_000", "١٠٠٠", "१२", "１２", "1E400", "-1E400", "0x10", "1 000", "1\u00a0000", "1\u202f000", "1,5", "1.234,5", "1'000", "\u22125",
        "--1", "+-1", "1-", "(1)", "1.2.3", ".", "-", "e5", "1e", "1e5.0", "1d5", "1e+-5", "½", "5%", "5 kr", "abc", "TRUE", "0b1", "1e1e1", "1;2", "∞", "nan1",
    )),
    *(Case(f"{text} as a number", number(text), f"Drift: C1 error {text}") for text in ("NaN", "INF", "-INF", "nan", "inf", "Infinity")),
    *(Case(f"{text!a} as a number", number(text), f"Drift: C1 {value}") for text, value in (
        ("0", "0"), ("-0", "0"), ("007", "7"), ("+1", "1"), ("1.", "1"), (".5", "0.5"), ("-.5", "-0.5"), ("1e5", "100000"), ("1E+5", "100000"), ("1e-3", "0.001"),
        (" 12 ", "12"), ("\n12\t", "12"), ("1E308", "1" + "0" * 308), ("48.059999999999995", "48.06"), ("0.1000000000000000055511151231257827", "0.1"), ("1" + "0" * 300, "1" + "0" * 300),
    )),
    Case("a number of 400 digits", number("1" * 400), "R042", ("Drift!C1",)),
    Case("a number of 350 digits, 50 of them by its exponent", number("1" * 300 + "e50"), "R042", ("Drift!C1",)),
    Case("a number without a digit", number(""), "Drift: "),
]

INDEXES = [
    *(Case(f"text number {text!a}", shared(text), "R044", ("Drift!C1", text)) for text in ("-1", "3", "1.0", "1e0", "0x1", "1_0", "２", "a", "99999999999999999999")),
    Case("a text without any texts", cells('<c r="C1" t="s"><v>0</v></c>'), "R044", ("Drift!C1", "0")),
    Case("the first text and the last", with_strings(TEXTS, '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>2</v></c></row>'), 'Drift: A1 "a", B1 "c"'),
    Case("no text number", shared(""), "Drift: "),
    Case("more texts than are counted", with_strings(TEXTS.replace("<sst", '<sst count="1" uniqueCount="1"'), '<row r="1"><c r="A1" t="s"><v>2</v></c></row>'), 'Drift: A1 "c"'),
    Case("a billion texts, it says", with_strings(TEXTS.replace("<sst", '<sst uniqueCount="1000000000"'), '<row r="1"><c r="A1" t="s"><v>2</v></c></row>'), 'Drift: A1 "c"'),
]

STYLES = [
    *(Case(f"style {text!a}", styled(text), HONEST, may_notice=FORMAT_TRAITS) for text in ("4", "99999999999", "-1", "a", "1.0", "２")),
    Case("style of no digits", styled(""), HONEST, noticed=DECORATION),
    Case("styles of a row and a column that are not there", honest(before='<cols><col min="1" max="9" style="999"/></cols>', row='<row r="1" s="999" customFormat="1"><c r="B1"><v>5</v></c></row>'), "Drift: B1 5", may_notice=FORMAT_TRAITS),
]
# fmt: on

CASES = [*REFERENCES, *TWO_TRUTHS, *OUT_OF_PLACE, *TYPES, *NUMBERS, *INDEXES, *STYLES]

"""Amounts as people write them: what is read, what is refused, and what a table decides."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.model.amounts import Unit
from syditval.recognition.amount_text import Mark, WrittenAmount, decimal_mark, is_nil, read_amount, readings

COMMA, POINT = Mark

# Written, value, decimals; where seen: published reports, system exports.
FORMS = [
    ("- 43 306", "-43306", 0),
    ("- 6 279", "-6279", 0),
    ("– 614", "-614", 0),
    ("–12,8", "-12.8", 1),
    ("−6 741", "-6741", 0),
    ("−43\u00a0306", "-43306", 0),
    ("–43 306", "-43306", 0),
    ("-43 306", "-43306", 0),
    ("−0,0", "0", 1),
    ("43\u202f306", "43306", 0),
    ("43\u00a0306", "43306", 0),
    ("43\u2009306", "43306", 0),
    ("1 234,5", "1234.5", 1),
    ("1 074,0", "1074", 1),
    ("121.194", "121194", 0),
    ("-1947", "-1947", 0),
    ("2748,6", "2748.6", 1),
    ("2748.6", "2748.6", 1),
    ("0,0", "0", 1),
    ("5,124", "5.124", 3),
    ("(1 200)", "-1200", 0),
    ("(1 200,5)", "-1200.5", 1),
    ("( 1 200 )", "-1200", 0),
    ("1 200-", "-1200", 0),
    ("1 234 567,89", "1234567.89", 2),
    ("1.234.567,89", "1234567.89", 2),
    ("1,234.50", "1234.50", 2),
    ("1'234", "1234", 0),
    ("1’234,5", "1234.5", 1),
    ("'1 234", "1234", 0),
    ("-400*", "-400", 0),
    ("-400**", "-400", 0),
    ("435 1)", "435", 0),
    ("435¹", "435", 0),
    ("âˆ’6Â 827", "-6827", 0),
    ("+12", "12", 0),
    ("007", "7", 0),
]

REFUSED = [
    "12 106 3 463",  # two cells run together
    "12 34",
    "1 2345",
    "1_200",
    "1e3",
    "١٢٣",  # Arabic digits
    "１２３",  # full-width digits
    "१२३",  # Devanagari digits
    "ca 3 000",
    "ung 116 000",
    "1 200 st",
    "2st",
    "--1 200",
    "-(1 200)",
    "- 1 200-",
    "(1 200",
    "1 200)",
    "4001)",  # 4001 or 400 with a footnote
    "1.23.456",
    "1,5,5",
    ",5",
    "5,",
    "12 %%",
    "2024-04-30",
    "Intäkter",
    "≥ 74",
    "",
]


@pytest.mark.parametrize(("written", "value", "decimals"), FORMS)
def test_every_form_that_is_seen_is_read(written: str, value: str, decimals: int) -> None:
    assert read_amount(written, COMMA) == WrittenAmount(Decimal(value), decimals)


@pytest.mark.parametrize("written", REFUSED)
def test_what_is_not_one_amount_is_refused_under_either_mark(written: str) -> None:
    assert readings(written) == {}
    assert read_amount(written, COMMA) is None
    assert read_amount(written, POINT) is None


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("1 200 tkr", "1200", Unit.TKR),
        ("-1 200 tkr", "-1200", Unit.TKR),
        ("1,2 mkr", "1.2", Unit.MKR),
        ("+1 074 Mkr", "1074", Unit.MKR),
        ("1 375miljarder", "1375", Unit.MDKR),
        ("1 200 kr", "1200", Unit.KR),
        ("12 tusental kronor", "12", Unit.TKR),
    ],
)
def test_a_unit_beside_the_amount_is_kept_and_never_applied(written: str, value: str, unit: Unit) -> None:
    amount = read_amount(written, COMMA)

    assert amount is not None
    assert (amount.value, amount.unit) == (Decimal(value), unit)


@pytest.mark.parametrize("written", ["13,9 %", "13,9%", "13,9\u00a0%", "13.9 %", "13,9 procent"])
def test_a_percent_sign_is_kept(written: str) -> None:
    assert read_amount(written, COMMA) == WrittenAmount(Decimal("13.9"), 1, percent=True)


def test_a_whole_percentage_has_no_decimals() -> None:
    assert read_amount("48 procent", COMMA) == WrittenAmount(Decimal(48), 0, percent=True)


@pytest.mark.parametrize("written", ["-", "–", "−", "--", "..", "...", " - ", "Ej aktuellt", "Stängt"])
def test_nothing_is_written_in_several_ways(written: str) -> None:
    assert is_nil(written)
    assert readings(written) == {}


@pytest.mark.parametrize("written", ["0", "0,0", "−0,0", "", "Öppet"])
def test_a_zero_is_not_nothing(written: str) -> None:
    assert not is_nil(written)


class TestOneTableOneMark:
    """ "202.000" is 202 000 in one table and 202 with three decimals in another."""

    @pytest.mark.parametrize(
        ("others", "mark", "value"),
        [
            ("121.194 | 202.000", COMMA, "202000"),
            ("13,9 | 202.000", COMMA, "202000"),
            ("1.234.567 | 202.000", COMMA, "202000"),
            ("5.12 | 202.000", POINT, "202.000"),
            ("1,234.50 | 202.000", POINT, "202.000"),
            ("5.12 | 6.1 | 13,9 | 202.000", POINT, "202.000"),
            ("5.12 | 13,9 | 202.000", COMMA, "202000"),
            ("12 106 | - | Summa | 202.000", COMMA, "202000"),
        ],
    )
    def test_the_other_amounts_decide_and_a_comma_where_none_does(
        self, others: str, mark: Mark, value: str
    ) -> None:
        assert decimal_mark(others.split(" | ")) is mark
        assert read_amount("202.000", mark) == WrittenAmount(Decimal(value), 3 if mark is POINT else 0)

    def test_what_only_one_mark_explains_is_read_by_it_in_any_table(self) -> None:
        assert read_amount("13,9", POINT) == WrittenAmount(Decimal("13.9"), 1)
        assert read_amount("13.9", COMMA) == WrittenAmount(Decimal("13.9"), 1)


amounts = st.decimals(-(10**15), 10**15, places=None, allow_nan=False, allow_infinity=False).map(
    lambda amount: round(amount, 3)
) | st.integers(-(10**15), 10**15).map(Decimal)

NEGATIVES = ["-{}", "- {}", "–{}", "– {}", "−{}", "({})", "{}-", "-\u00a0{}"]
POSITIVES = ["{}", "+{}", " {} "]
GROUPS = {COMMA: [" ", "\u00a0", "\u202f", ".", "'", ""], POINT: [" ", ",", "'", "’", ""]}
ENDINGS = ["", "*", " 1)", " tkr", "mkr", " %"]


@st.composite
def written_amounts(draw: st.DrawFn) -> tuple[Decimal, Mark, str]:
    """An amount, the decimal mark of its table, and a way to write it."""
    amount, mark = draw(amounts), draw(st.sampled_from(Mark))
    group = draw(st.sampled_from(GROUPS[mark]))
    digits = format(abs(amount), ",f").replace(",", "G").replace(".", mark).replace("G", group)
    sign = draw(st.sampled_from(NEGATIVES if amount < 0 else POSITIVES))
    return amount, mark, sign.format(digits) + draw(st.sampled_from(ENDINGS))


@given(written_amounts())
def test_every_way_to_write_an_amount_reads_as_that_amount(case: tuple[Decimal, Mark, str]) -> None:
    amount, mark, written = case
    read = read_amount(written, mark)

    assert read is not None
    assert read.value == amount
    assert read.decimals == max(0, -int(amount.as_tuple().exponent))


@given(st.text(st.characters(categories=["Nd"], exclude_characters="0123456789"), min_size=1))
def test_digits_of_other_scripts_are_refused(digits: str) -> None:
    assert readings(digits) == {}
    assert readings(f"1 {digits}") == {}


@given(st.text())
def test_any_text_is_read_or_refused_and_never_an_error(text: str) -> None:
    found = readings(text)

    assert read_amount(text, COMMA) == found.get(COMMA, found.get(POINT))
    assert not (found and is_nil(text))


@given(st.text("0123456789 .,-–()%*' tkr", max_size=14))
def test_what_is_read_holds_every_digit_that_was_written(text: str) -> None:
    for amount in readings(text).values():
        digits = "".join(char for char in text.partition(")")[0] if char.isdigit())
        assert format(abs(amount.value), "f").replace(".", "").lstrip("0") in (
            digits.lstrip("0"),
            digits[:-1].lstrip("0"),
        )

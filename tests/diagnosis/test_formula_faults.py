"""Formulas that are at fault are read off, and mended before anything is searched."""

from __future__ import annotations

from syditval.diagnosis.formula_faults import FormulaFault, Mended, mended
from syditval.model.relation import FAILS
from tests.diagnosis.netted import Netted, netted, told

SOUND = """
Benämning | Budget           | Utfall           | Prognos           | Avvikelse
Intäkter  | -900             | -300             | -910              | =B2-D2 -> 10
Personal  | 500              | 170              | 505               | =B3-D3 -> -5
Lokaler   | 400              | 130              | 400               | =B4-D4 -> 0
Summa     | =SUM(B2:B4) -> 0 | =SUM(C2:C4) -> 0 | =SUM(D2:D4) -> -5 | =SUM(E2:E4) -> 5
"""


def mend(table: Netted) -> Mended:
    return mended(table.judgements, table.findings, table.policy)


def faults(text: str) -> list[str]:
    """What is at fault: the relation, how it came about, the right result, the lines that are left out."""
    table = netted(text)
    return [_told(table, fault) for fault in mend(table).faults]


def _told(table: Netted, fault: FormulaFault) -> str:
    lines = f" without {told(fault.witnesses)}" if fault.witnesses else ""
    return f"{table.names[fault.number]}: {fault.mechanism}, {fault.result}{lines}"


def failing(text: str) -> list[str]:
    """What still fails once the formulas are mended."""
    table = netted(text)
    judgements = mend(table).judgements
    return table.named(number for number, each in enumerate(judgements) if each.verdict in FAILS)


def test_a_sound_table_has_none() -> None:
    assert faults(SOUND) == failing(SOUND) == []


def test_a_sound_table_is_judged_as_it_was() -> None:
    table = netted(SOUND)

    assert list(mend(table).judgements) == list(table.judgements)


def test_a_result_that_is_out_of_date_is_what_the_formula_gives_now() -> None:
    stale = SOUND.replace("=SUM(D2:D4) -> -5", "=SUM(D2:D4) -> 95")

    assert netted(stale).failing == ["F101 D5", "V101 E5"]
    assert faults(stale) == ["F101 D5: stale result, -5"]
    assert failing(stale) == []


def test_a_range_that_is_too_short_leaves_its_lines_out() -> None:
    short = SOUND.replace("=SUM(D2:D4) -> -5", "=SUM(D2:D3) -> -405")

    assert faults(short) == ["F101 D5: line omitted, -5 without D4"]
    assert failing(short) == []


def test_a_difference_the_other_way_round_is_reversed() -> None:
    """Its total follows it, and is no fault of its own."""
    reverse = SOUND.replace("=B3-D3 -> -5", "=D3-B3 -> 5").replace("=SUM(E2:E4) -> 5", "=SUM(E2:E4) -> 15")

    assert netted(reverse).failing == ["V101 E3", "V101 E5"]
    assert faults(reverse) == ["V101 E3: reversed, -5"]
    assert failing(reverse) == []


def test_a_stale_line_is_at_fault_and_the_right_total_over_it_is_not() -> None:
    """The total was calculated from what the line gives now, and disagrees with what is stored there."""
    stale = SOUND.replace("=B3-D3 -> -5", "=B3-D3 -> 95")

    assert netted(stale).failing == ["F101 E5", "V101 E3"]
    assert faults(stale) == ["V101 E3: stale result, -5"]
    assert failing(stale) == []


def test_a_formula_that_adds_a_line_twice_is_read_off() -> None:
    twice = SOUND.replace("=SUM(B2:B4) -> 0", "=B2+2*B3+B4 -> 500")

    assert faults(twice) == ["F101 B5: line doubled, 0 without B3"]
    assert failing(twice) == []


def test_a_formula_over_the_right_cells_may_reckon_something_else() -> None:
    other = SOUND.replace("=SUM(B2:B4) -> 0", "=B2+3*B3+B4 -> 1000")

    assert faults(other) == ["F101 B5: miscalculated, 0"]
    assert failing(other) == []


def test_formulas_of_other_columns_may_be_at_fault_too() -> None:
    both = SOUND.replace("=SUM(D2:D4) -> -5", "=SUM(D2:D4) -> 95").replace(
        "=SUM(C2:C4) -> 0", "=SUM(C2:C3) -> -130"
    )

    assert faults(both) == ["F101 C5: line omitted, 0 without C4", "F101 D5: stale result, -5"]


def test_a_typed_total_is_no_formula() -> None:
    typed = SOUND.replace("=SUM(D2:D4) -> -5", "95")

    assert faults(typed) == []
    assert failing(typed) == ["F101 D5", "V101 E5"]


def test_a_formula_over_other_cells_is_not_mended() -> None:
    """A variance that takes the actuals is a wrong amount, however it came there."""
    other = SOUND.replace("=B4-D4 -> 0", "=B4-C4 -> 270").replace("=SUM(E2:E4) -> 5", "=SUM(E2:E4) -> 275")

    assert faults(other) == []
    assert failing(other) == ["V101 E4", "V101 E5"]


def test_what_is_mended_follows_its_cells_from_then_on() -> None:
    short = netted(SOUND.replace("=SUM(D2:D4) -> -5", "=SUM(D2:D3) -> -405"))
    number = short.number("F101 D5")

    assert not short.judgements[number].relation.formula_backed
    assert mend(short).judgements[number].relation.formula_backed


def test_a_wrong_amount_is_left_to_the_search() -> None:
    wrong = SOUND.replace("=B3-D3 -> -5", "-15").replace("=SUM(E2:E4) -> 5", "=SUM(E2:E4) -> -5")

    assert faults(wrong) == []
    assert failing(wrong) == ["V101 E3", "V101 E5"]


def test_a_total_that_is_put_right_is_as_exact_as_its_lines_are() -> None:
    """Three rounded lines stand behind it, in every relation that it takes part in."""
    table = netted(SOUND.replace("=SUM(D2:D4) -> -5", "=SUM(D2:D3) -> -405"))
    relations = dict(zip(table.names, (each.relation for each in mend(table).judgements), strict=True))

    assert relations["F101 D5"].target.roundings == 3
    assert [term.figure.roundings for term in relations["V101 E5"].terms] == [3, 3]


def test_a_known_fault_is_one_however_little_it_makes() -> None:
    """Rounding could explain that 1 is missing in a typed total; of a range that is too short it is the line."""
    little = SOUND.replace("| 400               | =B4-D4 -> 0", "| 1 | =B4-D4 -> 399").replace(
        "E4) -> 5", "E4) -> 404"
    )
    typed = little.replace("=SUM(D2:D4) -> -5", "-405")
    short = little.replace("=SUM(D2:D4) -> -5", "=SUM(D2:D3) -> -405")

    assert faults(typed) == failing(typed) == []
    assert faults(short) == ["F101 D5: line omitted, -404 without D4"]

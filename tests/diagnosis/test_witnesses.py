"""Last month's figures tell which figure is wrong, and are never in question themselves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syditval.diagnosis.witnesses import with_witnesses
from tests.diagnosis.compared import APRIL, MARCH, netted, report
from tests.diagnosis.netted import Netted

SWAPPED = APRIL.replace("| 5273 ", "| 2573 ")


def left_out(of: Netted) -> list[str]:
    """The relations that the search is not told of."""
    kept = with_witnesses(of.judgements, of.policy)
    return of.named(number for number, each in enumerate(of.judgements) if each not in kept)


def test_a_mistyped_budget_is_what_it_was_last_month_and_that_is_certain() -> None:
    (cause,) = report(SWAPPED).causes

    assert cause.certainty == "certain"
    assert cause.message.replace("\xa0", " ") == (
        "Sheet1!B3 should be 5 273, not 2 573 (two digits changed places); that settles 3 of the 3 failed checks."
    )
    assert [each.partition("/")[0] for each in cause.explains] == ["F101", "V101", "T101"]


def test_where_no_row_tells_the_lines_apart_last_month_does() -> None:
    """Without a forecast only the column sum fails: alone it could be any line."""
    without, then = (
        "\n".join(
            "|".join(line.split("|")[:3]) + "| 0" if "|" in line else line for line in text.splitlines()
        ).replace("Utfall | 0", "Utfall | Avvikelse")
        for text in (SWAPPED, MARCH)
    )
    alone, beside = (report(without, month).causes for month in ("", then))

    assert alone[0].certainty != "certain"
    assert (beside[0].certainty, beside[0].primary.a1, beside[0].changes[0].suggested) == (
        "certain",
        "B3",
        5273,
    )


def test_a_live_total_is_heeded_too() -> None:
    live = SWAPPED.replace("Summa             | 0 ", "Summa | =SUM(B2:B4) -> -2700")
    (cause,) = report(live).causes

    assert (cause.certainty, cause.primary.a1, cause.failures) == ("certain", "B3", 4)


def test_a_budget_that_did_change_asks_for_no_explanation() -> None:
    """The line, its total and their variances all moved: nothing fails but the comparison."""
    changed = APRIL.replace("| 5273   | 1773   | 5293    | -20", "| 5373   | 1773   | 5293    | 80").replace(
        "Summa             | 0      | 0      | 20      | -20", "Summa | 100 | 0 | 20 | 80"
    )
    found = report(changed)

    assert [each.code for each in found.findings] == ["T101", "T101"]
    assert (found.causes, found.not_localised) == ((), ())
    assert left_out(netted(changed)) == ["T101 B3", "T101 B5"]


def test_figures_that_moved_together_were_changed_on_purpose() -> None:
    """Line and total moved, and their variances were left standing: these are wrong, not the budget."""
    stale = APRIL.replace("| 5273 ", "| 5373 ").replace("Summa             | 0 ", "Summa | 100 ")

    assert left_out(netted(stale)) == ["T101 B3", "T101 B5"]


def test_what_mends_only_beside_a_figure_that_is_not_heeded_is_not_heeded_either() -> None:
    """March's total would break its own variance; without it March's line mends nothing."""
    text = APRIL.replace("| 5273   | 1773   | 5293    | -20", "| 5373   | 1773   | 5393    | -10").replace(
        "Summa             | 0      | 0      | 20      | -20", "Summa | 9 | 0 | 20 | -11"
    )

    assert left_out(netted(text)) == ["T101 B3", "T101 B5"]


def test_one_slip_among_changes_is_still_told() -> None:
    """Personnel was given 20 that premises lost; revenue was mistyped."""
    text = (
        APRIL.replace("| 5273   | 1773   | 5293    | -20", "| 5293   | 1773   | 5293    | 0  ")
        .replace("| 4144   | 1484   | 4130    | 14", "| 4124   | 1484   | 4130    | -6")
        .replace("| -9417 ", "| -9471 ")
    )
    found = report(text)

    assert left_out(netted(text)) == ["T101 B3", "T101 B4"]
    assert [(cause.primary.a1, cause.changes[0].suggested) for cause in found.causes] == [("B2", -9417)]


def test_nothing_is_left_out_where_all_comparisons_agree() -> None:
    agreeing = netted(APRIL)

    assert with_witnesses(agreeing.judgements, agreeing.policy) is agreeing.judgements


CELLS = {"B2": "| -9417 ", "B3": "| 5273 ", "B4": "| 4144 "}


@settings(max_examples=12)
@given(
    st.sampled_from(sorted(CELLS)),
    st.integers(-9999, 9999).filter(lambda each: abs(each) not in (9417, 5273, 4144)),
)
def test_whatever_one_budget_is_mistyped_as_it_is_put_right(cell: str, typed: int) -> None:
    original = CELLS[cell]
    found = report(APRIL.replace(original, f"| {typed} "))

    if abs(typed - int(original.strip("| "))) > 3:
        (cause,) = found.causes
        assert (cause.primary.a1, cause.changes[0].suggested) == (cell, int(original.strip("| ")))


@pytest.mark.parametrize("now", [APRIL, SWAPPED])
def test_no_cause_and_no_doubt_is_about_another_workbook(now: str) -> None:
    found = report(now)
    told = [*(change.cell for cause in found.causes for change in cause.changes)]
    told += [cell for each in found.unguarded for cell in each.cells]

    assert not any(cell.source for cell in told)
    assert not any(cell.source for cell in netted(now).net.figures)

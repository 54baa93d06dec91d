"""Amounts that no relation guards, or none that tells them from others: the shapes of specification B.8."""

from __future__ import annotations

from syditval.diagnosis.unguarded import unguarded_of
from tests.diagnosis.netted import Netted, netted, netted_region, told

BUDGET = """
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | -900   | -300   | -910    | 10
Personal  | 500    | 170    | 505     | -5
Lokaler   | 400    | 130    | 400     | 0
Summa     | 0      | 0      | -5      | 5
"""
BUDGET_LIVE = """
Benämning | Budget           | Utfall           | Prognos           | Avvikelse
Intäkter  | -900             | -300             | -910              | 10
Personal  | 500              | 170              | 505               | -5
Lokaler   | 400              | 130              | 400               | 0
Summa     | =SUM(B2:B4) -> 0 | =SUM(C2:C4) -> 0 | =SUM(D2:D4) -> -5 | =SUM(E2:E4) -> 5
"""
INVESTMENT = """
Investeringsredovisning
Projekt | Budget | Bokfört | Avvikelse | Förbrukning % | Prognos | Avvikelse
Gator   | 1652   | 794     | 858       | 48.1          | 1700    | -48
Skola   | 1000   | 501     | 499       | 50.1          | 990     | 10
Summa   | 2652   | 1295    | 1357      | 48.8          | 2690    | -38
"""
INVESTMENT_LIVE = """
Investeringsredovisning
Projekt | Budget              | Bokfört             | Avvikelse           | Förbrukning % | Prognos             | Avvikelse
Gator   | 1652                | 794                 | 858                 | 48.1          | 1700                | -48
Skola   | 1000                | 501                 | 499                 | 50.1          | 990                 | 10
Summa   | =SUM(B3:B4) -> 2652 | =SUM(C3:C4) -> 1295 | =SUM(D3:D4) -> 1357 | 48.8          | =SUM(F3:F4) -> 2690 | =SUM(G3:G4) -> -38
"""


def sheltered(table: Netted) -> list[str]:
    """Each sort of amounts that are guarded too little, of how many."""
    return [
        f"{each.shelter}: {told(each.cells)} of {each.figures}"
        for each in unguarded_of(table.table, table.net)
    ]


def test_with_typed_totals_only_the_actuals_of_a_budget_table_hang_on_one_sum() -> None:
    assert sheltered(netted(BUDGET)) == ["one column sum: C2 C3 C4 C5 of 16"]


def test_with_live_totals_its_lines_hang_on_their_rows_and_nothing_guards_the_actuals() -> None:
    assert sheltered(netted(BUDGET_LIVE)) == [
        "no relation: C2 C3 C4 of 16",
        "one row: B2 D2 E2 B3 D3 E3 B4 D4 E4 of 16",
    ]


def test_with_typed_totals_every_cell_of_an_investment_table_can_be_told_from_every_other() -> None:
    assert sheltered(netted(INVESTMENT)) == []


def test_with_live_totals_forecast_and_variance_hang_together_and_percentages_tell_the_rest() -> None:
    assert sheltered(netted(INVESTMENT_LIVE)) == ["one row: F3 G3 F4 G4 of 18"]


def test_without_a_variance_every_column_hangs_on_its_sum() -> None:
    columns = [line.rsplit("|", 1)[0] for line in BUDGET.strip().splitlines()]

    assert sheltered(netted("\n".join(columns))) == [
        "one column sum: B2 C2 D2 B3 C3 D3 B4 C4 D4 B5 C5 D5 of 12"
    ]


def test_without_a_total_every_line_hangs_on_its_row() -> None:
    lines = BUDGET.strip().splitlines()[:-1]

    assert sheltered(netted("\n".join(lines))) == [
        "no relation: C2 C3 C4 of 12",
        "one row: B2 D2 E2 B3 D3 E3 B4 D4 E4 of 12",
    ]


def test_of_a_table_without_any_relation_nothing_is_said() -> None:
    columns = [line.rsplit("|", 1)[0] for line in BUDGET.strip().splitlines()[:-1]]

    assert sheltered(netted("\n".join(columns))) == []


def test_blanks_and_words_are_no_amounts() -> None:
    gaps = BUDGET.replace("170 ", "    ").replace("130 ", "?   ")

    assert sheltered(netted(gaps)) == ["one column sum: C2 C5 of 14"]


def test_a_region_is_guarded_by_what_its_figures_show() -> None:
    net = netted_region("""
    | Kommun | Män | Kvinnor | Alla
    | Berg   | 100 | 151     | 251
    | Dal    | 220 | 199     | 419
    | Hav    | 310 | 355     | 665
    | Skog   | 90  | 145     | 235
    """)

    assert net.names == ["F201 E2", "F201 E3", "F201 E4", "F201 E5"]
    assert sheltered(net) == ["one row: C2 D2 E2 C3 D3 E3 C4 D4 E4 C5 D5 E5 of 12"]


def test_a_formula_that_fails_guards_its_cells_as_a_typed_figure_does() -> None:
    stale = BUDGET_LIVE.replace("=SUM(C2:C4) -> 0", "=SUM(C2:C4) -> 90")

    assert sheltered(netted(stale)) == [
        "one column sum: C2 C3 C4 of 16",
        "one row: B2 D2 E2 B3 D3 E3 B4 D4 E4 of 16",
    ]

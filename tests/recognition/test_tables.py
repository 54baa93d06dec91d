"""One sheet's tables, in every layout that reports and exports are seen to have."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from syditval.model.cells import Area
from syditval.model.table import ColumnType, RowRole, SignConvention, Table
from tests import seed
from tests.recognition.found import (
    KINDS,
    column,
    formula,
    merged,
    roles,
    rows,
    table_in,
    tables_in,
    tables_on,
)
from tests.text_tables import sheet

BUDGET = """
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | -900   | -300   | -950    | 50
Personal  | 500    | 170    | 480     | 20
Lokaler   | 400    | 130    | 430     | -30
Summa     | 0      | 0      | -40     | 40
"""

INVESTMENT = """
Projekt | Budget | Bokfört | Återstår | Förbrukning % | Prognos | Avvikelse
Skola   | 3000   | 417     | 2583     | 13.9          | 3000    | 0
Badhus  | 1953   | 936     | 1017     | 47.9          | 1953    | 0
Vägar   | 1652   | 794     | 858      | 48.0          | 1652    | 0
Summa   | 6605   | 2147    | 4458     | 32.5          | 6605    | 0
"""

BUDGET_ROLES = "label budget actual forecast variance"
INVESTMENT_ROLES = "label budget booked remainder percent forecast variance"


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


def beside(left: str, right: str, gap: str = " | ") -> str:
    """Two tables of equally many rows side by side."""
    return "\n".join(f"{a}{gap}{b}" for a, b in zip(lines(left), lines(right), strict=True))


def moved(text: str, down: int, right: int) -> str:
    """A table so many rows down and columns to the right."""
    return "# Drift" + "\n" * (down + 1) + "\n".join(" | " * right + line for line in lines(text))


def ranges(tables: tuple[Table, ...]) -> list[str]:
    return [f"{table.kind} {table.area.a1}" for table in tables]


class TestTheTwoTablesOfTheReport:
    def test_the_budget_is_read_as_printed(self) -> None:
        table = table_in(seed.BUDGET)

        assert (table.kind, table.range, table.title) == ("budget", "Sheet1!A3:E14", "Ekonomiskt resultat")
        assert (table.period, table.sign) == ("2024-04-30", SignConvention.REVENUE_NEGATIVE)
        assert roles(table) == BUDGET_ROLES
        assert rows(table, RowRole.TOTAL) == ["Summa"]
        assert len(table.rows_with(RowRole.DETAIL)) == 10
        assert len(table.figures) == 44
        assert formula(table, "variance") == "budget - forecast by figures"
        assert column(table, "budget") == [
            "-43306",
            "12106",
            "200",
            "1100",
            "11143",
            "3200",
            "100",
            "400",
            "798",
            "14259",
            "0",
        ]
        assert column(table, "variance")[2:4] == ["blank", "-1500"]

    def test_the_investments_are_read_as_printed(self) -> None:
        table = table_in(seed.INVESTMENT)

        assert (table.kind, table.range, table.period) == ("investment", "Sheet1!A3:G9", "2024-04-30")
        assert roles(table) == INVESTMENT_ROLES
        assert formula(table, "remainder") == "budget - booked by figures"
        assert formula(table, "variance") == "budget - forecast by kind"
        assert column(table, "percent") == ["13.9", "5.0", "48.0", "11.2", "47.9", "22.2"]

    def test_both_are_found_on_one_sheet(self) -> None:
        both = tables_in(seed.BUDGET + "\n\n" + seed.INVESTMENT)

        assert ranges(both) == ["budget A3:E14", "investment A20:G26"]


class TestWhereATableStands:
    @pytest.mark.parametrize(("down", "right"), [*product((0, 1, 7), (0, 1, 30))])
    def test_at_any_offset(self, down: int, right: int) -> None:
        table = table_in(moved(BUDGET, down, right))

        assert (table.area.top, table.area.left) == (down + 1, right + 1)
        assert roles(table) == BUDGET_ROLES

    def test_on_any_sheet(self) -> None:
        found = tables_in(f"# Försättsblad\nHej\n# Drift\n{BUDGET}\n# Tomt\n\n# Investeringar\n{INVESTMENT}")

        assert [table.sheet for table in found] == ["Drift", "Investeringar"]

    def test_below_a_title_and_lines_that_speak_of_its_columns(self) -> None:
        preamble = """
        Ekonomisk uppföljning | | Budget 2024
        Avser budget, utfall och prognos per ansvar
        Budget | 2024
        """

        assert ranges(tables_in(preamble + "\n" + BUDGET)) == ["budget A6:E10"]

    @pytest.mark.parametrize("gap", ["", "\n", "\n\n\n"])
    def test_under_another_with_any_gap(self, gap: str) -> None:
        under = tables_in(BUDGET.strip() + "\n" + gap + INVESTMENT.strip() + "\n" + gap + BUDGET.strip())

        assert [table.kind for table in under] == ["budget", "investment", "budget"]
        assert all(len(table.rows) == 4 for table in under)

    @pytest.mark.parametrize("gap", [" | ", " | | ", " | | | | "])
    def test_beside_another_kind_with_any_gap(self, gap: str) -> None:
        left, right = tables_in(beside(BUDGET, INVESTMENT, gap))

        assert (roles(left), roles(right)) == (BUDGET_ROLES, INVESTMENT_ROLES)
        assert right.area.left == 5 + gap.count("|")
        assert len(left.figures) + len(right.figures) == 40

    @pytest.mark.parametrize("gap", [" | ", " | | "])
    def test_beside_another_kind_the_other_way_round(self, gap: str) -> None:
        assert [roles(table) for table in tables_in(beside(INVESTMENT, BUDGET, gap))] == [
            INVESTMENT_ROLES,
            BUDGET_ROLES,
        ]

    @pytest.mark.parametrize("gap", [" | ", " | | "])
    @pytest.mark.parametrize("label", ["Benämning", ""])
    def test_beside_another_of_the_same_kind(self, gap: str, label: str) -> None:
        table = BUDGET.replace("Benämning", label)
        left, right = tables_in(beside(table, table, gap))

        assert roles(left) == roles(right) == BUDGET_ROLES
        assert column(left, "budget") == column(right, "budget") == ["-900", "500", "400", "0"]

    def test_beside_another_that_names_its_lines_too(self) -> None:
        figures_only = "\n".join(line.partition(" | ")[2] for line in lines(BUDGET))
        left, right = tables_in(beside(BUDGET, figures_only))

        assert [row.label for row in left.rows] == [row.label for row in right.rows]
        assert column(right, "forecast") == ["-950", "480", "430", "-40"]
        assert right.extra_columns == ()

    def test_beside_another_that_begins_further_up(self) -> None:
        blank = "| | | |"
        left, right = tables_in(
            beside(f"{BUDGET}{blank}", f"\n{INVESTMENT}".replace("\nProjekt", "|\nProjekt"), " | | ")
        )

        assert ranges((left, right)) == ["budget A1:E5", "investment G2:M6"]


class TestHeaders:
    def test_of_two_rows_with_merged_cells(self) -> None:
        drawn = merged(
            """
            Kontogrupp | Budget 2024 | Utfall och prognos |                | Budgetavvikelse | Föregående år | Kommentar
                       |             | Ack utfall 240430  | Helårsprognos  |                 |               |
            Intäkter   | 43306.70    | 14285.35           | 43705.63       | 398.93          | 13712.81      | Avgifter
            Personal   | -12105.85   | -3462.72           | -10905.54      | 1200.31         | -3921.51      |
            S:a        | 31200.85    | 10822.63           | 32800.09       | 1599.24         | 9791.30       |
            """.strip(),
            *(Area(1, left, 2, left) for left in (1, 2, 5, 6, 7)),
            Area(1, 3, 1, 4),
        )
        (table,) = tables_on(drawn)

        assert roles(table) == "label budget actual forecast variance prior_year comment"
        assert table.area.a1 == "A1:G5"
        assert table.period == "2024-04-30"
        assert formula(table, "variance") == "forecast - budget by figures"
        assert table.column("comment") == replace(table.columns[-1], type=ColumnType.TEXT)

    @pytest.mark.parametrize(
        ("to_date", "whole_year"),
        [
            ("Januari-april", "Helår"),
            ("Jan – apr 2024", "2024"),
            ("Ackumulerat", "Helår"),
            ("Ack", "Helåret"),
            ("Perioden", "Året"),
        ],
    )
    def test_of_the_period_and_of_the_year_over_the_same_words(self, to_date: str, whole_year: str) -> None:
        drawn = merged(
            f"""
            Nämnd | {to_date} |        |           | {whole_year} |         |
                  | Budget    | Utfall | Avvikelse | Budget       | Prognos | Avvikelse
            Skola | 170       | 160    | 10        | 500          | 480     | 20
            Vård  | 130       | 133    | -3        | 400          | 410     | -10
            Summa | 300       | 293    | 7         | 900          | 890     | 10
            """.strip(),
            Area(1, 1, 2, 1),
            Area(1, 2, 1, 4),
            Area(1, 5, 1, 7),
        )
        (table,) = tables_on(drawn)

        assert roles(table) == "label period_budget actual period_variance budget forecast variance"
        assert formula(table, "variance") == "budget - forecast by figures"
        assert formula(table, "period_variance") == "period_budget - actual by figures"

    def test_of_the_period_alone_are_the_budget_that_there_is(self) -> None:
        drawn = merged(
            """
                  | Januari-april |        |
            Nämnd | Budget        | Utfall | Avvikelse
            Skola | 170           | 160    | 10
            Vård  | 130           | 133    | -3
            """.strip(),
            Area(1, 2, 1, 4),
        )
        (table,) = tables_on(drawn)

        assert (roles(table), table.missing) == ("label budget actual variance", ())

    def test_with_a_row_that_numbers_the_columns(self) -> None:
        table = table_in(BUDGET.replace("Intäkter", "  | 1 | 2 | 3 | 4\nIntäkter"))

        assert (roles(table), table.area.a1, len(table.rows)) == (BUDGET_ROLES, "A1:E6", 4)

    def test_broken_by_narrow_cells(self) -> None:
        broken = INVESTMENT.replace(
            "Projekt | Budget | Bokfört | Återstår | Förbrukning % | Prognos | Avvikelse",
            "PROJEKT | BUDGE T | BOKFÖR T t.o.m. | AVVIKELS E | PROCENT FÖRBRUKNIN G | PROGNO S HELÅR | AVVIKELS E",
        )

        assert roles(table_in(broken)) == INVESTMENT_ROLES

    def test_broken_over_rows(self) -> None:
        broken = INVESTMENT.replace(
            "Projekt | Budget | Bokfört | Återstår | Förbrukning % | Prognos | Avvikelse",
            "PROJEKT | BUDGE | BOKFÖR   | AVVIKELS | PROCENT    | PROGNO  | AVVIKELS\n"
            "        | T     | T t.o.m. | E        | FÖRBRUKNIN | S HELÅR | E\n"
            "        |       | 240430   |          | G          |         |",
        )
        table = table_in(broken)

        assert roles(table) == INVESTMENT_ROLES
        assert [each.header for each in table.columns][4] == "PROCENT FÖRBRUKNIN G"
        assert (table.period, len(table.rows)) == ("2024-04-30", 4)

    @pytest.mark.parametrize(
        "header",
        [
            "Benämning | Budget 2024 | Utfall 240430 | Prognos 2024 | Avvikelse 2024",
            "Benämning | Budget2024 | Utfall2024 | Prognos2024 | Avvikelse2024",
            "Benämning | Budget 1) | Utfall 2) | Prognos* | Diff.2",
            "Benämning | Budget, tkr | Utfall (tkr) | Prognos tkr | Avvikelse [tkr]",
            "vht | KF-budget | Ack. utfall | Prognos 2 | Avv.",
            "BENÄMNING | BUDGET | UTFALL | PROGNOS | AVVIKELSE",
            "BenÃ¤mning | Budget | BokfÃ¶rt | Ã…rsprognos | Budgetavvikelse",
        ],
    )
    def test_with_years_dates_footnotes_and_units(self, header: str) -> None:
        assert roles(table_in(BUDGET.replace(lines(BUDGET)[0], header))) == BUDGET_ROLES

    @pytest.mark.parametrize(
        "below",
        [
            " | 2024 | 240430 | 2024 | 2024",
            " | tkr | tkr | tkr | tkr",
            "(tkr) | 2024 | ack | helår | budget",
            " | | 240430 | |",
        ],
    )
    def test_with_a_row_of_dates_or_words_below(self, below: str) -> None:
        table = table_in(BUDGET.replace("Intäkter", f"{below}\nIntäkter"))

        assert (roles(table), table.area.a1, len(table.rows)) == (BUDGET_ROLES, "A1:E6", 4)

    def test_with_dates_as_numbers_below_the_headings(self) -> None:
        table = table_in(BUDGET.replace("Intäkter", " | 2024 | 240430 | 2024 | \nIntäkter"))

        assert [each.header for each in table.columns] == [
            "Benämning", "Budget 2024", "Utfall 240430", "Prognos 2024", "Avvikelse"
        ]  # fmt: skip

    def test_without_a_heading_over_the_labels(self) -> None:
        table = table_in(BUDGET.replace("Benämning", ""))

        assert roles(table) == BUDGET_ROLES
        assert table.columns[0].header == ""

    def test_with_a_heading_over_the_labels_that_nobody_knows(self) -> None:
        assert table_in(BUDGET.replace("Benämning", "Belopp i mkr")).columns[0].header == "Belopp i mkr"


class TestColumns:
    NUMBERED = """
    Konto | Benämning | Budget | Utfall | Prognos | Avvikelse
    30    | Intäkter  | -900   | -300   | -950    | 50
    50    | Personal  | 500    | 170    | 480     | 20
    60    | Lokaler   | 400    | 130    | 430     | -30
          | Summa     | 0      | 0      | -40     | 40
    """

    @pytest.mark.parametrize("total", ["      | Summa", "Summa |      "])
    def test_of_account_numbers_beside_the_labels_belong_to_the_table(self, total: str) -> None:
        table = table_in(self.NUMBERED.replace("      | Summa", total))

        assert (table.area.a1, table.extra_columns) == ("A1:F5", ())
        assert [row.label for row in table.rows] == ["Intäkter", "Personal", "Lokaler", "Summa"]
        assert rows(table, RowRole.TOTAL) == ["Summa"]

    def test_that_the_kind_does_not_name_are_listed(self) -> None:
        table = table_in("""
            Benämning | Budget | Riktvärde % | Utfall | Ansvarig | Prognos | Avvikelse
            Personal  | 500    | 33          | 170    | Anna     | 480     | 20
            Lokaler   | 400    | 33          | 130    | Bo       | 430     | -30
        """)

        assert roles(table) == BUDGET_ROLES
        assert [(each.header, each.column) for each in table.extra_columns] == [("Riktvärde %", 3)]

    def test_that_a_kind_requires_are_listed_where_they_are_missing(self) -> None:
        table = table_in(
            "Benämning | Budget | Utfall | Prognos\nPersonal | 500 | 170 | 480\nLokaler | 400 | 130 | 430"
        )

        assert table.missing == ("variance",)

    @pytest.mark.parametrize(
        ("header", "found", "extra"),
        [
            (
                "Budget | Utfall | Prognos 1 | Prognos 2 | Avvikelse",
                "label budget actual forecast variance",
                "Prognos 1",
            ),
            (
                "Prognos mars | Prognos april | Budget | Utfall | Avvikelse",
                "label forecast budget actual variance",
                "Prognos mars",
            ),
            (
                "Budget | Reviderad budget | Utfall | Prognos | Avvikelse",
                "label budget actual forecast variance",
                "Budget",
            ),
        ],
    )
    def test_of_two_editions_the_later_counts_and_the_earlier_is_listed(
        self, header: str, found: str, extra: str
    ) -> None:
        table = table_in(
            f"Nämnd | {header}\nSkola | 500 | 480 | 170 | 470 | 30\nVård | 400 | 410 | 130 | 400 | 0"
        )

        assert roles(table) == found
        assert [each.header for each in table.extra_columns] == [extra]

    @pytest.mark.parametrize(
        ("header", "found"),
        [
            ("Budget 2023 | Bokslut 2023 | Avvikelse", "label budget actual variance"),
            ("Bokslut 2022 | Bokslut 2023 | Budget", "label prior_year actual budget"),
            ("Bokslut | Budget | Utfall", "label prior_year budget actual"),
            ("Budget | Utfall | Bokslut", "label budget actual prior_year"),
            ("Budget | Utfall helår | Avvikelse", "label budget actual variance"),
            ("Årets budget | Årets utfall | Årets prognos", "label budget actual forecast"),
        ],
    )
    def test_called_bokslut_are_the_outcome_or_beside_it_last_years(self, header: str, found: str) -> None:
        table = table_in(f"Ansvarsområde | {header}\nSkola | 500 | 480 | 20\nVård | 400 | 410 | -10")

        assert roles(table) == found

    def test_keep_their_headings_and_their_steps(self) -> None:
        table = table_in(INVESTMENT)

        assert [str(each.step) for each in table.columns] == ["0", "1", "1", "1", "0.1", "1", "1"]


class TestRows:
    """Total, subtotals, notes: where each may stand is told in test_extent."""

    def test_a_total_far_from_its_lines_and_notes_with_figures_below_it(self) -> None:
        loose = (
            BUDGET.replace("Summa", "\n\n\nSumma")
            + "* varav statsbidrag | 100 | 20\n2023 var budgeten 400 | 400\n"
        )
        table = table_in(loose)

        assert table.area.a1 == "A1:E8"
        assert [row.label for row in table.rows] == ["Intäkter", "Personal", "Lokaler", "Summa"]

    def test_a_total_without_a_label(self) -> None:
        assert rows(table_in(BUDGET.replace("Summa", "")), RowRole.TOTAL) == [""]

    def test_no_total_at_all(self) -> None:
        table = table_in("\n".join(lines(BUDGET)[:-1]))

        assert (rows(table, RowRole.TOTAL), table.area.a1) == ([], "A1:E4")

    def test_a_total_in_front_of_its_lines(self) -> None:
        head, *details, total = lines(BUDGET)
        table = table_in("\n".join([head, total, *details]))

        assert (rows(table, RowRole.TOTAL), table.area.a1) == (["Summa"], "A1:E5")

    def test_subtotals_sections_and_of_which_rows(self) -> None:
        table = table_in("""
            Benämning       | Budget | Utfall | Prognos | Avvikelse
            Intäkter
            Bidrag          | -500   | -200   | -550    | 50
            varav staten    | -300   | -100   | -300    | 0
            Avgifter        | -400   | -100   | -400    | 0
            Summa intäkter  | -900   | -300   | -950    | 50
            Kostnader
            Personal        | 500    | 170    | 480     | 20
            Summa kostnader | 500    | 170    | 480     | 20
            Netto           | -400   | -130   | -470    | 70
        """)

        assert rows(table, RowRole.SECTION) == ["Intäkter", "Kostnader"]
        assert rows(table, RowRole.OF_WHICH) == ["varav staten"]
        assert rows(table, RowRole.SUBTOTAL) == ["Summa intäkter", "Summa kostnader"]
        assert rows(table, RowRole.TOTAL) == ["Netto"]
        assert (2, "budget") not in table.figures

    def test_one_line_is_enough(self) -> None:
        assert len(table_in("\n".join(lines(BUDGET)[:2])).rows) == 1


class TestSigns:
    """The layouts of published reports: who is negative, and what the variance is."""

    @pytest.mark.parametrize(
        ("text", "sign", "found"),
        [
            (
                BUDGET,
                "revenue -, cost +",
                "budget - forecast",
            ),
            (
                """
                Benämning | Budget | Utfall | Prognos | Avvikelse
                Intäkter  | 900    | 300    | 950     | 50
                Personal  | -500   | -170   | -480    | 20
                Lokaler   | -400   | -130   | -430    | -30
                Summa     | 0      | 0      | 40      | 40
                """,
                "revenue +, cost -",
                "forecast - budget",
            ),
            (
                """
                (mnkr)    | Nettokostnad 2021 | Budget 2021 | Avvikelse mot budget 2021
                Intäkter  | 941.0             | 900.0       | 41.0
                Politik   | -12.6             | -13.0       | 0.4
                Ledning   | -61.1             | -64.4       | 3.3
                Kultur    | -53.5             | -55.1       | 1.6
                """,
                "revenue +, cost -",
                "actual - budget",
            ),
            (
                """
                          | Budget | Utfall | Prognos | Avv utfall - budget
                Intäkter  | -900   | -300   | -950    | 600
                Personal  | 500    | 170    | 480     | -330
                Lokaler   | 400    | 130    | 430     | -270
                """,
                "revenue -, cost +",
                "actual - budget",
            ),
        ],
    )
    def test_of_a_budget(self, text: str, sign: str, found: str) -> None:
        table = table_in(text)

        assert table.sign == SignConvention(sign)
        assert formula(table, "variance") == f"{found} by figures"

    def test_of_investments_over_and_under(self) -> None:
        """Minus is what was not spent."""
        table = table_in("""
            Projekt | Budget | Utfall | Avvikelse | Procent | Prognos
            Skola   | 3000   | 417    | -2583     | 13.9    | 3000
            Badhus  | 1953   | 936    | -1017     | 47.9    | 1953
            Vägar   | 1652   | 794    | -858      | 48.0    | 1652
        """)

        assert (table.sign, formula(table, "remainder")) == (
            SignConvention.OUTLAY_POSITIVE, "booked - budget by figures"
        )  # fmt: skip

    def test_without_signs_the_total_is_a_result_and_the_variance_turns(self) -> None:
        table = table_in("""
            Benämning | Budget | Utfall | Prognos | Avvikelse
            Intäkter  | 900    | 310    | 950     | 50
            Personal  | 500    | 170    | 480     | 20
            Lokaler   | 400    | 130    | 435     | -35
            Resultat  | 0      | 10     | 35      | 35
        """)

        assert table.sign is SignConvention.UNSIGNED
        assert table.total_weights == {3: -1, 4: -1}
        assert [difference.reversed_rows for difference in table.differences] == [{2, 5}]

    def test_a_variance_against_something_else_is_not_determined(self) -> None:
        odd = (
            BUDGET.replace("| 50\n", "| 12\n")
            .replace("| 20\n", "| -7\n")
            .replace("| -30\n", "| 81\n")
            .replace("| 40\n", "| 86\n")
        )

        assert table_in(odd).undetermined == ("variance",)


class TestPercentages:
    @pytest.mark.parametrize(
        "written",
        [
            ("13.9", "47.9", "48.0"),
            ("13.9%", "47.9%", "48.0%"),
            ("13,9 %", "47,9 %", "48,0 %"),
            ("13,9", "47.9", "48.0%"),
        ],
    )
    def test_are_the_same_in_all_forms(self, written: tuple[str, str, str]) -> None:
        text = INVESTMENT
        for old, new in zip(("13.9", "47.9", "48.0"), written, strict=True):
            text = text.replace(old, new)

        assert [f"{float(figure):.1f}" for figure in column(table_in(text), "percent")] == [
            "13.9",
            "47.9",
            "48.0",
            "32.5",
        ]


class TestTheDecimalMark:
    def test_a_full_stop_groups_in_one_table(self) -> None:
        swedish = BUDGET.replace("500 ", '"121.194" ').replace("400 ", '"202.000" ').replace("480 ", "13,9 ")

        assert column(table_in(swedish), "budget")[1:3] == ["121194", "202000"]

    def test_and_is_the_decimal_mark_in_another(self) -> None:
        english = BUDGET.replace("500 ", '"121.19" ').replace("400 ", '"202.000" ').replace("480 ", '"13.9" ')

        assert column(table_in(english), "budget")[1:3] == ["121.19", "202.000"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hej | det | här\när | ingen | tabell",
        "Budget | 5\nMöte om budget och utfall | 12",
        "Kund | Antal | Pris\nA | 1 | 2\nB | 3 | 4",
        "Benämning | Budget | Utfall | Prognos | Avvikelse",
        "Benämning | Budget | Utfall\nText | mer | text\nÄnnu | mer | text",
        "Indikator | Nuvärde | Prognos | Målvärde\nAntal e-tjänster | 58 st. | 75 st. | 75 st.",
        "#REF!",
        "12 | 13\n14 | 15",
    ],
)
def test_other_sheets_hold_no_table(text: str) -> None:
    assert tables_in(f"# Blad\n{text}") == ()


def test_an_empty_sheet_holds_no_table() -> None:
    assert tables_on(replace(sheet("x"), cells={}), KINDS) == ()

"""Kinds as pandera schemas, tables as frames, and no word of pandera's in what a user reads."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pandera.pandas as pa
import pytest

from syditval.checks.catalogue import rule_modules
from syditval.checks.schema_check import WHOLE_TABLE, SchemaCheck
from syditval.checks.structure import check_structure, compile_kind, frame_of
from syditval.messages import texts
from syditval.messages.findings import finding_sentence, gap_sentence
from syditval.model.amounts import FigureState
from syditval.model.kind import TableKind
from tests.checks.examined import SHIPPED, examined, table_of
from tests.seed import BUDGET, INVESTMENT

BUDGET_KIND, INVESTMENT_KIND = SHIPPED

# A text, an error value, a formula never calculated, another unit, a percentage out of bounds, a line
# without a label, a line twice, and no forecast.
WRECK = """
Projekt   | Budget | Bokfört | Återstår | Förbrukning % | Avvikelse
Skola     | ca 300 | 417     | 2583     | 13.9          | 0
Badhus    | #REF!  | =A1     | 1500     | 25            | 0
Badhus    | 1 mkr  | 100     | 900      | 10            | 0
          | 20     | 500     | -480     | 2500          | 0
Summa     | 6020   | 1517    | 4503     | 17            | 0
"""


class TestSchema:
    @pytest.mark.parametrize("kind", SHIPPED, ids=lambda kind: kind.name)
    def test_every_shipped_kind_compiles_to_a_pandera_schema(self, kind: TableKind) -> None:
        schema = compile_kind(kind, rule_modules())

        assert isinstance(schema, pa.DataFrameSchema)
        assert schema.name == kind.name
        required = {name for name, column in schema.columns.items() if column.required}
        assert set(kind.required_roles) <= required

    @pytest.mark.parametrize(("kind", "text"), [(BUDGET_KIND, BUDGET), (INVESTMENT_KIND, INVESTMENT)])
    def test_a_sound_table_obeys_it(self, kind: TableKind, text: str) -> None:
        frame = frame_of(table_of(text))

        assert compile_kind(kind, rule_modules()).validate(frame, lazy=True).equals(frame)

    def test_its_checks_carry_the_codes_of_the_rules(self) -> None:
        schema = compile_kind(INVESTMENT_KIND, rule_modules())
        codes = {check.error for column in schema.columns.values() for check in column.checks}

        assert codes | {check.error for check in schema.checks} == {
            "S001",
            "S003",
            "S004",
            "S005",
            "S006",
            "H101",
            "H102",
        }


class TestFrame:
    def test_has_the_rows_of_the_sheet_as_its_index(self) -> None:
        assert list(frame_of(table_of(BUDGET)).index) == list(range(4, 15))

    def test_holds_exact_amounts_or_nothing_and_the_text_of_what_is_no_amount(self) -> None:
        frame = frame_of(table_of(BUDGET.replace("10 906", "ca 11'")))

        assert frame.loc[4, "budget"] == Decimal(-43306)
        assert frame.loc[6, "variance"] is None
        assert frame.loc[5, "forecast"] == "ca 11'"
        assert frame.loc[5, "forecast.state"] is FigureState.UNREADABLE

    def test_a_row_without_figures_is_no_row_of_the_frame(self) -> None:
        frame = frame_of(
            table_of("\n| Budget | Utfall\nKostnader | |\nLöner | 1 | 2\nHyror | 1 | 2\nSumma | 2 | 4")
        )

        assert list(frame["label"]) == ["Löner", "Hyror", "Summa"]
        assert set(frame["row.section"]) == {"kostnader"}


class TestFailures:
    def test_one_validation_tells_everything_that_is_wrong_each_at_its_cell(self) -> None:
        table = table_of(WRECK)
        findings, gaps = check_structure(table, INVESTMENT_KIND, rule_modules())

        assert {f"{each.code} {each.cell.a1}" for each in findings} == {
            "S001 B2",
            "S002 A1",
            "S003 A4",
            "S004 E5",
            "S005 A5",
            "S006 B4",
            "H101 B3",
            "H102 C3",
        }
        assert gaps == ()

    def test_the_schema_is_validated_once_and_lazily(self, monkeypatch: pytest.MonkeyPatch) -> None:
        calls: list[bool] = []
        validate = pa.DataFrameSchema.validate

        def watched(self: pa.DataFrameSchema, frame: Any, *, lazy: bool) -> Any:
            calls.append(lazy)
            return validate(self, frame, lazy=lazy)

        monkeypatch.setattr(pa.DataFrameSchema, "validate", watched)
        check_structure(table_of(WRECK), INVESTMENT_KIND, rule_modules())

        assert calls == [True]

    @pytest.mark.parametrize("language", ["en", "sv"])
    def test_no_word_of_pandera_reaches_a_reader(self, language: str) -> None:
        text = WRECK.replace("2500 ", "ca 25")
        findings, gaps = check_structure(table_of(text), INVESTMENT_KIND, rule_modules())
        words = texts(language)
        said = [finding_sentence(each, words) for each in findings] + [
            gap_sentence(each, words) for each in gaps
        ]

        assert len(said) == 9
        for sentence in said:
            for word in (
                "pandera",
                "Schema(",
                "DataFrame",
                "Check",
                "Error",
                "Traceback",
                "Decimal(",
                "failure",
                "\n",
            ):
                assert word not in sentence

    def test_a_check_that_could_not_run_because_of_a_cell_is_a_gap_at_its_column(self) -> None:
        found = examined(INVESTMENT.replace("13,9", "ca 14"))

        assert found.findings == ["error S001 E4"]
        assert found.gaps == ["E3 S004 (rule could not run)", "E4 V103 (unreadable amount)"]
        assert found.checked.not_checked[0].subject == "Sheet1!E4"


class TestCrashes:
    """A rule that fails by itself is a fault of ours, and told as one."""

    def crashed(self, **changes: Any) -> tuple[list[str], list[str]]:
        modules = [
            SimpleNamespace(RULE=module.RULE, **changes) if module.RULE.code == "S003" else module
            for module in rule_modules()
        ]
        text = INVESTMENT.replace("IT-invest Lekeberg ", "")
        findings, gaps = check_structure(table_of(text), INVESTMENT_KIND, modules)  # type: ignore[arg-type]
        said = [finding_sentence(each, texts("en")) for each in findings]
        return said, [f"{gap.code} {gap.subject}" for gap in gaps]

    def test_while_its_checks_are_stated(self) -> None:
        def schema_checks(_: TableKind) -> None:
            raise KeyError("Budget")

        assert self.crashed(schema_checks=schema_checks) == (
            [
                "S003 could not run here (KeyError); this is a fault in syditval, and nothing that "
                "the rule guards has been checked.",
                "The line on row 5 has figures but no label: say what it is.",
            ],
            ["S003 KeyError"],
        )

    def test_while_they_run(self) -> None:
        def holds(_: object) -> object:
            raise ZeroDivisionError

        said, gaps = self.crashed(schema_checks=lambda _: [SchemaCheck(WHOLE_TABLE, holds)])

        assert said[0].startswith("S003 could not run here (ZeroDivisionError)")
        assert gaps == ["S003 ZeroDivisionError"]

"""The record: amounts as exact digits, addresses as Excel writes them, nothing left out.

That every record obeys the JSON Schema stands in ``tests/reports/test_record.py``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from syditval.model.cells import CellRef
from syditval.model.finding import Finding
from syditval.model.gap import NotChecked
from syditval.model.record import (
    RECORD_VERSION,
    cause_record,
    exact,
    finding_record,
    not_localised_record,
    seal_of,
    unguarded_record,
    waiver_record,
)
from syditval.model.relation import Judgement, Reason, Verdict
from syditval.model.report import Report
from syditval.model.rule import Severity
from syditval.model.threshold import Threshold
from syditval.model.waiver import Waived, Waiver, Waiving
from syditval.reports.record import record_schema
from tests.reports.example_causes import CAUSES, NOT_LOCALISED, UNGUARDED
from tests.reports.example_reports import clean

C15 = CellRef("Drift 2024", 15, 3)


class TestExact:
    @pytest.mark.parametrize(
        ("amount", "text"),
        [
            ("43306", "43306"),
            ("-89", "-89"),
            ("13.90", "13.9"),
            ("1.2E+3", "1200"),
            ("1E-7", "0.0000001"),
            ("-0.00", "0"),
            ("-0", "0"),
            ("100", "100"),
        ],
    )
    def test_writes_plain_digits(self, amount: str, text: str) -> None:
        assert exact(Decimal(amount)) == text

    @given(st.decimals(allow_nan=False, allow_infinity=False))
    def test_loses_nothing(self, amount: Decimal) -> None:
        assert Decimal(exact(amount)) == amount


def record_with(**changes: Any) -> dict[str, Any]:
    """The record of a clean report with some of its parts replaced; it must still obey the schema."""
    record = replace(clean("en"), **changes).to_dict()
    Draft202012Validator(record_schema()).validate(record)
    return record


def test_the_summary_counts_what_the_report_counts() -> None:
    assert record_with()["summary"] == {
        "relations": {"exact": 37, "rounding": 1, "implausible": 0, "inconsistent": 0, "not_checked": 0},
        "findings": {"error": 0, "warning": 0, "note": 0},
        "waived": 0,
        "immaterial": 0,
        "amounts": 80,
        "covered": 80,
    }


def test_a_relation_is_written_with_its_terms_and_its_evidence() -> None:
    relation = record_with()["relations"][15]

    assert relation["rule"] == "F101"
    assert relation["target"] == "Investeringar!B10"
    assert [term["cell"] for term in relation["terms"]] == [f"Investeringar!B{row}" for row in range(5, 10)]
    assert {term["weight"] for term in relation["terms"]} == {1}
    assert relation["verdict"] == "exact"
    assert relation["reason"] is None
    assert (relation["expected"], relation["found"], relation["difference"]) == ("11334", "11334", "0")


def test_a_relation_that_was_not_checked_has_a_reason_instead_of_evidence() -> None:
    first = clean("en").judgements[0]
    unjudged = Judgement(first.relation, Verdict.NOT_CHECKED, reason=Reason.NOT_CALCULATED)
    (relation,) = record_with(judgements=(unjudged,))["relations"]

    assert (relation["verdict"], relation["reason"]) == ("not_checked", "no cached value")
    assert {relation[key] for key in ("expected", "found", "difference", "bound")} == {None}


def test_a_finding_without_a_verdict_has_no_evidence() -> None:
    finding = Finding("x", "S001", "unreadable-amount", Severity.ERROR, "budget", C15, message="Oj.")
    (written,) = record_with(findings=(finding,))["findings"]

    assert written["cell"] == "'Drift 2024'!C15"
    assert (written["verdict"], written["expected"]) == (None, None)
    assert (written["severity"], written["confidence"], written["message"]) == ("error", "high", "Oj.")


def test_a_finding_about_the_workbook_has_no_cell_and_no_table() -> None:
    finding = Finding("H203", "H203", "macros-in-workbook", Severity.WARNING, "", None)
    (written,) = record_with(findings=(finding,))["findings"]

    assert (written["cell"], written["table"]) == (None, None)


def test_the_record_counts_what_was_read() -> None:
    (file,) = record_with()["inputs"]

    assert {key: file[key] for key in ("container", "sheets", "rows", "cells", "numbers", "formulas")} == {
        "container": "xlsx",
        "sheets": 2,
        "rows": 23,
        "cells": 138,
        "numbers": 80,
        "formulas": 1,
    }


def test_a_gap_stands_at_a_cell_or_at_a_table_or_at_both() -> None:
    gaps = (
        NotChecked(Reason.OUTSIDE_TABLES, cell=C15, count=2, message="a"),
        NotChecked(Reason.NO_TOTAL_ROW, "budget", message="b"),
        NotChecked(Reason.NOT_CALCULATED, "budget", C15, "F101", "'Drift 2024'!C6", message="c"),
    )
    of_no_rule = {"code": None, "subject": None}

    assert record_with(not_checked=gaps)["not_checked"] == [
        {"cell": "'Drift 2024'!C15", **of_no_rule, "reason": "outside every table", "message": "a"},
        {"table": "budget", **of_no_rule, "reason": "no total row", "message": "b"},
        {
            "cell": "'Drift 2024'!C15",
            "table": "budget",
            "code": "F101",
            "reason": "no cached value",
            "subject": "'Drift 2024'!C6",
            "message": "c",
        },
    ]


def test_a_gap_of_a_sheet_stands_at_the_sheet() -> None:
    gap = NotChecked(Reason.EMPTY_SHEET, subject="Blad2", message="a")

    assert record_with(not_checked=(gap,))["not_checked"] == [
        {"code": None, "reason": "empty sheet", "subject": "Blad2", "message": "a"}
    ]


def test_it_is_plain_json_all_the_way_down() -> None:
    def plain(report: Report) -> dict[str, Any]:
        copied: dict[str, Any] = json.loads(json.dumps(report.to_dict()))
        return copied

    assert plain(clean("sv")) == clean("sv").to_dict()


class TestSeal:
    """The seal of a record says whether anything in it is not as it was written."""

    def test_is_the_last_entry_and_that_of_all_the_others(self) -> None:
        record = record_with()

        assert [*record][-1] == "seal"
        assert record["seal"] == seal_of(record)
        assert record["record"] == RECORD_VERSION

    def test_is_that_of_the_content_and_not_of_its_layout(self) -> None:
        record = record_with()
        backwards = dict(reversed(record.items()))
        relaid = json.loads(json.dumps(backwards, indent=7, ensure_ascii=False))

        assert seal_of(relaid) == record["seal"]

    def test_can_be_computed_without_the_tool(self) -> None:
        """As the JSON Schema describes it: an archive needs it in seven years."""
        record = record_with()
        rest = {key: value for key, value in record.items() if key != "seal"}
        plain = json.dumps(rest, sort_keys=True, separators=(",", ":"))

        assert hashlib.sha256(plain.encode()).hexdigest() == record["seal"]

    @pytest.mark.parametrize(
        "change",
        [
            lambda record: record["relations"][7].update(verdict="inconsistent"),
            lambda record: record["relations"].reverse(),
            lambda record: record["inputs"][0].update(name="maj.xlsx"),
            lambda record: record["options"].update(rounding="truncation"),
            lambda record: record.update(language="sv"),
            lambda record: record.update(remark=""),
            lambda record: record["summary"].pop("waived"),
        ],
        ids=["verdict", "order", "name", "option", "language", "one more key", "one key less"],
    )
    def test_does_not_fit_what_was_changed(self, change: Callable[[dict[str, Any]], None]) -> None:
        record = record_with()
        change(record)

        assert seal_of(record) != record["seal"]


class TestWaivers:
    """Whole records of accepted differences stand in ``tests/reports/test_record.py``."""

    WAIVER = Waiver("F101", "budget/total/actual", "Settled.", Threshold.parse("1,5 mkr"), "", None)

    def test_what_is_left_open_in_a_waiver_is_null(self) -> None:
        assert waiver_record(self.WAIVER) == {
            "code": "F101",
            "place": "budget/total/actual",
            "at_most": "1.5 mkr",
            "reason": "Settled.",
            "who": None,
            "until": None,
            "workbook": None,
        }

    @pytest.mark.parametrize("state", Waiving)
    def test_a_finding_tells_its_waiver_and_what_that_does(self, state: Waiving) -> None:
        finding = Finding(
            "x", "F101", "x", Severity.ERROR, "budget", C15, waived=Waived(self.WAIVER, state), standing="Så."
        )
        record = finding_record(finding)

        assert record["waiver"] == {"state": state.value, **waiver_record(self.WAIVER)}
        assert record["waived"] is (state is Waiving.WAIVED)
        assert (record["material"], record["standing"]) == (True, "Så.")

    def test_a_finding_without_one_has_none(self) -> None:
        record = finding_record(
            Finding("x", "F101", "x", Severity.ERROR, "budget", C15, place="budget/-", is_material=False)
        )

        assert (record["waived"], record["waiver"], record["material"]) == (False, None, False)
        assert record["place"] == "budget/-"

    def test_those_that_were_looked_at_are_listed(self) -> None:
        assert record_with(waivers=(self.WAIVER,))["waivers"] == [waiver_record(self.WAIVER)]


def test_what_was_applied_is_told_with_its_hash() -> None:
    record = record_with(rules=(("F101", "d" * 64),), options=(("rounding", "nearest"),))

    assert record["rules"] == [{"code": "F101", "sha256": "d" * 64}]
    assert record["schemas"][1] == {"kind": "investment", "sha256": "c" * 64}
    assert record["options"] == {"rounding": "nearest"}


class TestCauses:
    """Whole records of causes stand in ``tests/reports/test_record.py``."""

    def test_an_explanation_by_several_slips_says_at_each_cell_which_one(self) -> None:
        certain, one_of = CAUSES["certain"], CAUSES["one of"]
        both = replace(certain, slips=(*certain.slips, *one_of.slips))
        record = cause_record(both)

        assert record["mechanism"] == "several"
        assert [(each["cell"], each["mechanism"]) for each in record["cells"]] == [
            ("Drift!D6", "digit_replaced"),
            ("Drift!C11", "sign"),
        ]

    def test_a_cell_without_an_amount_and_a_value_that_is_not_known_are_null(self) -> None:
        (slip,) = CAUSES["certain"].slips
        unknown = replace(slip.changes[0], found=None, suggested=None)
        (cell,) = cause_record(replace(CAUSES["certain"], slips=(replace(slip, changes=(unknown,)),)))[
            "cells"
        ]

        assert (cell["found"], cell["suggested"], cell["low"], cell["high"]) == (None, None, "10905", "10907")

    def test_all_cells_that_are_guarded_too_little_are_listed(self) -> None:
        assert unguarded_record(UNGUARDED[0])["cells"] == [f"Drift!C{row}" for row in range(5, 16)]

    def test_what_could_not_be_localised_says_why(self) -> None:
        record = not_localised_record(NOT_LOCALISED)

        assert (record["table"], record["obstacle"]) == ("investment", "no_explanation")

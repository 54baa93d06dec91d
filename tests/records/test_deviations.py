"""A run done again: each thing that is not as the record says, once, with what stood there and what came out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from syditval.records import Deviation, Subject, deviations, is_of_basis
from tests.records.written import Change, Record, finding, said


def total(made: Record) -> Record:
    """The finding on a total, which is waived."""
    return finding(made, "F101/budget/summa/actual/-")


def month(name: str, sha256: str) -> Record:
    """An earlier workbook, as a record names it."""
    return {"name": name, "sha256": sha256, "period": "2024-03"}


TOTAL = Decimal(-30_099_900)
# What is changed in the record, and the one deviation that comes of it.
DEVIATIONS: dict[str, tuple[Change, Deviation]] = {
    "workbook": (
        lambda made: made["inputs"][0].update(sha256="0" * 64),
        Deviation(Subject.WORKBOOK, "april.xlsx", ("0" * 64,), (said().sha256,)),
    ),
    "earlier workbook": (
        lambda made: made.update(against=[month("mars.xlsx", "0" * 64)]),
        Deviation(Subject.AGAINST, "mars.xlsx", ("0" * 64,), ()),
    ),
    "two earlier workbooks of one name": (
        lambda made: made.update(against=[month("drift.xlsx", "0" * 64), month("drift.xlsx", "1" * 64)]),
        Deviation(Subject.AGAINST, "drift.xlsx", ("0" * 64, "1" * 64), ()),
    ),
    "tool": (
        lambda made: made["tool"].update(version="0.9.0"),
        Deviation(Subject.TOOL, "syditval", ("0.9.0",), ("1.0.0",)),
    ),
    "option": (
        lambda made: made["options"].update(rounding="truncation"),
        Deviation(Subject.OPTION, "rounding", ("truncation",), ("nearest",)),
    ),
    "option that is no longer": (
        lambda made: made["options"].update(strictness="9"),
        Deviation(Subject.OPTION, "strictness", ("9",), ()),
    ),
    "schema": (
        lambda made: made["schemas"][0].update(sha256="0" * 64),
        Deviation(Subject.SCHEMA, "budget", ("0" * 64,), ("b" * 64,)),
    ),
    "rule": (
        lambda made: made["rules"][1].update(sha256="0" * 64),
        Deviation(Subject.RULE, "V101", ("0" * 64,), ("e" * 64,)),
    ),
    "rule that is new": (
        lambda made: made["rules"].pop(),
        Deviation(Subject.RULE, "V101", (), ("e" * 64,)),
    ),
    "table": (
        lambda made: made["tables"][1].update(range="Investeringar!A4:G11"),
        Deviation(Subject.TABLE, "investment", ("Investeringar!A4:G11",), ("Investeringar!A4:G10",)),
    ),
    "verdict": (
        lambda made: made["relations"][0].update(verdict="rounding"),
        Deviation(
            Subject.RELATION,
            "F101 'Drift 2024 (utkast)'!C9",
            ("rounding", TOTAL, TOTAL),
            ("exact", TOTAL, TOTAL),
        ),
    ),
    "amount": (
        lambda made: made["relations"][0].update(expected="-30099901"),
        Deviation(
            Subject.RELATION,
            "F101 'Drift 2024 (utkast)'!C9",
            ("exact", TOTAL - 1, TOTAL),
            ("exact", TOTAL, TOTAL),
        ),
    ),
    "relation that is new": (
        lambda made: made["relations"].pop(0),
        Deviation(Subject.RELATION, "F101 'Drift 2024 (utkast)'!C9", (), ("exact", TOTAL, TOTAL)),
    ),
    "severity": (
        lambda made: total(made).update(severity="note"),
        Deviation(
            Subject.FINDING,
            "F101/budget/summa/actual/-",
            ("'Drift 2024 (utkast)'!D9", "note", "waived"),
            ("'Drift 2024 (utkast)'!D9", "error", "waived"),
        ),
    ),
    "waiver": (
        lambda made: total(made).update(waiver=None),
        Deviation(
            Subject.FINDING,
            "F101/budget/summa/actual/-",
            ("'Drift 2024 (utkast)'!D9", "error"),
            ("'Drift 2024 (utkast)'!D9", "error", "waived"),
        ),
    ),
    "materiality": (
        lambda made: total(made).update(material=False),
        Deviation(
            Subject.FINDING,
            "F101/budget/summa/actual/-",
            ("'Drift 2024 (utkast)'!D9", "error", "waived", "immaterial"),
            ("'Drift 2024 (utkast)'!D9", "error", "waived"),
        ),
    ),
    "finding of the workbook": (
        lambda made: made["findings"].remove(finding(made, "H201")),
        Deviation(Subject.FINDING, "H201", (), ("warning",)),
    ),
    "gap": (
        lambda made: made["not_checked"].pop(),
        Deviation(Subject.GAP, "Blad 3", (), ("empty sheet",)),
    ),
    "gap that was there twice": (
        lambda made: made["not_checked"].append(made["not_checked"][-1]),
        Deviation(Subject.GAP, "Blad 3", ("empty sheet", "empty sheet"), ("empty sheet",)),
    ),
}

BASIS = {"tool", "option", "option that is no longer", "schema", "rule", "rule that is new"}


@pytest.mark.parametrize("name", DEVIATIONS)
def test_what_deviates_is_told_alone(name: str) -> None:
    change, deviation = DEVIATIONS[name]

    assert [*deviations(said(change), said())] == [deviation]


def test_nothing_deviates_where_all_comes_out_the_same() -> None:
    assert [*deviations(said(), said())] == []


def test_a_broken_seal_comes_first_and_what_was_changed_is_named_too() -> None:
    change, deviation = DEVIATIONS["verdict"]

    assert [*deviations(said(change, sealed=False), said())] == [
        Deviation(Subject.SEAL, "", (), ()),
        deviation,
    ]


def test_a_broken_seal_of_what_came_out_is_none_of_the_record() -> None:
    assert [*deviations(said(), said(lambda made: made.update(seal=""), sealed=False))] == []


def test_what_lies_behind_the_verdicts_comes_before_them() -> None:
    one_of_each = {deviation.subject: change for change, deviation in reversed(DEVIATIONS.values())}

    def change(made: Record) -> None:
        for each in one_of_each.values():
            each(made)

    subjects = [each.subject for each in deviations(said(change), said())]

    assert subjects == sorted(subjects, key=[*Subject].index)
    assert {*Subject} - {*subjects} == {Subject.SEAL}


@pytest.mark.parametrize("name", DEVIATIONS)
def test_tool_options_schemas_and_rules_may_be_others_and_the_verdicts_the_same(name: str) -> None:
    assert is_of_basis(DEVIATIONS[name][1]) == (name in BASIS)


def test_neither_what_nobody_compares_nor_its_wording_deviates() -> None:
    def change(made: Record) -> None:
        total(made).update(message="Skrivet på annat sätt.", standing="", confidence="low")
        made.update(causes=[], unguarded=[])

    assert [*deviations(said(change), said())] == []

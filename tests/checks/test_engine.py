"""Every rule over every table; one that crashes does not take the others with it."""

from __future__ import annotations

from types import ModuleType

import pytest

from syditval.arithmetic import NEAREST
from syditval.checks import (
    Checked,
    check_tables,
    remainder_differs,
    repeated_line,
    total_differs,
    variance_formula_undetermined,
)
from syditval.model.relation import Reason
from tests.checks.examined import examined
from tests.seed import BUDGET, INVESTMENT

BOTH = f"# Drift\n{BUDGET.strip()}\n# Investeringar\n{INVESTMENT.strip()}"


def test_every_table_is_checked_by_its_own_kind() -> None:
    checked = examined(BOTH).checked
    relations = [(each.relation.table, each.relation.rule) for each in checked.judgements]

    assert {pair: relations.count(pair) for pair in relations} == {
        ("budget", "F101"): 4,
        ("budget", "V101"): 11,
        ("investment", "F101"): 5,
        ("investment", "V101"): 6,
        ("investment", "V102"): 6,
        ("investment", "V103"): 6,
    }
    assert checked.findings == ()
    assert checked.not_checked == ()


def test_totals_and_live_formulas_are_marked_for_all_rules_alike() -> None:
    table = """
                   | Budget                | Utfall | Prognos | Avvikelse
Intäkter           | -900                  | -300   | -900    | =B2-D2 -> 0
Personal           | 500                   | 170    | 500     | 0
Lokaler            | 400                   | 130    | 400     | 0
Summa              | =SUM(B2:B4) -> 0      | 0      | 0       | =SUM(E2:E3) -> 0
"""
    marks = {
        f"{relation.rule} {relation.target.cell.a1}": (relation.formula_backed, relation.on_total)
        for relation in (judgement.relation for judgement in examined(table).checked.judgements)
    }

    assert marks["F101 B5"] == (True, True)
    assert marks["F101 C5"] == (False, True)
    assert marks["F101 E5"] == (False, True)
    assert marks["V101 E2"] == (True, False)
    assert marks["V101 E3"] == (False, False)
    assert marks["V101 E5"] == (False, True)


def test_nothing_to_check_gives_nothing() -> None:
    assert check_tables((), (), NEAREST) == Checked()


def crash(*_: object) -> None:
    raise RuntimeError("on purpose")


@pytest.mark.parametrize(
    ("module", "function", "code"),
    [
        (total_differs, "relations", "F101"),
        (remainder_differs, "relations", "V102"),
        (variance_formula_undetermined, "findings", "V104"),
        (repeated_line, "schema_checks", "S003"),
    ],
)
def test_a_rule_that_crashes_is_an_error_under_its_own_code_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch, module: ModuleType, function: str, code: str
) -> None:
    sound = examined(INVESTMENT.replace("22,2", "25,2"))
    monkeypatch.setattr(module, function, crash)
    found = examined(INVESTMENT.replace("22,2", "25,2"))

    assert sorted(found.findings) == sorted(["error V103 E9", f"error {code} A3"])
    assert f"A3 {code} (rule could not run)" in found.gaps
    assert found.checked.judgements == tuple(
        each for each in sound.checked.judgements if each.relation.rule != code
    )


def test_a_crash_half_way_leaves_no_half_result(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = total_differs.relations

    def half(*arguments: object) -> object:
        yield next(whole(*arguments))  # type: ignore[arg-type]
        raise RuntimeError

    monkeypatch.setattr(total_differs, "relations", half)
    found = examined(BUDGET)

    assert found.verdicts("F101") == {}
    assert found.findings == ["error F101 A3"]
    assert [gap.reason for gap in found.checked.not_checked] == [Reason.COULD_NOT_RUN, Reason.NO_RELATION]
    assert found.sentences()[-1] == "Figures that no relation touches: 11, the first at Sheet1!C4."


def test_the_trace_of_a_crash_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(total_differs, "relations", crash)

    assert examined(BUDGET).sentences()[0] == (
        "F101 could not run here (RuntimeError); this is a fault in syditval, and nothing that the "
        "rule guards has been checked."
    )

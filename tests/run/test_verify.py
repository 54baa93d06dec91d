"""A record and its workbook: the run of the record is done again, with all that the record says of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from syditval.arithmetic import Policy, RatioBasis, RoundingMode
from syditval.model.record import SEAL, seal_of
from syditval.model.threshold import Threshold
from syditval.model.waiver import Waiver
from syditval.reading import Limits, UnreadableWorkbook, open_source
from syditval.records import NotARecord, Subject, recorded
from syditval.run import Question, Request, Verification, reconcile, verify
from tests.run.workbooks import ROOT, WORKBOOKS, A, C, report, stem

Record = dict[str, Any]

# The room's own function is called the same.
REVIEW = import_module("syditval.run.review")

QUICK = Request(in_process=True)
TOTAL = Waiver("F101", "budget/total/actual", "Rättas i huvudboken.", until=date(2024, 12, 31))
IN_APRIL = replace(QUICK, waivers=(TOTAL,), as_of=date(2024, 4, 30))


def record_of(workbook: Path, request: Request = QUICK) -> Record:
    """The record of a run on a sample, as it comes back from a file."""
    made: Record = json.loads(json.dumps(reconcile(workbook, request).to_dict()))
    return made


def again(record: Record, workbook: Path, request: Request = QUICK) -> Verification:
    return verify(recorded(record), open_source(workbook), request)


def sealed(record: Record) -> Record:
    """A record with a seal that fits it, whatever has been done to it."""
    return record | {SEAL: seal_of(record)}


def told(verification: Verification) -> list[tuple[str, str]]:
    """What deviates, by subject and name."""
    return [(each.subject.value, each.name) for each in verification.deviations]


@pytest.mark.parametrize("workbook", WORKBOOKS, ids=stem)
def test_a_record_comes_out_the_same_on_its_own_workbook(workbook: Path) -> None:
    done = again(report(workbook).to_dict(), workbook)

    assert told(done) == []
    assert done.is_same
    assert done.again == done.record


ASKED = {
    "sums": replace(QUICK, question=Question.SUMS),
    "roundings": replace(QUICK, policy=Policy(RoundingMode.TRUNCATION, RatioBasis.SHOWN)),
    "recalculation": replace(QUICK, recalc=True),
    "materiality": replace(QUICK, materiality=Threshold.parse("1 mkr")),
    "waivers": IN_APRIL,
    "Swedish": replace(QUICK, language="sv"),
}


@pytest.mark.parametrize("asked", ASKED)
def test_what_was_asked_is_asked_again(asked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """By a request that asks for something else."""
    monkeypatch.setattr(REVIEW, "find_program", lambda: None)
    other = Request(in_process=True, materiality=Threshold.parse("1 kr"), as_of=date(2030, 1, 1))
    record = record_of(C, ASKED[asked])
    done = again(record, C, other)

    assert told(done) == []
    assert done.again.options == record["options"]
    assert done.again.language == record["language"]
    assert record["options"] != record_of(C, other)["options"]


class TestWaivers:
    def test_of_the_record_hold_on_its_day_and_not_today(self) -> None:
        """Their last day lies in 2024."""
        record = record_of(C, IN_APRIL)
        done = again(record, C)

        assert record["summary"]["waived"] == 1
        assert told(done) == []
        assert record_of(C, replace(IN_APRIL, as_of=date.today()))["summary"]["waived"] == 0

    def test_that_had_expired_then_have_expired_again(self) -> None:
        record = record_of(C, replace(IN_APRIL, as_of=date(2025, 1, 1)))

        assert [each["code"] for each in record["findings"] if each["code"] == "W002"] == ["W002"]
        assert told(again(record, C)) == []

    def test_of_the_request_do_not_count(self) -> None:
        done = again(record_of(C), C, IN_APRIL)

        assert told(done) == []
        assert [each for each in done.again.findings if each.state] == []

    def test_that_concern_workbooks_of_a_name_hold_whatever_it_is_called_by_now(self, tmp_path: Path) -> None:
        asked = replace(IN_APRIL, waivers=(replace(TOTAL, workbook="c-*.xlsx"),))
        record = record_of(C, asked)
        archived = tmp_path / "2024-04 slutlig.xlsx"
        archived.write_bytes(C.read_bytes())

        assert record["summary"]["waived"] == 1
        assert told(again(record, archived)) == []

    def test_that_are_taken_out_by_hand_are_missed(self) -> None:
        record = record_of(C, IN_APRIL)
        record["waivers"].clear()
        done = again(sealed(record), C)

        assert told(done) == [("option", "as-of"), ("finding", "F101/budget/total/actual/2024-04-30")]
        assert not done.is_same


def test_another_workbook_is_told_and_what_comes_of_it() -> None:
    done = again(report(A).to_dict(), C)

    assert told(done)[0] == ("workbook", C.name)
    assert {"relation", "finding"} <= {subject for subject, _ in told(done)}
    assert not done.is_same


def test_the_same_verdicts_over_another_file_are_not_the_same(tmp_path: Path) -> None:
    """The workbook was saved anew, with the same cells in it."""
    saved = tmp_path / A.name
    with ZipFile(A) as old, ZipFile(saved, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    done = again(report(A).to_dict(), saved)

    assert told(done) == [("workbook", A.name)]
    assert not done.is_same


class TestOtherBasis:
    @pytest.fixture
    def schemas(self, tmp_path: Path) -> Callable[[str], Request]:
        """A request with the shipped schema of the budget and something more at its end."""

        def request(more: str) -> Request:
            shipped = (ROOT / "schemas" / "budget.toml").read_text(encoding="utf-8")
            (tmp_path / "budget.toml").write_text(shipped + more, encoding="utf-8")
            return replace(QUICK, schemas=tmp_path)

        return request

    def test_a_schema_with_another_remark_gives_the_same_verdicts(
        self, schemas: Callable[[str], Request]
    ) -> None:
        done = again(report(C).to_dict(), C, schemas("# Genomläst i maj.\n"))

        assert told(done) == [("schema", "budget")]
        assert done.is_same

    def test_one_that_gives_others_does_not(self, schemas: Callable[[str], Request]) -> None:
        done = again(report(C).to_dict(), C, schemas('[severities]\nF101 = "note"\n'))

        assert told(done) == [("schema", "budget"), ("finding", "F101/budget/total/actual/2024-04-30")]
        assert not done.is_same

    def test_another_version_and_other_rules_may_give_the_same_verdicts(self) -> None:
        record = record_of(C)
        record["tool"]["version"] = "0.0.1"
        record["rules"][0]["sha256"] = "0" * 64
        done = again(sealed(record), C)

        assert told(done) == [("tool", "syditval"), ("rule", "F101")]
        assert done.is_same


class TestChangedByHand:
    def test_a_verdict_breaks_the_seal_and_its_relation_is_named(self) -> None:
        record = record_of(C)
        relation = next(each for each in record["relations"] if each["verdict"] == "inconsistent")
        relation["verdict"] = "exact"
        done = again(record, C)

        assert told(done) == [("seal", ""), ("relation", f"{relation['rule']} {relation['target']}")]
        assert not done.is_same

    def test_with_a_new_seal_it_is_found_all_the_same(self) -> None:
        record = record_of(C)
        record["relations"][0]["verdict"] = "implausible"
        done = again(sealed(record), C)

        assert [each.subject for each in done.deviations] == [Subject.RELATION]
        assert not done.is_same

    def test_a_finding_that_was_left_out_is_found_again(self) -> None:
        record = record_of(C)
        gone = record["findings"].pop(0)

        assert told(again(sealed(record), C)) == [("finding", gone["id"])]

    def test_another_rounding_gives_what_that_gives(self) -> None:
        """The option is heeded, so that its verdicts come out, and not those of the record."""
        record = record_of(A)
        record["options"]["ratio-basis"] = "shown"
        done = again(sealed(record), A)

        assert ("relation", "V103 Investeringar!E7") in told(done)
        assert "option" not in {subject for subject, _ in told(done)}
        assert not done.is_same

    @pytest.mark.parametrize(
        ("option", "value"),
        [
            ("rounding", "uppåt"),
            ("ratio-basis", ""),
            ("question", "budget"),
            ("as-of", "igår"),
            ("materiality", "mycket"),
        ],
    )
    def test_an_option_that_makes_no_sense_is_refused(self, option: str, value: str) -> None:
        record = record_of(A)
        record["options"][option] = value

        with pytest.raises(NotARecord) as refused:
            again(sealed(record), A)
        assert refused.value.code == "P004"

    @pytest.mark.parametrize("option", ["question", "rounding", "ratio-basis", "recalc"])
    def test_so_is_one_that_is_missing(self, option: str) -> None:
        record = record_of(A)
        del record["options"][option]

        with pytest.raises(NotARecord):
            again(sealed(record), A)


def test_limits_are_those_of_the_request() -> None:
    with pytest.raises(UnreadableWorkbook, match="sheets"):
        again(report(A).to_dict(), A, replace(QUICK, limits=Limits(sheets=1)))

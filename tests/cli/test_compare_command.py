"""``syditval compare``: what is new since last month, and what has become of the rest."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from syditval.cli.main import main
from syditval.model.record import SEAL, seal_of
from syditval.records import NotARecord, Recorded, compare, deviations, read_record
from syditval.reports.comparison import render_comparison, write_comparison
from syditval.reports.verification import render_verification
from tests.cli.months import april, march
from tests.reports.papers import on_console

Change = tuple[str, str, str | None, str | None]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", "en")
    monkeypatch.setenv("COLUMNS", "80")


def ended(*arguments: object) -> int:
    with pytest.raises(SystemExit) as left:
        main([str(argument) for argument in arguments])
    return int(left.value.code or 0)


def recorded(workbook: Path, *options: str) -> Path:
    """The record of a run on a workbook, beside it."""
    record = workbook.with_suffix(".json")
    asked = ("--in-process", "--no-annotate", "--format", "json", "--output", record, *options)
    assert ended("reconcile", *asked, workbook) == 1
    return record


@pytest.fixture(scope="module")
def months(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The records of March and April."""
    folder = tmp_path_factory.mktemp("months")
    return recorded(march(folder)), recorded(april(folder))


def compared(before: Path, after: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """What the JSON form says; that something differs."""
    capsys.readouterr()
    assert ended("compare", "--format", "json", before, after) == 1
    made: dict[str, Any] = json.loads(capsys.readouterr().out)
    return made


def changes(made: dict[str, Any]) -> list[Change]:
    """What has become of each finding that is not the same: its cell before, and now."""
    return [
        (
            each["change"],
            "/".join((each["after"] or each["before"])[key] for key in ("code", "place")),
            each["before"] and each["before"]["cell"],
            each["after"] and each["after"]["cell"],
        )
        for each in made["findings"]
    ]


def test_findings_are_the_same_in_another_month_and_in_another_row(
    months: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Övrigt is as wrong as it was, three rows further down; the totals are wrong by other amounts."""
    made = compared(*months, capsys)

    assert changes(made) == [
        ("new", "V101/budget/personalkostnader/variance", None, "Drift!D6"),
        ("gone", "V101/budget/lokalhyror/variance", "Drift!D5", None),
        ("changed", "F101/budget/total/actual", "Drift!C12", "Drift!C15"),
        ("changed", "V101/budget/total/variance", "Drift!D12", "Drift!D15"),
    ]
    assert made["unchanged"] == 1
    assert made["tables"] == []
    differences = [made["findings"][2][side]["difference"] for side in ("before", "after")]
    assert differences == ["9", "12"]


def test_the_text_says_so_too(months: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("compare", *months) == 1
    streams = capsys.readouterr()

    assert streams.err == ""
    assert streams.out.startswith("before  mars.xlsx, SHA-256 ")
    assert "difference: +9, now +12" in streams.out
    assert "1 new, 1 gone, 2 changed, 1 as before." in streams.out


def test_the_other_way_round_everything_is_the_other_way_round(
    months: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = months
    assert [change[:2] for change in changes(compared(after, before, capsys))][:2] == [
        ("new", "V101/budget/lokalhyror/variance"),
        ("gone", "V101/budget/personalkostnader/variance"),
    ]


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Nothing is different."), ("sv", "Ingenting skiljer sig.")]
)
def test_a_record_is_the_same_as_itself(
    months: tuple[Path, Path], language: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended("compare", "--lang", language, months[0], months[0]) == 0
    assert said in capsys.readouterr().out
    assert ended("compare", "--format", "json", months[0], months[0]) == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []


def test_what_was_accepted_since_has_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = recorded(march(tmp_path / "open"))
    workbook = march(tmp_path / "accepted")
    assert ended("waive", workbook, "Drift!C12", "--reason", "Rättas i huvudboken.") == 0
    made = compared(before, recorded(workbook, "--materiality", "20 tkr"), capsys)
    states = {
        change[1]: (each["after"]["state"], each["after"]["is_material"])
        for change, each in zip(changes(made), made["findings"], strict=True)
    }

    assert states == {
        "F101/budget/total/actual": ("waived", False),
        "V101/budget/lokalhyror/variance": ("", False),
        "V101/budget/övrigt/variance": ("", False),
    }


def test_quiet_leaves_the_exit_code_and_what_was_asked_for(
    months: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended("compare", "-q", *months) == 1
    assert capsys.readouterr() == ("", "")
    assert ended("compare", "-q", "--format", "json", *months) == 1
    assert json.loads(capsys.readouterr().out)["unchanged"] == 1


@pytest.mark.parametrize("place", [0, 1], ids=["before", "after"])
@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "P001"),
        (b"\x00\xff", "P002"),
        (b"[" * 100_000, "P002"),
        (b'{"record": 1}', "P003"),
        (b'{"record": 2}', "P004"),
    ],
    ids=["missing", "garbage", "nested", "older", "empty"],
)
def test_what_is_no_record_is_one_sentence_and_exit_2(
    months: tuple[Path, Path],
    place: int,
    content: bytes | None,
    code: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    records = [*months]
    records[place] = tmp_path / "april.json"
    if content is not None:
        records[place].write_bytes(content)

    assert ended("compare", *records) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err.startswith(f"syditval: {code}: ")
    assert streams.err.count("\n") == 1
    assert str(records[place]) in streams.err


def test_a_broken_seal_is_told(
    months: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = tmp_path / "april.json"
    changed.write_text(months[0].read_text(encoding="utf-8").replace('"tkr"', '"mkr"', 1), encoding="utf-8")

    assert ended("compare", months[0], changed) == 0
    assert "The seal of this record does not fit" in capsys.readouterr().out


WRONG: list[Any] = [None, True, 5, 1e400, "", "x", "1e999999999", [], [[]], {}, {"a": None}]


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to everything in a record; of a list to its first entry only."""
    yield path
    entries = (
        value.items() if isinstance(value, dict) else enumerate(value[:1]) if isinstance(value, list) else ()
    )
    for key, entry in entries:
        yield from places(entry, (*path, key))


def replaced(record: Any, path: tuple[Any, ...], value: Any) -> Any:
    """The record with something else at the end of a way, and a seal that fits it."""
    if not path:
        return value
    made = json.loads(json.dumps(record))
    at = made
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return made if path == (SEAL,) else made | {SEAL: seal_of(made)}


def tell(honest: Recorded, told: Recorded) -> None:
    """All that can be said of a record and an honest one."""
    comparison, found = compare(honest, told), tuple(deviations(told, honest))
    on_console(lambda console: render_comparison(comparison, "sv", console))
    on_console(lambda console: render_verification(told, found, "sv", console))
    write_comparison(comparison, io.StringIO())


def test_whatever_stands_in_place_of_a_value_is_refused_or_can_be_told(
    months: tuple[Path, Path], tmp_path: Path
) -> None:
    """Nothing but a refusal is raised where it is read, and nothing at all where it is told."""
    record, file = json.loads(months[0].read_bytes()), tmp_path / "april.json"
    honest, outcomes = read_record(months[0]), set()
    for path in places(record):
        for value in WRONG:
            file.write_text(json.dumps(replaced(record, path, value)), encoding="utf-8")
            try:
                told = read_record(file)
            except NotARecord as refusal:
                outcomes.add(refusal.code)
                continue
            tell(honest, told)
            outcomes.add("told")
    assert outcomes == {"told", "P002", "P003", "P004"}

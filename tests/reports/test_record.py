"""The record: what is written obeys the schema, and the schema refuses what is broken."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from syditval.messages.catalogue import LANGUAGES
from syditval.model.amounts import Unit
from syditval.model.cause import Certainty, Mechanism, Obstacle, Shelter
from syditval.model.cells import CellRef
from syditval.model.finding import Confidence
from syditval.model.record import RECORD_VERSION, exact, seal_of, waiver_record
from syditval.model.relation import Form, Reason, Verdict
from syditval.model.report import Report
from syditval.model.rule import Severity
from syditval.model.table import Basis, SignConvention
from syditval.model.threshold import Threshold
from syditval.model.waiver import Waiving
from syditval.reports.record import record_schema, write, write_record
from tests.reports.example_causes import with_causes
from tests.reports.example_reports import EXAMPLES, FILE, clean, report, with_findings
from tests.reports.example_standing import WAIVER, with_standing

Golden = Callable[[str, str], None]
Record = dict[str, Any]


def mistakes(record: Record) -> list[str]:
    """Where the schema refuses a record."""
    return [error.json_path for error in Draft202012Validator(record_schema()).iter_errors(record)]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(record_schema())


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("example", EXAMPLES)
def test_a_record_reads_as_agreed_and_obeys_the_schema(golden: Golden, example: str, language: str) -> None:
    text = write_record(EXAMPLES[example](language))

    golden(f"reports/{example}.{language}.json", text)
    assert mistakes(json.loads(text)) == []


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_record_of_causes_reads_as_agreed_and_obeys_the_schema(golden: Golden, language: str) -> None:
    record = with_causes(language).to_dict()
    parts = ("causes", "not_localised", "unguarded")

    golden(f"causes/record.{language}.json", json.dumps({part: record[part] for part in parts}, indent=2))
    assert mistakes(record) == []


def standing(language: str) -> Report:
    """A report with accepted differences, and with what a run tells of itself."""
    options = (("question", "reconcile"), ("materiality", "100 tkr"), ("as-of", "2024-04-30"))
    return replace(with_standing(language), options=options, rules=(("F101", "d" * 64), ("W002", "e" * 64)))


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_record_of_accepted_differences_reads_as_agreed_and_obeys_the_schema(
    golden: Golden, language: str
) -> None:
    record = standing(language).to_dict()
    parts = ("language", "rules", "options", "waivers", "summary", "findings", "seal")

    golden(f"standing/record.{language}.json", json.dumps({part: record[part] for part in parts}, indent=2))
    assert mistakes(record) == []


def test_an_empty_report_obeys_the_schema() -> None:
    assert mistakes(replace(report("en"), inputs=(), schemas=()).to_dict()) == []


def broken(change: Callable[[Record], object], of: Report | None = None) -> list[str]:
    """Where the schema refuses a record that was right before a change."""
    record: Record = json.loads(write_record(of or with_findings("en")))
    change(record)
    return mistakes(record)


AMOUNTS = {
    "a float": -9993089.25,
    "an exponent": "1e3",
    "a negative zero": "-0",
    "a trailing zero": "1.50",
    "a decimal comma": "1,5",
    "a group mark": "1 200",
}
BREAKS: dict[str, tuple[Callable[[Record], object], str]] = {
    "unknown key": (lambda record: record.update(extra=1), "$"),
    "unknown key of a table": (lambda record: record["tables"][0].update(colour="red"), "$.tables[0]"),
    "missing key": (lambda record: record.pop("causes"), "$"),
    "missing key of a relation": (lambda record: record["relations"][0].pop("terms"), "$.relations[0]"),
    "missing count": (lambda record: record["summary"]["findings"].pop("note"), "$.summary.findings"),
    "another form": (lambda record: record.update(record=1), "$.record"),
    "unknown language": (lambda record: record.update(language="fi"), "$.language"),
    "no seal": (lambda record: record.pop("seal"), "$"),
    "half a seal": (lambda record: record.update(seal=record["seal"][:32]), "$.seal"),
    "unknown verdict": (lambda r: r["relations"][0].update(verdict="not checked"), "$.relations[0].verdict"),
    "unknown severity": (lambda r: r["findings"][0].update(severity="fatal"), "$.findings[0].severity"),
    "unknown unit": (lambda record: record["tables"][0].update(unit="kkr"), "$.tables[0].unit"),
    "address without a sheet": (lambda r: r["findings"][0].update(cell="D9"), "$.findings[0].cell"),
    "half a code": (lambda record: record["findings"][0].update(code="F1"), "$.findings[0].code"),
    "short hash": (lambda record: record["inputs"][0].update(sha256="3f9a"), "$.inputs[0].sha256"),
    "unknown thing counted": (lambda record: record["inputs"][0].update(columns=9), "$.inputs[0]"),
    "a file of no kind": (lambda record: record["inputs"][0].update(container=""), "$.inputs[0].container"),
    "gap without a place": (
        lambda record: record["not_checked"][-1].update(subject=None),
        "$.not_checked[3]",
    ),
}


@pytest.mark.parametrize("amount", AMOUNTS)
def test_the_schema_refuses_an_amount_that_is_not_exact_digits(amount: str) -> None:
    assert broken(lambda record: record["findings"][0].update(found=AMOUNTS[amount])) == [
        "$.findings[0].found"
    ]


@pytest.mark.parametrize("name", BREAKS)
def test_the_schema_refuses_a_broken_record_at_its_place(name: str) -> None:
    change, place = BREAKS[name]

    assert broken(change) == [place]


WAIVED = "$.findings[7].waiver"
BREAKS_OF_STANDING: dict[str, tuple[Callable[[Record], object], str]] = {
    "a rule without its hash": (lambda record: record["rules"][0].pop("sha256"), "$.rules[0]"),
    "an option that is no text": (
        lambda record: record["options"].update(recalc=True),
        "$.options.recalc",
    ),
    "a waiver without a reason": (
        lambda record: record["waivers"][0].update(reason=""),
        "$.waivers[0].reason",
    ),
    "a day that is none": (lambda record: record["waivers"][0].update(until="May"), "$.waivers[0].until"),
    "an unknown key of a waiver": (lambda record: record["waivers"][0].update(by="A. Berg"), "$.waivers[0]"),
    "a state outside a finding": (lambda record: record["waivers"][0].update(state="waived"), "$.waivers[0]"),
    "no state in a finding": (lambda record: record["findings"][7]["waiver"].pop("state"), WAIVED),
    "an unknown state": (lambda record: record["findings"][7]["waiver"].update(state="gone"), WAIVED),
    "an unknown key in a finding": (lambda record: record["findings"][7]["waiver"].update(cap=1), WAIVED),
    "a finding without a place": (lambda record: record["findings"][0].pop("place"), "$.findings[0]"),
    "no count of the small": (lambda record: record["summary"].pop("immaterial"), "$.summary"),
}


@pytest.mark.parametrize("name", BREAKS_OF_STANDING)
def test_the_schema_refuses_broken_waivers_at_their_place(name: str) -> None:
    change, place = BREAKS_OF_STANDING[name]

    assert broken(change, standing("en")) == [place]


@pytest.mark.parametrize("at_most", ["12", "12 tkr", "1,5 mkr", "0.4 %", "1 000 kr", "3 mdkr"])
def test_the_schema_takes_every_cap_that_is_written(at_most: str) -> None:
    waiver = waiver_record(replace(WAIVER, at_most=Threshold.parse(at_most)))

    Draft202012Validator({**record_schema(), **record_schema()["$defs"]["waiver"]}).validate(waiver)


BREAKS_OF_CAUSES: dict[str, tuple[Callable[[Record], object], str]] = {
    "unknown key": (lambda record: record["causes"][0].update(share="0.9"), "$.causes[0]"),
    "no cell": (lambda record: record["causes"][0].update(cells=[]), "$.causes[0].cells"),
    "nothing explained": (lambda record: record["causes"][0].update(explains=[]), "$.causes[0].explains"),
    "unknown certainty": (
        lambda record: record["causes"][0].update(certainty="one of"),
        "$.causes[0].certainty",
    ),
    "a cell of several mechanisms": (
        lambda record: record["causes"][0]["cells"][0].update(mechanism="several"),
        "$.causes[0].cells[0].mechanism",
    ),
    "an unknown mechanism": (
        lambda record: record["causes"][1]["alternatives"][0].update(mechanism="magic"),
        "$.causes[1].alternatives[0].mechanism",
    ),
    "a probability": (
        lambda record: record["causes"][1]["alternatives"][0].update(probability=0.5),
        "$.causes[1].alternatives[0]",
    ),
    "unknown obstacle": (
        lambda record: record["not_localised"][0].update(obstacle="none"),
        "$.not_localised[0].obstacle",
    ),
    "nothing unguarded": (lambda record: record["unguarded"][0].update(cells=[]), "$.unguarded[0].cells"),
}


@pytest.mark.parametrize("name", BREAKS_OF_CAUSES)
def test_the_schema_refuses_broken_causes_at_their_place(name: str) -> None:
    change, place = BREAKS_OF_CAUSES[name]

    assert broken(change, with_causes("en")) == [place]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_the_schema_takes_every_amount_that_is_written(amount: Decimal) -> None:
    Draft202012Validator(record_schema()["$defs"]["amount"]).validate(exact(amount))


@given(st.text(min_size=1), st.integers(1, 1_048_576), st.integers(1, 16_384))
def test_the_schema_takes_every_address_that_is_written(sheet: str, row: int, column: int) -> None:
    Draft202012Validator(record_schema()["$defs"]["cell"]).validate(CellRef(sheet, row, column).address)


def test_the_schema_knows_the_form_and_the_languages_there_are() -> None:
    properties = record_schema()["properties"]

    assert properties["record"]["const"] == RECORD_VERSION
    assert record_schema()["$id"].endswith(f":{RECORD_VERSION}")
    assert properties["language"]["enum"] == list(LANGUAGES)


@pytest.mark.parametrize("ascii_only", [False, True])
def test_the_seal_is_that_of_what_is_read_back(ascii_only: bool) -> None:
    """However the record is written: Swedish letters and hidden characters are as they were."""
    read = json.loads(write_record(standing("sv"), ascii_only=ascii_only))

    assert read["seal"] == seal_of(read)


def unkeyed(listed: Record) -> list[str]:
    """The words that a list of keys stands for."""
    return [each.replace("_", " ") for each in listed["enum"]]


def enums() -> dict[str, tuple[list[str], type[StrEnum]]]:
    """The closed lists of the schema with the values of the model that they must hold."""
    defined = record_schema()["$defs"]
    table, finding, relation = (defined[name]["properties"] for name in ("table", "finding", "relation"))
    difference = table["differences"]["items"]["properties"]
    return {
        "unit": ([each or "" for each in table["unit"]["enum"]], Unit),
        "sign": (table["sign"]["enum"], SignConvention),
        "basis": (difference["basis"]["enum"], Basis),
        "severity": (finding["severity"]["enum"], Severity),
        "state": (defined["finding_waiver"]["properties"]["state"]["enum"], Waiving),
        "confidence": (finding["confidence"]["enum"], Confidence),
        "form": (unkeyed(relation["form"]), Form),
        "reason": (defined["reason"]["enum"], Reason),
        "mechanism": (unkeyed(defined["mechanism"]), Mechanism),
        "certainty": (unkeyed(defined["cause"]["properties"]["certainty"]), Certainty),
        "obstacle": (unkeyed(defined["not_localised"]["properties"]["obstacle"]), Obstacle),
        "shelter": (unkeyed(defined["unguarded"]["properties"]["shelter"]), Shelter),
    }


@pytest.mark.parametrize("name", enums())
def test_the_schema_lists_the_values_of_the_model(name: str) -> None:
    listed, values = enums()[name]

    assert listed == [value.value for value in values]


def test_the_schema_lists_the_verdicts_as_keys() -> None:
    assert record_schema()["$defs"]["verdict"]["enum"] == [verdict.name.lower() for verdict in Verdict]


def test_swedish_letters_are_written_as_they_are_where_the_stream_can() -> None:
    assert "Årsprognos" in write_record(clean("sv"))


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_stream_that_is_not_unicode_gets_plain_ascii(encoding: str) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    write(with_findings("sv"), stream)
    stream.flush()
    written = stream.buffer.getvalue().decode("ascii")

    assert json.loads(written) == with_findings("sv").to_dict()


def test_what_hides_in_a_text_is_escaped_and_comes_through() -> None:
    hostile = "[red]x[/red]\N{RIGHT-TO-LEFT OVERRIDE}\x1b[31m\N{ZERO WIDTH SPACE}\x9b\x7f\N{TAG LATIN SMALL LETTER A}{0}"
    text = write_record(replace(clean("sv"), inputs=(replace(FILE, name=hostile),)))

    assert all(line.isprintable() for line in text.splitlines())
    assert json.loads(text)["inputs"][0]["name"] == hostile


def test_a_file_name_that_is_no_valid_text_comes_through() -> None:
    odd = replace(clean("en"), inputs=(replace(FILE, name="bok\udcf6.xlsx"),))

    assert json.loads(write_record(odd).encode())["inputs"][0]["name"] == "bok\udcf6.xlsx"

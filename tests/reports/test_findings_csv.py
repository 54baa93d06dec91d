"""The findings as CSV, as spreadsheet programs open them."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from openpyxl import load_workbook

from syditval.messages import texts
from syditval.model.report import Report
from syditval.reports.findings_csv import AMOUNTS, COLUMNS, harmless, write
from tests.reports.every_example import EVERY, written
from tests.reports.example_reports import clean, with_findings
from tests.reports.example_standing import with_standing
from tests.reports.hostile_reports import TRICKS, hostile, hostile_texts, nothing_hides

Golden = Callable[[str, str], None]
SEPARATORS = {"en": ",", "sv": ";"}


def rows(report: Report) -> list[dict[str, str]]:
    """What is written, each row by the keys of its heads."""
    text = written("csv", report).removeprefix("\ufeff")
    _, *others = csv.reader(io.StringIO(text, newline=""), delimiter=SEPARATORS[report.language], strict=True)
    return [dict(zip(COLUMNS, row, strict=True)) for row in others]


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("example", EVERY)
def test_the_findings_read_as_agreed(golden: Golden, example: str, language: str) -> None:
    report = EVERY[example](language)
    golden(f"{example}.{language}.csv", written("csv", report))

    assert [row["id"] for row in rows(report)] == [finding.id for finding in report.findings]


def test_it_begins_with_a_byte_order_mark_and_its_lines_end_as_they_should() -> None:
    text = written("csv", with_findings("sv"))

    assert text.startswith('\ufeff"Kod";"Regel";"Allvar"')
    assert text.count("\r\n") == text.count("\n") == 9


def test_a_finding_has_its_words_in_the_language_of_the_report() -> None:
    report, words = with_standing("sv"), texts("sv")
    row, finding = rows(report)[-2], report.findings[-2]

    assert {key: value for key, value in row.items() if key not in AMOUNTS} == {
        "code": "F101",
        "rule": words.get("F101", "title"),
        "severity": words.get("severity", "error"),
        "status": words.get("status", "waived"),
        "table": "budget",
        "sheet": "Drift 2024 (utkast)",
        "cell": "D9",
        "row": "Summa",
        "column": "Utfall",
        "verdict": words.get("verdict", "inconsistent"),
        "unit": "kr",
        "message": finding.message,
        "standing": finding.standing,
        "id": "F101/budget/summa/actual/-",
    }


@pytest.mark.parametrize(
    ("language", "written_so"),
    [
        ("en", ["-9993089.25", "-9939089.25", "54000", "0.025"]),
        ("sv", ["-9993089,25", "-9939089,25", "54000", "0,025"]),
    ],
)
def test_amounts_are_plain_digits_with_the_decimals_of_the_language(
    language: str, written_so: list[str]
) -> None:
    first, *_ = rows(with_findings(language))

    assert [first[key] for key in AMOUNTS] == written_so


def test_a_finding_on_the_workbook_has_no_cell_and_no_amounts() -> None:
    row = next(row for row in rows(with_findings("en")) if row["code"] == "H201")

    assert {key for key, value in row.items() if value} == {
        "code",
        "rule",
        "severity",
        "status",
        "message",
        "id",
    }


@pytest.mark.parametrize("language", ["en", "sv"])
def test_amounts_are_numbers_for_pandas(language: str) -> None:
    report = with_findings(language)
    source = io.BytesIO(written("csv", report).encode())
    point = {"en": ".", "sv": ","}[language]
    read = pd.read_csv(source, sep=SEPARATORS[language], decimal=point, encoding="utf-8-sig")
    amounts = read[read.columns[COLUMNS.index("expected")]]

    assert amounts.dtype == "float64"
    assert [Decimal(str(each)) for each in amounts.dropna()] == [
        finding.evidence.expected for finding in report.findings if finding.evidence
    ]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-Intäkter",
        "@SUM(A1)",
        " =1",
        "\N{NO-BREAK SPACE}=1",
        "＝1",
        "＋1",
        "－1",
        "＠A",
        "﹣1",
        "\N{MINUS SIGN}1",
    ],
)
def test_what_would_be_a_formula_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Intäkter", "a=b", "'=1", "5 - 3", "–"])
def test_what_would_be_none_stays(text: str) -> None:
    assert harmless(text) == text


@given(hostile_texts)
def test_whatever_stands_in_the_workbook_reads_back_as_text(text: str) -> None:
    (row, *others) = rows(hostile(text))

    assert len(others) == 5
    assert all(map(nothing_hides, row.values()))
    assert row["row"] == row["column"] == row["message"] == row["standing"]
    assert not row["row"].lstrip().startswith(("=", "+", "-", "@"))
    assert row["difference"] == "90"


def test_a_stream_that_is_not_unicode_has_no_mark_and_no_character_of_its_own() -> None:
    text = written("csv", with_findings("sv"), "ascii")

    assert text.startswith('"Kod"')
    assert "Loner" in text
    assert '"-9993089,25"' in text


def test_an_escape_of_an_encoding_makes_no_formula() -> None:
    (finding, *_) = with_findings("sv").findings
    report = replace(with_findings("sv"), findings=(replace(finding, row_label="≠1+1"),))

    assert '"\'=1+1"' in written("csv", report, "cp1252")


def test_a_stream_in_utf_16_has_one_mark_only() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-16")
    write(clean("en"), stream)
    stream.flush()

    assert stream.buffer.getvalue().decode("utf-16").startswith('"Code"')


def test_a_string_in_memory_gets_the_same() -> None:
    stream = io.StringIO()
    write(with_findings("en"), stream)

    assert stream.getvalue() == written("csv", with_findings("en"))


def test_a_stream_that_translates_line_breaks_is_told_not_to() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\r\n")
    write(clean("en"), stream)
    stream.flush()

    assert stream.buffer.getvalue().endswith(b'"Id"\r\n')


# Semicolons, double quotes, UTF-8, from the first line, Swedish, special numbers recognised, formulas evaluated.
LIBREOFFICE_READS = "CSV:59,34,76,1,,1053,false,true,,,,,true"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_takes_amounts_for_numbers_and_no_text_for_a_formula(tmp_path: Path) -> None:
    source, made = tmp_path / "findings.csv", tmp_path / "findings.xlsx"
    (finding, *_) = with_findings("sv").findings
    spoilt = tuple(
        replace(finding, row_label=trick, message=trick, id=str(n)) for n, trick in enumerate(TRICKS)
    )
    source.write_text(
        written("csv", replace(with_findings("sv"), findings=spoilt)) + '"=1+1";"=1+1"\r\n',
        "utf-8",
        newline="",
    )
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", f"--infilter={LIBREOFFICE_READS}", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", tmp_path, source], check=True, capture_output=True, timeout=120)
    _, *read, unguarded = load_workbook(made).worksheets[0].iter_rows()

    assert [cell.data_type for cell in unguarded[:2]] == ["f", "f"]
    assert len(read) == len(TRICKS)
    for row in read:
        cells = dict(zip(COLUMNS, row, strict=True))
        assert "f" not in {cell.data_type for cell in row}
        assert cells["expected"].value == -9993089.25
        assert cells["difference"].value == 54000

"""Hand-made reports and workbooks for the tests of the annotated copy.

The copy is made from a report and the bytes of a workbook; nothing here is read or recognised.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter

from syditval.annotation import Annotated, annotate
from syditval.model.amounts import Figure, FigureState, Unit
from syditval.model.cause import Cause, Certainty, Change, Mechanism, Slip
from syditval.model.cells import Area, CellRef
from syditval.model.finding import Finding
from syditval.model.gap import NotChecked
from syditval.model.relation import Evidence, Form, Judgement, Reason, Relation, Term, Verdict
from syditval.model.report import InputFile, Report
from syditval.model.rule import Severity
from syditval.model.table import Basis, Column, ColumnType, Difference, Row, RowRole, SignConvention, Table

LINES = """
Intäkter          | -43306 | -14286 | -43706 | 400
Personalkostnader | 12106  | 3463   | 10906  | 1200
Kapitalkostnader  | 31200  | 10734  | 34000  | -2800
Summa             | 0      | -89    | 1200   | -1200
"""
HEADERS = ("Benämning", "Budget", "Utfall 240430", "Årsprognos", "Avvikelse")
ROLES = ("label", "budget", "actual", "forecast", "variance")


def cell(address: str) -> CellRef:
    """The reference that an address such as ``Drift!C7`` means."""
    sheet, _, a1 = address.rpartition("!")
    match = re.fullmatch(r"([A-Z]+)(\d+)", a1)
    assert match
    column = 0
    for letter in match[1]:
        column = 26 * column + ord(letter) - 64
    return CellRef(sheet.strip("'").replace("''", "'"), int(match[2]), column)


def evidence(expected: str, found: str, bound: str) -> Evidence:
    """The evidence for a gap between two amounts."""
    wide, narrow = Decimal(bound), Decimal(expected)
    gap = Decimal(found) - narrow
    return Evidence(narrow, narrow - wide, narrow + wide, Decimal(found), gap, wide, wide, terms=3)


def finding(
    address: str, severity: Severity = Severity.ERROR, message: str = "", *, figures: Evidence | None = None
) -> Finding:
    """A finding of F101 at a cell."""
    return Finding(
        id=f"F101 {address} {severity}",
        code="F101",
        name="total-differs-from-its-lines",
        severity=severity,
        table="budget",
        cell=cell(address),
        row_label="Summa",
        column_label="Utfall 240430",
        unit="tkr",
        verdict=Verdict.INCONSISTENT,
        evidence=figures or evidence("-89", "-49", "2.5"),
        message=message or "Raderna i Utfall 240430 summerar till -89, men Summa anger -49.",
    )


def cause(address: str, *explained: Finding, message: str = "") -> Cause:
    """A cause at a cell that explains findings: a digit of Utfall is another."""
    change = Change(
        cell(address),
        Decimal(10734),
        Decimal(10773),
        Decimal(10775),
        Decimal(10774),
        "Kapitalkostnader",
        "Utfall 240430",
        "tkr",
    )
    return Cause(
        table="budget",
        certainty=Certainty.CERTAIN,
        slips=(Slip(Mechanism.DIGIT_REPLACED, (change,)),),
        explains=tuple(each.id for each in explained),
        failures=len(explained),
        severity=Severity.ERROR,
        message=message or f"{address} ska vara 10\N{NO-BREAK SPACE}774, inte 10\N{NO-BREAK SPACE}734.",
    )


def table(sheet: str = "Drift", top: int = 4) -> Table:
    """The budget table of ``LINES`` on a sheet, with its head in row ``top``."""
    lines = [[text.strip() for text in line.split("|")] for line in LINES.strip().splitlines()]
    kinds = (ColumnType.LABEL, *[ColumnType.AMOUNT] * 4)
    columns = zip(ROLES, kinds, HEADERS, range(1, 6), strict=True)
    rows, figures = [], {}
    for number, (label, *amounts) in enumerate(lines, start=top + 1):
        role = RowRole.TOTAL if label == "Summa" else RowRole.DETAIL
        rows.append(Row(number, role, label, label.lower()))
        for column, (name, written) in enumerate(zip(ROLES[1:], amounts, strict=True), start=2):
            place = CellRef(sheet, number, column)
            figures[number, name] = Figure(place, FigureState.AMOUNT, Decimal(written), Decimal(1), written)
    return Table(
        id="budget",
        kind="budget",
        sheet=sheet,
        area=Area(top, 1, top + len(lines), 5),
        title="Ekonomiskt resultat",
        unit=Unit.TKR,
        unit_source="Drift!A2",
        period="2024-04-30",
        sign=SignConvention.REVENUE_NEGATIVE,
        columns=tuple(Column(*column) for column in columns),
        rows=tuple(rows),
        figures=figures,
        differences=(Difference("variance", "budget", "forecast", Basis.FIGURES, 3, 4),),
    )


def judgements(of: Table) -> tuple[Judgement, ...]:
    """The footing of each column of a table: exact, but for the second."""
    *lines, total = of.rows
    verdicts = (Verdict.EXACT, Verdict.INCONSISTENT, Verdict.EXACT, Verdict.EXACT)
    return tuple(
        Judgement(
            Relation(
                "F101",
                Form.SUM,
                of.id,
                of.figure(total, role),
                tuple(Term(1, of.figure(line, role)) for line in lines),
            ),
            verdict,
        )
        for role, verdict in zip(ROLES[1:], verdicts, strict=True)
    )


def report(
    source: Path,
    findings: Iterable[Finding] = (),
    *,
    causes: Iterable[Cause] = (),
    language: str = "sv",
    tables: tuple[Table, ...] | None = None,
) -> Report:
    """A report on the workbook at a path."""
    content = source.read_bytes()
    found = (table(),) if tables is None else tables
    return Report(
        version="1.2.3",
        language=language,
        inputs=(
            InputFile(
                source.name,
                sha256(content).hexdigest(),
                len(content),
                "xlsx",
                sheets=2,
                rows=8,
                cells=42,
                numbers=1,
                formulas=4,
            ),
        ),
        schemas=(("budget", "0123456789abcdef" * 4),),
        tables=found,
        judgements=tuple(judgement for one in found for judgement in judgements(one)),
        findings=tuple(findings),
        causes=tuple(causes),
        not_checked=(
            NotChecked(Reason.OUTSIDE_TABLES, cell=cell("Drift!H2"), message="3 tal utanför alla tabeller."),
        ),
    )


def drift_workbook(path: Path) -> Path:
    """A workbook with the table of ``LINES`` on the sheet Drift, formatted, and a second sheet."""
    with xlsxwriter.Workbook(path) as book:
        drift = book.add_worksheet("Drift")
        heads = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        amounts = book.add_format(
            {"num_format": "#,##0", "font_name": "Arial", "border": 1, "align": "right"}
        )
        totals = book.add_format({"num_format": "#,##0", "bold": True, "top": 6, "bg_color": "#DDDDDD"})
        drift.set_column("A:A", 30)
        drift.set_column("B:E", 12)
        drift.write("A1", "Uppföljning april 2024")
        drift.write("A2", "Belopp i tkr")
        drift.write_row("A4", HEADERS, heads)
        lines = [[text.strip() for text in line.split("|")] for line in LINES.strip().splitlines()]
        for number, (label, *written) in enumerate(lines, start=4):
            drift.write(number, 0, label)
            for column, text in enumerate(written, start=1):
                look = totals if label == "Summa" else amounts
                if label == "Summa":
                    letter = "ABCDE"[column]
                    drift.write_formula(number, column, f"=SUM({letter}5:{letter}7)", look, int(text))
                else:
                    drift.write_number(number, column, int(text), look)
        notes = book.add_worksheet("Läs mig")
        notes.write("A1", "Exporterad ur ekonomisystemet.")
    return path


def annotated(
    source: Path, findings: Iterable[Finding], language: str = "sv", *, causes: Iterable[Cause] = ()
) -> tuple[Path, Annotated]:
    """The annotated copy of a workbook beside it, and what is said of it."""
    target = source.with_name(f"{source.stem}.granskad{source.suffix}")
    return target, annotate(source, target, report(source, findings, causes=causes, language=language))


def parts(path: Path) -> dict[str, bytes]:
    """The parts of a workbook by name."""
    with ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def write_parts(path: Path, contents: Mapping[str, bytes]) -> Path:
    """A package of parts."""
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, content in contents.items():
            package.writestr(name, content)
    return path


def edited(path: Path, part: str, old: str, new: str) -> Path:
    """The workbook with a text in one of its parts replaced, which must be there."""
    contents = parts(path)
    text = contents[part].decode()
    assert old in text
    return write_parts(path, contents | {part: text.replace(old, new).encode()})

"""The report: everything that one run found out about one workbook, as one frozen value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from syditval.model.cause import Cause, NotLocalised, Unguarded
from syditval.model.cells import CellRef
from syditval.model.earlier import Against
from syditval.model.excerpt import Excerpt
from syditval.model.exit_codes import EXIT_CLEAN, EXIT_FINDINGS, EXIT_NOTHING_RECOGNISED
from syditval.model.finding import Finding, Status
from syditval.model.gap import NotChecked
from syditval.model.record import (
    RECORD_VERSION,
    SEAL,
    against_record,
    cause_record,
    finding_record,
    gap_record,
    keyed,
    not_localised_record,
    relation_record,
    seal_of,
    table_record,
    unguarded_record,
    waiver_record,
)
from syditval.model.relation import FAILS, Judgement, Verdict
from syditval.model.rule import Severity
from syditval.model.table import Table
from syditval.model.waiver import Waiver


@dataclass(frozen=True, slots=True)
class InputFile:
    """What was read: the file's name (without its folder), hash, length, kind, and how much it held."""

    name: str
    sha256: str
    bytes: int
    container: str
    sheets: int
    rows: int
    cells: int
    numbers: int
    formulas: int

    @property
    def counts(self) -> dict[str, int]:
        """How many there were of each thing."""
        return {
            "sheet": self.sheets,
            "row": self.rows,
            "cell": self.cells,
            "number": self.numbers,
            "formula": self.formulas,
        }


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of a table's figures at least one checked relation has touched."""

    figures: int
    covered: int


@dataclass(frozen=True)
class Report:
    """What one run found out. Frozen: every output is made from it, and the same input gives the same report.

    ``findings`` stand worst first; of one severity, those about the workbook come before the others,
    which stand in the order of their cells. ``schemas`` gives each kind that was looked for with the
    SHA-256 of its file, ``rules`` each rule that was applied with that of its source, ``options`` the name
    and value of each option that the findings depend on, ``waivers`` those that were looked at.
    Of every table that something is said of there is an excerpt. ``against`` are the workbooks of earlier
    months that it was held against, None where it was looked at alone.
    """

    version: str
    language: str
    inputs: tuple[InputFile, ...]
    schemas: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]
    judgements: tuple[Judgement, ...]
    findings: tuple[Finding, ...]
    not_checked: tuple[NotChecked, ...]
    causes: tuple[Cause, ...] = ()
    not_localised: tuple[NotLocalised, ...] = ()
    unguarded: tuple[Unguarded, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    rules: tuple[tuple[str, str], ...] = ()
    waivers: tuple[Waiver, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    against: tuple[Against, ...] | None = None

    @property
    def is_inferred(self) -> bool:
        """Whether no kind of table was looked for: the relations are those that the figures show."""
        return not self.schemas

    def table(self, table_id: str) -> Table:
        """The table with an id. Raises KeyError where there is none."""
        for table in self.tables:
            if table.id == table_id:
                return table
        raise KeyError(table_id)

    def verdicts(self, table_id: str | None = None) -> dict[Verdict, int]:
        """How many relations got each verdict, in one table or in all."""
        counts = self._verdicts
        tables = {table for table, _ in counts} if table_id is None else {table_id}
        return {verdict: sum(counts[table, verdict] for table in tables) for verdict in Verdict}

    def is_idle(self, table: Table) -> bool:
        """Whether a table was declared by nobody and no relation was found in it either."""
        return self.is_inferred and not any(self.verdicts(table.id).values())

    @property
    def idle_tables(self) -> tuple[Table, ...]:
        """The tables that there is nothing to tell of: they are counted, and left out of lists."""
        return tuple(table for table in self.tables if self.is_idle(table))

    def failures(self, table_id: str) -> int:
        """How many relations of a table fail."""
        verdicts = self.verdicts(table_id)
        return sum(verdicts[verdict] for verdict in FAILS)

    def findings_of(self, ids: Iterable[str]) -> tuple[Finding, ...]:
        """The findings with some ids, in their order. Raises KeyError for one that does not exist."""
        return tuple(self._findings_by_id[each] for each in ids)

    @cached_property
    def _findings_by_id(self) -> dict[str, Finding]:
        return {finding.id: finding for finding in self.findings}

    @cached_property
    def unexplained(self) -> tuple[Finding, ...]:
        """The findings that neither a cause nor a failure to find one speaks of."""
        groups: tuple[Cause | NotLocalised, ...] = (*self.causes, *self.not_localised)
        spoken_of = {each for group in groups for each in group.explains}
        return tuple(finding for finding in self.findings if finding.id not in spoken_of)

    def severities(self) -> dict[Severity, int]:
        """How many findings there are of each severity, those that are waived left out."""
        counts = Counter(finding.severity for finding in self.findings if not finding.is_waived)
        return {severity: counts[severity] for severity in Severity}

    @property
    def waived(self) -> tuple[Finding, ...]:
        """The findings that somebody has accepted."""
        return tuple(finding for finding in self.findings if finding.is_waived)

    @property
    def immaterial(self) -> tuple[Finding, ...]:
        """The findings that are not waived and below the materiality that was asked for."""
        return tuple(finding for finding in self.findings if finding.status is Status.IMMATERIAL)

    def is_pressing(self, cause: Cause) -> bool:
        """Whether any finding that a cause settles counts for the exit code; so does a cause of none."""
        settled = self.findings_of(cause.explains)
        return not settled or any(finding.is_pressing for finding in settled)

    # Counted once: an output asks for every table, and a workbook may hold hundreds of them.
    @cached_property
    def _verdicts(self) -> Counter[tuple[str, Verdict]]:
        return Counter((judgement.relation.table, judgement.verdict) for judgement in self.judgements)

    @cached_property
    def covered_cells(self) -> frozenset[CellRef]:
        """Every cell that takes part in a relation which was checked."""
        return frozenset(
            figure.cell
            for judgement in self.judgements
            if judgement.verdict is not Verdict.NOT_CHECKED
            for figure in judgement.relation.figures
        )

    def coverage(self, table_id: str | None = None) -> Coverage:
        """Figures and covered figures of one table or of all; those of unnamed columns are never covered."""
        tables = [table for table in self.tables if table_id in (None, table.id)]
        figures = [figure for table in tables for figure in table.figures.values()]
        unnamed = sum(table.extra_figures for table in tables)
        covered = sum(figure.cell in self.covered_cells for figure in figures)
        return Coverage(len(figures) + unnamed, covered)

    def exit_code(self, fail_on: str | Severity = Severity.ERROR) -> int:
        """3 if no table was recognised, 1 if a finding is at least as bad as ``fail_on``, else 0.

        Findings that are waived or immaterial do not count. Raises ValueError for a severity that does
        not exist.
        """
        if not self.tables:
            return EXIT_NOTHING_RECOGNISED
        limit = Severity(fail_on).rank
        return (
            EXIT_FINDINGS
            if any(f.is_pressing and f.severity.rank <= limit for f in self.findings)
            else EXIT_CLEAN
        )

    def to_dict(self) -> dict[str, Any]:
        """The report as the JSON record that ``--format json`` writes; amounts are exact strings.

        Its last entry is a seal on all the others.
        """
        record = self._record()
        return {**record, SEAL: seal_of(record)}

    def _record(self) -> dict[str, Any]:
        coverage = self.coverage()
        return {
            "record": RECORD_VERSION,
            "tool": {"name": "syditval", "version": self.version},
            "language": self.language,
            "inputs": [asdict(file) for file in self.inputs],
            **({} if self.against is None else {"against": [against_record(each) for each in self.against]}),
            "schemas": [{"kind": kind, "sha256": digest} for kind, digest in self.schemas],
            "rules": [{"code": code, "sha256": digest} for code, digest in self.rules],
            "options": dict(self.options),
            "waivers": [waiver_record(waiver) for waiver in self.waivers],
            "tables": [table_record(table) for table in self.tables],
            "summary": {
                "relations": {keyed(verdict): n for verdict, n in self.verdicts().items()},
                "findings": {severity.value: n for severity, n in self.severities().items()},
                "waived": len(self.waived),
                "immaterial": len(self.immaterial),
                "amounts": coverage.figures,
                "covered": coverage.covered,
            },
            "findings": [finding_record(finding) for finding in self.findings],
            "causes": [cause_record(cause) for cause in self.causes],
            "not_localised": [not_localised_record(each) for each in self.not_localised],
            "relations": [relation_record(judgement) for judgement in self.judgements],
            "not_checked": [gap_record(gap) for gap in self.not_checked],
            "unguarded": [unguarded_record(each) for each in self.unguarded],
        }

"""The checks as JUnit XML, which build servers show as tests.

There is a suite for each table of which there is anything to tell, and one for the workbook. No times
are given: the same report gives the same text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TextIO
from xml.etree import ElementTree as ET

from syditval.messages.visible import visible
from syditval.model.report import Report
from syditval.model.table import Table
from syditval.reports.junit_cases import Case, Outcome, cases_of
from syditval.reports.outputs import Color
from syditval.reports.streams import takes_unicode

COUNTED = {"failures": Outcome.FAILED, "errors": Outcome.BROKEN, "skipped": Outcome.SKIPPED}


def write(report: Report, stream: TextIO, color: Color = "never") -> None:
    """Write the suites to a stream: plain ASCII where its encoding is not a Unicode one. Never coloured."""
    text = junit_text(report)
    if not takes_unicode(stream):
        text = text.encode("ascii", "xmlcharrefreplace").decode("ascii")
    stream.write(text)


def junit_text(report: Report) -> str:
    """The suites as XML with a line break at its end; its encoding is that of the stream."""
    root = ET.Element("testsuites", {"name": "syditval"})
    cases = list(cases_of(report))
    root.attrib |= _counts(cases, "failures", "errors")
    known = {table.id for table in report.tables}
    of_suites: defaultdict[str, list[Case]] = defaultdict(list)
    for case in cases:
        of_suites[case.table if case.table in known else ""].append(case)
    for table in (None, *report.tables):
        if of_suite := of_suites[table.id if table else ""]:
            root.append(_suite(table, of_suite, report))
    ET.indent(root)
    return f'<?xml version="1.0"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(table: Table | None, cases: Sequence[Case], report: Report) -> ET.Element:
    name = table.range if table else ", ".join(file.name for file in report.inputs)
    suite = ET.Element("testsuite", {"name": visible(name), **_counts(cases, *COUNTED)})
    properties = ET.SubElement(suite, "properties")
    for key, value in _facts_of_table(table, report) if table else _facts_of_run(report):
        ET.SubElement(properties, "property", {"name": key, "value": visible(value)})
    for case, number in _numbered(cases):
        suite.append(_element(case, number))
    return suite


def _counts(cases: Sequence[Case], *attributes: str) -> dict[str, str]:
    outcomes = Counter(case.outcome for case in cases)
    return {"tests": str(len(cases)), **{key: str(outcomes[COUNTED[key]]) for key in attributes}}


def _facts_of_table(table: Table, report: Report) -> Iterable[tuple[str, str]]:
    coverage = report.coverage(table.id)
    yield "table", table.id
    yield "kind", table.kind
    yield "unit", table.unit.value
    yield "period", table.period
    yield "figures", str(coverage.figures)
    yield "covered", str(coverage.covered)


def _facts_of_run(report: Report) -> Iterable[tuple[str, str]]:
    yield "syditval", report.version
    for file in report.inputs:
        yield "sha256", file.sha256
    for month in report.against or ():
        yield "against", f"{month.name} {month.sha256}"
    yield from report.options


def _numbered(cases: Iterable[Case]) -> Iterable[tuple[Case, int]]:
    """Each case with how many of its name have been before it: of namesakes, build servers show one only."""
    met = Counter[tuple[str, str]]()
    for case in cases:
        met[case.group, case.name] += 1
        yield case, met[case.group, case.name]


def _element(case: Case, number: int) -> ET.Element:
    name = case.name if number == 1 else f"{case.name} ({number})"
    element = ET.Element("testcase", {"name": visible(name), "classname": visible(case.group)})
    told = "\n".join(visible(line) for line in case.lines if line)
    if case.outcome is Outcome.PASSED:
        if told:
            ET.SubElement(element, "system-out").text = told
        return element
    attributes = {"type": case.type, "message": visible(case.message)}
    ET.SubElement(element, case.outcome.value, attributes).text = told
    return element

"""How many of the aggregates that people marked in real tables are found, and how many others.

The tables are annotated ones of public corpora (``aggregations/tables.jsonl.gz`` in the folder that
SYDITVAL_SHARED names). They are read as printed text, without being told how their numbers are
written. The split is fixed by file name: constants were chosen on one half, figures are those of the
other: ``python benchmarks/aggregates.py [tune|report|all] [--misses]``.
"""

from __future__ import annotations

import gzip
import json
import os
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from syditval.aggregates import Aggregate, find_aggregates
from syditval.aggregates.aggregate import BY_NAME
from syditval.arithmetic import evaluate
from syditval.model.amounts import Figure
from syditval.model.cells import Cell, CellKind, Sheet, Workbook
from syditval.model.relation import Form, Relation, Term, Verdict
from syditval.recognition.regions import number_sheets

Place = tuple[int, int]
# A target with its parts: a set where their order does not matter.
Marked = tuple[str, Place, frozenset[Place] | tuple[Place, ...]]

OPERATORS = {
    Form.SUM: "Sum",
    Form.DIFFERENCE: "Sum",
    Form.AVERAGE: "Average",
    Form.RATIO: "Division",
    Form.RELATIVE_CHANGE: "RelativeChange",
    Form.GROWTH: "Growth",
}
# The strongest published method on tables it had not seen, relations and cells of totals.
PUBLISHED = {"Sum": (0.889, 0.737), "total cells": (0.947, 0.765)}
GOALS = {
    "Sum": (0.95, 0.85),
    "total cells": (0.97, 0.90),
    "Division": (0.85, 0.75),
    "RelativeChange": (0.85, 0.75),
}


def tables(half: str) -> Iterator[dict[str, Any]]:
    """The annotated tables of one half, or all."""
    with gzip.open(Path(os.environ["SYDITVAL_SHARED"]) / "aggregations/tables.jsonl.gz", "rt") as lines:
        for line in lines:
            table = json.loads(line)
            mine = "report" if int(sha256(table["file_name"].encode()).hexdigest(), 16) % 2 else "tune"
            if half in (mine, "all"):
                yield table


def workbook_of(table: Mapping[str, Any]) -> Workbook:
    """A table as a workbook of one sheet that holds its texts."""
    cells = {
        (row, column): Cell(CellKind.TEXT, text)
        for row, texts in enumerate(table["table_array"], start=1)
        for column, text in enumerate(texts, start=1)
        if text.strip()
    }
    return Workbook(table["file_name"], "", 0, (Sheet("Sheet1", cells),))


def annotated(table: Mapping[str, Any], numbers: set[Place]) -> set[Marked]:
    """What people marked; blank cells among the parts of a sum or an average are left out."""
    marked: set[Marked] = set()
    for each in table["aggregation_annotations"]:
        row, column = each["aggregator_index"]
        parts = [(part[0] + 1, part[1] + 1) for part in each["aggregatee_indices"]]
        marked.add(_relation(each["operator"], (row + 1, column + 1), parts, numbers))
    return marked


def _relation(operator: str, target: Place, parts: list[Place], numbers: set[Place]) -> Marked:
    if operator in ("Sum", "Average"):
        return operator, target, frozenset(part for part in parts if part in numbers)
    return operator, target, tuple(parts)


@dataclass
class Found:
    """What the search finds in a table, in the terms of the annotations.

    ``broken`` are the cells of totals that would be reported as errors: they ought to be sums and are not.
    """

    relations: set[Marked] = field(default_factory=set)
    broken: set[Place] = field(default_factory=set)
    figures: dict[Place, Figure] = field(default_factory=dict)

    def add(self, found: Aggregate) -> None:
        """Take in a pattern; a difference is the sum that it turns round, a mere suspicion is no sum."""
        target, parts = found.target, list(found.parts)
        if found.form is Form.DIFFERENCE:
            target, parts = parts[0], [found.target, parts[1]]
        if found.form is Form.RELATIVE_CHANGE:
            parts.reverse()
        for crossing in (*found.holds, *found.fails):
            place = found.place(target, crossing)
            if place in self.figures and not found.is_suspected:
                places = [found.place(part, crossing) for part in parts]
                self.relations.add(_relation(OPERATORS[found.form], place, places, set(self.figures)))
        if OPERATORS[found.form] == "Sum" and found.grounds.found != BY_NAME:
            self.broken |= {found.place(target, each) for each in found.fails if each not in found.doubtful}


def found_in(table: Mapping[str, Any]) -> Found:
    """Everything that the search finds in a table."""
    found = Found()
    for sheet in number_sheets(workbook_of(table)):
        found.figures.update(sheet.lattice.figures)
        for each in find_aggregates(sheet.lattice):
            found.add(each)
    return found


def true_sums(marked: set[Marked], figures: Mapping[Place, Figure]) -> set[Place]:
    """The cells of the marked sums that hold exactly or within rounding."""
    true: set[Place] = set()
    for operator, target, parts in marked:
        if operator == "Sum" and target in figures and parts:
            terms = tuple(Term(1, figures[part]) for part in parts)
            verdict = evaluate(Relation("", Form.SUM, "", figures[target], terms)).verdict
            if verdict in (Verdict.EXACT, Verdict.ROUNDING):
                true.add(target)
    return true


@dataclass
class Tally:
    """Right, found and marked, over all tables, and each table's share of right ones."""

    right: int = 0
    found: int = 0
    marked: int = 0
    precisions: list[float] = field(default_factory=list)
    recalls: list[float] = field(default_factory=list)

    def add(self, found: set[Any], marked: set[Any]) -> None:
        right = len(found & marked)
        self.right, self.found, self.marked = (
            self.right + right,
            self.found + len(found),
            self.marked + len(marked),
        )
        if found:
            self.precisions.append(right / len(found))
        if marked:
            self.recalls.append(right / len(marked))

    def line(self, name: str) -> str:
        """Precision and recall over all relations and as means over tables, against what is to be beaten."""
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.marked)
        mean = statistics.fmean(self.precisions or [0]), statistics.fmean(self.recalls or [0])
        said = [
            f"{name:15} precision {precision:6.1%}  recall {recall:6.1%}",
            f"{self.right} right of {self.found} found, {self.marked} marked",
            f"mean over tables {mean[0]:.1%} {mean[1]:.1%}",
        ]
        if published := PUBLISHED.get(name):
            said.append(f"published {published[0]:.1%} {published[1]:.1%}")
        if goal := GOALS.get(name):
            met = precision >= goal[0] and recall >= goal[1]
            said.append(f"goal {goal[0]:.0%} {goal[1]:.0%} {'met' if met else 'not met'}")
        return "   ".join(said)


def main(half: str, show_misses: bool) -> None:
    """Print the figures of one half."""
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    times: list[tuple[float, str]] = []
    misses: list[tuple[int, int, str, str]] = []
    true, accused = 0, 0
    for table in tables(half):
        start = time.process_time()
        found = found_in(table)
        times.append((time.process_time() - start, table["file_name"]))
        marked = annotated(table, set(found.figures))
        for operator in ("Sum", "Division", "RelativeChange", "Average"):
            ours = {each for each in found.relations if each[0] == operator}
            theirs = {each for each in marked if each[0] == operator}
            tallies[operator].add(ours, theirs)
            misses.append((len(ours - theirs), len(theirs - ours), operator, table["file_name"]))
            if operator == "Sum":
                tallies["total cells"].add({each[1] for each in ours}, {each[1] for each in theirs})
        sums = true_sums(marked, found.figures)
        true, accused = true + len(sums), accused + len(sums & found.broken)
    for name in ("Sum", "total cells", "Division", "RelativeChange", "Average"):
        print(tallies[name].line(name))
    seconds = [each for each, _ in times]
    slowest = max(times)
    middle = 1000 * statistics.median(seconds)
    print(f"{len(seconds)} tables, median {middle:.0f} ms, slowest {slowest[0]:.1f} s")
    share = accused / max(1, true)
    print(f"true sums called broken: {accused} of {true} ({share:.2%}), at most 2 % allowed")
    if show_misses:
        for title, order in (("found and not marked", 0), ("marked and not found", 1)):
            print(f"{title}:")
            for each in sorted(misses, key=lambda miss: -miss[order])[:15]:
                print(f"  {each[order]:5} {each[2]:15} {each[3]}")


if __name__ == "__main__":
    chosen = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    main(chosen[0] if chosen else "report", "--misses" in sys.argv)

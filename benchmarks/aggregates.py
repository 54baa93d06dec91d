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
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).absolute().parents[1]))

from syditval.aggregates import find_aggregates
from syditval.model.cells import Cell, CellKind, Sheet, Workbook
from syditval.model.relation import Form
from syditval.recognition.regions import number_sheets

Place = tuple[int, int]
# A target with its parts: a set where their order does not matter.
Relation = tuple[str, Place, frozenset[Place] | tuple[Place, ...]]

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


def annotated(table: Mapping[str, Any], numbers: set[Place]) -> set[Relation]:
    """What people marked; blank cells among the parts of a sum or an average are left out."""
    marked: set[Relation] = set()
    for each in table["aggregation_annotations"]:
        row, column = each["aggregator_index"]
        parts = [(part[0] + 1, part[1] + 1) for part in each["aggregatee_indices"]]
        marked.add(_relation(each["operator"], (row + 1, column + 1), parts, numbers))
    return marked


def _relation(operator: str, target: Place, parts: list[Place], numbers: set[Place]) -> Relation:
    if operator in ("Sum", "Average"):
        return operator, target, frozenset(part for part in parts if part in numbers)
    return operator, target, tuple(parts)


def found_in(table: Mapping[str, Any]) -> tuple[set[Relation], set[Place]]:
    """What the search finds, in the terms of the annotations: a difference is the sum it turns round."""
    found: set[Relation] = set()
    numbers: set[Place] = set()
    for sheet in number_sheets(workbook_of(table)):
        numbers |= set(sheet.lattice.figures)
        for each in find_aggregates(sheet.lattice):
            if each.is_suspected:
                continue
            target, parts = each.target, list(each.parts)
            if each.form is Form.DIFFERENCE:
                target, parts = parts[0], [each.target, parts[1]]
            if each.form is Form.RELATIVE_CHANGE:
                parts.reverse()
            for crossing in (*each.holds, *each.fails):
                places = [each.place(part, crossing) for part in parts]
                if each.place(target, crossing) in numbers:
                    found.add(_relation(OPERATORS[each.form], each.place(target, crossing), places, numbers))
    return found, numbers


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
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.marked)
        mean = statistics.fmean(self.precisions or [0]), statistics.fmean(self.recalls or [0])
        return (
            f"{name:15} precision {precision:6.1%}  recall {recall:6.1%}   ({self.right} right of {self.found} found,"
            f" {self.marked} marked)   mean over tables {mean[0]:6.1%} {mean[1]:6.1%}{_against(name, precision, recall)}"
        )


def _against(name: str, precision: float, recall: float) -> str:
    published, goal = PUBLISHED.get(name), GOALS.get(name)
    said = ""
    if published:
        said += f"   published {published[0]:.1%} {published[1]:.1%}"
    if goal:
        said += f"   goal {goal[0]:.0%} {goal[1]:.0%}: {'met' if precision >= goal[0] and recall >= goal[1] else 'not met'}"
    return said


def main(half: str, show_misses: bool) -> None:
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    times: list[tuple[float, str]] = []
    misses: list[tuple[int, int, str, str]] = []
    for table in tables(half):
        start = time.process_time()
        found, numbers = found_in(table)
        times.append((time.process_time() - start, table["file_name"]))
        marked = annotated(table, numbers)
        for operator in ("Sum", "Division", "RelativeChange", "Average"):
            ours = {each for each in found if each[0] == operator}
            theirs = {each for each in marked if each[0] == operator}
            tallies[operator].add(ours, theirs)
            misses.append((len(ours - theirs), len(theirs - ours), operator, table["file_name"]))
        tallies["total cells"].add(
            {each[1] for each in found if each[0] == "Sum"}, {each[1] for each in marked if each[0] == "Sum"}
        )
    for name in ("Sum", "total cells", "Division", "RelativeChange", "Average"):
        print(tallies[name].line(name))
    seconds = sorted(each for each, _ in times)
    print(
        f"{len(seconds)} tables, median {1000 * statistics.median(seconds):.0f} ms, slowest {max(times)[0]:.1f} s ({max(times)[1]})"
    )
    if show_misses:
        print("found and not marked:", sorted(misses, reverse=True)[:20])
        print("marked and not found:", sorted(misses, key=lambda each: -each[1])[:20])


if __name__ == "__main__":
    chosen = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    main(chosen[0] if chosen else "report", "--misses" in sys.argv)

"""The page of documentation that the comparison gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from outcomes import Case, Outcome
from tools import Tool

from syditval.version import VERSION

Results = Sequence[tuple[Case, Sequence[Outcome]]]

PINNED = re.compile(r"^([\w-]+)==(.+)$", re.MULTILINE)
INTRODUCTION = """\
# Side by side with other tools

Written by `make peers` (`python benchmarks/peers/compare.py --write`), which needs the folder of published
tables that `SYDITVAL_SHARED` names. Every tool sees the same files in the same run.

The workbooks are samples (a), (b) and (c), and ten published tables written as numbers, each with one
error planted by `benchmarks/peers/planted.toml`. Three of the tables have live totals, since formulas are
what the others look at first. A tool **names** an error if one of its findings, of whatever severity and for
whatever reason, points at a changed cell, or at the target of a relation that the changed cell takes part
in and that the table is known to hold. A finding that points at a range of many cells points at none of
them; one that lists cells points at each.

"""
NOTHING_PLANTED = """\
## Findings that name no planted error

Samples (a) and (b) hold no error. Every finding counts, whatever its severity, and one that lists many
cells counts once.

"""


def page(tools: Sequence[Tool], results: Results) -> str:
    """The comparison as Markdown."""
    names = [tool.name for tool in tools]
    return "".join(
        [
            INTRODUCTION,
            *_table(["tool", "version", "how it is run"], _settings(tools)),
            "\n## Errors named\n\n",
            *_table(["workbook", "cell", "error", *names], _named(results)),
            "\n",
            NOTHING_PLANTED,
            *_table(["workbook", *names], _others(results)),
        ]
    )


def _settings(tools: Iterable[Tool]) -> Iterator[list[str]]:
    pinned = (Path(__file__).parent / "requirements.txt").read_text(encoding="utf-8")
    versions = dict(PINNED.findall(pinned)) | {"syditval": VERSION}
    return ([tool.name, versions[tool.name], tool.how] for tool in tools)


def _named(results: Results) -> Iterator[list[str]]:
    totals: list[int] = []
    errors = 0
    for case, outcomes in results:
        for number, planted in enumerate(case.planted):
            marks = [outcome.named[number] for outcome in outcomes]
            totals = [total + mark for total, mark in zip(totals or [0] * len(marks), marks, strict=True)]
            errors += 1
            yield [case.name, planted.place, planted.error, *("yes" if mark else "–" for mark in marks)]
    yield ["**all**", "", f"**{errors}**", *(f"**{total}**" for total in totals)]


def _others(results: Results) -> Iterator[list[str]]:
    counts = [[outcome.others for outcome in outcomes] for _, outcomes in results]
    for (case, _), row in zip(results, counts, strict=True):
        yield [case.name, *map(str, row)]
    yield ["**all**", *(f"**{sum(column)}**" for column in zip(*counts, strict=True))]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    for row in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(row)} |\n"

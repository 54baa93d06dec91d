"""Real workbooks of many programs hold no sum that is wrong, so none is reported."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from syditval.reading import UnreadableWorkbook
from syditval.run import Request, sums

CORPUS = Path(os.environ.get("SYDITVAL_SHARED", "no such folder"), "corpus")
# The rules on figures: footing, differences and quotients.
ON_FIGURES = ("F", "V")
FEWEST_READ = 40

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="SYDITVAL_SHARED names no corpus")


def test_no_figure_of_the_corpus_is_called_wrong() -> None:
    read = 0
    called_wrong: list[str] = []
    for file in sorted(CORPUS.iterdir()):
        try:
            report = sums(file, Request(in_process=True))
        except UnreadableWorkbook:
            continue
        read += 1
        called_wrong += [
            f"{file.name}: {finding.message}"
            for finding in report.findings
            if finding.code.startswith(ON_FIGURES)
        ]

    assert read >= FEWEST_READ
    assert called_wrong == []

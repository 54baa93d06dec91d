"""The table of outputs: each has its module, its golden files, and loads no more than it needs."""

from __future__ import annotations

import io
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from syditval.reports.outputs import OUTPUTS, write_report
from tests.reports.example_reports import EXAMPLES, clean

GOLDEN = Path(__file__).parents[1] / "golden" / "reports"


@pytest.mark.parametrize("output", OUTPUTS)
def test_an_output_has_a_module_and_golden_files(output: str) -> None:
    module = find_spec(f"syditval.reports.{OUTPUTS[output]}")

    assert module is not None
    assert {file.name.split(".")[0] for file in GOLDEN.glob(f"*.{output}")} == set(EXAMPLES)


@pytest.mark.parametrize("output", OUTPUTS)
def test_the_same_report_gives_the_same_text(output: str) -> None:
    first, second = io.StringIO(), io.StringIO()
    write_report(output, clean("sv"), first)
    write_report(output, clean("sv"), second)

    assert first.getvalue() == second.getvalue() != ""


def test_an_output_that_is_not_listed_is_refused() -> None:
    with pytest.raises(KeyError):
        write_report("pdf", clean("en"), io.StringIO())


def test_rich_is_loaded_for_text_alone() -> None:
    script = (
        "import sys, tests.reports.example_reports as x, syditval.reports.outputs as o\n"
        "for output in {*o.OUTPUTS} - {'text'}: o.write_report(output, x.clean('en'), sys.stderr)\n"
        "print('rich' in sys.modules)\n"
        "o.write_report('text', x.clean('en'), sys.stderr)\n"
        "print('rich' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True
    )

    assert done.stdout == "False\nTrue\n"

"""What both commands share: the same options, the same request."""

from __future__ import annotations

import pytest

from syditval.arithmetic import RatioBasis, RoundingMode
from syditval.cli import reconcile_command, sums_command
from syditval.cli.main import main
from syditval.cli.reviewing import Options, request_of

GIVEN = Options(
    workbooks=("april.xlsx",),
    output=None,
    no_annotate=True,
    no_marks=False,
    ticks=False,
    tick=(),
    show_uncovered=False,
    carry_over=None,
    time="",
    form="text",
    fail_on="error",
    rounding="truncation",
    ratio_basis="shown",
    recalc=True,
    limit=("sheets=3",),
    in_process=True,
    color="auto",
)


def test_the_commands_differ_in_one_option_each() -> None:
    of_reconcile, of_sums = (
        {parameter.name for parameter in module.command().params}
        for module in (reconcile_command, sums_command)
    )

    assert of_reconcile - of_sums == {"schemas"}
    assert of_sums - of_reconcile == {"explain"}


def test_what_a_copy_is_to_be_makes_no_sense_where_there_is_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", "en")
    asked = ["-o", "x.xlsx", "--ticks", "--show-uncovered", "--time", "2024-05-08", "april.xlsx"]
    for name in ("reconcile", "sums"):
        with pytest.raises(SystemExit) as left:
            main([name, "--no-annotate", *asked])
        assert left.value.code == 2
        said = "U013: --no-annotate does not go with --output, --ticks, --show-uncovered, --time"
        assert said in capsys.readouterr().err


def test_the_options_make_the_request(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", "sv")
    request = request_of(GIVEN)

    assert (request.language, request.in_process, request.recalc) == ("sv", True, True)
    assert (request.policy.mode, request.policy.ratio_basis) == (RoundingMode.TRUNCATION, RatioBasis.SHOWN)
    assert request.limits.sheets == 3

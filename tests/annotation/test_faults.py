"""Whatever happens while it is written, the old file or the new one is there, whole, and no litter stays."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from syditval.annotation import annotate
from tests.annotation.build import finding, report
from tests.annotation.interrupted import COMPLETED, HOW, SEED, job_in
from tests.annotation.kitchen_sink import FEATURES, made
from tests.cli.forked import started
from tests.thorough import tries

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "c-planted-errors.xlsx"
NO_ROOM, KILLED = 5, -signal.SIGKILL
COMMAND_KILLS = tries(5, thorough=30)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs fork, signals and limits of Linux")


@dataclass(frozen=True)
class Trial:
    """A workbook to annotate in a folder that holds nothing else, and how large its copy will be."""

    folder: Path
    job: Path
    size: int

    def outcomes(self, how: str) -> list[dict[str, object]]:
        """What became of each try."""
        return [*HOW[how](job_in(self.job))]

    def outcome_after(self, *before: str) -> list[dict[str, object]]:
        """What became of a try that nobody disturbs, where ``before`` comes in front of the command."""
        command = [*before, sys.executable, "-m", "tests.annotation.interrupted", "once", str(self.job)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(self.folder)}
        done = subprocess.run(
            command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120
        )
        assert not done.returncode, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def trial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Trial:
    source = made(tmp_path / "april.xlsm", *FEATURES)
    found = report(source, [finding(f"Drift!{letter}{row}") for letter in "BCDE" for row in range(5, 60)])
    new = annotate(source, tmp_path / "april.granskad.xlsm", found).path.read_bytes()
    folder, job = tmp_path / "empty", tmp_path / "job"
    folder.mkdir()
    # Its temporary files are litter too.
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    job.write_bytes(pickle.dumps((source, folder / "april.granskad.xlsm", found, new)))
    return Trial(folder, job, len(new))


@pytest.mark.parametrize("how", ["calls", "times"])
def test_a_killed_run_leaves_one_of_the_two_whole_and_the_next_run_sweeps_up(trial: Trial, how: str) -> None:
    *killed, last = trial.outcomes(how)

    there = {outcome["there"] for outcome in killed}
    assert there <= {"old", "new"}
    assert "old" in there
    if how == "calls":
        # Else there would be nothing to sweep up.
        assert any(outcome["litter"] for outcome in killed)
    assert last == {"ended": COMPLETED, "there": "new", "litter": []}


def test_a_file_that_may_not_grow_so_large_is_not_begun_to_be_replaced(trial: Trial) -> None:
    *refused, last = trial.outcomes("limits")

    assert refused == [{"ended": NO_ROOM, "there": "old", "litter": []}] * 5
    assert last == {"ended": COMPLETED, "there": "new", "litter": []}


@pytest.mark.parametrize("share", [0.2, 0.9, 3])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(trial: Trial, share: float) -> None:
    disk = f"mount -t tmpfs -o size={int(trial.size * share)} none '{trial.folder}'"
    own_disk = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
    if not shutil.which("unshare") or subprocess.run([*own_disk, disk], check=False).returncode:
        pytest.skip("no disk of its own can be mounted here")

    outcomes = trial.outcome_after(*own_disk, f'{disk} && exec "$@"', "sh")

    ended, there = (NO_ROOM, "old") if share < 1 else (COMPLETED, "new")
    assert outcomes == [{"ended": ended, "there": there, "litter": []}]


def test_the_command_is_killed_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    source, target = tmp_path / SAMPLE.name, tmp_path / "copy.xlsx"
    source.write_bytes(SAMPLE.read_bytes())
    old, _ = _reconciled(source, target, "en")
    # What was answered in the old copy is carried over, so that the new one says where from.
    new, longest = _reconciled(source, target, "sv")
    assert old != new
    random = Random(SEED)

    for _ in range(COMMAND_KILLS):
        target.write_bytes(old)
        _reconciled(source, target, "sv", random.uniform(0, longest))
        assert target.read_bytes() in (old, new)

    assert _reconciled(source, target, "sv")[0]
    assert sorted(path.name for path in tmp_path.iterdir()) == [SAMPLE.name, "copy.xlsx"]


def _reconciled(source: Path, target: Path, language: str, delay: float | None = None) -> tuple[bytes, float]:
    """What stands in the target after a run of the command, and for how long it ran."""
    began = time.perf_counter()
    with Path(os.devnull).open("w") as nowhere:
        streams = nowhere.fileno(), nowhere.fileno()
        child = started(*streams, "reconcile", source, "-o", target, "--lang", language)
    if delay is not None:
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert ended == 1 or (delay is not None and ended == KILLED)
    return target.read_bytes(), time.perf_counter() - began

"""``syditval completion``: scripts that real shells take, and answers that do not keep anybody waiting."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from syditval.cli.completion_command import SHELLS, VARIABLE
from syditval.cli.main import COMMANDS, main

ROOT = Path(__file__).parents[2]
# What a script is told to do with names of files shows only in a shell that somebody types into.
IN_BASH = """
eval "$(syditval completion bash)"
complete -p syditval
compopt() { echo compopt "$@"; }
COMP_WORDS=(TYPED) COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_syditval_completion syditval
printf '%s\\n' "${COMPREPLY[@]}"
"""
IN_ZSH = """
autoload -U compinit && compinit -u -D
eval "$(syditval completion zsh)"
print $_comps[syditval]
"""
IN_FISH = "syditval completion fish | source; complete --do-complete {line}"


def installed(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not installed")


@pytest.fixture
def path(tmp_path: Path) -> str:
    """Folders of programs, with ``syditval`` in the first."""
    program = tmp_path / "syditval"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m syditval "$@"\n')
    program.chmod(0o755)
    return f"{tmp_path}{os.pathsep}{os.environ['PATH']}"


def lines(shell: list[str], path: str) -> list[str]:
    """What a shell says, in which nothing of the user's own is set."""
    environment = {
        "PATH": path,
        "PYTHONPATH": str(ROOT),
        "SYDITVAL_LANG": "en",
        "HOME": str(Path(path).parent),
    }
    run = subprocess.run(shell, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.stderr == ""
    return run.stdout.splitlines()


TYPED = [
    ("recon", ["reconcile"]),
    ("sch", ["schemas"]),
    ("reconcile --no-an", ["--no-annotate"]),
    ("reconcile --fail-on ''", ["error", "warning", "note"]),
    ("--lang ''", ["sv", "en"]),
    ("rules F10", ["F101"]),
    ("rules U02", ["U020", "U021", "U022", "U023", "U024", "U025", "U026"]),
    ("schemas inv", ["investment"]),
    ("completion ''", list(SHELLS)),
]


@installed("bash")
@pytest.mark.parametrize(("typed", "completed"), TYPED)
def test_bash_completes(typed: str, completed: list[str], path: str) -> None:
    script = IN_BASH.replace("TYPED", f"syditval {typed}")
    registered, *found = lines(["bash", "--norc", "--noprofile", "-c", script], path)
    assert registered == "complete -o nosort -F _syditval_completion syditval"
    assert found == completed


@installed("bash")
@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("inspect sam", "default"),
        ("reconcile april.xlsx sam", "default"),
        ("reconcile --carry-over sam", "default"),
        ("reconcile -o sam", "default"),
        ("clean sam", "default"),
        ("inspect --schemas sch", "dirnames"),
    ],
)
def test_bash_completes_names_of_files_and_folders_itself(typed: str, names: str, path: str) -> None:
    script = IN_BASH.replace("TYPED", f"syditval {typed}")
    _, told, *rest = lines(["bash", "--norc", "--noprofile", "-c", script], path)
    assert (told, rest) == (f"compopt -o {names}", [""])


@installed("zsh")
def test_zsh_takes_its_script(path: str) -> None:
    assert lines(["zsh", "-f", "-c", IN_ZSH], path) == ["_syditval_completion"]


@installed("fish")
@pytest.mark.parametrize(("typed", "completed"), TYPED)
def test_fish_completes(typed: str, completed: list[str], path: str) -> None:
    line = shlex.quote(f"syditval {typed.replace(chr(39) * 2, '')}")
    found = lines(["fish", "--no-config", "-c", IN_FISH.format(line=line)], path)
    assert sorted(each.split("\t")[0] for each in found) == sorted(completed)


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_asks_by_the_name_that_is_listened_to(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["completion", shell])
    assert left.value.code == 0
    streams = capsys.readouterr()
    assert f"{VARIABLE}={shell}_complete" in streams.out
    assert streams.err == ""


def test_another_shell_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", "en")
    with pytest.raises(SystemExit) as left:
        main(["completion", "csh"])
    assert left.value.code == 2
    assert "U008: SHELL cannot be csh: choose one of bash, zsh, fish" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("syditval ", f"plain,{COMMANDS[0]}"),
        ("syditval reconcile --fail-on ", "plain,error"),
        ("syditval rules F10", "plain,F101"),
        ("syditval schemas ", "plain,budget"),
        ("syditval inspect ", "file,"),
    ],
)
def test_nothing_heavy_is_imported_for_an_answer(words: str, first: str) -> None:
    script = (
        "import sys, contextlib\n"
        "from syditval.cli.main import main\n"
        "with contextlib.suppress(SystemExit):\n"
        "    main([])\n"
        "heavy = {'pandas', 'numpy', 'pandera', 'openpyxl', 'rich', 'jinja2', 'lxml'} & set(sys.modules)\n"
        "sys.exit(f'imported: {heavy}' if heavy else 0)\n"
    )
    count = str(len(words.split(" ")) - 1)
    asked = {**os.environ, VARIABLE: "bash_complete", "COMP_WORDS": words, "COMP_CWORD": count}
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=asked, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.splitlines()[0] == first

"""LibreOffice run on a copy of a workbook, in a folder, a profile and a group of processes of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from syditval.model.relation import Reason
from syditval.recalculation.outcome import NotRun, Recalculated
from syditval.recalculation.profile import make_profile

# Seconds by the clock. Starting takes two, a workbook of an ordinary size one more.
TIMEOUT = 60

_NAMES = ("soffice", "libreoffice")
# Where the installer of macOS puts it, which no search path names.
_ON_MACOS = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
_KEPT_VARIABLES = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "TZ")
_COPY = "workbook.xlsx"
_AS_XLSX = "xlsx:Calc MS Excel 2007 XML"
_QUIETLY = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")


def find_program() -> str | None:
    """LibreOffice as it is installed here, or None."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    return found or (str(_ON_MACOS) if _ON_MACOS.exists() else None)


def recalculate(
    content: bytes, program: str | None, largest: int, timeout: float = TIMEOUT
) -> Recalculated | NotRun:
    """A workbook's bytes with every formula calculated again, or why there are none.

    ``program`` is what ``find_program`` gives, ``largest`` the most bytes that the result may have,
    ``timeout`` the seconds it may take. Only a copy is
    touched; macros do not run, links are not followed, and nothing of it is left behind.
    """
    if program is None:
        return NotRun(Reason.NO_LIBREOFFICE, "LibreOffice")
    with tempfile.TemporaryDirectory(prefix="syditval-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        copy, results = folder / _COPY, folder / "results"
        copy.write_bytes(content)
        profile = make_profile(folder / "profile")
        convert = ("--convert-to", _AS_XLSX, "--outdir", str(results), str(copy))
        code = _run([program, profile, *_QUIETLY, *convert], folder, timeout)
        if isinstance(code, NotRun):
            return code
        # It ends with 0 even where it could not open the workbook.
        result = results / _COPY
        if code or not result.is_file():
            return _failed(f"exit {code}")
        size = result.stat().st_size
        return Recalculated(result.read_bytes()) if size <= largest else _failed(f"{size} bytes")


def _run(command: Sequence[str], folder: Path, timeout: float) -> int | NotRun:
    """The exit code of a program. Whatever happens, no process of it is left."""
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        return _failed(error.strerror or type(error).__name__)
    try:
        return process.wait(timeout)
    except subprocess.TimeoutExpired:
        return NotRun(Reason.RECALCULATION_OVERDUE, f"{timeout:g}")
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it has started."""
    if hasattr(os, "killpg"):
        # The group bears the number of its first process, even after that has ended.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _failed(cause: str) -> NotRun:
    return NotRun(Reason.RECALCULATION_FAILED, cause)


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    return {**kept, "HOME": str(folder), "TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)}

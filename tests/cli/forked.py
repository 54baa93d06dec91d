"""The command line in a process of its own, made of this one: nothing has to be loaded anew for it."""

from __future__ import annotations

import os
import sys
import tempfile
from typing import NoReturn

from syditval.cli.main import main


def forked(output: int, *arguments: object) -> tuple[int, str]:
    """The exit code of a run whose standard output goes to a descriptor, and what it says on its error stream."""
    with tempfile.TemporaryFile() as complaints:
        child = os.fork()
        if not child:
            _run(output, complaints.fileno(), *map(str, arguments))
        _, status = os.waitpid(child, 0)
        complaints.seek(0)
        return os.waitstatus_to_exitcode(status), complaints.read().decode()


def _run(output: int, complaints: int, *arguments: str) -> NoReturn:
    """Be the program: the streams are those of the system, whatever the tests have put in their place."""
    try:
        os.dup2(output, 1)
        os.dup2(complaints, 2)
        sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
        sys.argv[1:] = arguments
        main()
    finally:
        os._exit(99)

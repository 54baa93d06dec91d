"""The command line in a process of its own, made of this one: nothing has to be loaded anew for it."""

from __future__ import annotations

import os
import sys
import tempfile

from syditval.cli.main import main
from syditval.run import warm_up


def started(output: int, complaints: int, *arguments: object) -> int:
    """The number of a process that runs a command, whose two streams go to descriptors."""
    warm_up()
    child = os.fork()
    if child:
        return child
    try:
        os.dup2(output, 1)
        os.dup2(complaints, 2)
        # The streams are those of the system, whatever the tests have put in their place.
        sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
        sys.argv[1:] = map(str, arguments)
        main()
    finally:
        os._exit(99)


def forked(output: int, *arguments: object) -> tuple[int, str]:
    """The exit code of a run whose standard output goes to a descriptor, and what it says on its error stream."""
    with tempfile.TemporaryFile() as complaints:
        _, status = os.waitpid(started(output, complaints.fileno(), *arguments), 0)
        complaints.seek(0)
        return os.waitstatus_to_exitcode(status), complaints.read().decode()

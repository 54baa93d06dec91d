"""The command ``syditval serve`` as a process, and what it says."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
URL = re.compile(r"https?://[\w.:\[\]]+/")


@dataclass
class Server:
    """One that runs: where it is, and what it has said so far."""

    process: subprocess.Popen[str]
    url: str = ""
    said: list[str] = field(default_factory=list)
    is_told: bool = False

    def told_to_end(self) -> None:
        """SIGTERM."""
        self.is_told = True
        self.process.send_signal(signal.SIGTERM)

    def exit_code(self) -> int:
        """How it ended."""
        return self.process.wait(60)


@contextmanager
def serving(store: Path, *options: str) -> Iterator[Server]:
    """A server on a port of its own, killed at the end if it has not ended by itself."""
    command = [
        sys.executable,
        "-m",
        "syditval",
        "--lang",
        "en",
        "serve",
        "--port",
        "0",
        "--store",
        str(store),
        *options,
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        server = Server(process)
        try:
            assert process.stderr is not None
            for line in process.stderr:
                server.said.append(line)
                if found := URL.search(line):
                    server.url = found[0]
                    break
            reader = threading.Thread(target=lambda: server.said.extend(process.stderr or ()), daemon=True)
            reader.start()
            yield server
        finally:
            process.kill()

"""Requests below the level at which a client keeps its word."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.types import ASGIApp

BOUNDARY = "syditval-boundary"
MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"


@dataclass
class Spoken:
    """What an application did with a request: its status and page, and how many pieces it took."""

    status: int = 0
    page: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    pieces: int = 0


def part(content: bytes, name: str = "april.xlsx", of: str = "workbook") -> bytes:
    """One file of a form."""
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{of}"; filename="{name}"\r\n\r\n'
    return head.encode() + content + b"\r\n"


END = f"--{BOUNDARY}--\r\n".encode()


def speak(
    app: ASGIApp, pieces: Sequence[bytes | float], cookie: str = "", path: str = "/upload", **headers: str
) -> Spoken:
    """Send a body piece by piece; a number among the pieces is a pause in seconds."""
    return asyncio.run(_speak(app, pieces, cookie, path, headers))


async def _speak(
    app: ASGIApp, pieces: Sequence[bytes | float], cookie: str, path: str, headers: dict[str, str]
) -> Spoken:
    spoken, left = Spoken(), list(pieces)
    given = {
        "host": "localhost",
        "sec-fetch-site": "same-origin",
        "cookie": cookie,
        "content-type": MULTIPART,
    }
    given |= {name.replace("_", "-"): value for name, value in headers.items()}

    async def receive() -> dict[str, Any]:
        if not left:
            # A client that has said all it has to say waits for its answer.
            await asyncio.sleep(3600)
        spoken.pieces += 1
        piece = left.pop(0)
        if isinstance(piece, float):
            await asyncio.sleep(piece)
            piece = b""
        return {"type": "http.request", "body": piece, "more_body": bool(left)}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            spoken.status = message["status"]
            spoken.headers = {name.decode(): value.decode() for name, value in message["headers"]}
        else:
            spoken.page += message.get("body", b"").decode()

    raw = [(name.encode(), value.encode()) for name, value in given.items() if value]
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "method": "POST",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": raw,
        "client": ("127.0.0.1", 50_000),
        "scheme": "http",
        "server": ("localhost", 80),
        "http_version": "1.1",
        "root_path": "",
    }
    await app(scope, receive, send)
    return spoken

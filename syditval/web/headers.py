"""What every answer tells the browser to refuse."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CSP = "Content-Security-Policy"
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_ALWAYS = {
    CSP: _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Frame-Options": "DENY",
}
_TLS_ONLY = {"Strict-Transport-Security": "max-age=31536000"}
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


class Headers:
    """Adds to each answer what it does not say itself."""

    def __init__(self, app: ASGIApp, *, is_secure: bool) -> None:
        self.app = app
        self.added = _ALWAYS | (_TLS_ONLY if is_secure else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request as the app does."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.added.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)


def report_policy(page: str) -> str:
    """The policy for a report on its own: no more than the very styles that it brings along."""
    styles = (b64encode(sha256(each.encode()).digest()).decode() for each in _STYLE.findall(page))
    hashes = " ".join(f"'sha256-{each}'" for each in styles) or "'none'"
    return (
        f"default-src 'none'; style-src {hashes}; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
    )

"""Who has signed in, told by a cookie that nobody can forge."""

from __future__ import annotations

from hashlib import sha256

from itsdangerous import BadData, URLSafeTimedSerializer
from starlette.requests import HTTPConnection
from starlette.responses import Response

from syditval.store import Person

# A working day.
SECONDS = 8 * 60 * 60


class Sessions:
    """Cookies that hold a name and the number of the person's session.

    Where ``is_secure``, the browser sends the cookie over TLS only, and takes it from no other host.
    """

    def __init__(self, secret: bytes, *, is_secure: bool, seconds: int = SECONDS) -> None:
        self._signer = URLSafeTimedSerializer(
            secret, salt="syditval.web.sessions", signer_kwargs={"digest_method": sha256}
        )
        self._is_secure = is_secure
        self._seconds = seconds
        self.cookie = "__Host-syditval" if is_secure else "syditval"

    def begin(self, response: Response, person: Person) -> None:
        """Have the browser know from now on that a person has signed in."""
        response.set_cookie(
            self.cookie,
            self.sealed(person),
            max_age=self._seconds,
            secure=self._is_secure,
            httponly=True,
            samesite="lax",
        )

    def end(self, response: Response) -> None:
        """Have the browser forget it."""
        response.delete_cookie(self.cookie, secure=self._is_secure, httponly=True, samesite="lax")

    def sealed(self, person: Person) -> str:
        """What the cookie holds."""
        return str(self._signer.dumps([person.name, person.sessions_from]))

    def claimed(self, connection: HTTPConnection) -> tuple[str, int] | None:
        """The name and the number of a session; None where there is none, or a forged or old one."""
        try:
            name, number = self._signer.loads(connection.cookies.get(self.cookie, ""), max_age=self._seconds)
        except (BadData, ValueError, TypeError):
            return None
        return (name, number) if isinstance(name, str) and isinstance(number, int) else None

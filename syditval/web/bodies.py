"""Bodies as they come in: counted and timed, whatever the request says of its length."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping

from python_multipart.multipart import parse_options_header
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import Request

from syditval.web.allowance import Allowance
from syditval.web.refusals import PageRefusal

_FIELDS = b"application/x-www-form-urlencoded"
_FILES = b"multipart/form-data"


async def fields_of(request: Request, allowance: Allowance) -> Mapping[str, str]:
    """The fields of a form without files, or of nothing at all. Raises PageRefusal for anything else."""
    if "Content-Type" not in request.headers:
        return {}
    _demand(request, _FIELDS)
    body = counted(request, allowance, allowance.form_bytes)
    parser = FormParser(
        request.headers, body, max_fields=allowance.fields, max_part_size=allowance.form_bytes
    )
    try:
        form = await parser.parse()
    except (MultiPartException, ValueError):
        raise PageRefusal("B012") from None
    return {name: value for name, value in form.multi_items() if isinstance(value, str)}


async def files_of(request: Request, allowance: Allowance, most: int) -> FormData:
    """A form with files of at most so many bytes each. Raises PageRefusal for anything else."""
    _demand(request, _FILES)
    parser = _Files(request, allowance, most)
    try:
        return await parser.parse()
    except MultiPartException as error:
        # The parser tells its refusals apart by their words alone.
        if error.message.startswith("Too many files"):
            raise PageRefusal("B011", allowed=str(allowance.files_at_once)) from None
        raise PageRefusal("B012") from None
    except ValueError:
        raise PageRefusal("B012") from None


def sent(form: FormData) -> list[UploadFile]:
    """The files of a form. A browser sends an empty one without a name where none was chosen."""
    files = (value for _, value in form.multi_items() if isinstance(value, UploadFile))
    return [each for each in files if each.filename]


async def counted(request: Request, allowance: Allowance, most: int) -> AsyncGenerator[bytes, None]:
    """The body, piece by piece. Raises PageRefusal where it is longer than allowed, or too slow."""
    length = request.headers.get("Content-Length", "")
    if length.isdigit() and (len(length) > len(str(most)) or int(length) > most):
        raise PageRefusal("B009", allowed=str(most))
    end = asyncio.get_running_loop().time() + allowance.body_seconds
    pieces, count = request.stream(), 0
    while True:
        piece = await _next(pieces, allowance.pause_seconds, end)
        if piece is None:
            return
        count += len(piece)
        if count > most:
            raise PageRefusal("B009", allowed=str(most))
        yield piece


async def _next(pieces: AsyncGenerator[bytes, None], pause: float, end: float) -> bytes | None:
    """The next piece, None after the last."""
    try:
        async with asyncio.timeout_at(min(end, asyncio.get_running_loop().time() + pause)):
            return await anext(pieces, None)
    except TimeoutError:
        raise PageRefusal("B013") from None


def _demand(request: Request, kind: bytes) -> None:
    if parse_options_header(request.headers.get("Content-Type", ""))[0] != kind:
        raise PageRefusal("B012")


class _Files(MultiPartParser):
    """Counts the bytes of each file as they come, and wants to see the end of the form."""

    def __init__(self, request: Request, allowance: Allowance, most: int) -> None:
        super().__init__(
            request.headers,
            self._whole(counted(request, allowance, allowance.bytes_at_once)),
            max_files=allowance.files_at_once,
            max_fields=allowance.fields,
            max_part_size=allowance.form_bytes,
        )
        self._most = most
        self._length = 0
        self._has_ended = False

    async def _whole(self, pieces: AsyncGenerator[bytes, None]) -> AsyncGenerator[bytes, None]:
        """The pieces. Raises PageRefusal if a file was cut off after the last: the parser leaves it out."""
        async for piece in pieces:
            yield piece
        if not self._has_ended:
            raise PageRefusal("B012")

    def on_end(self) -> None:
        """The form is complete."""
        self._has_ended = True

    def on_part_begin(self) -> None:
        """A part begins."""
        super().on_part_begin()
        self._length = 0

    def on_part_data(self, data: bytes, start: int, end: int) -> None:
        """A piece of a part has come. Raises PageRefusal where the part is longer than allowed."""
        self._length += end - start
        if self._length > self._most:
            raise PageRefusal("B010", allowed=str(self._most))
        super().on_part_data(data, start, end)

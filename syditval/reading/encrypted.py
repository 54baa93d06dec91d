"""Workbooks protected by a password: a package encrypted inside an OLE container ([MS-OFFCRYPTO])."""

from __future__ import annotations

from io import BytesIO

from syditval.reading.container import Container
from syditval.reading.errors import UnreadableWorkbook


def decrypted(content: bytes, password: str | None, name: str) -> bytes:
    """The package inside, of whatever kind it is.

    A file may ask for millions of rounds of hashing, so this is for a process whose time is limited.
    Raises UnreadableWorkbook without a password or with a wrong one, for a protection that is
    damaged or not supported, and where the extra ``crypto`` is not installed.
    """
    try:
        from msoffcrypto.exceptions import (
            DecryptionError,
            FileFormatError,
            InvalidKeyError,
        )
        from msoffcrypto.format.ooxml import OOXMLFile
    except ImportError as error:
        what = Container.ENCRYPTED.wording
        raise UnreadableWorkbook("R011", file=name, what=what, extra="crypto") from error
    if not password:
        raise UnreadableWorkbook("R006", file=name)
    package = BytesIO()
    try:
        file = OOXMLFile(BytesIO(content))
        file.load_key(password=password, verify_password=True)
        file.decrypt(package)
    except (InvalidKeyError, UnicodeEncodeError) as error:
        raise UnreadableWorkbook("R010", file=name) from error
    except (DecryptionError, FileFormatError) as error:
        raise UnreadableWorkbook("R016", file=name, cause="unknown_protection") from error
    except Exception as error:
        # Damaged bytes bring out whatever error the libraries below happen upon.
        raise UnreadableWorkbook("R007", file=name, cause="protection") from error
    return package.getvalue()

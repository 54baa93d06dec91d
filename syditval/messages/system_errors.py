"""What the operating system says of an error, in the language of the sentence that quotes it."""

from __future__ import annotations

import errno
import os

from syditval.messages.catalogue import Texts

_NUMBERS = {
    "not_found": errno.ENOENT,
    "denied": errno.EACCES,
    "not_permitted": errno.EPERM,
    "exists": errno.EEXIST,
    "is_a_folder": errno.EISDIR,
    "no_folder": errno.ENOTDIR,
    "full": errno.ENOSPC,
    "too_large": errno.EFBIG,
    "read_only": errno.EROFS,
    "busy": errno.EBUSY,
    "broken_device": errno.EIO,
    "name_too_long": errno.ENAMETOOLONG,
    "in_use": errno.EADDRINUSE,
}
_KEYS = {os.strerror(number): key for key, number in _NUMBERS.items()}


def in_words(said: str, words: Texts) -> str:
    """What the system said, in another language where it is one of the usual errors, else as it is."""
    return words.get("system_errors", _KEYS[said]) if said in _KEYS else said

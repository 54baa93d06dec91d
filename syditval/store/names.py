"""Names of entities and of people: which ones can be told apart."""

from __future__ import annotations

from unicodedata import normalize

from syditval.store.refusals import StoreRefusal

# PostgreSQL has no index over longer ones, and nobody would read them.
LONGEST = 200
# They follow z, in this order.
_LAST_LETTERS = str.maketrans("åäö", "{|}")


def tidy(name: str) -> str:
    """A name as it is shown: blanks count once, letters with accents are one character each.

    Raises StoreRefusal for one that is empty, too long, or holds what cannot be seen.
    """
    shown = " ".join(normalize("NFC", name).split())
    if not shown or len(shown) > LONGEST or not shown.isprintable():
        raise StoreRefusal("M010", name=name, limit=str(LONGEST))
    return shown


def alphabetical(name: str) -> str:
    """What names are put in order by, so that they stand as a Swedish reader looks for them."""
    return key_of(name).translate(_LAST_LETTERS)


def key_of(name: str) -> str:
    """What tells a name from others: capitals make no other name, nor do blanks around it."""
    return normalize("NFC", " ".join(normalize("NFC", name).split()).casefold())

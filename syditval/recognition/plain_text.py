"""Texts from cells without what spreadsheets, editors and typesetters did to their characters."""

from __future__ import annotations

_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_APOSTROPHES = "\u2019\u02bc\u00b4`"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_SUPERSCRIPTS = "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079"
_CLEANING = str.maketrans(
    dict.fromkeys(_HYPHENS, "-")
    | dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_APOSTROPHES, "'")
    | dict.fromkeys(_INVISIBLE + _SUPERSCRIPTS)
)

# What the first bytes of UTF-8's accented letters, dashes and spaces look like in cp1252.
_SCRAMBLED = frozenset("âÂÃ")


def clean(text: str) -> str:
    """A text with one kind of space, hyphen and apostrophe, and without invisible characters."""
    return unscrambled(text).translate(_CLEANING).strip().removeprefix("'").strip()


def unscrambled(text: str) -> str:
    """UTF-8 that was opened as cp1252 ("âˆ’6Â 827"), put right; any other text as it is."""
    if _SCRAMBLED.isdisjoint(text):
        return text
    try:
        # Editors turn the no-break space that belongs to "Â" into a plain one.
        return text.replace("Â ", "Â\xa0").encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text

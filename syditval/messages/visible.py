"""Text from a workbook, made safe to look at."""

from __future__ import annotations

from unicodedata import category, normalize

from syditval.messages.amounts import GROUP

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_ORDINARY = "\t\n\r"


def visible(text: str, encoding: str = "utf-8") -> str:
    """The text with everything that hides shown as an escape, such as ``\\u202e``.

    Control, bidi and zero-width characters are escaped, and so is what ``encoding`` has no code
    for, but accented letters lose their accents there. Line breaks and tabs, common in headings,
    become a space; blanks of unusual width a no-break space.
    """
    plain = text.replace(GROUP, "")
    if plain.isprintable() and _encodable(plain, encoding):
        return text
    return "".join(_shown(character, encoding) for character in text)


def is_hidden(character: str) -> bool:
    """Whether a character shows as nothing, or turns or breaks off the text around it.

    Those are the control, bidi and zero-width characters, breaks of lines and pages within a text,
    and halves of characters. Ordinary line breaks and tabs are not meant.
    """
    return category(character) in _HIDDEN and character not in _ORDINARY


def _shown(character: str, encoding: str) -> str:
    if character == " " or character in _ORDINARY:
        return " "
    if category(character) == "Zs":
        return GROUP
    letter = normalize("NFD", character)[0]
    for candidate in (character, letter):
        if candidate.isprintable() and _encodable(candidate, encoding):
            return candidate
    return character.encode("unicode_escape").decode("ascii")


def _encodable(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True

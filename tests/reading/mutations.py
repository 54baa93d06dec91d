"""Seeded damage to sound workbooks: to their bytes, to the structure of the zip file, and to the XML."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from random import Random

from tests.reading.zip_writer import Entry, zip_file

Parts = list[Entry]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A damaged workbook. Number, seed and sample are enough to make it again."""

    number: int
    sample: str
    damage: str
    content: bytes

    def __str__(self) -> str:
        return f"{self.number} {self.sample} {self.damage}"


def mutants(samples: Mapping[str, bytes], count: int, seed: int) -> Iterator[Mutant]:
    """So many damaged workbooks, the same ones for the same seed; each is independent of the others."""
    for number in range(count):
        chance = Random(f"{seed} {number}")
        sample = chance.choice(sorted(samples))
        damage = chance.choice(sorted(DAMAGES))
        yield Mutant(number, sample, damage, DAMAGES[damage](chance, samples[sample]))


def _span(chance: Random, length: int, longest: int) -> tuple[int, int]:
    """A short piece of something of that length."""
    start = chance.randrange(length)
    return start, min(length, start + chance.randint(1, longest))


def _flipped(chance: Random, content: bytes) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def _deleted(chance: Random, content: bytes) -> bytes:
    start, end = _span(chance, len(content), 64)
    return content[:start] + content[end:]


def _inserted(chance: Random, content: bytes) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + chance.randbytes(chance.randint(1, 64)) + content[at:]


def _truncated(chance: Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content))]


def _spliced(chance: Random, content: bytes) -> bytes:
    start, end = _span(chance, len(content), 256)
    at = chance.randrange(len(content))
    return content[:at] + content[start:end] + content[at + end - start :]


def _blanked(chance: Random, content: bytes) -> bytes:
    start, end = _span(chance, len(content), 64)
    return content[:start] + chance.choice((b"\0", b"\xff")) * (end - start) + content[end:]


def _unzipped(content: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [Entry(name.encode(), archive.read(name)) for name in archive.namelist()]


def _in_zip(change: Callable[[Random, Parts], Parts]) -> Callable[[Random, bytes], bytes]:
    """Damage to the parts of a zip file, as damage to its bytes."""
    return lambda chance, content: zip_file(change(chance, _unzipped(content)))


def _renamed(chance: Random, parts: Parts) -> Parts:
    index = chance.randrange(len(parts))
    name = parts[index].name
    at = chance.randrange(len(name))
    other = chance.choice(
        (
            name.upper(),
            name.replace(b"/", b"\\"),
            b"/" + name,
            b"../" + name,
            name[:at] + b"x" + name[at + 1 :],
        )
    )
    return [*parts[:index], replace(parts[index], name=other), *parts[index + 1 :]]


def _doubled(chance: Random, parts: Parts) -> Parts:
    twin = chance.choice(parts)
    return [*parts, replace(twin, content=twin.content[: chance.randrange(len(twin.content))])]


def _dropped(chance: Random, parts: Parts) -> Parts:
    index = chance.randrange(len(parts))
    return parts[:index] + parts[index + 1 :]


def _shuffled(chance: Random, parts: Parts) -> Parts:
    return chance.sample(parts, len(parts))


def _swapped(chance: Random, parts: Parts) -> Parts:
    one, other = chance.sample(range(len(parts)), 2)
    contents = [part.content for part in parts]
    contents[one], contents[other] = contents[other], contents[one]
    return [replace(part, content=content) for part, content in zip(parts, contents, strict=True)]


def _misdescribed(chance: Random, parts: Parts) -> Parts:
    index = chance.randrange(len(parts))
    says = {
        chance.choice(("size", "packed", "crc", "method", "flags", "version")): chance.choice(
            (0, 1, 8, 99, 0xFFFF)
        )
    }
    liar = chance.choice(
        (replace(parts[index], local=says), replace(parts[index], central=says), parts[index].saying(**says))
    )
    return [*parts[:index], liar, *parts[index + 1 :]]


def _weight(name: bytes) -> float:
    """How often a part is damaged: decoration seldom, as nothing depends on it."""
    return 0.1 if name.startswith((b"docProps/", b"xl/theme/")) else 1


def _in_xml(change: Callable[[Random, str], str]) -> Callable[[Random, bytes], bytes]:
    """Damage to the text of one part, as damage to the bytes of the whole."""

    def damage(chance: Random, parts: Parts) -> Parts:
        (index,) = chance.choices(range(len(parts)), [_weight(part.name) for part in parts])
        text = change(chance, parts[index].content.decode())
        return [*parts[:index], replace(parts[index], content=text.encode()), *parts[index + 1 :]]

    return _in_zip(damage)


_TAG = re.compile(r"<[^?!][^>]*>")
_ELEMENT = re.compile(r"<([\w:]+)(?:\s[^>]*)?(?:/>|>[^<]*</\1>)")
_NAME = re.compile(r"(?<=</)[\w:]+|(?<=<)[\w:]+")
_ATTRIBUTE = re.compile(r' [\w:]+="[^"]*"')
_VALUE = re.compile(r'(?<==")[^"]*(?=")|(?<=>)[^<]+(?=<)')
_NASTY = (
    "", "0", "-1", "1.5", "1e400", "NaN", "1_0", "٣", "XFD1048576", "C99999999999", "A1", "true", "z", "#SPILL!", "../../x",
    "file:///x", "rId1", "&#x202E;", "_x0000_", "å" * 40_000, "9" * 999, " ", "=1+1",
)  # fmt: skip


def _replaced(pattern: re.Pattern[str], make: Callable[[Random, str], str]) -> Callable[[Random, str], str]:
    """Something else in the place of one match of a pattern."""

    def change(chance: Random, text: str) -> str:
        found = [*pattern.finditer(text)]
        if not found:
            return text
        match = chance.choice(found)
        return text[: match.start()] + make(chance, match[0]) + text[match.end() :]

    return change


def _cut(chance: Random, text: str) -> str:
    start, end = _span(chance, len(text), 200)
    return text[:start] + text[end:]


def _moved(chance: Random, text: str) -> str:
    found = [*_ELEMENT.finditer(text)]
    if not found:
        return text
    taken, place = chance.choice(found), chance.choice(found)
    return text[: place.start()] + taken[0] + text[place.start() :]


_ENTITIES = (
    "&x;",
    "&#0;",
    "&#xFFFF;",
    "<!DOCTYPE x>",
    "<!--",
    "]]>",
    "<![CDATA[",
    "<?x?>",
    "\0",
    "<x>",
    "</x>",
    "<x/>",
)

DAMAGES: Mapping[str, Callable[[Random, bytes], bytes]] = {
    "bytes flipped": _flipped,
    "bytes deleted": _deleted,
    "bytes inserted": _inserted,
    "bytes cut short": _truncated,
    "bytes spliced": _spliced,
    "bytes blanked": _blanked,
    "zip part renamed": _in_zip(_renamed),
    "zip part doubled": _in_zip(_doubled),
    "zip part dropped": _in_zip(_dropped),
    "zip parts shuffled": _in_zip(_shuffled),
    "zip parts swapped": _in_zip(_swapped),
    "zip part misdescribed": _in_zip(_misdescribed),
    "xml element dropped": _in_xml(_replaced(_ELEMENT, lambda chance, text: "")),
    "xml element doubled": _in_xml(_replaced(_ELEMENT, lambda chance, text: text * 2)),
    "xml element moved": _in_xml(_moved),
    "xml name changed": _in_xml(_replaced(_NAME, lambda chance, text: text + "x")),
    "xml tag dropped": _in_xml(_replaced(_TAG, lambda chance, text: "")),
    "xml attribute dropped": _in_xml(_replaced(_ATTRIBUTE, lambda chance, text: "")),
    "xml attribute doubled": _in_xml(_replaced(_ATTRIBUTE, lambda chance, text: text * 2)),
    "xml value changed": _in_xml(_replaced(_VALUE, lambda chance, text: chance.choice(_NASTY))),
    "xml cut": _in_xml(_cut),
    "xml entity inserted": _in_xml(_replaced(_TAG, lambda chance, text: text + chance.choice(_ENTITIES))),
}

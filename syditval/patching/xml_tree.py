"""The elements of an XML part, each with its place in the text and what becomes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from syditval.patching.errors import CannotAnnotate

_TAG = re.compile(rb"<[^\s/>]+(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_SEPARATOR = "}"
# No program nests elements so deep.
_MOST_LEVELS = 256


@dataclass(slots=True, eq=False)
class Element:
    """One element. Attributes without a namespace go by their name, others as ``{namespace}name``.

    ``prefix`` is what stands before its name in the text, colon included. An element that was added
    since the part was read stands nowhere: its ``start`` is -1.
    """

    namespace: str
    name: str
    prefix: str
    attributes: dict[str, str]
    start: int = -1
    inner: int = -1
    close: int = -1
    end: int = -1
    children: list[Element] = field(default_factory=list)
    edit: Edit | None = None

    def find(self, *path: str) -> Element | None:
        """The first element on a path of names, all of this element's namespace."""
        found: Element | None = self
        for name in path:
            found = next(found.each(name), None) if found else None
        return found

    def each(self, name: str) -> Iterator[Element]:
        """The children with a name and this element's namespace."""
        for child in self.children:
            if child.name == name and child.namespace == self.namespace and not child.is_removed:
                yield child

    @property
    def is_removed(self) -> bool:
        """Whether it was taken away since the part was read."""
        return self.edit is not None and self.edit.removed

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()

    def whole(self, attribute: str, default: int = 0) -> int:
        """An attribute that holds a whole number. Raises CannotAnnotate where it holds something else."""
        try:
            return int(self.attributes.get(attribute) or default)
        except ValueError:
            raise CannotAnnotate("A009", part=f"{self.name}/@{attribute}") from None

    def is_true(self, attribute: str) -> bool:
        """Whether an attribute is set."""
        return self.attributes.get(attribute) in ("1", "true")


@dataclass(slots=True)
class Edit:
    """What becomes of an element: changed attributes (None: removed), and markup around its children."""

    attributes: dict[str, str | None] = field(default_factory=dict)
    before: str = ""
    first: str = ""
    last: str = ""
    after: str = ""
    removed: bool = False


def parsed(text: bytes, part: str) -> Element:
    """The root element of a text in UTF-8. Raises CannotAnnotate for what is not XML or has a DOCTYPE."""
    return _Parser(text, part).root


class _Parser:
    """Builds the tree of one text."""

    def __init__(self, text: bytes, part: str) -> None:
        self._text, self._part = text, part
        self._open: list[Element] = []
        self._top = Element("", "", "", {})
        parser = expat.ParserCreate("UTF-8", namespace_separator=_SEPARATOR)
        parser.namespace_prefixes = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._refuse
        self._parser = parser
        try:
            parser.Parse(text, True)
        except expat.ExpatError:
            raise CannotAnnotate("A009", part=part) from None
        self.root = self._top.children[0]

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, local, prefix = _taken_apart(name)
        start = self._parser.CurrentByteIndex
        tag = _TAG.match(self._text, start)
        if tag is None or len(self._open) > _MOST_LEVELS:
            raise CannotAnnotate("A009", part=self._part)
        known = {_attribute(key): value for key, value in attributes.items()}
        new = Element(namespace, local, prefix, known, start, tag.end())
        (self._open[-1] if self._open else self._top).children.append(new)
        self._open.append(new)

    def _end(self, _: str) -> None:
        ended = self._open.pop()
        if self._text[ended.inner - 2 : ended.inner] == b"/>":
            ended.close = ended.end = ended.inner
        else:
            ended.close = self._parser.CurrentByteIndex
            ended.end = self._text.index(b">", ended.close) + 1

    def _refuse(self, *_: object) -> None:
        raise CannotAnnotate("A009", part=self._part)


def _taken_apart(name: str) -> tuple[str, str, str]:
    """Namespace, name, and prefix with its colon, of a name as the parser gives it."""
    namespace, _, rest = name.partition(_SEPARATOR)
    if not rest:
        return "", namespace, ""
    local, _, prefix = rest.partition(_SEPARATOR)
    return namespace, local, f"{prefix}:" if prefix else ""


def _attribute(name: str) -> str:
    namespace, local, _ = _taken_apart(name)
    return f"{{{namespace}}}{local}" if namespace else local

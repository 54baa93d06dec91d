"""An XML part as a tree that knows where each element stands in the text.

Edits are noted at elements and applied to the text in one go: all that they do not concern stays as
it was written, quotes, blanks and comments included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from syditval.patching.encoding import as_utf8
from syditval.patching.errors import CannotAnnotate
from syditval.patching.markup import element as written
from syditval.patching.xml_tree import Edit, Element, parsed

_ATTRIBUTE = re.compile(r"\s+([^\s=]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")


class Document:
    """One XML part, in UTF-8. Raises CannotAnnotate for what is not XML or has a DOCTYPE."""

    def __init__(self, content: bytes, part: str) -> None:
        self.part = part
        try:
            self._text = b"".join(as_utf8([content]))
        except (UnicodeError, LookupError):
            raise CannotAnnotate("A009", part=part) from None
        self._edited: list[Element] = []
        self.root = parsed(self._text, part)

    @property
    def is_edited(self) -> bool:
        """Whether anything was changed."""
        return bool(self._edited)

    @property
    def length(self) -> int:
        """How long the text is, without edits."""
        return len(self._text)

    def text_of(self, element: Element) -> str:
        """An element as it stands in the text."""
        return self._text[element.start : element.end].decode()

    def characters(self, element: Element) -> str:
        """The text inside an element, without the tags inside it."""
        found: list[str] = []
        parser = expat.ParserCreate("UTF-8")
        parser.CharacterDataHandler = found.append
        parser.Parse(self._text[element.start : element.end], True)
        return "".join(found)

    def set(self, element: Element, attributes: Mapping[str, str | None]) -> None:
        """Change attributes that have no namespace; None takes one away."""
        self._edit(element).attributes.update(attributes)
        for name, value in attributes.items():
            if value is None:
                element.attributes.pop(name, None)
            else:
                element.attributes[name] = value

    def add(self, parent: Element, name: str, attributes: Mapping[str, str]) -> Element:
        """A new last child. Its attributes can be changed and it can be taken away, but nothing put in."""
        self._edit(parent)
        parent.children.append(Element(parent.namespace, name, parent.prefix, dict(attributes)))
        return parent.children[-1]

    def append(self, parent: Element, markup: str) -> None:
        """Put markup behind the last child of an element."""
        self._edit(parent).last += markup

    def insert_first(self, parent: Element, markup: str) -> None:
        """Put markup before the first child of an element."""
        self._edit(parent).first += markup

    def insert_before(self, element: Element, markup: str) -> None:
        """Put markup before an element."""
        self._edit(element).before += markup

    def insert_after(self, element: Element, markup: str) -> None:
        """Put markup behind an element."""
        self._edit(element).after += markup

    def insert_behind(self, parent: Element, markup: str, predecessors: frozenset[str]) -> None:
        """Put markup behind the last of those children that the schema lets stand before it."""
        places = [child for child in parent.children if child.name in predecessors and child.start >= 0]
        if places:
            self.insert_after(places[-1], markup)
        else:
            self.insert_first(parent, markup)

    def remove(self, element: Element) -> None:
        """Take an element away, with all that is in it."""
        self._edit(element).removed = True

    def content(self) -> bytes:
        """The part with all edits."""
        return self.between(0, len(self._text))

    def between(self, start: int, end: int) -> bytes:
        """The part from one place to another, with all edits that stand there."""
        pieces = []
        done = start
        # What goes behind a last child goes before what is put at the end of its parent.
        edited = sorted(self._edited, key=lambda element: element.end)
        changes = (change for element in edited for change in self._changes(element))
        for first, last, new in sorted(changes, key=lambda change: change[:2]):
            # What lies in an element that was taken away is gone with it.
            if done <= first and last <= end:
                pieces += [self._text[done:first], new.encode()]
                done = last
        pieces.append(self._text[done:end])
        return b"".join(pieces)

    def _edit(self, element: Element) -> Edit:
        if element.edit is None:
            element.edit = Edit()
            if element.start >= 0:
                self._edited.append(element)
        return element.edit

    def _changes(self, element: Element) -> Iterator[tuple[int, int, str]]:
        """The edits of an element as places of the text and what stands there then."""
        edit = element.edit
        assert edit is not None
        if edit.removed:
            yield element.start, element.end, edit.before + edit.after
            return
        tag = self._text[element.start : element.inner].decode()
        first, last, after = edit.first, edit.last + _added_to(element), edit.after
        if tag.endswith("/>") and first + last:
            first, last = first + last + f"</{element.prefix}{element.name}>", ""
            tag = tag[:-2].rstrip() + ">"
        if edit.before or edit.attributes or first:
            yield element.start, element.inner, edit.before + with_attributes(tag, edit.attributes) + first
        if last:
            yield element.close, element.close, last
        if after:
            yield element.end, element.end, after


def _added_to(parent: Element) -> str:
    """The children that were added to an element, as text."""
    added = (child for child in parent.children if child.start < 0 and not child.is_removed)
    return "".join(written(f"{child.prefix}{child.name}", child.attributes) for child in added)


def with_attributes(tag: str, changes: Mapping[str, str | None]) -> str:
    """A start tag with attributes changed, added or, where None, taken away."""
    if not changes:
        return tag
    left = dict(changes)

    def changed(found: re.Match[str]) -> str:
        if found[1] not in left:
            return found[0]
        value = left.pop(found[1])
        return "" if value is None else f" {found[1]}={quoteattr(value)}"

    ending = "/>" if tag.endswith("/>") else ">"
    tag = _ATTRIBUTE.sub(changed, tag.removesuffix(ending).rstrip())
    added = "".join(f" {name}={quoteattr(value)}" for name, value in left.items() if value is not None)
    return tag + added + ending

"""What stands in a page: its elements in order, each with its attributes and its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "line", "rect", "circle", "br", "img", "link", "input"})


@dataclass
class Element:
    """One element: its name, attributes, the names of those around it, and all text inside it."""

    name: str
    attributes: Mapping[str, str]
    around: tuple[str, ...]
    text: str = ""

    @property
    def shape(self) -> tuple[str, tuple[str, ...]]:
        """Its name and the names of its attributes."""
        return self.name, tuple(self.attributes)


@dataclass
class Reading(HTMLParser):
    """A page being read; it must close what it opens."""

    elements: list[Element] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"{tag} has an attribute twice: {names}"
        around = tuple(element.name for element in self.open)
        element = Element(tag, {name: value or "" for name, value in attrs}, around)
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID, f"{tag} may not close itself"
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1:], f"</{tag}> closes nothing: {self.getpos()}"
        assert self.open[-1].name == tag, f"</{tag}> closes {self.open[-1].name}: {self.getpos()}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


def read(page: str) -> list[Element]:
    """The elements of a page. Fails where tags do not match, or where there are comments."""
    reading = Reading()
    reading.feed(page)
    reading.close()
    assert reading.open == []
    assert reading.comments == []
    return reading.elements


def named(page: str, *names: str) -> Iterator[Element]:
    """The elements with one of some names."""
    return (element for element in read(page) if element.name in names)


def texts_of(page: str, *names: str) -> list[str]:
    """The texts of the elements with one of some names, blanks taken together."""
    return [" ".join(element.text.split()) for element in named(page, *names)]

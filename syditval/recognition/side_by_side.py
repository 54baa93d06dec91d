"""One row of headings as those of one table, or of several that stand side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from syditval.model.kind import LABEL_ROLE
from syditval.recognition.headings import squash
from syditval.recognition.periods import year_of


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading with every role it may stand for."""

    column: int
    text: str
    roles: tuple[str, ...]

    @property
    def is_label(self) -> bool:
        """Whether the column names the lines."""
        return self.roles[0] == LABEL_ROLE


def tables_of(headings: Sequence[Heading]) -> Iterator[list[Heading]]:
    """The headings of one row as one group for each table, left to right.

    A heading of labels behind figures begins the next table, and so does one that repeats the
    first or that no role is left for, unless it is a later edition of the one beside it.
    """
    for run in _split_at_labels(headings):
        group: list[Heading] = []
        for heading in _years_apart(run):
            figures = [other for other in group if not other.is_label]
            repeats_first = len(figures) > 1 and _repeats(heading, figures[0])
            has_role = can_be_told_apart([*figures, heading])
            if not has_role and _is_later_edition(heading, group[-1]):
                group.pop()
            elif repeats_first or not has_role:
                yield group
                group = []
            group.append(heading)
        yield group


def _repeats(heading: Heading, first: Heading) -> bool:
    """Whether a heading says the same as another: "Utfall" is not "Bokslut", whatever their roles."""
    return heading.roles == first.roles and squash(heading.text) == squash(first.text)


def _is_later_edition(heading: Heading, left: Heading) -> bool:
    """Whether a heading stands right beside another of the same roles: "Prognos 1 | Prognos 2"."""
    return heading.column == left.column + 1 and heading.roles == left.roles


def _split_at_labels(headings: Sequence[Heading]) -> Iterator[list[Heading]]:
    run: list[Heading] = []
    for heading in headings:
        if run and heading.is_label and not run[-1].is_label:
            yield run
            run = []
        run.append(heading)
    if run:
        yield run


def _years_apart(run: Sequence[Heading]) -> Sequence[Heading]:
    """Of headings that differ by their year only, the earlier ones without the first of their roles.

    What is left of "Utfall 2023" beside "Utfall 2024" is the comparison with the year before, and so
    is "Bokslut 2022" in front of "Budget 2023". Where every heading has such a twin, two years' tables
    stand side by side and nothing is left out.
    """
    latest: dict[tuple[str, ...], int] = {}
    for heading in run:
        latest[heading.roles] = max(latest.get(heading.roles, 0), year_of(heading.text) or 0)
    earlier = [heading for heading in run if 0 < (year_of(heading.text) or 0) < latest[heading.roles]]
    if {heading.roles for heading in earlier} >= {h.roles for h in run if not h.is_label}:
        return run
    earlier += _year_before(run)
    kept = (replace(each, roles=each.roles[1:]) if each in earlier else each for each in run)
    return [heading for heading in kept if heading.roles]


def _year_before(run: Sequence[Heading]) -> list[Heading]:
    """The first column that names a year where it may have another role and the next is a later year's."""
    dated = [(heading, year) for heading in run if (year := year_of(heading.text))]
    return [
        heading
        for (heading, year), (following, later) in islice(pairwise(dated), 1)
        if year < later and len(following.roles) == 1 < len(heading.roles)
    ]


def can_be_told_apart(headings: Sequence[Heading]) -> bool:
    """Whether every heading can have a role of its own."""
    return next(assignments(headings), None) is not None


def assignments(
    headings: Sequence[Heading], taken: frozenset[str] = frozenset()
) -> Iterator[tuple[str, ...]]:
    """Every way to give each heading one of its roles, no role twice."""
    if not headings:
        yield ()
        return
    for role in headings[0].roles:
        if role not in taken:
            for rest in assignments(headings[1:], taken | {role}):
                yield (role, *rest)

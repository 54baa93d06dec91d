"""Forms and places of reports, in pairs: each --output belongs to the --format before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import click

from syditval.cli.commands import Command
from syditval.cli.misuse import Misuse

STANDARD_OUTPUT = "-"
USUAL = "text"
FORM, PLACE = "form", "output"
_ORDER = f"{__name__}.order"
_OF_WORKBOOKS = (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A form in which a report is wanted, and where: None for standard output.

    ``is_usual`` says that nobody asked for it: it is what comes where no form is named.
    """

    form: str
    place: str | None = None
    is_usual: bool = False


class PairedCommand(Command):
    """A command that knows in which order forms and places were named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read a call, and keep the names of its options in their order."""
        typed = list(args)
        rest = super().parse_args(ctx, args)
        order = () if ctx.resilient_parsing else self.make_parser(ctx).parse_args(typed)[2]
        ctx.meta[_ORDER] = [str(parameter.name) for parameter in order]
        return rest


def pairs(forms: Sequence[str], places: Sequence[str]) -> tuple[str | None, tuple[Wanted, ...]]:
    """The place of the annotated copy, if one is named, and every form that is wanted with its place.

    A place before the first form is that of the copy, as is one that the environment names where the forms
    are typed. Where it names both they go together as they are counted. Raises Misuse for a place that
    belongs to nothing, and for two forms on standard output.
    """
    copy: str | None = None
    wanted: list[Wanted] = []
    for name, value in _in_order(forms, places):
        if name == FORM:
            wanted.append(Wanted(value))
        elif not wanted:
            if copy is not None:
                raise Misuse("U046", place=value)
            copy = value
        elif wanted[-1].place is not None:
            raise Misuse("U046", place=value)
        else:
            wanted[-1] = Wanted(wanted[-1].form, _checked(wanted[-1].form, value))
    on_standard = [each.form for each in wanted if each.place in (None, STANDARD_OUTPUT)]
    if len(on_standard) > 1:
        raise Misuse("U047", forms=", ".join(on_standard))
    return copy, tuple(_settled(wanted)) or (Wanted(USUAL, is_usual=True),)


def _in_order(forms: Sequence[str], places: Sequence[str]) -> Iterator[tuple[str, str]]:
    waiting = {FORM: list(forms), PLACE: list(places)}
    order = click.get_current_context().meta.get(_ORDER, [])
    if FORM in order and PLACE not in order:
        order = [PLACE] * len(places) + order
    for name in order:
        if waiting.get(name):
            yield name, waiting[name].pop(0)
    while any(waiting.values()):
        for name, values in waiting.items():
            if values:
                yield name, values.pop(0)


def _settled(wanted: Sequence[Wanted]) -> Iterator[Wanted]:
    for each in wanted:
        yield Wanted(each.form, None if each.place == STANDARD_OUTPUT else each.place)


def _checked(form: str, place: str) -> str:
    # It would overwrite what is most likely meant to be the annotated copy.
    if place.lower().endswith(_OF_WORKBOOKS):
        raise Misuse("U048", place=place, form=form)
    return place

"""Calls that make no sense, each in one sentence with a code: our own, and those that click finds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import click

from syditval.cli import words
from syditval.cli.spelling import placeholder, spelled, variables_heeded
from syditval.messages import Refusal

PROGRAM = "syditval"


class Misuse(click.UsageError):
    """A call that makes no sense; its codes are U...

    Where the environment has a part in it, the sentence is followed by the names of its variables.
    """

    def __init__(self, code: str, **fields: str) -> None:
        self.refusal = Refusal(code, **fields)
        super().__init__(self.refusal.sentence(words.language()))

    @property
    def code(self) -> str:
        """The code of the sentence."""
        return self.refusal.code

    def sentence(self, language: str) -> str:
        """The misuse as one sentence in a language, and where options came from that nobody typed."""
        said = self.refusal.sentence(language)
        variables = variables_heeded(self.ctx) if self.ctx else []
        if not variables:
            return said
        return f"{said} {words.say('from_environment', variables=', '.join(variables))}"


def worded(error: click.ClickException) -> Misuse:
    """An error of click in our own words: its own sentences, in English only, are never shown."""
    if isinstance(error, Misuse):
        return error
    context = getattr(error, "ctx", None)
    misuse = _of_click(error, context.command_path if context else PROGRAM)
    misuse.ctx = context
    return misuse


def guess(names: Iterable[str]) -> str:
    """What may have been meant, to stand after what there is not; nothing where nobody knows."""
    listed = ", ".join(sorted(names))
    return words.say("did_you_mean", names=listed) if listed else ""


def refuse_beside(one: str, given: Mapping[str, object], names: Iterable[str]) -> None:
    """Raise Misuse where any of some parameters is set, for an option that they contradict."""
    if others := [f"--{name.replace('_', '-')}" for name in names if given[name]]:
        raise Misuse("U013", one=one, others=", ".join(others))


def _of_click(error: click.ClickException, command: str) -> Misuse:
    match error:
        case click.NoSuchOption(option_name=name, possibilities=names):
            return Misuse("U003", option=name, guess=guess(names or ()), command=command)
        case click.MissingParameter(param=click.Option() as option):
            return Misuse("U004", what=spelled(option), command=command)
        case click.MissingParameter(param=click.Argument() as argument):
            return Misuse("U004", what=placeholder(argument), command=command)
        case click.BadOptionUsage(option_name=name) if _is_flag(error, name):
            return Misuse("U006", option=name)
        case click.BadOptionUsage(option_name=name):
            return Misuse("U005", option=name, command=command)
    return Misuse("U026", command=command)


def _is_flag(error: click.BadOptionUsage, name: str) -> bool:
    parameters = error.ctx.command.params if error.ctx else []
    return any(isinstance(each, click.Option) and each.is_flag and name in each.opts for each in parameters)

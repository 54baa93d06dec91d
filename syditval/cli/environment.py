"""Options that are set in the environment rather than in the call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import click

from syditval.cli.misuse import Misuse
from syditval.cli.spelling import settable, variable

YES = ("1", "true", "yes", "ja")
NO = ("0", "false", "no", "nej")


def given_in(environment: Mapping[str, str], parameters: Iterable[click.Parameter]) -> dict[str, object]:
    """What the environment sets options to, by the name of the parameter. A blank variable sets nothing.

    Raises Misuse for a value that no option could have; others are refused where typed ones are.
    """
    texts = {option: environment.get(variable(option), "") for option in settable(parameters)}
    return {str(option.name): _value(option, text) for option, text in texts.items() if text.strip()}


def is_yes(text: str) -> bool | None:
    """What a text says, in either language; None where it says neither yes nor no."""
    answer = text.strip().lower()
    return True if answer in YES else False if answer in NO else None


def _value(option: click.Option, text: str) -> object:
    if option.is_flag:
        answer = is_yes(text)
        if answer is None:
            raise Misuse("U008", option=variable(option), value=text, choices=", ".join(YES + NO))
        return answer
    return _split(option, text) if option.multiple else text


def _split(option: click.Option, text: str) -> list[str]:
    """The values of an option that may be repeated: blanks part them, save between quotation marks."""
    import shlex

    reader = shlex.shlex(text, posix=True)
    reader.whitespace_split = True
    # A path on Windows is full of backslashes, and any name may hold a hash sign.
    reader.escape = reader.commenters = ""
    try:
        return list(reader)
    except ValueError:
        raise Misuse("U012", variable=variable(option)) from None

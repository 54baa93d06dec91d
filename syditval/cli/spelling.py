"""How a parameter is written: in a call, in a help text, and in the environment."""

from __future__ import annotations

from collections.abc import Iterable

import click
from click.core import ParameterSource

from syditval.cli.words import language
from syditval.messages import texts
from syditval.messages.names import named

_PREFIX = "SYDITVAL_"


def spelled(parameter: click.Parameter) -> str:
    """An option by its long name, an argument by its word in capitals."""
    return _long_name(parameter) if isinstance(parameter, click.Option) else _word(parameter)


def placeholder(parameter: click.Parameter) -> str:
    """What stands for the value in a help text: its choices, or a word in capitals."""
    return "|".join(parameter.type.choices) if isinstance(parameter.type, click.Choice) else _word(parameter)


def variable(option: click.Option) -> str:
    """The variable of the environment that sets an option: SYDITVAL_FAIL_ON for ``--fail-on``."""
    return _PREFIX + _long_name(option).removeprefix("--").replace("-", "_").upper()


def settable(parameters: Iterable[click.Parameter]) -> list[click.Option]:
    """The options that the environment may set: all but the eager ones.

    Those end the run at once, or are settled before click is asked, as the language is.
    """
    return [each for each in parameters if isinstance(each, click.Option) and not each.is_eager]


def variables_heeded(context: click.Context) -> list[str]:
    """The variables of the environment that set an option of this call."""
    return [
        variable(option)
        for option in settable(context.command.params)
        if context.get_parameter_source(str(option.name)) is ParameterSource.DEFAULT_MAP
    ]


def _word(parameter: click.Parameter) -> str:
    """The word for a value, in the language in force."""
    return named("metavar", parameter.metavar or str(parameter.name).upper(), texts(language()))


def _long_name(option: click.Option) -> str:
    return max(option.opts, key=len)

"""Commands that stand under one name, each made only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import click

from syditval.cli.commands import Worded
from syditval.cli.misuse import Misuse, guess
from syditval.cli.options import general_options, lang_option
from syditval.cli.suggestions import suggested
from syditval.cli.words import say

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Makers = Mapping[str, Callable[[], click.Command]]


class Group(Worded, click.Group):
    """Commands by their names, in the order of a first encounter.

    What the catalogues say of each begins with ``prefix``: of backup, ``store_backup_short``.
    """

    def __init__(self, name: str, makers: Makers, prefix: str = "", **settings: Any) -> None:
        super().__init__(name, invoke_without_command=True, add_help_option=False, **settings)
        self.makers, self.prefix = makers, prefix

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        return list(self.makers)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What stands after the name in the line of the usage."""
        return [*super().collect_usage_pieces(ctx), say("command_metavar")]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options and the commands with their short descriptions, none of them made for it."""
        super().format_options(ctx, formatter)
        with formatter.section(say("commands")):
            formatter.write_dl(list(self._meanings()))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with a name, made now."""
        make = self.makers.get(cmd_name)
        return make() if make else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that a call names. Raises Misuse where there is none of that name."""
        name = args[0]
        if name not in self.makers and not ctx.resilient_parsing:
            close = guess(get_close_matches(name, self.makers))
            raise Misuse("U002", name=name, guess=close, command=ctx.command_path)
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands, none of them made for it, and the options of the group itself."""
        return [
            *suggested(self._meanings(), incomplete),
            *click.Command.shell_complete(self, ctx, incomplete),
        ]

    def _meanings(self) -> Iterator[tuple[str, str]]:
        return ((name, say(f"{self.prefix}{name}_short".replace("-", "_"))) for name in self.makers)


def group(name: str, makers: Makers) -> Group:
    """A command that does nothing by itself: it is followed by one of its own.

    Its texts are ``NAME_help`` and, of each of its commands, ``NAME_COMMAND_short``.
    """
    return Group(
        name,
        makers,
        prefix=f"{name}_",
        callback=_need_command,
        help=say(f"{name}_help"),
        epilog=say("environment"),
        params=[lang_option(), *general_options()],
    )


def _need_command() -> None:
    context = click.get_current_context()
    if context.invoked_subcommand is None:
        raise Misuse("U004", command=context.command_path, what=say("command_metavar").split()[0])

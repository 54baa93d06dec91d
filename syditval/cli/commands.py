"""What every command has in common: its help, its errors and its environment, in our own words."""

from __future__ import annotations

import os
from typing import Any

import click

from syditval.cli.environment import given_in
from syditval.cli.loudness import detail
from syditval.cli.misuse import Misuse, worded
from syditval.cli.spelling import placeholder, variables_heeded
from syditval.cli.words import say


class Worded(click.Command):
    """A command that says nothing of click's own, in whatever language."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What stands after the command's name in the line of its usage."""
        arguments = [each for each in self.params if isinstance(each, click.Argument)]
        return [say("options_metavar"), *map(_in_usage, arguments)]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line of the usage."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, f"{say('usage')} ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, each with what it does."""
        options = [each for each in self.params if isinstance(each, click.Option)]
        with formatter.section(say("options")):
            formatter.write_dl([(_names(option), _meaning(option)) for option in options])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read a call. The environment sets what the call does not. Raises Misuse for what is wrong."""
        try:
            if not ctx.resilient_parsing:
                ctx.default_map = given_in(os.environ, self.params)
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise worded(error) from None


class Command(Worded):
    """One of the commands."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read a call; what is left over is too much."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise Misuse("U007", command=ctx.command_path, extra=" ".join(rest))
        return rest

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        if variables := variables_heeded(ctx):
            detail(say("from_environment", variables=", ".join(variables)))
        return super().invoke(ctx)


def help_option() -> click.Option:
    """-h, --help."""
    return click.Option(
        ["-h", "--help"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_help,
        help=say("help"),
    )


def _show_help(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()


def _in_usage(argument: click.Argument) -> str:
    written = placeholder(argument) + ("..." if argument.nargs != 1 else "")
    return written if argument.required else f"[{written}]"


def _names(option: click.Option) -> str:
    names = ", ".join(option.opts)
    return names if option.is_flag else f"{names} {placeholder(option)}"


def _meaning(option: click.Option) -> str:
    remarks = [say("default", value=option.default)] if option.show_default else []
    remarks += [say("required")] if option.required else []
    return f"{option.help}  [{', '.join(remarks)}]" if remarks else str(option.help)

"""Writes the pages that come out of the code: ``python docs/generate.py``, or ``--check`` to compare.

The CLI reference is what ``--help`` prints, a rule's page is what the rule says of itself, and the
picture of the terminal report is the report on a sample. With ``--check`` nothing is written: every
page that is missing, different or left over is named, and the exit code is 1.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.terminal_theme import TerminalTheme

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
sys.path[:0] = [str(DOCS), str(ROOT)]
# The pages are in English whoever makes them.
os.environ["SYDITVAL_LANG"] = "en"

from errors_page import errors_page  # noqa: E402
from rule_pages import list_page, rule_page  # noqa: E402

from syditval.checks import rule_infos  # noqa: E402
from syditval.cli.main import COMMANDS, program  # noqa: E402
from syditval.reports.terminal import render  # noqa: E402
from syditval.run import reconcile  # noqa: E402

HELP_WIDTH = 80
PICTURE_WIDTH = 96
PICTURED = "samples/c-planted-errors.xlsx"
NOTE = "<!-- Made by docs/generate.py; change the code or its texts instead. -->\n\n"


def pages() -> Iterator[tuple[str, str]]:
    """Every generated page: its path below docs/ and its text."""
    yield "cli.md", NOTE + cli_page()
    yield "errors.md", NOTE + errors_page()
    yield "rules/README.md", NOTE + list_page()
    for info in rule_infos():
        yield f"rules/{info.code}.md", NOTE + rule_page(info)
    yield "pictures/report.svg", picture()


def cli_page() -> str:
    """The help of the program and of each command, as it is printed."""
    parts = ["# Command line\n"]
    group = program()
    context = click.Context(group, info_name="syditval", terminal_width=HELP_WIDTH)
    parts.append(_block(group.get_help(context)))
    for name in COMMANDS:
        parts += _command_parts(group, name, context)
    return "\n".join(parts)


def _command_parts(group: click.Group, name: str, context: click.Context) -> Iterator[str]:
    """The help of a command, and below it that of each command in it, should it be a group."""
    command = group.get_command(context, name)
    assert command is not None
    inner = click.Context(command, info_name=name, parent=context, terminal_width=HELP_WIDTH)
    title = inner.command_path.removeprefix("syditval ")
    yield f"{'#' * (1 + len(title.split()))} {title}\n\n{_block(command.get_help(inner))}"
    if isinstance(command, click.Group):
        for each in command.list_commands(inner):
            yield from _command_parts(command, each, inner)


def _block(text: str) -> str:
    return f"```\n{text.strip(chr(10))}\n```\n"


_THEME = TerminalTheme(
    (255, 255, 255),
    (36, 36, 36),
    [
        (36, 36, 36),
        (176, 32, 16),
        (16, 110, 60),
        (140, 96, 0),
        (20, 80, 170),
        (120, 40, 130),
        (0, 110, 120),
        (90, 90, 90),
    ],
)
_SVG = """<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: monospace; font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix" xml:space="preserve">
{matrix}
</g>
</g>
</svg>
"""


def picture() -> str:
    """The report on the sample with planted errors, as a terminal shows it."""
    console = Console(
        record=True,
        width=PICTURE_WIDTH,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
        highlight=False,
        markup=False,
        legacy_windows=False,
    )
    render(reconcile(ROOT / PICTURED), console)
    svg = console.export_svg(
        title=f"syditval reconcile {PICTURED}", theme=_THEME, code_format=_SVG, unique_id="report"
    )
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def differences(folder: Path) -> list[str]:
    """What a folder's pages have against what they should be: one sentence each."""
    wanted = dict(pages())
    wrong = [f"{name} is missing" for name in wanted if not (folder / name).is_file()]
    wrong += [
        f"{name} is out of date"
        for name, text in wanted.items()
        if (folder / name).is_file() and (folder / name).read_text(encoding="utf-8") != text
    ]
    left = {f"rules/{path.name}" for path in (folder / "rules").glob("*.md")} - set(wanted)
    return wrong + [f"{name} belongs to no rule" for name in sorted(left)]


def write(folder: Path) -> None:
    """Write every page below a folder."""
    for name, text in pages():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Write the pages, or compare them."""
    if "--check" not in arguments:
        write(DOCS)
        return 0
    wrong = differences(DOCS)
    for sentence in wrong:
        print(f"docs/{sentence}: run make docs", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

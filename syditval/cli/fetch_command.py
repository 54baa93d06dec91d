"""``syditval fetch``: what is kept of a month as a file: the workbook, its annotated copy, its record."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Unpack

import click

from syditval.cli import options
from syditval.cli.copies import default_copy, folder_of
from syditval.cli.kept_month import Named, chosen, month_parameters, subject_of
from syditval.cli.loudness import is_quiet
from syditval.cli.means import Means, means_options
from syditval.cli.options import with_kinds
from syditval.cli.second_run import second_request, second_run
from syditval.cli.store_place import with_store
from syditval.cli.suggestions import files
from syditval.cli.whereabouts import by_option, noted
from syditval.cli.words import say
from syditval.messages import Refusal
from syditval.messages.visible import is_hidden, visible
from syditval.model.exit_codes import EXIT_CLEAN

if TYPE_CHECKING:
    from syditval.store import Database, Entry

WORKBOOK, ANNOTATED, RECORD, ALL = CHOICES = ("workbook", "annotated", "record", "all")
NAMELESS = "workbook.xlsx"
# What no file may be called, on any system.
_NOT_IN_NAMES = frozenset('<>:"/\\|?*')


class Options(Named, Means):
    """What click gives for the options."""

    what: str
    output: str | None
    by: str


def command() -> click.Command:
    """The command in the language in force."""
    output = click.Option(["-o", "--output"], metavar="PATH", shell_complete=files, help=say("fetch_output"))
    what = options.choice_option("what", *CHOICES)
    params = [*month_parameters(), what, output, by_option(), *means_options()]
    return options.command("fetch", _fetch, params)


def safe_name(name: str) -> str:
    """What a file may be called that came under some name: no folder, nothing hidden, nothing barred."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(
        each for each in last if not is_hidden(each) and each not in _NOT_IN_NAMES and each.isprintable()
    )
    return kept.strip(". ") or NAMELESS


def _fetch(**given: Unpack[Options]) -> int:
    return with_kinds(lambda: with_store(given["store"], lambda database: _fetched(database, given)))


def _fetched(database: Database, given: Options) -> int:
    """Everything is made before anything is written."""
    entry = chosen(database, given)
    folder = folder_of(given["output"], several=given["what"] == ALL)
    wanted = CHOICES[:-1] if given["what"] == ALL else (given["what"],)
    made = [(what, *_made(what, entry, database, given)) for what in wanted]
    for what, name, content in made:
        place = Path(given["output"]) if given["output"] and folder is None else (folder or Path()) / name
        _put(place, content)
        noted(database, given["by"], f"fetch-{what}", subject_of(entry), "done")
    return EXIT_CLEAN


def _made(what: str, entry: Entry, database: Database, given: Options) -> tuple[str, bytes]:
    """The name and the content of what is asked for."""
    from syditval.store import content, record

    name = safe_name(entry.name)
    if what == WORKBOOK:
        return name, content(database, entry)
    if what == RECORD:
        return f"{Path(name).stem}.json", record(database, entry).encode()
    return _annotated(name, entry, database, given)


def _annotated(name: str, entry: Entry, database: Database, given: Options) -> tuple[str, bytes]:
    from syditval.run import CopyOrder

    with TemporaryDirectory() as folder:
        target = Path(folder) / (default_copy(name) or name)
        copy = second_run(database, entry, second_request(given), CopyOrder(target)).copy
        if isinstance(copy, Refusal):
            raise copy
        assert copy is not None
        return copy.path.name, copy.path.read_bytes()


def _put(place: Path, content: bytes) -> None:
    """Write a file that is not there yet. Raises Refusal where another stands there, or where that fails."""
    from syditval.files import write_whole

    try:
        is_there = place.is_file()
        if is_there and place.read_bytes() != content:
            raise Refusal("M053", path=str(place))
        if not is_there:
            place.parent.mkdir(parents=True, exist_ok=True)
            write_whole(place, partial(copyfileobj, BytesIO(content)))
    except OSError as error:
        raise Refusal("M054", path=str(place), cause=error.strerror or str(error)) from None
    if not is_quiet():
        click.echo(say("fetched_before" if is_there else "fetched", path=visible(str(place))))

"""``syditval serve``: the page in the browser."""

from __future__ import annotations

import shlex
from dataclasses import replace
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

import click

from syditval.cli import options
from syditval.cli.copies import STANDARD_INPUT
from syditval.cli.kept_month import number_option
from syditval.cli.loudness import note
from syditval.cli.misuse import Misuse
from syditval.cli.options import with_kinds
from syditval.cli.protection import note_missing_protections
from syditval.cli.settled import isolated_option, settings_for, with_settings
from syditval.cli.standards import amount_option, waivers_option
from syditval.cli.store_place import store_named, store_option
from syditval.cli.tasks import request_of
from syditval.cli.values import Place
from syditval.cli.words import language, refused, say
from syditval.messages import Refusal, texts
from syditval.messages.visible import visible
from syditval.model.exit_codes import EXIT_CLEAN
from syditval.web.allowance import DEFAULT, Allowance

if TYPE_CHECKING:
    from syditval.run import Request
    from syditval.store import Database
    from syditval.web.serve import Listening
    from syditval.web.site import Manner

_HOST, _PORT, _MOST = "127.0.0.1", 8377, 65_535
# What may be allowed otherwise than by default.
_ALLOWED = ("uploads_per_minute", "bytes_per_day", "files_at_once", "bytes_at_once")


def command() -> click.Command:
    """The command in the language in force."""
    params: list[click.Parameter] = [
        click.Option(["--host"], metavar="HOST", default=_HOST, show_default=True, help=say("host")),
        click.Option(
            ["--port"],
            type=click.UNPROCESSED,
            metavar="NUMBER",
            default=_PORT,
            show_default=True,
            callback=_port,
            help=say("port"),
        ),
        store_option(),
        *(_file(name) for name in ("tls-certificate", "tls-key")),
        click.Option(["--proxy-address"], metavar="HOST", multiple=True, help=say("proxy_address")),
        click.Option(["--proxy-user-header"], metavar="NAME", default="", help=say("proxy_user_header")),
        click.Option(["--scanner"], metavar="COMMAND", default="", help=say("scanner")),
        *(number_option(name.replace("_", "-"), name, getattr(DEFAULT, name)) for name in _ALLOWED),
        options.choice_option("rounding", "nearest", "truncation"),
        options.choice_option("ratio-basis", "underlying", "shown"),
        amount_option("materiality"),
        waivers_option(),
        options.schemas_option(),
        click.Option(["--recalc"], is_flag=True, help=say("recalc")),
        isolated_option(),
        options.limit_option(),
        options.lang_option(),
    ]
    return options.command("serve", _serve, params)


def _file(name: str) -> click.Option:
    key = name.replace("-", "_")
    return click.Option([f"--{name}"], type=Place(exists=True, dir_okay=False), metavar="FILE", help=say(key))


def _port(_: click.Context, __: click.Parameter, text: str | int) -> int:
    if str(text).isascii() and str(text).isdigit() and int(text) <= _MOST:
        return int(text)
    raise Misuse("U081", value=str(text))


def _serve(**given: Any) -> int:
    return with_kinds(lambda: _served(given))


def _served(given: dict[str, Any]) -> int:
    try:
        from syditval.web.start import Order, serve
    except ImportError:
        return refused(Refusal("U073"))
    from syditval.kinds import load_kinds

    request, manner = _request(given), _manner(given)
    # A mistake in a schema file is told now, and not to whoever sends the first workbook.
    load_kinds(request.schemas)
    note_missing_protections()
    try:
        order = Order(
            _listening(given, request), store_named(given["store"]), manner, _allowance(given), request
        )
        serve(order, _tell)
    except Refusal as refusal:
        return refused(refusal)
    note(texts(language()).get("serve", "ended"))
    return EXIT_CLEAN


def _tell(url: str, is_alone: bool, database: Database) -> None:
    """Say where the page is, and to whom it is open."""
    words = texts(language())
    click.echo(words.get("serve", "listens", url=url, place=visible(database.place)), err=True)
    if is_alone:
        click.echo(words.get("serve", "alone"), err=True)


def _request(given: dict[str, Any]) -> Request:
    """How workbooks are read and checked, with what is settled where the page is served from."""
    from syditval.run import Question

    settings = settings_for(STANDARD_INPUT, isolated=given["isolated"])
    settled = {**with_settings(given, settings), "in_process": False, "as_of": None}
    return request_of(settled, settings, Question.RECONCILE)  # type: ignore[arg-type]


def _listening(given: dict[str, Any], request: Request) -> Listening:
    from syditval.web.serve import Listening

    for one, other in (("tls_certificate", "tls_key"), ("tls_key", "tls_certificate")):
        if given[one] and not given[other]:
            raise _lacks(one, other)
    grace = request.limits.wall_seconds
    return Listening(given["host"], given["port"], given["tls_certificate"], given["tls_key"], grace)


def _manner(given: dict[str, Any]) -> Manner:
    from syditval.web.serve import is_local
    from syditval.web.site import Manner, Proxy

    if given["proxy_user_header"] and not given["proxy_address"]:
        raise _lacks("proxy_user_header", "proxy_address")
    addresses = frozenset(map(_address, given["proxy_address"]))
    return Manner(
        is_local=is_local(given["host"]),
        is_secure=bool(given["tls_certificate"] or addresses),
        proxy=Proxy(addresses, given["proxy_user_header"]) if addresses else None,
        scanner=tuple(shlex.split(given["scanner"])),
        language=language(),
    )


def _address(text: str) -> str:
    try:
        return str(ip_address(text))
    except ValueError:
        raise Misuse("U080", value=text) from None


def _allowance(given: dict[str, Any]) -> Allowance:
    return replace(DEFAULT, **{name: given[name] for name in _ALLOWED})


def _lacks(option: str, other: str) -> Misuse:
    spelt = (f"--{name.replace('_', '-')}" for name in (option, other))
    return Misuse("U072", option=next(spelt), other=next(spelt))

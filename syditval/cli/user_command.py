"""``syditval user``: who may sign in to the page, and what they may do there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from syditval.cli import options
from syditval.cli.groups import group
from syditval.cli.loudness import is_quiet
from syditval.cli.new_password import new_password
from syditval.cli.store_place import store_option, with_store
from syditval.cli.values import OneOf
from syditval.cli.whereabouts import noted, now
from syditval.cli.words import say
from syditval.messages import Refusal
from syditval.messages.visible import visible
from syditval.model.exit_codes import EXIT_CLEAN

if TYPE_CHECKING:
    from syditval.store import Database, Person

_GROUP = "user"


class Named(TypedDict):
    """What click gives for a command about one person."""

    name: str
    store: str | None


class Added(Named):
    """What click gives for somebody who is let in."""

    role: str
    entity: tuple[str, ...]
    password_stdin: bool
    no_password: bool


class Changed(Named):
    """What click gives for somebody who is there already."""

    role: str | None
    entity: tuple[str, ...]
    password: bool
    password_stdin: bool
    enable: bool


def command() -> click.Command:
    """The command in the language in force."""
    makers = {"add": _add, "list": _list, "change": _change, "disable": _disable, "sign-out": _sign_out}
    return group(_GROUP, makers)


def _add() -> click.Command:
    params: list[click.Parameter] = [
        *_person_parameters(must_have_role=True),
        _flag("password-stdin"),
        _flag("no-password"),
    ]
    return _command("add", _added, params)


def _list() -> click.Command:
    return _command("list", _listed, [])


def _change() -> click.Command:
    params: list[click.Parameter] = [
        *_person_parameters(must_have_role=False),
        _flag("password", "new_password"),
        _flag("password-stdin"),
        _flag("enable"),
    ]
    return _command("change", _changed, params)


def _disable() -> click.Command:
    return _command("disable", _disabled, [_name()])


def _sign_out() -> click.Command:
    return _command("sign-out", _signed_out, [_name()])


def _command(name: str, run: Callable[..., int], params: list[click.Parameter]) -> click.Command:
    return options.command(name, run, [*params, store_option(), options.lang_option()], group=_GROUP)


def _name() -> click.Argument:
    return click.Argument(["name"], metavar="NAME")


def _flag(name: str, text: str = "") -> click.Option:
    return click.Option([f"--{name}"], is_flag=True, help=say(text or name.replace("-", "_")))


def _person_parameters(*, must_have_role: bool) -> list[click.Parameter]:
    from syditval.store import Role

    return [
        _name(),
        click.Option(
            ["--role"], type=OneOf([role.value for role in Role]), required=must_have_role, help=say("role")
        ),
        click.Option(["--entity"], metavar="NAME", multiple=True, help=say("own_entity")),
    ]


def _added(**given: Unpack[Added]) -> int:
    def work(database: Database) -> int:
        from syditval.store import Person, Role, add_person

        someone = Person(given["name"].strip(), Role(given["role"]), given["entity"])
        _refuse_disagreement(someone)
        if not given["no_password"]:
            someone = replace(someone, password_hash=new_password(from_input=given["password_stdin"]))
        add_person(database, someone)
        return _done(database, "user-add", "user_added", someone.name)

    return with_store(given["store"], work, make=True)


def _changed(**given: Unpack[Changed]) -> int:
    def work(database: Database) -> int:
        from syditval.store import Role, change_person, sign_out_everywhere

        known = _known(database, given["name"])
        role = Role(given["role"] or known.role)
        kept = known.entities if role is known.role else ()
        someone = replace(
            known,
            role=role,
            entities=given["entity"] or kept,
            is_enabled=known.is_enabled or given["enable"],
        )
        _refuse_disagreement(someone)
        if given["password"] or given["password_stdin"]:
            hashed = new_password(from_input=given["password_stdin"])
            someone = replace(someone, password_hash=hashed, failures=0, locked_until=None)
        change_person(database, someone)
        sign_out_everywhere(database, someone.name)
        return _done(database, "user-change", "user_changed", someone.name)

    return with_store(given["store"], work)


def _disabled(**given: Unpack[Named]) -> int:
    def work(database: Database) -> int:
        from syditval.store import change_person, sign_out_everywhere

        someone = replace(_known(database, given["name"]), is_enabled=False)
        change_person(database, someone)
        sign_out_everywhere(database, someone.name)
        return _done(database, "user-disable", "user_disabled", someone.name)

    return with_store(given["store"], work)


def _signed_out(**given: Unpack[Named]) -> int:
    def work(database: Database) -> int:
        from syditval.store import sign_out_everywhere

        someone = _known(database, given["name"])
        sign_out_everywhere(database, someone.name)
        return _done(database, "user-sign-out", "user_signed_out", someone.name)

    return with_store(given["store"], work)


def _listed(store: str | None) -> int:
    def work(database: Database) -> int:
        from syditval.store import people

        known = people(database)
        click.echo("\n".join(map(_line, known)) if known else say("no_users"))
        return EXIT_CLEAN

    return with_store(store, work)


def _line(someone: Person) -> str:
    """One person in a line: name, role, entities, and what keeps them out."""
    return visible("  ".join((someone.name, someone.role, ", ".join(_of(someone)))).rstrip())


def _of(someone: Person) -> Iterator[str]:
    from syditval.reports.months import told_time

    yield from someone.entities
    if not someone.is_enabled:
        yield say("is_disabled")
    if someone.locked_until is not None and now() < someone.locked_until:
        yield say("is_locked", until=told_time(someone.locked_until))
    if not someone.password_hash:
        yield say("has_no_password")


def _known(database: Database, name: str) -> Person:
    """The person of a name. Raises NotKept where there is none."""
    from syditval.store import NotKept, person

    found = person(database, name)
    if found is None:
        raise NotKept("M018", name=name)
    return found


def _refuse_disagreement(someone: Person) -> None:
    """Raise Refusal where somebody from finance has no entity, or somebody else has one."""
    from syditval.store import Role

    if (someone.role is Role.FINANCE) != bool(someone.entities):
        raise Refusal("U078", name=someone.name, role=someone.role)


def _done(database: Database, act: str, key: str, name: str) -> int:
    noted(database, "", act, name, "done")
    if not is_quiet():
        click.echo(say(key, name=visible(name)))
    return EXIT_CLEAN

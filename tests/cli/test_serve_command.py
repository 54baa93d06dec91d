"""``syditval serve``: what is ordered of the page; serving itself is tested in tests/web."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest

from syditval.arithmetic import RoundingMode
from syditval.cli import serve_command
from syditval.run import Request
from syditval.store import Database, open_database
from syditval.web.allowance import DEFAULT
from syditval.web.site import Manner, Proxy
from syditval.web.start import Order
from tests.cli.sending import at_work, ended
from tests.web import certificate

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def ordered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Order]:
    """The orders that would have been served."""
    at_work(tmp_path, monkeypatch)
    # The page never does without the protection of a process for each file.
    monkeypatch.delenv("SYDITVAL_IN_PROCESS")
    orders: list[Order] = []
    monkeypatch.setattr("syditval.web.start.serve", lambda order, tell: orders.append(order))
    return orders


def order(ordered: list[Order], *options: str) -> Order:
    """What some options order."""
    assert ended("serve", *options) == 0
    return ordered[-1]


def test_unless_told_otherwise_it_is_for_this_computer_in_the_usual_store(ordered: list[Order]) -> None:
    usual = order(ordered)

    assert (usual.at.host, usual.at.port, usual.place) == ("127.0.0.1", 8377, "arkiv.sqlite")
    assert usual.manner == Manner(language="en")
    assert usual.allowance == DEFAULT
    assert usual.request == Request()


def test_what_stands_in_the_help_is_what_holds() -> None:
    defaults = {option.name: option.default for option in serve_command.command().params}

    assert {name: defaults[name] for name in serve_command._ALLOWED} == {
        name: number for name, number in asdict(DEFAULT).items() if name in serve_command._ALLOWED
    }


def test_a_proxy_is_named_by_its_addresses(ordered: list[Order]) -> None:
    options = (
        "--proxy-address",
        "10.0.0.5",
        "--proxy-address",
        "0:0::1",
        "--proxy-user-header",
        "X-Remote-User",
    )

    manner = order(ordered, "--host", "0.0.0.0", *options).manner

    assert manner.proxy == Proxy(frozenset({"10.0.0.5", "::1"}), "X-Remote-User")
    assert (manner.is_secure, manner.is_local) == (True, False)


def test_tls_takes_a_certificate_and_its_key(ordered: list[Order], tmp_path: Path) -> None:
    cert, key = map(str, certificate.written(tmp_path))

    assert order(ordered, "--tls-certificate", cert, "--tls-key", key).manner.is_secure
    assert ended("serve", "--tls-certificate", cert) == 2
    assert ended("serve", "--tls-key", key) == 2


def test_a_header_needs_a_proxy(capsys: Capture) -> None:
    assert ended("serve", "--proxy-user-header", "X-Remote-User") == 2
    assert "--proxy-user-header needs --proxy-address beside it" in capsys.readouterr().err


def test_a_scanner_is_a_command_with_its_arguments(ordered: list[Order]) -> None:
    scanner = order(ordered, "--scanner", "clamdscan --no-summary 'a b' -").manner.scanner

    assert scanner == ("clamdscan", "--no-summary", "a b", "-")


def test_what_is_allowed_is_a_matter_of_options(ordered: list[Order]) -> None:
    allowance = order(ordered, "--uploads-per-minute", "5", "--bytes-per-day", "1000").allowance

    assert (allowance.uploads_per_minute, allowance.bytes_per_day) == (5, 1000)
    assert allowance.files_at_once == DEFAULT.files_at_once


def test_workbooks_are_read_as_is_settled_where_it_is_served_from(
    ordered: list[Order], tmp_path: Path
) -> None:
    (tmp_path / "syditval.toml").write_text('rounding = "truncation"\nmateriality = "100 tkr"\n')

    request = order(ordered, "--limit", "file-bytes=1000").request

    assert request.policy.mode is RoundingMode.TRUNCATION
    assert str(request.materiality) == "100 tkr"
    assert request.limits.file_bytes == 1000
    assert not request.in_process
    assert order(ordered, "--isolated").request == Request()


@pytest.mark.parametrize("port", ["65536", "-1", "x", "²", ""])
def test_a_port_is_a_number(port: str, capsys: Capture) -> None:
    assert ended("serve", f"--port={port}") == 2


def test_a_mistake_in_a_schema_is_told_before_anybody_sends_a_workbook(
    ordered: list[Order], tmp_path: Path, capsys: Capture
) -> None:
    (tmp_path / "fel").mkdir()
    (tmp_path / "fel" / "budget.toml").write_text("title = 3")

    assert ended("serve", "--schemas", "fel") == 2
    assert "budget.toml" in capsys.readouterr().err
    assert ordered == []


@pytest.mark.parametrize("is_alone", [True, False])
def test_where_it_is_and_to_whom_it_is_open_is_told(
    is_alone: bool, monkeypatch: pytest.MonkeyPatch, capsys: Capture, tmp_path: Path
) -> None:
    def serve(_: Order, tell: object) -> None:
        with open_database("arkiv.sqlite") as database:
            assert isinstance(database, Database)
            tell("http://127.0.0.1:8377/", is_alone, database)  # type: ignore[operator]

    monkeypatch.setattr("syditval.web.start.serve", serve)

    assert ended("serve") == 0

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(
        "The page is at http://127.0.0.1:8377/ with the months in arkiv.sqlite. Ctrl-C ends it."
    )
    assert ("Nobody signs in here" in said.err) == is_alone
    assert said.err.endswith("The page is closed; what was begun is finished.\n")

"""What is needed before anybody is let in."""

from __future__ import annotations

import stat
import tempfile
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.types import ASGIApp

from syditval.messages import Refusal
from syditval.run import Request
from syditval.store import Database, Person, Role, add_person, open_database
from syditval.web import start
from syditval.web.allowance import Allowance
from syditval.web.serve import Listening
from syditval.web.site import Manner, Proxy
from syditval.web.start import Order, refuse_bad_certificate, refuse_open_door, serve
from tests.web import certificate

LOCAL = Listening("127.0.0.1", 0)
OPEN = Listening("0.0.0.0", 0)
OTHERS = Manner(is_local=False)
PROXY = replace(OTHERS, is_secure=True, proxy=Proxy(frozenset({"10.0.0.5"})))


def order(at: Listening, manner: Manner, place: Path) -> Order:
    """What is to be served."""
    return Order(at, str(place), manner, Allowance(), Request())


@pytest.fixture
def empty(tmp_path: Path) -> Database:
    """A store without anybody."""
    return open_database(str(tmp_path / "months.sqlite"))


@pytest.fixture
def peopled(empty: Database) -> Database:
    """One with somebody who may sign in."""
    add_person(empty, Person("Ada", Role.ADMINISTRATOR))
    return empty


class TestTheDoor:
    def test_this_computer_may_come_in_as_it_is(self, empty: Database, tmp_path: Path) -> None:
        refuse_open_door(order(LOCAL, Manner(), tmp_path), empty)

    @pytest.mark.parametrize("manner", [OTHERS, PROXY, replace(OTHERS, is_secure=True)])
    def test_others_may_not_where_nobody_could_sign_in(
        self, empty: Database, tmp_path: Path, manner: Manner
    ) -> None:
        with pytest.raises(Refusal) as refused:
            refuse_open_door(order(OPEN, manner, tmp_path), empty)

        assert refused.value.code == "U070"

    def test_nor_in_the_open(self, peopled: Database, tmp_path: Path) -> None:
        with pytest.raises(Refusal) as refused:
            refuse_open_door(order(OPEN, OTHERS, tmp_path), peopled)

        assert refused.value.code == "U071"

    @pytest.mark.parametrize("manner", [PROXY, replace(OTHERS, is_secure=True)])
    def test_over_tls_or_behind_a_proxy_they_may(
        self, peopled: Database, tmp_path: Path, manner: Manner
    ) -> None:
        refuse_open_door(order(OPEN, manner, tmp_path), peopled)


class TestTheCertificate:
    def test_one_with_its_key_will_do(self, tmp_path: Path) -> None:
        refuse_bad_certificate(Listening("127.0.0.1", 0, *certificate.written(tmp_path)))

    @pytest.mark.parametrize("text", ["", "no certificate", certificate.KEY])
    def test_another_is_told_so_before_anything_is_opened(self, tmp_path: Path, text: str) -> None:
        cert, key = certificate.written(tmp_path)
        cert.write_text(text)

        with pytest.raises(Refusal) as refused:
            serve(order(Listening("127.0.0.1", 0, cert, key), Manner(), tmp_path / "m.sqlite"), print)

        assert refused.value.code == "U075"
        assert not (tmp_path / "m.sqlite").exists()


def test_what_is_received_lies_in_a_folder_of_ours_that_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, Any] = {}

    def run(app: ASGIApp, at: Listening, sock: object, stopping: threading.Event) -> None:
        folder = Path(tempfile.gettempdir())
        seen["folder"], seen["mode"] = folder, stat.S_IMODE(folder.stat().st_mode)

    monkeypatch.setattr(start, "run", run)
    monkeypatch.setattr(start, "Workers", NoWorkers)
    monkeypatch.setattr(start, "log_to_error_stream", lambda: None)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    serve(
        order(LOCAL, Manner(), tmp_path / "m.sqlite"),
        lambda url, is_alone, database: seen.update(url=url, is_alone=is_alone),
    )

    assert seen["folder"].parent == tmp_path
    assert seen["mode"] == 0o700
    assert not seen["folder"].exists()
    assert seen["url"].startswith("http://127.0.0.1:")
    assert seen["is_alone"]


class NoWorkers:
    """Nobody."""

    def __init__(self, place: str) -> None:
        self.place = place

    def __enter__(self) -> NoWorkers:
        return self

    def __exit__(self, *_: object) -> None:
        pass

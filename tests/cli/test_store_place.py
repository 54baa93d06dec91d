"""Which store a call is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from syditval.cli.store_place import opened, store_named, with_store
from syditval.messages import Refusal
from tests.cli.sending import at_work

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def anna(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_work(tmp_path, monkeypatch)


def test_a_store_is_made_where_that_is_wanted_and_told_once(capsys: Capture) -> None:
    for said in ("syditval: a store was made at nytt.sqlite.\n", ""):
        with opened("nytt.sqlite", make=True) as database:
            assert database.place == "nytt.sqlite"
        assert capsys.readouterr().err == said


def test_and_nowhere_else() -> None:
    with pytest.raises(Refusal, match="There is no store at") as refused, opened("nytt.sqlite"):
        pass
    assert refused.value.code == "M050"
    assert not Path("nytt.sqlite").exists()


def test_a_url_is_a_place_too(capsys: Capture) -> None:
    assert with_store("sqlite:///nytt.sqlite", lambda _: 0) == 0
    assert capsys.readouterr().err == ""
    assert Path("nytt.sqlite").exists()


def test_what_is_refused_is_told(capsys: Capture) -> None:
    def refuse(_: object) -> int:
        raise Refusal("M055", name="Vatten")

    assert with_store("nytt.sqlite", refuse, make=True) == 2
    assert "M055: Nothing is kept of Vatten" in capsys.readouterr().err


def test_the_usual_place_is_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))

    assert store_named("nytt.sqlite") == "nytt.sqlite"
    assert store_named(None).endswith("months.sqlite")

"""What the store says survives the way from one process to another, in both languages."""

from __future__ import annotations

import pickle

import pytest

from syditval.messages import Refusal, texts
from syditval.store import FaultKind, NotKept, StoreRefusal


def test_what_is_not_kept_is_a_refusal_of_the_store() -> None:
    refusal = NotKept("M011", number="7")

    assert isinstance(refusal, StoreRefusal)
    assert isinstance(refusal, Refusal)
    assert type(pickle.loads(pickle.dumps(refusal))) is NotKept
    assert refusal.sentence("sv") == "Ingen post med numret 7 är sparad."


@pytest.mark.parametrize("language", ["en", "sv"])
def test_every_fault_has_its_sentence(language: str) -> None:
    told = [texts(language).get("store_fault", kind.value, subject="X") for kind in FaultKind]

    assert all("X" in sentence for sentence in told)
    assert len(set(told)) == len(FaultKind)

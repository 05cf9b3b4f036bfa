"""Names are matched and suggested within a bounded amount of work."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from kediri_index.agencies.assignment import Ids
from kediri_index.model import text as nearest
from kediri_index.model.text import Names, matches


@pytest.mark.parametrize(
    ("pattern", "name", "is_so"),
    [
        ("a*a*b", "aab", True),
        ("a*a*b", "ab", False),
        ("*", "", True),
        ("a**b", "ab", True),
        ("A-1", "A-1", True),
        ("A-1", "A-11", False),
        ("*-1*-2", "A-1-2", True),
        ("a*a", "a", False),
        ("a*" * 12 + "b", "a" * 5_000, False),
        ("a*" * 12 + "b", "a" * 5_000 + "b", True),
    ],
)
def test_a_star_stands_for_any_characters(pattern: str, name: str, *, is_so: bool) -> None:
    assert matches(pattern, name) is is_so


def test_ids_keep_their_order_whatever_names_them() -> None:
    ids = Ids(["B-1", "A-1", "A-2"])
    assert ids.named("A-2", "A-*", "C-1", "B-1") == ("B-1", "A-1", "A-2")


def test_some_hundred_misspelt_names_among_a_thousand_are_all_suggested() -> None:
    names = Names(f"IND-{number}" for number in range(200))
    assert all(names.nearest(f"IND {number}") == f"IND-{number}" for number in range(100))


@pytest.fixture
def little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave a twentieth of the work that names of a list have."""
    monkeypatch.setattr(nearest, "_WORK", nearest._WORK // 20)  # noqa: SLF001


@pytest.mark.usefixtures("little_work")
def test_a_suggestion_stays_the_same_once_the_work_is_done() -> None:
    names = Names(f"kelompok-{number}" for number in range(500))
    first = [names.nearest(f"kelompox-{number}") for number in range(3)]
    for number in range(500):
        names.nearest(f"kelompoq-{number}")
    assert [names.nearest(f"kelompox-{number}") for number in range(3)] == first
    assert first[0] is not None
    assert names.nearest("kelompo-1") is None


@pytest.mark.usefixtures("little_work")
def test_ten_times_the_names_are_not_a_hundred_times_the_work() -> None:
    def asked(count: int) -> None:
        names = Names(f"g{number}" for number in range(count))
        for number in range(count):
            names.nearest(f"h{number}")

    few, many = _calls(lambda: asked(300)), _calls(lambda: asked(3_000))
    assert many < 20 * few


def _calls(run: Callable[[], object]) -> int:
    """Return how many functions *run* calls: the same on every machine."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(before)
    return calls

"""Telling how far long work is, to whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable

Watch = Callable[[int, int], None]
"""It is told how many steps are done, and how many there are."""


def unwatched(done: int, total: int) -> None:
    """Tell nobody."""


def first_half(watch: Watch) -> Watch:
    """Return what tells *watch* of work that is done twice, the first time."""
    return lambda done, total: watch(done, 2 * total)


def second_half(watch: Watch) -> Watch:
    """Return what tells *watch* of work that is done twice, the second time."""
    return lambda done, total: watch(total + done, 2 * total)

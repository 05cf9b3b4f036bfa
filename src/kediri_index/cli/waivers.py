"""The waivers of ``check --waivers``, as of today."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kediri_index.api.check import Checked
from kediri_index.api.waive import load_waivers, waive
from kediri_index.cli.clock import today
from kediri_index.cli.limits import limits_from


def waiving(path: str, limits: Iterable[str]) -> Callable[[Checked], Checked]:
    """Return what takes the findings out that the file at *path* accepts today."""
    waivers = load_waivers(path, limits=limits_from(limits))
    return lambda checked: waive(checked, waivers, today())

"""What a hostile case is: how its files are made, what is run on them, and what must come of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

FINE, FINDINGS, USAGE = 0, 1, 2


class Case(NamedTuple):
    """A case by *name*.

    *make* writes the files into an empty folder. *faults* are all findings that the run names, each
    as ``code``, or ``code place`` where it has one: ``C110 Penilaian!C2``, ``F305 3``, ``D007 1:5``.
    *arguments* come after the command; *shows* is text that must stand in the output.
    """

    name: str
    make: Callable[[Path], object]
    faults: tuple[str, ...] = ()
    code: int | None = None
    file: str = "a.xlsx"
    arguments: Sequence[str] = ()
    command: Sequence[str] = ("check",)
    shows: tuple[str, ...] = ()
    stdin: str | None = None
    user: int = 0
    needs: str | None = None


def written(name: str, data: bytes) -> Callable[[Path], object]:
    """Return what writes *data* as the file *name*."""
    return lambda folder: (folder / name).write_bytes(data)

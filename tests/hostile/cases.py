"""What a hostile case is: how its files are made, what is run on them, and what must come of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from kediri_index.model.limits import Limits
from tests.hostile.running import Ran

FINE, FINDINGS, USAGE = 0, 1, 2
YAML_GIVES_UP = tuple(map(int, yaml.__version__.split(".")[:3])) >= (6, 0, 4)
"""PyYAML itself refuses a thousand brackets from this version on; else our bound on depth does."""


class Case(NamedTuple):
    """A case by *name*.

    *make* writes the files into an empty folder. *faults* are all findings that the run names, each
    as ``code place`` (or all of them as ``code`` alone, where the place says nothing new): ``C110 Penilaian!C2``, ``F305 3``, ``D007 1:5``.
    *arguments* come after the command; *shows* is text that must stand in the output. *writes* are
    patterns of the files that may be new afterwards, or other than before. What lies outside the
    folder (``sandbox``) may be read only where *reads*. *held* is asked for what else must hold.
    *neighbours* are files of another user's, as far as the machine lets us make some: else the
    program is told so. A *long* case runs only where it is asked for.
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
    powerless: bool = False
    neighbours: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()
    reads: bool = False
    variables: Mapping[str, str] = {}
    held: Callable[[Path, Ran], object] | None = None
    long: bool = False


def file_case(
    name: str, data: bytes | Callable[[], bytes], *faults: str, file: str = "a.xlsx", **more: object
) -> Case:
    """Return a case of one *file*, whose *data* are made only when it runs."""

    def make(folder: Path) -> None:
        (folder / file).write_bytes(data() if callable(data) else data)

    return Case(name, make, faults, file=file, **more)  # type: ignore[arg-type]


def flood_cases(
    name: str,
    size: int,
    data: Callable[[int], bytes],
    *faults: str,
    limit: str = "",
    file: str = "a.xlsx",
) -> tuple[Case, Case]:
    """Return two cases of *data* of a *size*: a tenth under a tenth of its *limit*, and (long) all."""
    tenth = ("--limit", f"{limit}={getattr(Limits(), limit) // 10}") if limit else ()
    return (
        file_case(name, lambda: data(size // 10), *faults, file=file, arguments=tenth),
        file_case(f"{name}, whole", lambda: data(size), *faults, file=file, long=True),
    )


def each(cases: Sequence[Case]) -> pytest.MarkDecorator:
    """Run a test with each of *cases*, a long one where it is asked for."""
    marked = [
        pytest.param(one, id=one.name, marks=[pytest.mark.long] if one.long else [])
        for one in cases
    ]
    return pytest.mark.parametrize("case", marked)

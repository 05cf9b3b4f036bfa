"""What an example is: files, the command that reads them, and what it finds there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

UJI = "definisi/uji.yaml"


class Found(NamedTuple):
    """One finding, at its place; *file* is as the command names it."""

    code: str
    file: str
    sheet: str | None = None
    cell: str | None = None
    line: int | None = None
    column: int | None = None
    value: str | None = None


class Example(NamedTuple):
    """Files by path, and the one finding they give; *beside* are those it cannot come without.

    *arguments* are for *command*, in the folder that the paths are relative to.
    """

    code: str
    files: Mapping[str, bytes]
    arguments: tuple[str, ...]
    found: Found
    beside: tuple[Found, ...] = ()
    command: str = "check"


class Place(NamedTuple):
    """Where in a workbook or text table its finding stands, and the value seen there."""

    sheet: str | None = None
    cell: str | None = None
    value: str | None = None
    line: int | None = None
    column: int | None = None

    def of(self, code: str, path: str) -> Found:
        """Return the finding *code* in the file at *path*, at this place."""
        return Found(code, path, self.sheet, self.cell, self.line, self.column, self.value)


ANYWHERE = Place()


def of_file(
    code: str, data: bytes, place: Place, *options: str, config: str = UJI, ending: str = "xlsx"
) -> Example:
    """Return an example of one file, named by its code, that is checked with *options*."""
    path = f"{code}.{ending}"
    return Example(code, {path: data}, (path, "--config", config, *options), place.of(code, path))


def of_folder(
    code: str,
    files: Mapping[str, bytes],
    faulty: str,
    place: Place,
    *options: str,
    config: str = UJI,
) -> Example:
    """Return an example of several *files* in a folder named by its code."""
    found = place.of(code, f"{code}/{faulty}")
    placed = {f"{code}/{name}": data for name, data in files.items()}
    return Example(code, placed, (code, "--config", config, *options), found)

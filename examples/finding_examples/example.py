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
    """Where in a workbook its finding stands, and the value seen there."""

    sheet: str | None = None
    cell: str | None = None
    value: str | None = None


ANYWHERE = Place()


def of_file(
    code: str, data: bytes, place: Place, *options: str, config: str = UJI, ending: str = "xlsx"
) -> Example:
    """Return an example of one file, named by its code, that is checked with *options*."""
    path = f"{code}.{ending}"
    found = Found(code, path, place.sheet, place.cell, value=place.value)
    return Example(code, {path: data}, (path, "--config", config, *options), found)


def of_folder(
    code: str,
    files: Mapping[str, bytes],
    faulty: str,
    place: Place,
    *options: str,
    config: str = UJI,
) -> Example:
    """Return an example of several *files* in a folder named by its code."""
    found = Found(code, f"{code}/{faulty}", place.sheet, place.cell, value=place.value)
    placed = {f"{code}/{name}": data for name, data in files.items()}
    return Example(code, placed, (code, "--config", config, *options), found)

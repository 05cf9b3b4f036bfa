"""Which files are checked together: all those of a unit, wherever they lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Final

Group = tuple[str, ...]
"""Files that are checked together, in the order in which they were given: the first counts."""

FILES_A_GROUP: Final = 64
"""Few enough to be held at once, many enough to be worth sending to another process."""


def by_folder(files: Sequence[str], most: int = FILES_A_GROUP) -> list[Group]:
    """Return *files* in groups of at most *most*, a folder in one of them where it has room."""
    folders: dict[str, list[str]] = {}
    for file in files:
        folders.setdefault(str(PurePath(file).parent), []).append(file)
    pieces = [
        own[start : start + most] for own in folders.values() for start in range(0, len(own), most)
    ]
    return list(_packed(pieces, most, files))


def by_unit(units_of: Mapping[str, Iterable[str]], most: int = FILES_A_GROUP) -> list[Group]:
    """Return the files of *units_of* in groups, those that share a unit in one.

    A group has at most *most* files, unless more than those belong together.
    """
    return list(_packed(_together(units_of), most, units_of))


def apart(found: Iterable[Mapping[str, Iterable[str]]]) -> list[int]:
    """Return the positions of the groups in *found*, units by file, that share a unit."""
    groups_of: dict[str, set[int]] = {}
    for position, units_of in enumerate(found):
        for units in units_of.values():
            for unit in units:
                groups_of.setdefault(unit, set()).add(position)
    shared = (positions for positions in groups_of.values() if len(positions) > 1)
    return sorted(set().union(*shared))


def _together(units_of: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """Return the files that share a unit, directly or by way of others."""
    first: dict[str, str] = {}
    leads = {file: file for file in units_of}
    for file, units in units_of.items():
        for unit in units:
            one, other = _lead(leads, first.setdefault(unit, file)), _lead(leads, file)
            leads[other] = one
    sets: dict[str, list[str]] = {}
    for file in units_of:
        sets.setdefault(_lead(leads, file), []).append(file)
    return list(sets.values())


def _lead(leads: dict[str, str], file: str) -> str:
    while leads[file] != file:
        leads[file] = leads[leads[file]]  # half the way for whoever asks next
        file = leads[file]
    return file


def _packed(pieces: Iterable[Sequence[str]], most: int, files: Iterable[str]) -> Iterator[Group]:
    """Yield *pieces* put together up to *most* files, none of them cut, each as *files* go."""
    position = {file: number for number, file in enumerate(files)}
    group: list[str] = []
    for piece in pieces:
        if group and len(group) + len(piece) > most:
            yield tuple(sorted(group, key=position.__getitem__))
            group = []
        group += piece
    if group:
        yield tuple(sorted(group, key=position.__getitem__))

"""Scores as pure functions over frozen data: no file, no terminal, no clock.

The packages here hold a class a file, and a list of their names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any

MANY_UNITS = 64
"""From so many on, arrays save more than importing numpy takes."""


class Registered(Mapping[str, type[Any]]):
    """Classes by name, from the *place* of each, such as ``package.z_score:ZScore``.

    A module is imported when its class is asked for: a definition has few of them.
    """

    def __init__(self, places: Mapping[str, str]) -> None:
        self._places = places
        self._classes: dict[str, type[Any]] = {}

    def __getitem__(self, name: str) -> type[Any]:
        if name not in self._classes:
            module, _, kind = self._places[name].partition(":")
            self._classes[name] = getattr(import_module(module), kind)
        return self._classes[name]

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def in_files(package: str, names: Iterable[str]) -> dict[str, str]:
    """Return the place of each of *names*: ``ZScore`` in the module ``z_score`` of *package*."""
    return {name: f"{package}.{name}:{name.title().replace('_', '')}" for name in names}

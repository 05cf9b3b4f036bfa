"""The classes of a package that has one a file, by their names in a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any


class Registered(Mapping[str, type[Any]]):
    """The class of each of *names*: ``ZScore`` in the module ``z_score`` of *package*.

    A module is imported when its class is asked for: a definition has few of them.
    """

    def __init__(self, package: str, names: Iterable[str]) -> None:
        self._package = package
        self._classes: dict[str, type[Any] | None] = dict.fromkeys(names)

    def __getitem__(self, name: str) -> type[Any]:
        found = self._classes[name]
        if found is None:
            module = import_module(f"{self._package}.{name}")
            found = self._classes[name] = getattr(module, name.title().replace("_", ""))
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._classes

    def __iter__(self) -> Iterator[str]:
        return iter(self._classes)

    def __len__(self) -> int:
        return len(self._classes)

"""Scores as pure functions over frozen data: no file, no terminal, no clock.

The packages here hold a class a file, and a list of their names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from kediri_index.errors import OwnMethodError
from kediri_index.model.findings import Finding

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint, EntryPoints

Kind = TypeVar("Kind")
MANY_UNITS = 64
"""From so many on, arrays save more than importing numpy takes."""


OF_THIS_RUN: set[str] = set()
"""The classes of others that only this process knows: no installed package declares them."""


class ClassesOfOthers:
    """Classes that do not ship, by name: registered in this process, or by installed packages.

    A package declares the names of its classes under the entry points *group*; the module of one is
    imported when a definition names it. Nothing else is ever imported for a definition.
    """

    def __init__(self, group: str) -> None:
        self.group = group
        self._classes: dict[str, type[Any]] = {}

    def add(self, name: str, kind: type[Any]) -> None:
        """Register *kind* under *name*, in place of an earlier one."""
        self._classes[name] = kind
        OF_THIS_RUN.add(name)

    def remove(self, name: str) -> None:
        """Forget what is registered under *name*."""
        self._classes.pop(name, None)
        OF_THIS_RUN.discard(name)

    def find(self, name: str) -> type[Any]:
        """Return the class of that *name*.

        Raises KeyError where there is none, OwnMethodError where its package does not load.
        """
        if name not in self._classes:
            for point in self._declared():
                if point.name == name:
                    self._load(point)
        return self._classes[name]

    def names(self) -> tuple[str, ...]:
        """Return the names that :meth:`find` knows."""
        return tuple(sorted({*self._classes, *(one.name for one in self._declared())}))

    def _declared(self) -> EntryPoints:
        from importlib.metadata import entry_points  # noqa: PLC0415 - few definitions ask

        return entry_points(group=self.group)

    def _load(self, point: EntryPoint) -> None:
        why = ""
        try:
            point.load()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a package of others may do anything
            why = f": {said(error)}"
        OF_THIS_RUN.discard(point.name)
        if why or point.name not in self._classes:
            self._classes.pop(point.name, None)
            raise OwnMethodError(
                (Finding("S328", value=point.name, params={"place": point.value, "error": why}),)
            )


class Registered(Mapping[str, type[Kind]]):
    """Classes by name, from the *place* of each, such as ``package.z_score:ZScore``.

    A module is imported when its class is asked for: a definition has few of them. Those of
    *others* are found by name as well; only those that ship are listed.
    """

    def __init__(self, places: Mapping[str, str], others: ClassesOfOthers | None = None) -> None:
        self._places = places
        self._classes: dict[str, type[Kind]] = {}
        self._others = others

    def __getitem__(self, name: str) -> type[Kind]:
        if name not in self._classes:
            if name not in self._places and self._others is not None:
                return self._others.find(name)
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


def said(error: BaseException) -> str:
    """Return what *error* is, in one line."""
    return f"{type(error).__name__}: {' '.join(str(error).split())}".removesuffix(": ")

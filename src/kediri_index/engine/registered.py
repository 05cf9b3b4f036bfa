"""The classes of a package that has one a file, by their names in a list."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any


def registered(package: str, names: Iterable[str]) -> dict[str, type[Any]]:
    """Return the class of each of *names*: ``ZScore`` in the module ``z_score`` of *package*."""
    return {
        name: getattr(import_module(f"{package}.{name}"), name.title().replace("_", ""))
        for name in names
    }

"""The extras: packages that only some of what is asked for needs."""

from __future__ import annotations

from importlib.util import find_spec

from kediri_index.errors import MissingExtraError

_MODULES = {"docx": ("docx", "PIL")}


def has_extra(extra: str) -> bool:
    """Return whether all packages of *extra* are installed; imports none of them."""
    return all(find_spec(module) is not None for module in _MODULES[extra])


def require_extra(what: str, extra: str) -> None:
    """Raise :class:`MissingExtraError` that *what* needs *extra*, unless it is installed."""
    if not has_extra(extra):
        raise MissingExtraError(what, extra)

"""The option ``--limit NAME=VALUE``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kediri_index.errors import UsageError
from kediri_index.model.limits import Limits
from kediri_index.model.nearest import suggest

_HIGHEST: Final = 10**18
"""No file comes near it, and every part of a reader can still reckon with it."""


def limits_from(options: Iterable[str] | None) -> Limits:
    """Return the limits with *options* applied; raises :class:`UsageError` for unknown names."""
    limits = Limits()
    known = list(Limits._fields)
    for option in options or ():
        name, equals, value = option.partition("=")
        if not name or not equals or not (value.isascii() and value.isdigit()):
            raise UsageError("limit-form", value=option)
        if name not in known:
            raise UsageError("unknown-limit", value=name, nearest=suggest(name, known), known=known)
        limits = limits._replace(**{name: _bounded(value)})
    return limits


def _bounded(digits: str) -> int:
    """Return the number of *digits*, however many there are."""
    digits = digits.lstrip("0")
    return _HIGHEST if len(digits) > len(str(_HIGHEST)) else min(int(digits or "0"), _HIGHEST)

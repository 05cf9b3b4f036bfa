"""The option ``--limit NAME=VALUE``."""

from __future__ import annotations

from collections.abc import Iterable

from kediri_index.errors import UsageError
from kediri_index.model.limits import Limits
from kediri_index.model.nearest import suggest


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
        limits = limits._replace(**{name: int(value)})
    return limits

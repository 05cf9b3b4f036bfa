"""The lines of a definition that findings point to."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from kediri_index.model.limits import Limits


def source_lines() -> Callable[[str, int], str | None]:
    """Return a function that gives a line of a file by its number from 1; None where it cannot."""

    @cache
    def lines(file: str) -> tuple[str, ...]:
        path = Path(file)
        try:
            if not path.is_file() or path.stat().st_size > Limits().definition_bytes:
                return ()
            return tuple(path.read_text(encoding="utf-8", errors="replace").splitlines())
        except OSError:
            return ()

    def line(file: str, number: int) -> str | None:
        found = lines(file)
        return found[number - 1] if 0 < number <= len(found) else None

    return line

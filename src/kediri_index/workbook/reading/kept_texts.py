"""Texts that cells share although each has its own: units and ids stand in row after row."""

from __future__ import annotations

from typing import Final

_LONGEST: Final = 60
_KEPT: Final = 20_000


class KeptTexts(dict[str, str]):
    """Short texts by themselves, as they were met first; some thousands at a time."""

    __slots__ = ()

    def __missing__(self, text: str) -> str:
        """Return *text*, and keep it where it is short."""
        if len(text) <= _LONGEST:
            if len(self) == _KEPT:
                self.clear()
            self[text] = text
        return text

"""Texts that stand in their cells, where cells of one text may share it all the same."""

from __future__ import annotations

from typing import Final

from kediri_index.workbook.reading.shared_strings import unescaped

LONGEST: Final = 60
_KEPT: Final = 20_000


class InlineTexts(dict[str, str]):
    """Short texts by themselves, without escapes and as they were kept first; some thousands."""

    __slots__ = ()

    def __missing__(self, text: str) -> str:
        """Return *text* decoded, and keep it where that is the same."""
        if len(text) > LONGEST or "_x" in text:
            return unescaped(text)
        if len(self) == _KEPT:
            self.clear()
        self[text] = text
        return text

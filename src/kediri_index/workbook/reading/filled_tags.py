"""A second count of what a sheet's cells hold, from its bytes and without a parser."""

from __future__ import annotations

import re
from typing import Final

_CONTENT_TAG = rb"<%s(?:v|f|is)(?=[\s/>])"
_SHEET_DATA_TAG = re.compile(rb"<(/?)([\w.-]+:)?sheetData(?:\s[^>]*?)?(/?)>")
_OPAQUE = re.compile(rb"<!--|<!\[CDATA\[")
_END_OF: Final = {b"<!--": b"-->", b"<![CDATA[": b"]]>"}
_LONGEST_NAME: Final = 100


class FilledTags:
    """Counts values, texts and formulas in ``sheetData``, fed with the sheet's bytes in order."""

    __slots__ = ("_content_tag", "_inside", "_opaque_until", "_rest", "count")

    def __init__(self) -> None:
        self.count = 0
        self._rest = b""
        self._inside = False
        self._content_tag = re.compile(_CONTENT_TAG % b"")
        self._opaque_until: bytes | None = None

    def feed(self, chunk: bytes) -> None:
        """Count in *chunk*, outside comments and CDATA; a tag cut off waits for the next one."""
        data = self._rest + chunk
        self._rest = b""
        position = 0
        while True:
            if self._opaque_until is not None:
                end = data.find(self._opaque_until, position)
                if end < 0:
                    self._rest = data[max(position, len(data) - len(self._opaque_until) + 1) :]
                    return
                position = end + len(self._opaque_until)
                self._opaque_until = None
            opening = _OPAQUE.search(data, position)
            if opening is None:
                break
            self._count(data, position, opening.start())
            self._opaque_until = _END_OF[opening[0]]
            position = opening.end()
        stop = _unfinished_tag(data, position)
        self._count(data, position, stop)
        self._rest = data[stop:]

    def _count(self, data: bytes, position: int, stop: int) -> None:
        while position < stop:
            edge = None
            if data.find(b"sheetData", position, stop) >= 0:
                edge = _SHEET_DATA_TAG.search(data, position, stop)
            until = edge.start() if edge else stop
            if self._inside:
                self.count += len(self._content_tag.findall(data, position, until))
            if edge is None:
                return
            self._inside = not edge[1] and not edge[3]
            if self._inside:
                self._content_tag = re.compile(_CONTENT_TAG % re.escape(edge[2] or b""))
            position = edge.end()


def _unfinished_tag(data: bytes, position: int) -> int:
    """Return where a tag begins whose name may not be whole yet, else the end of *data*."""
    opening = data.rfind(b"<", max(position, len(data) - _LONGEST_NAME))
    if opening < 0 or data.find(b">", opening) >= 0:
        return len(data)
    return opening

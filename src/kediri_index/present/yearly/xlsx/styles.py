"""How the cells of the workbook look."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from kediri_index.present.document import Tone

_FRAMED: Final = {"border": 1, "border_color": "#BFBFBF", "valign": "top"}
_TONES: Final = {
    Tone.PLAIN: "#000000",
    Tone.GOOD: "#1B5E20",
    Tone.BAD: "#9C0006",
    Tone.MUTED: "#595959",
}
HEAD_COLOUR: Final = "#1F4E78"
FINE: Final = "0.0000##"
"""Of a score without rounding, as far as it is of use."""


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any, decimals: int) -> None:  # noqa: ANN401 - XlsxWriter has no types
        self._book = book
        self.fixed = decimal_format(decimals)
        self.title = self._made(bold=True, font_size=16)
        self.subtitle = self._made(font_size=11, font_color="#404040")
        self.heading = self._made(bold=True, font_size=13, font_color=HEAD_COLOUR)
        self.subheading = self._made(bold=True, font_size=11)
        self.caption = self._made(bold=True, valign="top")
        self.text = self._made(text_wrap=True, valign="top")
        self.muted = self._made(text_wrap=True, valign="top", font_color=_TONES[Tone.MUTED])
        self.warning = self._made(
            text_wrap=True, valign="top", bold=True, font_color="#9C0006", bg_color="#FFF0F0"
        )
        self.impossible = self._made(bg_color="#F8CBAD")
        self.header = self._made(
            **_FRAMED, bold=True, text_wrap=True, bg_color=HEAD_COLOUR, font_color="#FFFFFF"
        )
        self.block = self._made(
            bold=True, bg_color="#DCE6F1", valign="top", border=1, border_color="#BFBFBF"
        )
        self.label = self._made(**_FRAMED, bold=True, text_wrap=True)
        self.big = self._made(
            **_FRAMED, bold=True, font_size=20, num_format=self.fixed, align="left"
        )

    def cell(
        self,
        number_format: str = "General",
        tone: Tone = Tone.PLAIN,
        *,
        bold: bool = False,
        left: bool = False,
        wrap: bool = True,
    ) -> object:
        """Return the format of a cell in a table."""
        return self._cell(number_format, tone, bold, left, wrap)

    def to_fill(self) -> object:
        """Return the format of a cell that may be changed."""
        return self._special("#FFF9E5", locked=False)

    def unused(self) -> object:
        """Return the format of a cell in which nothing may stand."""
        return self._special("#D9D9D9", locked=True)

    @cache  # noqa: B019 - one workbook is one object, and short-lived
    def _cell(self, number_format: str, tone: Tone, bold: bool, left: bool, wrap: bool) -> object:  # noqa: FBT001 - called by cell() alone
        more: dict[str, object] = {"align": "left", "indent": 1} if left else {}
        return self._made(
            **_FRAMED,
            **more,
            num_format=number_format,
            font_color=_TONES[tone],
            bold=bold,
            text_wrap=wrap,
        )

    @cache  # noqa: B019 - likewise
    def _special(self, colour: str, *, locked: bool) -> object:
        return self._made(**_FRAMED, bg_color=colour, locked=locked, text_wrap=True)

    def _made(self, **properties: object) -> object:
        return self._book.add_format(properties)


def decimal_format(decimals: int, *, signed: bool = False) -> str:
    """Return the number format of *decimals* decimals; the program writes its own decimal mark."""
    plain = f"0.{'0' * decimals}" if decimals else "0"
    return f"+{plain};-{plain};{plain}" if signed else plain

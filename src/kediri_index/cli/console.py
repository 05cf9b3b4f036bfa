"""Where things are printed, by a console that obeys no text."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import IO

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from kediri_index.model.text import printed
from kediri_index.present.renderers.terminal import WIDTH_WITHOUT_TERMINAL


class SafeConsole(Console):
    """A console on which every text is shown, whatever characters are in it.

    With ``FORCE_COLOR`` it may be the log of a CI, so no text is a command there either.
    """

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        """Yield the segments of *renderable*, those with text made safe."""
        for segment in super().render(renderable, options):
            text, style, control = segment
            if control or text == "\n" or _is_harmless(text):
                yield segment
            else:
                yield Segment(printed(text), style)


def _is_harmless(text: str) -> bool:
    is_plain = text.isascii() and text.isprintable()
    return is_plain and "##" not in text and not text.lstrip().startswith("::")


def console(stream: IO[str]) -> SafeConsole:
    """Return a console on *stream*: the terminal's width, else ``COLUMNS``, else 120 columns."""
    known = stream.isatty() or "COLUMNS" in os.environ
    return SafeConsole(
        file=stream,
        width=None if known else WIDTH_WITHOUT_TERMINAL,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )

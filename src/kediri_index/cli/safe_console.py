"""A console that obeys no text: only what Rich itself adds, such as colours, reaches a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from kediri_index.report.terminal_text import printable_lines


class SafeConsole(Console):
    """A console on which every text is shown, whatever characters are in it."""

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        """Yield the segments of *renderable*, those with text made safe."""
        for segment in super().render(renderable, options):
            text, style, control = segment
            if control or text == "\n" or (text.isascii() and text.isprintable()):
                yield segment
            else:
                yield Segment(printable_lines(text), style)

"""A console that obeys no text: only what Rich itself adds, such as colours, reaches a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from kediri_index.model.safe_text import printed


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

"""A bar on standard error while work takes long, for people at a terminal only."""

from __future__ import annotations

import os
import sys
from threading import Lock, Timer
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kediri_index.messages.texts import text
from kediri_index.model.language import Language

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

SECONDS_BEFORE = 0.5
"""Shorter work shows nothing, and does not even import what draws."""


class Waiting:
    """What is done and what there is to do; the bar appears when half a second has gone.

    A context manager: at its end the bar is gone, and nothing of it is left on the screen.
    """

    def __init__(self, language: Language, *, wanted: bool) -> None:
        self._language = language
        self._timer = Timer(SECONDS_BEFORE, self._show) if wanted and _can_draw() else None
        self._lock = Lock()
        self._said = "progress.checking"
        self._done = 0
        self._total = 0
        self._ended = False
        self._bar: tuple[Progress, TaskID] | None = None

    def __enter__(self) -> Self:
        """Begin to wait."""
        if self._timer is not None:
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away, whatever happened."""
        if self._timer is None:
            return
        self._timer.cancel()
        with self._lock:
            self._ended = True
            if self._bar is not None:
                self._bar[0].stop()

    def files(self, done: int, total: int) -> None:
        """Tell how many files are read, of how many."""
        self._tell("progress.reading" if done < total else "progress.checking", done, total)

    def parts(self, done: int, total: int) -> None:
        """Show how many orders of a change were looked at, of how many."""
        self._tell("progress.dividing", done, total)

    def steps(self, done: int, total: int) -> None:
        """Tell how many steps of reading and computing are done, of how many."""
        self._tell("progress.computing", done, total)

    def _tell(self, said: str, done: int, total: int) -> None:
        if self._timer is None:
            return
        with self._lock:
            self._said, self._done, self._total = said, done, total
            self._draw()

    def _show(self) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        from kediri_index.cli.console import console  # imports Rich

        with self._lock:
            if self._ended:
                return
            bar = Progress(
                TextColumn(" {task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                console=console(sys.stderr),
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            self._bar = bar, bar.add_task("", total=None)
            self._draw()
            bar.start()

    def _draw(self) -> None:
        if self._bar is None:
            return
        bar, task = self._bar
        said = text(self._said, self._language)
        bar.update(task, description=said, completed=self._done, total=self._total)


def _can_draw() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

"""What this process was given: three streams, any of which may be closed or full, and signals."""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
from typing import NoReturn

_STREAMS = ("stdin", "stdout", "stderr")
_WIDTHS = ("COLUMNS", "LINES", "TERMINAL_WIDTH", "JUPYTER_COLUMNS", "JUPYTER_LINES")
"""What Rich and Typer convert to numbers, whatever their length."""
_WIDTH = re.compile(r"[1-9][0-9]{0,3}")
_INTERRUPTING = ("SIGTERM", "SIGHUP")
COMPLETING = "_KEDIRI_INDEX_COMPLETE"
"""What a shell's script sets when it asks for completions."""
SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def settle_streams() -> None:
    """Put something in the place of a stream that is closed, and let nothing fail on talk.

    Without this a file that is opened would take the place of a closed standard output.
    """
    for number, name in enumerate(_STREAMS):
        if getattr(sys, name) is None:
            setattr(sys, name, _closed(number))
    talk = sys.stderr
    if isinstance(talk, io.TextIOWrapper):  # the tests have their own
        sys.stderr = _Talk(talk)


def settle_widths() -> None:
    """Forget the variables for widths and heights whose values are not from 1 to 9999."""
    for name in _WIDTHS:
        if not _WIDTH.fullmatch(os.environ.get(name, "")):
            os.environ.pop(name, None)


def settle_threads() -> None:
    """Let numpy start no threads for linear algebra, which nothing here needs."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def settle_signals() -> None:
    """Let what ends a process interrupt it, so that it can take away what is half written."""
    import signal  # the version is told without

    for name in _INTERRUPTING:
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _interrupt)


def leave_signals() -> None:
    """Let the system end this process: all is written, and nothing is left to take away."""
    import signal

    for name in ("SIGINT", *_INTERRUPTING):
        number = getattr(signal, name, None)
        if number is not None and callable(signal.getsignal(number)):
            signal.signal(number, signal.SIG_DFL)


def nowhere(number: int) -> None:
    """Let the descriptor *number* lead to nowhere, so that a last flush has no fault to tell."""
    with contextlib.suppress(OSError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        if nothing != number:
            os.dup2(nothing, number)
            os.close(nothing)


class _Talk(io.TextIOWrapper):
    """Standard error: where nobody hears, nothing is said, and the result is none the worse."""

    def __init__(self, stream: io.TextIOWrapper) -> None:
        super().__init__(stream.buffer, stream.encoding, stream.errors, line_buffering=True)
        self._stream = stream  # which would close the descriptor, were it forgotten

    def write(self, text: str, /) -> int:
        try:
            return super().write(text)
        except OSError:
            nowhere(2)
            return len(text)

    def flush(self) -> None:
        try:
            super().flush()
        except OSError:
            nowhere(2)


def _closed(number: int) -> io.TextIOWrapper:
    """Return a stream whose use fails as that of a closed one; talk alone goes to nowhere."""
    flags = (os.O_WRONLY, os.O_RDONLY, os.O_WRONLY)[number]
    descriptor = os.open(os.devnull, flags)  # the lowest that is free: the one that is missing
    return open(
        descriptor, "w" if number else "r", encoding="utf-8", errors="replace", closefd=False
    )


def _interrupt(number: int, frame: object) -> NoReturn:
    del number, frame  # as Python calls it
    raise KeyboardInterrupt

"""Writing a result: to standard output, or to a file whole or not at all."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kediri_index.errors import UsageError
from kediri_index.report.terminal_text import printable

if TYPE_CHECKING:
    from rich.console import Console


STANDARD_OUTPUT = "-"
_LIKE_COMMAND = re.compile(r"^[^\S\n]*:(?=:)|##(?=\[)", re.MULTILINE)
"""What a GitHub workflow takes for a command: ``::`` where a line begins, ``##[`` anywhere."""


def write_text(text: str | Sequence[str], output: str | None, *, force: bool) -> None:
    """Write *text*, or its parts, to the file *output*, to standard output if None or ``-``."""
    parts = (text,) if isinstance(text, str) else text
    if output in {None, STANDARD_OUTPUT}:
        sys.stdout.writelines(parts)
        sys.stdout.flush()
    else:
        write_file(Path(output or ""), b"".join(part.encode() for part in parts), force=force)


def write_screen(draw: Callable[[Console], None], output: str | None, *, force: bool) -> None:
    """Let *draw* print on standard output, or into the file *output* without colour."""
    from kediri_index.cli.consoles import console, paper  # noqa: PLC0415 - imports Rich

    screen = console(sys.stdout)
    if output is None and screen.is_terminal:
        draw(screen)
        return
    sheet, text = paper("utf-8" if output else screen.encoding)
    draw(sheet)
    text.seek(0)
    lines = "".join(f"{line.rstrip()}\n" for line in text)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        lines = _LIKE_COMMAND.sub(r"\g<0> ", lines)
    write_text(lines, output, force=force)


def talk(draw: Callable[[Console], None]) -> None:
    """Let *draw* print on standard error; no spaces at the ends of lines but at a terminal."""
    from kediri_index.cli.consoles import console, paper  # noqa: PLC0415 - imports Rich

    screen = console(sys.stderr)
    if screen.is_terminal:
        draw(screen)
        return
    sheet, text = paper(screen.encoding)
    draw(sheet)
    text.seek(0)
    sys.stderr.write("".join(f"{line.rstrip()}\n" for line in text))


def say(sentence: str, *, after_space: bool = False) -> None:
    """Say one line on standard error, never broken, so that a command in it can be copied."""
    space = "\n" if after_space else ""
    sys.stderr.write(f"{space} {printable(sentence)}\n")


def write_file(path: Path, data: bytes, *, force: bool) -> None:
    """Write *data* to *path* through a neighbouring file, so that no half of it is ever seen.

    A link is followed, the mode of a file that is replaced is kept; what is no ordinary file, such
    as a device, is written to as it is. Raises :class:`UsageError` where the file exists and
    *force* is not given, or writing fails.
    """
    path = Path(os.path.realpath(path))
    if path.is_file() and not force:
        raise UsageError("output-exists", path=str(path))
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _replace(path, data)
    except OSError as error:
        raise UsageError("output-failed", path=str(path), reason=error.strerror) from error


def refuse_inputs(output: str | None, inputs: Iterable[str]) -> None:
    """Raise :class:`UsageError` where *output* is one of the files that are read."""
    if output is None or output == STANDARD_OUTPUT:
        return
    target = os.path.realpath(output)
    if any(os.path.realpath(path) == target for path in inputs):
        raise UsageError("output-is-input", path=output)


def _replace(path: Path, data: bytes) -> None:
    import tempfile  # noqa: PLC0415 - standard output does without

    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

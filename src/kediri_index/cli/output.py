"""Writing a result: to standard output, or to a file, whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from kediri_index.errors import UsageError
from kediri_index.messages.screens.error import system_reason
from kediri_index.model.text import printable, printed, same_file
from kediri_index.project_folder import is_link, is_outside_allowed, is_planted, leads_out

STANDARD_OUTPUT = "-"
BESIDE = ".kediri-index-"
"""How the name begins under which a file is written, before it gets its own."""
_LINKS_OF_THE_SYSTEM = re.compile(r"/dev(/fd)?|/proc/.+")
"""Where the system itself keeps links to open files, such as /dev/stdout."""


def write_text(text: str | Sequence[str], output: str | None, *, force: bool) -> None:
    """Write *text*, or its parts, to the file *output*, to standard output if None or ``-``.

    It is UTF-8 in both: programs read it, whatever the terminal's code page.
    """
    parts = (text,) if isinstance(text, str) else text
    if output in {None, STANDARD_OUTPUT}:
        print_bytes(part.encode(errors="replace") for part in parts)
    else:
        write_file(Path(output or ""), b"".join(part.encode() for part in parts), force=force)


def print_text(text: str) -> None:
    """Print what people read on standard output, in its code page."""
    sys.stdout.write(printed(text))
    sys.stdout.flush()


def complain(text: str) -> None:
    """Print what people read on standard error."""
    sys.stderr.write(printed(text))


def print_bytes(parts: Iterable[bytes]) -> None:
    """Write *parts* to standard output as they are."""
    sys.stdout.flush()
    if hasattr(sys.stdout, "buffer"):
        sys.stdout.buffer.writelines(parts)
    else:  # a caller's own stream of text, which has no code page
        sys.stdout.writelines(part.decode() for part in parts)
    sys.stdout.flush()


def say(sentence: str, *, after_space: bool = False) -> None:
    """Say one line on standard error, never broken, so that a command in it can be copied."""
    space = "\n" if after_space else ""
    complain(f"{space} {printable(sentence)}\n")


def write_file(path: Path, data: bytes, *, force: bool) -> None:
    """Write *data* to *path* through a neighbouring file, so that no half of it is ever seen.

    The mode of a file that is replaced is kept; what is not an ordinary file, such as a device, is
    written to as it is. Raises :class:`UsageError` for a link, where the file exists and *force* is
    not given, or where writing fails.
    """
    try:
        path = _not_a_link(path)
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _put(path, data, force=force)
    except FileExistsError as error:
        raise UsageError("output-exists", path=str(path)) from error
    except OSError as error:
        raise UsageError("output-failed", path=str(path), reason=system_reason(error)) from error


def write_bytes(output: str, data: bytes, *, force: bool) -> None:
    """Write *data* to the file *output*, to standard output if ``-``."""
    if output == STANDARD_OUTPUT:
        print_bytes([data])
    else:
        write_file(Path(output), data, force=force)


def refuse_outputs(outputs: Sequence[str | None], *, force: bool) -> None:
    """Raise :class:`UsageError` before any work where *outputs* could not all be written."""
    seen = set()
    for path in outputs:
        if path is None or path == STANDARD_OUTPUT:
            continue
        target = os.path.realpath(_not_a_link(Path(path)))
        if same_file(target) in seen:
            raise UsageError("output-twice", path=path)
        seen.add(same_file(target))
        if Path(target).is_file() and not force:
            raise UsageError("output-exists", path=path)


def refuse_inputs(output: str | None, inputs: Iterable[str]) -> None:
    """Raise :class:`UsageError` where *output* is one of the files that are read."""
    if output is None or output == STANDARD_OUTPUT:
        return
    target = os.path.realpath(output)
    if any(os.path.realpath(path) == target for path in inputs):
        raise UsageError("output-is-input", path=output)


def _not_a_link(path: Path) -> Path:
    """Return *path*; one of the system's own links, such as /dev/stdout, by where it leads.

    Raises :class:`UsageError` for any other link, and for one on the way that lies in a project and
    leads out of it; also for a stranger's pipe, who may read there or let us wait.
    """
    if not is_link(path):
        if path.exists() and not path.is_file() and is_planted(path):
            reason = system_reason(PermissionError(errno.EACCES, ""))
            raise UsageError("output-failed", path=str(path), reason=reason)
        if leads_out(path) and not is_outside_allowed():
            raise through_link(path)
        return path
    if _LINKS_OF_THE_SYSTEM.fullmatch(os.path.realpath(path.parent)):
        return Path(os.path.realpath(path)) if path.is_file() else path
    raise through_link(path)


def through_link(path: Path) -> UsageError:
    """Return the error for a link at *path*."""
    return UsageError("output-link", path=str(path), target=os.path.realpath(path))


def _put(path: Path, data: bytes, *, force: bool) -> None:
    """Write *data* beside *path*, and then give it that name.

    The name beside is hidden, of one short length, and no workbook's: what is left of a run that is
    killed is passed over by the next.
    """
    if path.exists():
        mode = stat.S_IMODE(path.stat().st_mode)
        if not force:
            raise FileExistsError
    else:
        mode = 0o666 & ~_umask()
    beside = path.with_name(f"{BESIDE}{os.urandom(8).hex()}")
    try:
        with open(beside, "xb", opener=_private) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            _set_mode(file.fileno(), beside, mode)
        if force:
            beside.replace(path)
        else:
            _name(beside, path)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _name(beside: Path, path: Path) -> None:
    """Give the file *beside* its name; raise FileExistsError where another run was quicker."""
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # no links here: a rename, a little less sure
        if path.exists():
            raise FileExistsError from None
        beside.replace(path)
    else:
        beside.unlink()


def _set_mode(descriptor: int, path: Path, mode: int) -> None:
    """Set the mode of the open file; by its name only where the system knows no other way."""
    if os.chmod in os.supports_fd:
        os.chmod(descriptor, mode)  # its name might be another file's by now
    else:
        path.chmod(mode)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

"""The project folder: where paths and links that others wrote may lead.

A path typed by the user is the user's. What stands in a project, a path in a file or a link, may be
a stranger's: it leads to the project's own files, or nowhere, unless :func:`outside` allows more.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from contextvars import ContextVar
from pathlib import Path
from typing import BinaryIO, Final

CONFIG: Final = "config"
"""The folder of a project's definitions and profile."""

REPOSITORY: Final = ".git"
_QUICK = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
"""A pipe that takes the place of a file is opened without waiting for its writer."""

_READ = os.O_RDONLY | _QUICK | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_JUNCTION: Final = 0xA0000003
"""The tag of a folder of Windows that leads elsewhere."""

_ALLOWED: ContextVar[bool] = ContextVar("outside_is_allowed", default=False)


class OutsideError(Exception):
    """A path that leads out of its project folder."""


class NotOrdinaryError(Exception):
    """A folder, a device, a pipe or a socket where a file was meant."""


@contextlib.contextmanager
def outside(*, allowed: bool) -> Iterator[None]:
    """Let paths and links lead out of the project folder in a ``with`` block, if *allowed*.

    Without it a link that stands in a project, or a path that a file says, leads to the project's
    own files or is refused. Leave that was given around the block stays. Nothing is raised.
    """
    token = _ALLOWED.set(allowed or _ALLOWED.get())
    try:
        yield
    finally:
        _ALLOWED.reset(token)


def allow_outside() -> None:
    """Let paths and links lead anywhere until the :func:`outside` around this ends."""
    _ALLOWED.set(True)


def is_outside_allowed() -> bool:
    """Return whether paths and links may lead anywhere."""
    return _ALLOWED.get()


def upward(start: Path) -> Iterator[Path]:
    """Yield the folder *start* and those above it that may belong to the same project.

    The last one is the top of the repository or the home. None above *start* belongs to another
    user, lets everyone put files into it as ``/tmp`` does, or is the root of a disk.
    """
    start = start.absolute()
    home = os.path.expanduser("~")  # noqa: PTH111 - Path.home raises where there is none
    homes = {os.path.normcase(one) for one in (home, os.path.realpath(home))}
    for folder in (start, *start.parents):
        if folder != start and not _may_be_ours(folder, start):
            return
        yield folder
        if os.path.lexists(folder / REPOSITORY) or os.path.normcase(folder) in homes:
            return


def is_in_repository(start: Path) -> bool:
    """Return whether the folder *start* lies in a repository."""
    return any(os.path.lexists(folder / REPOSITORY) for folder in upward(start))


def _may_be_ours(folder: Path, start: Path) -> bool:
    status = status_of(folder)
    if status is None or folder == folder.parent:
        return False
    is_for_everyone = bool(status.st_mode & stat.S_ISVTX and status.st_mode & stat.S_IWOTH)
    return not is_for_everyone and status.st_uid in _owners(start)


def is_planted(path: Path) -> bool:
    """Return whether a stranger put *path* there, in a folder into which everyone may put files.

    A stranger is who is neither the user nor the owner of that folder. On Windows, which tells no
    owner, nobody is.
    """
    folder, own = status_of(path.parent), status_of(path, follow=False)
    if folder is None or own is None or not folder.st_mode & stat.S_IWOTH:
        return False
    return own.st_uid not in _owners(path.parent)


def _owners(folder: Path) -> set[int]:
    """Return who may speak for *folder*: its owner, and the user.

    In CI a checkout may belong to another user than the one that runs there.
    """
    status = status_of(folder)
    return _user() if status is None else {status.st_uid} | _user()


def _user() -> set[int]:
    return {os.geteuid()} if hasattr(os, "geteuid") else set()


def status_of(path: Path, *, follow: bool = True) -> os.stat_result | None:
    """Return what the system says of *path*, None where it is not there or may not be asked."""
    try:
        return path.stat(follow_symlinks=follow)
    except (OSError, ValueError):
        return None


def project_folder(start: Path) -> Path | None:
    """Return the project that the folder *start* belongs to, None where it belongs to none.

    It is the top of the repository, else the highest folder with a ``config``. The home folder and
    the root of a disk are no project: all of a user's files lie in them.
    """
    home = os.path.expanduser("~")  # noqa: PTH111 - likewise
    found = None
    for folder in upward(start):
        if folder.parent != folder and str(folder) != home and _is_marked(folder):
            found = folder
    return found


def _is_marked(folder: Path) -> bool:
    try:
        return os.path.lexists(folder / REPOSITORY) or (folder / CONFIG).is_dir()
    except OSError:
        return False


def is_inside(path: Path, folder: Path) -> bool:
    """Return whether *path* lies in *folder*, wherever links lead; ``.git`` is not part of it."""
    place, top = Path(os.path.realpath(path)), Path(os.path.realpath(folder))
    if not place.is_relative_to(top):
        same = next((one for one in (place, *place.parents) if _is_same(one, top)), None)
        if same is None:
            return False
        top = same  # the same folder by another name, as where case does not count
    return REPOSITORY not in place.relative_to(top).parts


def reaches_out(path: Path, folder: Path) -> bool:
    """Return whether *path*, as a file says it, leads out of *folder*.

    It is judged by its words first, so that nothing outside is even looked for: on Windows a mere
    look at a share tells its machine who asks.
    """
    place = Path(os.path.normpath(path.absolute()))
    tops = (os.path.normpath(folder.absolute()), os.path.realpath(folder))
    if not any(place.is_relative_to(top) for top in tops):
        return True
    try:
        return not is_inside(path, folder)
    except ValueError:  # a null character, so there is no such file
        return False


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def leads_out(path: Path) -> bool:
    """Return whether a link on the way to *path* lies in a project and leads out of it.

    So does a link that a stranger put into a folder of everyone's, if it leads out of that folder.
    Links above a project, such as one to a synchronised folder or macOS's ``/tmp``, are the
    machine's or the user's.
    """
    try:
        is_plain = os.path.realpath(path) == os.path.abspath(path)  # noqa: PTH100 - without links
    except ValueError:  # a null character
        return False
    if is_plain and ".." not in path.parts:
        return False
    parts = path.parts[1:] if path.anchor else path.parts
    folder = Path(path.anchor) if path.is_absolute() else Path.cwd()
    for part in parts:
        if part == "..":
            folder = Path(os.path.realpath(folder)).parent
            continue
        place = folder / part
        if is_link(place):
            top = folder if is_planted(place) else project_folder(folder)
            if top is not None and not is_inside(place, top):
                return True
        folder = place
    return False


def is_link(place: Path) -> bool:
    """Return whether *place* is a symbolic link, or a junction of Windows."""
    try:
        status = place.lstat()
    except (OSError, ValueError):
        return False
    return stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) == _JUNCTION


def open_file(path: Path, within: Path | None = None) -> BinaryIO:
    """Open the ordinary file at *path* to be read; what is opened is what was judged.

    It lies in the folder *within* where there is one, and no link of a project leads out of it.
    Raises :class:`OutsideError`, :class:`NotOrdinaryError` and OSError.
    """
    judged = os.path.realpath(path)
    free = is_outside_allowed()
    if not free and (leads_out(path) or not (within is None or is_inside(path, within))):
        raise OutsideError
    if not stat.S_ISREG(path.stat().st_mode):  # opening a device may already do something
        raise NotOrdinaryError
    file = os.fdopen(os.open(path, _READ), "rb")
    is_ordinary = stat.S_ISREG(os.fstat(file.fileno()).st_mode)
    if is_ordinary and (free or _was_judged(file.fileno(), Path(judged), within)):
        return file
    file.close()
    raise OutsideError if is_ordinary else NotOrdinaryError


def _was_judged(descriptor: int, judged: Path, within: Path | None) -> bool:
    """Return whether the open file is the one at *judged*: a link may have been put there since."""
    opened = _path_of(descriptor)
    if opened is None:
        return os.path.samestat(os.fstat(descriptor), judged.lstat())
    if opened == judged:
        return True
    folder = within or project_folder(judged.parent)
    return folder is None or is_inside(opened, folder)


def _path_of(descriptor: int) -> Path | None:
    """Return where an open file lies, None where the system does not say."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - not on every system

        said = fcntl.fcntl(descriptor, fcntl.F_GETPATH, bytes(1024))
        return Path(os.fsdecode(said.rstrip(b"\0")))
    try:
        return Path(os.readlink(f"/proc/self/fd/{descriptor}"))  # noqa: PTH115 - the text itself
    except OSError:
        return None

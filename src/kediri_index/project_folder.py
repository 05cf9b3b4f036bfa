"""The project folder: where paths and links that others wrote may lead.

A path typed by the user is the user's. What stands in a project, a path in a file or a link, may be
a stranger's: it leads to the project's own files, or nowhere, unless :func:`outside` allows more.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import unicodedata
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

_WHOLE = (("\\\\?\\UNC\\", "\\\\"), ("\\\\?\\", ""))
"""How Windows marks the whole path that a link leads to, and what stands there without."""

_MOST_LINKS: Final = 100
"""More than any system follows, so that links in a circle end."""

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
    homes = _homes()
    for folder in (start, *start.parents):
        if folder != start and not _may_be_ours(folder, start):
            return
        yield folder
        if _is_repository(folder) or os.path.normcase(folder) in homes:
            return


def _homes() -> set[str]:
    """Return the home folder as it is named, and where it lies."""
    home = os.path.expanduser("~")  # noqa: PTH111 - Path.home raises where there is none
    return {os.path.normcase(one) for one in (home, os.path.realpath(home))}


def _is_repository(folder: Path) -> bool:
    return os.path.lexists(folder / REPOSITORY) and not is_planted(folder / REPOSITORY)


def is_in_repository(start: Path) -> bool:
    """Return whether the folder *start* lies in a repository."""
    return any(_is_repository(folder) for folder in upward(start))


def _may_be_ours(folder: Path, start: Path) -> bool:
    status = status_of(folder)
    if status is None or folder == folder.parent:
        return False
    is_for_everyone = bool(status.st_mode & stat.S_ISVTX and status.st_mode & stat.S_IWOTH)
    if is_for_everyone:
        return False
    repository = status_of(folder / REPOSITORY, follow=False)
    made_by = {one.st_uid for one in (status, repository) if one is not None}
    return bool(made_by & _owners(start))


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

    It is the top of the repository, else the highest folder with a ``config``: above *start* as it
    is named, else above where it lies. The home folder and the root of a disk are no project: all
    of a user's files lie in them. A checkout that a CI gives for the home is one.
    """
    real = Path(os.path.realpath(start))
    return _highest(start) or (None if real == start else _highest(real))


def _highest(start: Path) -> Path | None:
    found = None
    for folder in upward(start):
        if folder.parent != folder and _is_marked(folder) and not _is_home(folder):
            found = folder
    return found


def _is_home(folder: Path) -> bool:
    """Return whether *folder* is the home; a repository is only where the system says so too."""
    if os.path.normcase(folder) not in _homes():
        return False
    if os.name == "nt" or not _is_repository(folder):
        return True
    import pwd  # noqa: PLC0415 - not on every system

    try:
        own = pwd.getpwuid(os.geteuid()).pw_dir
    except KeyError:  # a user without an entry, as in containers
        return False
    return os.path.realpath(own) == os.path.realpath(folder)


def _is_marked(folder: Path) -> bool:
    config = folder / CONFIG
    try:
        return _is_repository(folder) or (config.is_dir() and not is_planted(config))
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
    return REPOSITORY not in [part.casefold() for part in place.relative_to(top).parts]


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
    return _place_of(path) is None


def _place_of(path: Path) -> Path | None:
    """Return where *path* lies, without links; None where one of them :func:`leads_out`.

    Each link is judged where it itself lies: a user's link may lead to one of a project's.
    """
    try:
        plain = os.path.abspath(path)  # noqa: PTH100 - without links
        if os.path.realpath(path) == plain and ".." not in path.parts:
            return Path(plain)
    except ValueError:  # a null character, so there is no such file
        return path
    here = path if path.is_absolute() else Path(os.path.realpath(Path.cwd()))
    folder, waiting = _begun(path, here)
    links = 0
    while waiting:
        place = folder / waiting.pop(0)
        if place.name == "..":
            folder = folder.parent
        elif links == _MOST_LINKS or not is_link(place):
            folder = place
        else:
            links += 1
            top = folder if is_planted(place) else project_folder(folder)
            target = _target(place)
            if target is None or (top is not None and not is_inside(folder / target, top)):
                return None  # what was read, since the link may be another by now
            folder, further = _begun(target, folder)
            waiting[:0] = further
    return folder


def _begun(path: Path, folder: Path) -> tuple[Path, list[str]]:
    """Return where the way of *path* from *folder* begins, and its parts."""
    return Path(folder, path.anchor), list(path.parts[1:] if path.anchor else path.parts)


def _target(link: Path) -> Path | None:
    """Return what *link* says; None where it is gone by now."""
    try:
        said = os.readlink(link)  # noqa: PTH115 - the text itself
    except OSError:
        return None
    for sign, plain in _WHOLE:
        if os.name == "nt" and said.startswith(sign):
            return Path(plain + said.removeprefix(sign))
    return Path(said)


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
    free = is_outside_allowed()
    judged = None if free else _place_of(path)
    if not free and (judged is None or not (within is None or is_inside(judged, within))):
        raise OutsideError
    if not stat.S_ISREG(path.stat().st_mode):  # opening a device may already do something
        raise NotOrdinaryError
    file = os.fdopen(os.open(path, _READ), "rb")
    is_ordinary = stat.S_ISREG(os.fstat(file.fileno()).st_mode)
    if is_ordinary and (judged is None or _was_judged(file.fileno(), judged, within)):
        return file
    file.close()
    raise OutsideError if is_ordinary else NotOrdinaryError


def _was_judged(descriptor: int, judged: Path, within: Path | None) -> bool:
    """Return whether the open file is the one at *judged*: a link may have been put there since."""
    opened = _path_of(descriptor)
    if opened is None:
        return os.path.samestat(os.fstat(descriptor), judged.lstat())
    if _as_named(opened) == _as_named(judged):
        return True
    folder = within or project_folder(judged.parent)
    return folder is not None and is_inside(opened, folder)


def _as_named(path: Path) -> str:
    """Return *path* without case and form of Unicode: macOS tells a name as the disk holds it."""
    return unicodedata.normalize("NFC", str(path)).casefold()


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

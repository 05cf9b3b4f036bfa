"""The files of definitions and profiles: the shipped ones, those of an id, and the bytes of any."""

import os
from collections.abc import Collection, Iterable, Iterator
from errno import EINVAL
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

import yaml

import kediri_index
from kediri_index.definition.source import events
from kediri_index.errors import DefinitionError
from kediri_index.messages.screens.error import system_reason
from kediri_index.model.dataset import SourceFile
from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.text import ID
from kediri_index.project_folder import (
    CONFIG,
    NotOrdinaryError,
    OutsideError,
    is_planted,
    open_file,
    outside,
    upward,
)

DEFAULT_LIMITS = Limits()
_PIECE: Final = 1 << 20
DEFAULT_FILE = "pillars.yaml"
SHIPPED = "kediri_index/config"
"""The folder of the shipped definitions in an archive, wherever the package stands."""


def shipped_folder() -> Path:
    """Return the folder of the shipped definitions."""
    return packaged("config")


def packaged(folder: str) -> Path:
    """Return a *folder* that comes with the package.

    A wheel has it inside the package; a source tree, also an editable install, beside ``src``.
    """
    package = Path(kediri_index.__file__).absolute().parent
    inside = package / folder
    return inside if inside.is_dir() else package.parent.parent / folder


def is_shipped(path: str) -> bool:
    """Return whether *path*, as people know it, is that of a shipped definition."""
    return Path(path).absolute().parent == shipped_folder() or path.startswith(f"{SHIPPED}/")


def is_default(path: str) -> bool:
    """Return whether *path*, as people know it, is that of the shipped default."""
    return is_shipped(path) and Path(path).name == DEFAULT_FILE


def file_bytes(
    path: Path, shown: str, limits: Limits, within: Path | None = None
) -> bytes | Finding:
    """Return the bytes of the file at *path*, or why they are not read.

    A folder, a device or a pipe is never opened, nor what a link leads to out of its project or
    out of the folder *within*. *shown* is the path as findings name it.
    """
    shipped = path.parent == shipped_folder()  # whose files may be links to a cache
    try:
        with outside(allowed=shipped), open_file(path, within) as file:
            data = _at_most(file, limits.definition_bytes + 1)
    except (OutsideError, NotOrdinaryError, OSError, ValueError) as error:
        return _why(error, shown)
    if len(data) > limits.definition_bytes:
        return Finding("D004", file=shown, params={"limit": limits.definition_bytes})
    return data


def read_file(
    path: str | os.PathLike[str],
    limits: Limits,
    broken: type[DefinitionError],
    shown: str | None = None,
) -> SourceFile:
    """Return the file at *path* as it is *shown*; raises *broken* where it is not read."""
    name = str(path) if shown is None else shown
    data = file_bytes(Path(path), name, limits)
    if isinstance(data, Finding):
        raise broken((data,))
    return SourceFile(name, data)


def _why(error: Exception, shown: str) -> Finding:
    match error:
        case OutsideError():
            return Finding("D281", file=shown)
        case NotOrdinaryError():
            return Finding("D002", file=shown)
        case FileNotFoundError():
            return Finding("D001", file=shown)
        case OSError():
            return Finding("D003", file=shown, params={"reason": system_reason(error)})
    reason = system_reason(OSError(EINVAL, str(error)))  # a null character
    return Finding("D003", file=shown, params={"reason": reason})


def _at_most(file: BinaryIO, most: int) -> bytes:
    """Return the first bytes of a file, piece by piece: *most* may be more than memory holds."""
    data = b""
    while len(data) < most and (piece := file.read(min(most - len(data), _PIECE))):
        data += piece
    return data


def exists(path: Path) -> bool:
    """Return whether anything stands at *path*; what cannot be a path does not exist."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


FORMAT_KEY = "kediri_index"
HEADER_KEYS = frozenset(
    {
        FORMAT_KEY,
        "id",
        "version",
        "status",
        "title",
        "title_en",
        "title_id",
        "extends",
        "superseded_by",
    }
)
YAML_ENDINGS = (".yaml", ".yml")
_ID_KEYS = frozenset({FORMAT_KEY, "id"})


class DefinitionHeader(NamedTuple):
    """A file that says it is a definition, and the texts at its top by key."""

    path: Path
    texts: dict[str, str]

    @property
    def id(self) -> str:
        """The definition's id, empty where the file has none."""
        return self.texts.get("id", "")


def is_path(text: str) -> bool:
    """Return whether *text* names a file; otherwise it is an id."""
    return "/" in text or "\\" in text or text.endswith(YAML_ENDINGS)


def folders_upward(start: Path) -> Iterator[Path]:
    """Yield the ``config`` folders of *start* and of its project above it, nearest first."""
    for folder in upward(start):
        config = folder / CONFIG
        if config.is_dir() and not is_planted(config):
            yield config


def headers_in(
    folder: Path, limits: Limits, wanted: Collection[str] = HEADER_KEYS
) -> list[DefinitionHeader]:
    """Return the definitions in *folder* by name of file; what is no definition is passed over."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix in YAML_ENDINGS)
    except OSError:
        return []
    own = (path for path in paths if not is_planted(path))
    return [
        header for path in own if (header := definition_header(path, limits, wanted)) is not None
    ]


def definition_header(
    path: Path, limits: Limits, wanted: Collection[str] = HEADER_KEYS
) -> DefinitionHeader | None:
    """Return the header of the file at *path*, or None where it is no definition.

    Reading stops once all *wanted* keys have been seen; a fault further down does not matter.
    """
    data = file_bytes(path, str(path), limits)
    if not isinstance(data, bytes):
        return None
    texts = dict(_header_texts(data, frozenset(wanted)))
    return DefinitionHeader(path, texts) if FORMAT_KEY in texts else None


def paths_of(definition_id: str, folders: Iterable[Path], limits: Limits) -> list[Path]:
    """Return the files with *definition_id* in the first of *folders* that has any."""
    for folder in folders:
        found = [
            header.path
            for header in headers_in(folder, limits, _ID_KEYS)
            if header.id == definition_id
        ]
        if found:
            return found
    return []


def known_ids(folders: Iterable[Path], limits: Limits) -> list[str]:
    """Return the ids of all definitions in *folders*, sorted; only those that may be ids.

    Shells insert them into a command line, and messages suggest them.
    """
    headers = (header for folder in folders for header in headers_in(folder, limits, _ID_KEYS))
    return sorted({header.id for header in headers if ID.fullmatch(header.id)})


@lru_cache(maxsize=64)
def _header_texts(data: bytes, wanted: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Return the *wanted* texts of a file; a command looks through the same folder many times."""
    texts: dict[str, str] = {}
    try:
        for key, text in _top_texts(data.decode("utf-8-sig")):
            if key in wanted:
                texts.setdefault(key, text)
            if len(texts) == len(wanted):
                break
    except (UnicodeDecodeError, yaml.YAMLError):
        pass
    return tuple(texts.items())


def _top_texts(text: str) -> Iterator[tuple[str, str]]:
    """Yield the top level's keys with their texts, without what is nested."""
    depth = 0
    key: str | None = None
    for event in events(text):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth == 1 and not isinstance(event, yaml.MappingStartEvent):
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth != 1 or isinstance(event, yaml.MappingStartEvent):
            continue
        if key is None:
            key = event.value if isinstance(event, yaml.ScalarEvent) else ""
        else:
            if isinstance(event, yaml.ScalarEvent):
                yield key, event.value
            key = None


class FolderCopy(NamedTuple):
    """The folder *top* holds what *original* held; *name* is put before its paths, as git does.

    Both are without links. What a path names outside of *original* is taken as it is now.
    """

    top: Path
    original: Path
    name: str

    def of(self, path: Path) -> Path | None:
        """Return where *path* stands in the copy; None where it lies outside of the original.

        The file itself may be a link: it is one in the copy too.
        """
        place = path.absolute()
        place = place.parent.resolve() / place.name
        return self.top / place.relative_to(self.original) if self._had(place) else None

    def shown(self, path: Path) -> str:
        """Return *path* as people know it: ``main:config/pillars.yaml``."""
        if not path.is_relative_to(self.top):
            return str(path)
        return f"{self.name}:{path.relative_to(self.top).as_posix()}"

    def candidates(self, path: Path, reference: str) -> list[Path]:
        """Return the file that *reference* names, where it is there; *path* is where it points."""
        if Path(reference).is_absolute():
            inside = self.of(path)
            return [found for found in (inside or path,) if exists(found)]
        place = Path(os.path.normpath(path))
        if path.is_relative_to(self.top) and not place.is_relative_to(self.top):
            place = Path(os.path.normpath(self.original / os.path.relpath(place, self.top)))
        return [place] if exists(place) else []

    def folders_upward(self, start: Path) -> Iterator[Path]:
        """Yield the ``config`` folders of *start* and above, within the copy."""
        if not start.is_relative_to(self.top):
            yield from folders_upward(start)
            return
        inside = (one / CONFIG for one in (start, *start.parents) if one.is_relative_to(self.top))
        yield from (config for config in inside if config.is_dir())

    def _had(self, place: Path) -> bool:
        return place.is_relative_to(self.original)

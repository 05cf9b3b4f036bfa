"""The members of a bundle, and the zip archive of them: the same bytes each time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import IO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from kediri_index.archive.cells import cell_lines
from kediri_index.archive.replay import Replayed
from kediri_index.model.bundle import Contents, Member, Role, SourceFile
from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Workbook

MANIFEST = "manifest.json"
SCORE = "results/score.json"
CHECK = "results/check.json"
RESOLVED = "definition/resolved.yaml"

_BEGINNING_OF_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_MODE = 0o100644 << 16
_LONGEST_NAME = 80
_NOT_IN_NAMES = re.compile(r"[^\w .()+-]|^[.]+")


def members_of(contents: Contents, replayed: Replayed) -> tuple[Member, ...]:
    """Return every member but the manifest, in the order of the archive."""
    return tuple(_members(contents, replayed))


def _members(contents: Contents, replayed: Replayed) -> Iterator[Member]:
    definition = contents.sent.definition
    yield from _named("definition/", definition, Role.DEFINITION)
    yield Member(RESOLVED, replayed.resolved.encode(), Role.RESOLVED, definition[0].path)
    if contents.profile is not None:
        yield from _named("profile/", (contents.profile,), Role.PROFILE)
    if contents.waivers is not None:
        yield from _named("waivers/", (contents.waivers,), Role.WAIVERS)
    yield from _with_cells("", contents.sent.files, replayed.workbooks, Role.INPUT)
    if contents.previous is not None:
        previous = contents.previous
        yield from _named("previous/definition/", previous.definition, Role.PREVIOUS_DEFINITION)
        yield from _with_cells("previous/", previous.files, replayed.previous, Role.PREVIOUS)
    yield Member(SCORE, replayed.score.encode(), Role.SCORE, "score")
    yield Member(CHECK, replayed.check.encode(), Role.CHECK, "check --complete")


def _named(folder: str, files: Iterable[SourceFile], role: Role) -> Iterator[Member]:
    for number, file in enumerate(files, start=1):
        yield Member(f"{folder}{number:03}-{_name(file.path)}", file.data, role, file.path)


def _with_cells(
    folder: str, files: Iterable[SourceFile], workbooks: Iterable[Workbook], role: Role
) -> Iterator[Member]:
    inputs = list(_named(f"{folder}inputs/", files, role))
    yield from inputs
    for member, workbook in zip(inputs, workbooks, strict=True):
        yield Member(cells_of(member.name), cell_lines(workbook), Role.CELLS, member.name)


def cells_of(workbook: str) -> str:
    """Return the name of the member that lists the cells of the member *workbook*."""
    return f"{workbook.replace('inputs/', 'cells/', 1)}.tsv"


def _name(path: str) -> str:
    """Return the name of the file at *path* as any system can unpack it."""
    name = unicodedata.normalize("NFC", path.replace("\\", "/").rpartition("/")[2])
    return _NOT_IN_NAMES.sub("_", name)[-_LONGEST_NAME:].strip() or "_"


def packed(manifest: bytes, members: Iterable[Member]) -> bytes:
    """Return the archive: fixed order, fixed dates, nothing compressed.

    So its bytes are the same on every machine, whichever zlib is there.
    """
    data = BytesIO()
    pack(data, manifest, members)
    return data.getvalue()


def pack(into: IO[bytes], manifest: bytes, members: Iterable[Member]) -> None:
    """Write the archive *into* a file."""
    with ZipFile(into, "w") as archive:
        _write(archive, MANIFEST, manifest)
        for member in members:
            _write(archive, member.name, member.data)


def limits_to_verify(archive: bytes, limits: Limits) -> dict[str, int]:
    """Return the limits that whoever verifies *archive* has to raise, with what they are raised to.

    *limits* are those that it was made under.
    """
    with ZipFile(BytesIO(archive)) as opened:
        sizes = {info.filename: info.file_size for info in opened.infolist()}
    needed = limits._asdict()
    seen = {
        "file_bytes": len(archive),
        "members": len(sizes),
        "member_bytes": max(sizes.values()),
        "total_bytes": sum(sizes.values()),
        "definition_bytes": sizes[MANIFEST],
    }
    needed |= {name: max(needed[name], size) for name, size in seen.items()}
    usual = Limits()._asdict()
    return {name: limit for name, limit in needed.items() if limit > usual[name]}


def member_info(name: str) -> ZipInfo:
    """Return how every member is written: the same date, system and rights."""
    info = ZipInfo(name, _BEGINNING_OF_TIME)
    info.create_system = _UNIX
    info.external_attr = _MODE
    return info


def _write(archive: ZipFile, name: str, data: bytes) -> None:
    archive.writestr(member_info(name), data, ZIP_STORED)

"""The members of an archive and its zip: the same bytes each time, and nothing else accepted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from io import SEEK_CUR, SEEK_END, SEEK_SET, BytesIO
from typing import IO, Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from kediri_index.archive.cells import cell_lines
from kediri_index.archive.replay import Replayed
from kediri_index.model.bundle import Contents, Member, MemberRole
from kediri_index.model.dataset import SourceFile
from kediri_index.model.findings import Finding
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
    yield from _named("definition/", definition, MemberRole.DEFINITION)
    yield Member(RESOLVED, replayed.resolved.encode(), MemberRole.RESOLVED, definition[0].path)
    if contents.profile is not None:
        yield from _named("profile/", (contents.profile,), MemberRole.PROFILE)
    if contents.waivers is not None:
        yield from _named("waivers/", (contents.waivers,), MemberRole.WAIVERS)
    yield from _with_cells("", contents.sent.files, replayed.workbooks, MemberRole.INPUT)
    if contents.previous is not None:
        previous = contents.previous
        yield from _named(
            "previous/definition/", previous.definition, MemberRole.PREVIOUS_DEFINITION
        )
        yield from _with_cells("previous/", previous.files, replayed.previous, MemberRole.PREVIOUS)
    yield Member(SCORE, replayed.score.encode(), MemberRole.SCORE, "score")
    yield Member(CHECK, replayed.check.encode(), MemberRole.CHECK, "check --complete")


def _named(folder: str, files: Iterable[SourceFile], role: MemberRole) -> Iterator[Member]:
    for number, file in enumerate(files, start=1):
        yield Member(f"{folder}{number:03}-{_name(file.path)}", file.data, role, file.path)


def _with_cells(
    folder: str, files: Iterable[SourceFile], workbooks: Iterable[Workbook], role: MemberRole
) -> Iterator[Member]:
    inputs = list(_named(f"{folder}inputs/", files, role))
    yield from inputs
    for member, workbook in zip(inputs, workbooks, strict=True):
        yield Member(cells_of(member.name), cell_lines(workbook), MemberRole.CELLS, member.name)


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


_NAMED: Final = 5
_LOCAL_BYTES: Final = 30
_CENTRAL_BYTES: Final = 46
_END_BYTES: Final = 22
_FORM: Final = (
    *("compress_type", "date_time", "extra", "comment", "create_system", "create_version"),
    *("extract_version", "external_attr", "internal_attr", "reserved", "volume"),
)
"""What ``bundle`` writes the same for every member."""


def container_findings(path: str, data: bytes, names: Collection[str]) -> Iterator[Finding]:
    """Yield what ``bundle`` would have packed otherwise in the zip *data* of members *names*.

    A name that differs only in case or slashes is not one of *names*.
    """
    with ZipFile(BytesIO(data)) as archive:
        infos, start, comment = archive.infolist(), archive.start_dir, archive.comment
    yield from (
        Finding("F462", file=path, value=info.orig_filename) for info in infos if _is_folder(info)
    )
    known = {name.lower() for name in names}
    otherwise = [
        info.orig_filename
        for info in infos
        if not _is_folder(info)
        and info.orig_filename.replace("\\", "/").lower() in known
        and not (info.orig_filename in names and _is_as_written(info, data))
    ]
    if otherwise:
        more = ["…"] if len(otherwise) > _NAMED else []
        yield Finding("F480", file=path, value=", ".join(otherwise[:_NAMED] + more))
    elif (offset := _first_stray_byte(infos, start, comment, len(data))) is not None:
        yield stray_bytes(path, offset)


def first_other_byte(data: bytes, manifest: bytes, members: Iterable[Member]) -> int | None:
    """Return where *data* stops being what is packed of *manifest* and *members*; None if never."""
    compared = _Compared(data)
    pack(compared, manifest, members)
    return compared.first_other


class _Compared(BytesIO):
    """A file that keeps nothing of what is written but where it is not what stands in *data*."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._data = data
        self._at = self._size = 0
        self._other: dict[int, bytes] = {}

    def write(self, part: bytes) -> int:  # type: ignore[override] # zipfile writes nothing else
        if self._data.startswith(part, self._at):
            self._other.pop(self._at, None)  # a header is written again once its checksum is known
        else:
            self._other[self._at] = part
        self._at += len(part)
        self._size = max(self._size, self._at)
        return len(part)

    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        self._at = {SEEK_SET: 0, SEEK_CUR: self._at, SEEK_END: self._size}[whence] + offset
        return self._at

    def tell(self) -> int:
        return self._at

    @property
    def first_other(self) -> int | None:
        """The first byte that is not the one in *data*, or where either ends before the other."""
        if self._other:
            at, part = min(self._other.items())
            there = self._data[at : at + len(part)]
            pairs = enumerate(zip(part, there, strict=False))
            return at + next((n for n, (one, other) in pairs if one != other), len(there))
        ends = min(self._size, len(self._data))
        return None if self._size == len(self._data) else ends


def stray_bytes(path: str, offset: int) -> Finding:
    """Return the finding about bytes that ``bundle`` does not write, from *offset* on."""
    return Finding("F479", file=path, value=str(offset))


def _is_folder(info: ZipInfo) -> bool:
    return info.orig_filename.replace("\\", "/").endswith("/")


def _is_as_written(info: ZipInfo, data: bytes) -> bool:
    """Return whether both headers of a member are those that ``bundle`` writes."""
    due = member_info(info.orig_filename)
    due.compress_type = ZIP_STORED
    due.CRC, due.file_size, due.compress_size = info.CRC, info.file_size, info.file_size
    header = due.FileHeader(zip64=False) if info.file_size < 1 << 31 else b""
    return (
        info.compress_size == info.file_size
        and all(getattr(info, name) == getattr(due, name) for name in _FORM)
        and data.startswith(header, info.header_offset)
    )


def _first_stray_byte(infos: list[ZipInfo], start: int, comment: bytes, size: int) -> int | None:
    """Return the first byte of a container that belongs neither to a member nor to the list."""
    position = 0
    for info in infos:
        if info.header_offset != position:
            return min(position, info.header_offset)
        position += _LOCAL_BYTES + len(info.orig_filename.encode()) + info.compress_size
    if start != position:
        return position
    position += sum(_CENTRAL_BYTES + len(info.orig_filename.encode()) for info in infos)
    position += _END_BYTES
    return None if position == size and not comment else min(position, size)

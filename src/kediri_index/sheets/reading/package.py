"""A workbook's zip container: checked as a whole before anything in it is read."""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import pairwise
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.sheets.reading.refusal import RefusedError, limit_finding, thread_time

CHUNK_BYTES: Final = 1 << 16
_LOCAL_HEADER: Final = struct.Struct("<4s22xHH")
_ENCRYPTED_FLAGS: Final = 0x1 | 0x40 | 0x2000
"""Encrypted, strongly so, or with a masked directory."""
_PATCH_FLAG: Final = 0x20
_UTF8_FLAG: Final = 0x800
_NAMED: Final = 5
_READABLE: Final = (ZIP_STORED, ZIP_DEFLATED)


class Package:
    """The parts of a checked container, found by name whatever the case and the slashes."""

    def __init__(self, path: str, data: bytes, members: Iterable[ZipInfo], limits: Limits) -> None:
        self.path = path
        self.limits = limits
        self._data = data
        self._members = {part_name(member): member for member in members}
        self._bytes_held = 0
        self.tags_read = 0
        self.deadline = thread_time() + limits.seconds

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._members

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of all parts, in small letters, with slashes."""
        return tuple(self._members)

    def start_of(self, part: str) -> bytes:
        """Return the first bytes of *part*; nothing where it is not there."""
        return next(self.chunks(part), b"") if part in self else b""

    def chunks(self, part: str) -> Iterator[bytes]:
        """Yield the bytes of *part*; raises :class:`RefusedError` where they are not as declared.

        Raises ``KeyError`` where there is no such part.
        """
        member = self._members[part.lower()]
        size = checksum = 0
        try:
            for chunk in self._inflated(member):
                size += len(chunk)
                if size > member.file_size:
                    break
                self.count(len(chunk))
                checksum = zlib.crc32(chunk, checksum)
                yield chunk
        except zlib.error:
            raise RefusedError(self._finding("F111", member)) from None
        if size != member.file_size:
            raise RefusedError(self._finding("F112", member))
        if checksum != member.CRC:
            raise RefusedError(self._finding("F111", member))

    def _packed(self, member: ZipInfo) -> memoryview:
        """Return the bytes of *member* as they stand in the file, after its own header."""
        if member.compress_type not in _READABLE or member.flag_bits & _PATCH_FLAG:
            raise RefusedError(self._finding("F111", member))
        name_start = member.header_offset + _LOCAL_HEADER.size
        header = self._data[member.header_offset : name_start]
        if len(header) < _LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
            raise RefusedError(self._finding("F111", member))
        _, name_length, extra_length = _LOCAL_HEADER.unpack(header)
        name = self._data[name_start : name_start + name_length]
        codec = "utf-8" if member.flag_bits & _UTF8_FLAG else "cp437"
        if name.decode(codec, "replace") != member.orig_filename:
            raise RefusedError(self._finding("F111", member))
        start = name_start + name_length + extra_length
        packed = memoryview(self._data)[start : start + member.compress_size]
        if len(packed) != member.compress_size:
            raise RefusedError(self._finding("F112", member))
        return packed

    def _inflated(self, member: ZipInfo) -> Iterator[bytes]:
        """Yield the bytes of *member* by at most a chunk, compressed or not."""
        packed = self._packed(member)
        if member.compress_type == ZIP_STORED:
            for offset in range(0, len(packed), CHUNK_BYTES):
                yield bytes(packed[offset : offset + CHUNK_BYTES])
            return
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        for offset in range(0, len(packed), CHUNK_BYTES):
            rest: bytes | memoryview = packed[offset : offset + CHUNK_BYTES]
            while rest and not inflater.eof:
                yield inflater.decompress(rest, CHUNK_BYTES)
                rest = inflater.unconsumed_tail
            if inflater.unused_data or rest:  # a packed size beyond the true one hides the ratio
                raise RefusedError(self._finding("F112", member))
        if rest := inflater.flush():
            yield rest
        if not inflater.eof:
            raise RefusedError(self._finding("F111", member))

    def count(self, size: int) -> None:
        """Count all that is unpacked: one part may be read for many sheets, and text may widen."""
        self._bytes_held += size
        if self._bytes_held > self.limits.total_bytes:
            raise RefusedError(limit_finding("F115", self.path, self.limits, self._bytes_held))

    def spent(self) -> tuple[int, int]:
        """Return how much of the limits is used up, for :meth:`refund`."""
        return self._bytes_held, self.tags_read

    def refund(self, spent: tuple[int, int]) -> None:
        """Forget what was read since, because it is read again."""
        self._bytes_held, self.tags_read = spent

    def check_time(self, part: str) -> None:
        """Raise :class:`RefusedError` where the file has taken too long by now."""
        if thread_time() > self.deadline:
            limits = self.limits
            raise RefusedError(limit_finding("F208", self.path, limits, limits.seconds, part=part))

    def _finding(self, code: str, member: ZipInfo) -> Finding:
        return Finding(code, file=self.path, params={"part": member.orig_filename})


def open_package(path: str, data: bytes, limits: Limits) -> Package:
    """Return the checked container *data*; raises :class:`RefusedError` with all its faults."""
    records = data.count(b"PK\x01\x02")
    if records > limits.members:
        raise RefusedError(limit_finding("F113", path, limits, records))
    try:
        members = ZipFile(BytesIO(data)).infolist()
    except (BadZipFile, NotImplementedError, UnicodeDecodeError, struct.error, ValueError):
        raise RefusedError(Finding("F110", file=path)) from None
    findings = [*_size_findings(path, members, limits), *_name_findings(path, members)]
    findings += _overlap_findings(path, members)
    if findings:
        raise RefusedError(*findings)
    return Package(path, data, (m for m in members if not _is_folder(m)), limits)


def _size_findings(path: str, members: list[ZipInfo], limits: Limits) -> Iterator[Finding]:
    """Yield what is wrong with the sizes that the container declares."""
    total = sum(member.file_size for member in members)
    if total > limits.total_bytes:
        yield limit_finding("F115", path, limits, total)
    largest = max(members, key=lambda member: member.file_size, default=None)
    if largest is not None and largest.file_size > limits.member_bytes:
        yield limit_finding("F114", path, limits, largest.file_size, part=largest.orig_filename)
    ratio, dense = max(
        ((_ratio(member), member.orig_filename) for member in members), default=(0, "")
    )
    if ratio > limits.ratio:
        yield limit_finding("F116", path, limits, ratio, part=dense)


def _ratio(member: ZipInfo) -> int:
    return member.file_size // max(1, member.compress_size)


def _overlap_findings(path: str, members: list[ZipInfo]) -> Iterator[Finding]:
    """Yield the first member whose bytes are another's too: so a small file holds endless parts."""
    in_file = sorted(members, key=lambda member: member.header_offset)
    for member, after in pairwise(in_file):
        head = _LOCAL_HEADER.size + len(member.orig_filename)  # its name may be longer in bytes
        if member.header_offset + head + member.compress_size > after.header_offset:
            yield Finding("F112", file=path, params={"part": member.orig_filename})
            return


def _name_findings(path: str, members: list[ZipInfo]) -> Iterator[Finding]:
    """Yield what is wrong with the members' names and flags, each kind once."""
    named = [(part_name(member), member) for member in members]
    count_of = Counter(name for name, _ in named)
    faults = {
        "F117": [member for name, member in named if count_of[name] > 1],
        "F118": [member for name, member in named if _escapes(name)],
        "F119": [member for member in members if member.flag_bits & _ENCRYPTED_FLAGS],
    }
    for code, faulty in faults.items():
        if faulty:
            parts = tuple(dict.fromkeys(member.orig_filename for member in faulty))
            yield Finding(code, file=path, params={"parts": parts[:_NAMED], "count": len(faulty)})


def part_name(member: ZipInfo) -> str:
    """Return the name of a member as packages compare it."""
    return member.orig_filename.replace("\\", "/").lower()


def _is_folder(member: ZipInfo) -> bool:
    return part_name(member).endswith("/")


def _escapes(name: str) -> bool:
    """Return whether a member of this name would land outside the folder it is unpacked in."""
    return name.startswith("/") or ":" in name or "\0" in name or ".." in name.split("/")

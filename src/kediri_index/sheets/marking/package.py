"""A package whose parts, relations and content types can be changed, all else copied as it is."""

import posixpath
import struct
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Final, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kediri_index.model.limits import Limits
from kediri_index.sheets.marking.xml_text import (
    Element,
    Encoded,
    NotMarkableError,
    Splice,
    escaped,
    spliced,
    tree_of,
)
from kediri_index.sheets.reading.package import CHUNK_BYTES, Package, open_package, part_name

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_EXTRA: Final = struct.Struct("<HH")
_VERSION: Final = 20
_DESCRIPTOR: Final = 0x8
_HOW_DEFLATED: Final = 0x6
_FIRST_DAY: Final = 0x21  # 1 January 1980, the first that a zip can say
_ZIP64: Final = 1


class ChangedPart(NamedTuple):
    """A part that was changed, and what changes its text back."""

    part: str
    back: tuple[Splice, ...]


class EditedPackage(Package):
    """A checked package and what has become of its parts; names as in :class:`Package`."""

    def __init__(self, path: str, data: bytes, limits: Limits) -> None:
        open_package(path, data, limits)
        with ZipFile(BytesIO(data)) as archive:
            self._listed = archive.infolist()
            self._comment = archive.comment
        files = [one for one in self._listed if not part_name(one).endswith("/")]
        super().__init__(path, data, files, limits)
        self._new: dict[str, bytes] = {}
        self._created: dict[str, str] = {}
        self._removed: set[str] = set()
        self.changes: list[ChangedPart] = []

    def __contains__(self, part: str) -> bool:
        part = part.lower()
        if part in self._removed:
            return False
        return part in self._created or super().__contains__(part)

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of all parts there are now, in small letters, with slashes."""
        kept = (part for part in super().parts if part not in self._removed)
        return tuple(dict.fromkeys([*kept, *self._created]))

    @property
    def created(self) -> tuple[str, ...]:
        """The names of the parts that were put in."""
        return tuple(self._created.values())

    def chunks(self, part: str) -> Iterator[bytes]:
        """Yield the bytes of *part* as they are now."""
        part = part.lower()
        if part not in self._new:
            yield from super().chunks(part)
            return
        data = self._new[part]
        for offset in range(0, len(data), CHUNK_BYTES):
            yield data[offset : offset + CHUNK_BYTES]

    def read(self, part: str) -> bytes:
        """Return the bytes of *part* as they are now."""
        return b"".join(self.chunks(part))

    def text(self, part: str) -> Encoded:
        """Return the text of *part*."""
        try:
            return Encoded.of(self.read(part))
        except UnicodeDecodeError:
            raise NotMarkableError(part) from None

    def tree(self, part: str) -> Element:
        """Return the root of the XML in *part*."""
        try:
            return tree_of(self.text(part))
        except NotMarkableError:
            raise NotMarkableError(part) from None

    def edit(self, part: str, splices: Iterable[Splice]) -> None:
        """Change the text of *part*."""
        text = self.text(part)
        body, back = spliced(text.body, splices)
        if back:
            self._new[part.lower()] = text.bytes_of(body)
            self.changes.append(ChangedPart(part.lower(), back))

    def create(self, part: str, data: bytes) -> None:
        """Put in a part that is not there."""
        self._created[part.lower()] = part
        self._removed.discard(part.lower())
        self._new[part.lower()] = data

    def remove(self, part: str) -> None:
        """Take out *part*."""
        part = part.lower()
        self._new.pop(part, None)
        self._created.pop(part, None)
        self._removed.add(part)

    def forget_changes(self) -> None:
        """Take the package as it is now for the one to come back to."""
        self.changes.clear()

    def free_name(self, pattern: str) -> str:
        """Return the first name of the *pattern*, such as ``xl/comments{}.xml``, not in use."""
        number = 1
        while pattern.format(number) in self:
            number += 1
        return pattern.format(number)

    def packed(self) -> bytes:
        """Return the whole package; members that are as they were keep their packed bytes."""
        out = _Archive()
        for member in self._listed:
            part = part_name(member)
            if part in self._removed:
                continue
            header, packed = self._as_stored(member)
            new = self._new.get(part)
            if new is None or (part not in self._created and new == b"".join(super().chunks(part))):
                out.copy(member, header, packed)
            else:
                out.replace(member, header, new)
        listed = {part_name(member) for member in self._listed} - self._removed
        for part, name in self._created.items():
            if part not in listed:
                out.add(name, self._new[part])
        return out.closed(self._comment)

    def _as_stored(self, member: ZipInfo) -> tuple[memoryview, memoryview]:
        """Return the local header of *member* with name and extra field, and its packed bytes."""
        data = memoryview(self._data)
        start = member.header_offset
        name_length, extra_length = _LOCAL.unpack_from(data, start)[-2:]
        end = start + _LOCAL.size + name_length + extra_length
        return data[start:end], data[end : end + member.compress_size]


class _Archive:
    """Writes members one after the other, sizes before the bytes, and the directory at the end."""

    def __init__(self) -> None:
        self._out = BytesIO()
        self._directory: list[bytes] = []

    def copy(self, member: ZipInfo, header: memoryview, packed: memoryview) -> None:
        """Write a member as it was packed."""
        sizes = (member.CRC, member.compress_size, member.file_size)
        self._write(member, header, (member.flag_bits, member.compress_type), sizes, packed)

    def replace(self, member: ZipInfo, header: memoryview, data: bytes) -> None:
        """Write other bytes under the name and date of a member."""
        packed = _deflated(data)
        sizes = (zlib.crc32(data), len(packed), len(data))
        flags = member.flag_bits & ~_HOW_DEFLATED
        self._write(member, header, (flags, ZIP_DEFLATED), sizes, packed)

    def add(self, name: str, data: bytes) -> None:
        """Write a new member, dated the first day there is."""
        member = ZipInfo(name)
        member.create_system = 0
        member.create_version = member.extract_version = _VERSION
        raw = name.encode("ascii")
        head = (b"PK\x03\x04", _VERSION, 0, 0, 0, _FIRST_DAY, 0, 0, 0, len(raw), 0)
        self.replace(member, memoryview(_LOCAL.pack(*head) + raw), data)

    def _write(
        self,
        member: ZipInfo,
        header: memoryview,
        how: tuple[int, int],
        sizes: tuple[int, int, int],
        packed: bytes | memoryview,
    ) -> None:
        offset = self._out.tell()
        _, version, _, _, time, date, *_, name_length, _ = _LOCAL.unpack_from(header)
        name = bytes(header[_LOCAL.size : _LOCAL.size + name_length])
        extra = _without_zip64(bytes(header[_LOCAL.size + name_length :]))
        flags, method = how[0] & ~_DESCRIPTOR, how[1]
        rest = (*sizes, len(name))
        head = (b"PK\x03\x04", version, flags, method, time, date, *rest, len(extra))
        self._out.write(_LOCAL.pack(*head) + name + extra)
        self._out.write(packed)
        central = _without_zip64(member.extra)
        made_by = member.create_version | member.create_system << 8
        self._directory.append(
            _CENTRAL.pack(
                *(b"PK\x01\x02", made_by, member.extract_version, flags, method),
                *(*_dated(member), *rest, len(central), len(member.comment)),
                *(0, member.internal_attr, member.external_attr, offset),
            )
            + name
            + central
            + member.comment
        )

    def closed(self, comment: bytes) -> bytes:
        """Return the whole archive."""
        start = self._out.tell()
        directory = b"".join(self._directory)
        count = len(self._directory)
        end = (b"PK\x05\x06", 0, 0, count, count, len(directory), start, len(comment))
        return b"".join((self._out.getvalue(), directory, _END.pack(*end), comment))


def _deflated(data: bytes) -> bytes:
    deflater = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflater.compress(data) + deflater.flush()


def _dated(member: ZipInfo) -> tuple[int, int]:
    """Return the time and the date that the directory says, which may not be the header's."""
    year, month, day, hour, minute, second = member.date_time
    return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day


def _without_zip64(extra: bytes) -> bytes:
    """Return an extra field without sizes of 64 bits, which nothing here needs."""
    kept = []
    at = 0
    while at + _EXTRA.size <= len(extra):
        kind, length = _EXTRA.unpack_from(extra, at)
        end = at + _EXTRA.size + length
        if kind != _ZIP64:
            kept.append(extra[at:end])
        at = end
    return b"".join([*kept, extra[at:]])


TRANSITIONAL: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "[Content_Types].xml"
_ID: Final = "rIdKediri{}"


def relations_part(part: str) -> str:
    """Return the name of the part that holds what *part* refers to."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relation_base(namespace: str) -> str:
    """Return what types of relations begin with in a workbook of this main *namespace*."""
    return STRICT if "purl.oclc.org" in namespace else TRANSITIONAL


def relate(package: EditedPackage, part: str, kind: str, target: str) -> str:
    """Let *part* refer to the part *target* by a relation of the type *kind*; return its id."""
    name = relations_part(part)
    if name not in package:
        head = f'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="{_RELATIONS}">'
        package.create(name, f"{head}</Relationships>".encode())
    root = package.tree(name)
    ids = {one.attributes.get("Id") for one in root.children}
    number = 1
    while _ID.format(number) in ids:
        number += 1
    id_ = _ID.format(number)
    said = f'Id="{id_}" Type="{kind}" Target="/{escaped(_quoted(target))}"'
    entry = f"<{root.prefix}Relationship {said}/>"
    package.edit(name, [root.append(entry.encode())])
    return id_


def unrelate(package: EditedPackage, part: str, *ids: str) -> None:
    """Take out what *part* refers to by *ids*; its list of relations too, if nothing is left."""
    name = relations_part(part)
    root = package.tree(name)
    gone = [one for one in root.children if one.attributes.get("Id") in ids]
    if len(gone) == len(root.children):
        package.remove(name)
    else:
        package.edit(name, [one.remove() for one in gone])


def declare(package: EditedPackage, part: str, content_type: str) -> None:
    """Say what *part* is; a package that says it of none says it of this neither."""
    if _TYPES not in package:
        return
    root = package.tree(_TYPES)
    name = escaped(_quoted(part))
    entry = f'<{root.prefix}Override PartName="/{name}" ContentType="{content_type}"/>'
    package.edit(_TYPES, [root.append(entry.encode())])


def drop(package: EditedPackage, part: str) -> None:
    """Take out *part*, its list of relations, and its content type."""
    package.remove(part)
    if relations_part(part) in package:
        package.remove(relations_part(part))
    if _TYPES in package:
        root = package.tree(_TYPES)
        gone = [one.remove() for one in root.named("Override") if _names(one, part)]
        package.edit(_TYPES, gone)


def _names(override: Element, part: str) -> bool:
    said = override.attributes.get("PartName", "").lstrip("/").lower()
    return said in {part.lower(), _quoted(part).lower()}


def _quoted(part: str) -> str:
    from urllib.parse import quote  # noqa: PLC0415 - slow to import, and only marking needs it

    return quote(part, safe="/()!$&'*+,;=:@")

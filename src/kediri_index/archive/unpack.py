"""A bundle from bytes that nobody vouches for: checked as a workbook's container is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from kediri_index import __version__
from kediri_index.archive.container import (
    CHECK,
    MANIFEST,
    RESOLVED,
    SCORE,
    cells_of,
    container_findings,
    first_other_byte,
    stray_bytes,
)
from kediri_index.archive.manifest import (
    Manifest,
    NoManifestError,
    OtherFormError,
    read_manifest,
)
from kediri_index.model.bundle import Contents, Member, MemberRole, Sent
from kediri_index.model.dataset import SourceFile
from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.sheets.reading.package import Package, open_package
from kediri_index.sheets.reading.refusal import RefusedError

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


class Unpacked(NamedTuple):
    """The members that could be read, by name, and what is wrong with the archive as such.

    There is no *manifest* where none can be used; *different* counts the members that are not what
    it says. *later_form* is there where only the form of the archive keeps it from being read.
    """

    manifest: Manifest | None
    data: Mapping[str, bytes]
    findings: tuple[Finding, ...]
    different: int = 0
    later_form: str | None = None

    def of(self, role: MemberRole) -> Iterator[SourceFile]:
        """Yield the members of *role* that are there, by their names."""
        for file in self.manifest.files if self.manifest else ():
            if file.role is role and file.name in self.data:
                yield SourceFile(file.name, self.data[file.name])

    def contents(self) -> Contents | None:
        """Return what can be computed again; None where a member that it needs is not there."""
        manifest = self.manifest
        if manifest is None or any(
            file.name not in self.data for file in manifest.files if file.role in _NEEDED
        ):
            return None
        definition = self._sources(MemberRole.DEFINITION)
        if not definition:
            return None
        call = manifest.call
        sent = Sent(self._sources(MemberRole.INPUT), definition, manifest.passed_over)
        previous = None
        if manifest.previous is not None:
            previous = Sent(
                self._sources(MemberRole.PREVIOUS),
                self._sources(MemberRole.PREVIOUS_DEFINITION),
                manifest.previous_passed_over,
                manifest.previous,
            )
        profile = next(iter(self._sources(MemberRole.PROFILE)), None)
        waivers = next(iter(self._sources(MemberRole.WAIVERS)), None)
        return Contents(sent, call, previous, profile, waivers)

    def _sources(self, role: MemberRole) -> tuple[SourceFile, ...]:
        """Return the members of *role* by the paths that they were read at."""
        files = self.manifest.files if self.manifest else ()
        return tuple(
            SourceFile(file.source, self.data[file.name]) for file in files if file.role is role
        )


_NEEDED = frozenset(
    {
        *(MemberRole.DEFINITION, MemberRole.PROFILE, MemberRole.WAIVERS, MemberRole.INPUT),
        *(MemberRole.PREVIOUS, MemberRole.PREVIOUS_DEFINITION),
    }
)


_CODES = {
    **dict.fromkeys(("F110", "F111"), "F475"),
    **dict.fromkeys(("F112", "F117", "F118", "F119"), "F476"),
    **dict.fromkeys(("F113", "F114", "F115", "F116"), "F477"),
}
"""What the container of a workbook is found to be, and what that of an archive is."""
_WORKBOOKS = frozenset({MemberRole.INPUT, MemberRole.PREVIOUS})


def unpack(path: str, data: bytes, limits: Limits) -> Unpacked:
    """Return the members of the archive *data*; *path* is its name. Nothing is written anywhere."""
    if not data.startswith(_ZIP):
        return _none(Finding("F460", file=path))
    try:
        package = open_package(path, data, limits)
        if MANIFEST not in package:
            return _none(Finding("F460", file=path))
        listed = _read(package, MANIFEST, limits.definition_bytes)
    except RefusedError as error:
        return _none(*_about_archive(error))
    try:
        manifest = read_manifest(listed)
    except NoManifestError:
        return _none(Finding("F460", file=path))
    except OtherFormError as error:
        params = {"version": __version__}
        later = Finding("F478", file=path, value=error.version, params=params)
        return _none(later)._replace(later_form=error.version)
    unpacked = _members(path, package, manifest, limits)
    unpacked = unpacked._replace(data={MANIFEST: listed, **unpacked.data})
    return unpacked._replace(
        findings=(*unpacked.findings, *_about_container(path, data, unpacked, manifest))
    )


def _about_container(
    path: str, data: bytes, unpacked: Unpacked, manifest: Manifest
) -> Iterator[Finding]:
    """Yield what is wrong with how the members are packed, where each can be read."""
    if manifest.twofold is not None:
        yield twofold(path, MANIFEST, manifest.twofold)
    found = tuple(container_findings(path, data, unpacked.data))
    all_read = all(file.name in unpacked.data for file in manifest.files)
    yield from (one for one in found if all_read or one.code != "F479")
    if found or unpacked.findings:
        return
    members = (
        Member(file.name, unpacked.data[file.name], file.role, file.source)
        for file in manifest.files
    )
    if (offset := first_other_byte(data, unpacked.data[MANIFEST], members)) is not None:
        yield stray_bytes(path, offset)


def twofold(path: str, member: str, what: str) -> Finding:
    """Return the finding about JSON in *member* that programs read differently."""
    return Finding("F481", file=path, value=f"{member} ({what})")


def _members(path: str, package: Package, manifest: Manifest, limits: Limits) -> Unpacked:
    """Return every member that the *manifest* lists, each held against its hash."""
    members: dict[str, bytes] = {}
    findings = []
    different = 0
    for file in manifest.files:
        try:
            members[file.name] = _read(package, file.name, limits.member_bytes)
        except KeyError:
            findings.append(Finding("F461", file=path, value=file.name))
            different += 1
            continue
        except RefusedError as error:
            findings += _about_archive(error)
            different += 1
            continue
        if sha256(members[file.name]).hexdigest() != file.sha256:
            findings.append(
                Finding("F463", file=path, value=file.name, params={"source": file.source})
            )
            different += 1
    names = {file.name for file in manifest.files}
    unlisted = [name for name in _required(manifest) if name not in names]
    findings += [Finding("F461", file=path, value=name) for name in unlisted]
    different += len(unlisted)
    listed = {name.lower() for name in names} | {MANIFEST}
    findings += [
        Finding("F462", file=path, value=part) for part in package.parts if part not in listed
    ]
    return Unpacked(manifest, members, tuple(findings), different)


def _required(manifest: Manifest) -> Iterator[str]:
    """Yield the members that every archive has: results, and the cells of each workbook."""
    yield from (RESOLVED, SCORE, CHECK)
    listed = {file.source for file in manifest.files if file.role is MemberRole.CELLS}
    for file in manifest.files:
        if file.role in _WORKBOOKS and file.name not in listed:
            yield cells_of(file.name)


def _about_archive(error: RefusedError) -> Iterator[Finding]:
    """Yield what is wrong with a container in the words for an archive, not for a workbook."""
    for finding in error.findings:
        params = finding.params
        named = params.get("parts", (params.get("part", finding.file),))
        value = ", ".join(map(str, named)) if isinstance(named, tuple) else str(named)
        code = _CODES.get(finding.code, finding.code)
        yield Finding(code, file=finding.file, value=value, params=params)


def _none(*findings: Finding) -> Unpacked:
    return Unpacked(None, {}, findings)


def _option(size: int) -> str:
    return f"--limit definition_bytes={2 * size}"


def _read(package: Package, name: str, most: int) -> bytes:
    """Return the bytes of a member, of which no more than *most* are unpacked.

    Raises RefusedError where they are not as the archive declares them, KeyError without any.
    """
    pieces: list[bytes] = []
    size = 0
    for piece in package.chunks(name):
        size += len(piece)
        if size > most:
            params = {"part": name, "seen": size, "limit": most, "option": _option(size)}
            raise RefusedError(Finding("F114", file=package.path, params=params))
        pieces.append(piece)
    return b"".join(pieces)

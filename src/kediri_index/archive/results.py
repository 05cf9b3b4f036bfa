"""What is computed of the files of an archive, compared with what the archive records."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from kediri_index import __version__
from kediri_index.archive.bundle import unusual
from kediri_index.archive.container import CHECK, MANIFEST, RESOLVED, SCORE, members_of
from kediri_index.archive.figures import (
    Documents,
    compared_figures,
    compared_findings,
    documents,
    figure_findings,
    first_difference,
    first_other_fact,
)
from kediri_index.archive.manifest import Manifest, manifest_json
from kediri_index.archive.replay import Replayed
from kediri_index.archive.unpack import Unpacked, twofold
from kediri_index.definition.library import SHIPPED, paths_of, shipped_folder
from kediri_index.definition.load_definition import load_definition_file, load_definition_sources
from kediri_index.errors import DefinitionError
from kediri_index.model.bundle import Compared, Contents, Member, Sent, Verified
from kediri_index.model.dataset import SourceFile
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.text import ID
from kediri_index.present.envelope import Json


def impossible_records(contents: Contents, replayed: Replayed) -> Iterator[str]:
    """Yield, by name, what ``bundle`` does not record with these files, whichever version it is."""
    call = contents.call
    hints, profile = call.hints, replayed.outcome.profile
    theirs = {hints.unit} if hints.unit else {None, None if profile is None else profile.unit}
    if hints.theirs not in theirs:
        yield "call · profile_unit"
    if (call.day is None) is not (contents.waivers is None):
        yield "call · day"
    previous = contents.previous
    yield from _impossible_files(contents.sent, replayed.definition, "inputs")
    if previous is not None:
        yield from _impossible_files(previous, replayed.previous_definition, "previous")
        if previous.definition and previous.definition == contents.sent.definition:
            yield "previous/definition"


def impossible_here(contents: Contents) -> Iterator[str]:
    """Yield the same of what other versions may record otherwise: usual limits, forms of ids."""
    limits, known = contents.call.limits, contents.call.known
    if list(limits.items()) != list(unusual(Limits()._replace(**limits)).items()):
        yield "call · limits"
    if list(known) != sorted(set(known)) or not all(map(ID.fullmatch, known)):
        yield "call · known_definitions"


def _impossible_files(sent: Sent, used: Sequence[SourceFile], inputs: str) -> Iterator[str]:
    """Yield files that are there twice or that nothing uses; *inputs* where there is no file."""
    if not sent.files:
        yield inputs
    counted = Counter(file.path for file in sent.files)
    yield from (path for path, count in counted.items() if count > 1)
    yield from (file.path for file in sent.definition[len(used) :])


def other_than_shipped(contents: Contents) -> Iterator[str]:
    """Yield definitions that are said to be this version's own, and are not.

    A checkout on Windows may end their lines otherwise.
    """
    before = contents.previous.definition if contents.previous else ()
    shipped = _shipped_files()
    for file in dict.fromkeys((*contents.sent.definition, *before)):
        folder, _, name = file.path.rpartition("/")
        if folder == SHIPPED and _lines(file.data) != shipped.get(name):
            yield file.path


def borrowed_id(definition: Definition, files: Sequence[SourceFile], path: str) -> Finding | None:
    """Return that *definition* has the id of a shipped one, with another meaning or version."""
    shipped = _shipped_files()
    if all(_lines(file.data) == shipped.get(Path(file.path).name) for file in files):
        return None
    found = paths_of(definition.id, [shipped_folder()], Limits())
    if not found or load_definition_file(found[0]).definition.sha256 == definition.sha256:
        return None
    return Finding("F484", file=path, value=definition.id, params={"source": definition.path})


def _shipped_files() -> dict[str, bytes]:
    return {path.name: _lines(path.read_bytes()) for path in shipped_folder().glob("*.yaml")}


def _lines(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")


class Rebuilt(NamedTuple):
    """The members that ``bundle`` writes, and their manifest."""

    manifest: bytes
    members: tuple[Member, ...]

    @property
    def data(self) -> dict[str, bytes]:
        """The bytes by name."""
        return {MANIFEST: self.manifest, **{one.name: one.data for one in self.members}}

    def other_than(self, kept: Mapping[str, bytes]) -> Iterator[str]:
        """Yield the members whose bytes are not those *kept*, by name."""
        return (name for name, data in self.data.items() if kept.get(name) != data)


def rebuilt(contents: Contents, replayed: Replayed, version: str) -> Rebuilt:
    """Return what ``bundle`` writes of *contents*, signed by a *version* of the program."""
    score, check = (_signed(text, version) for text in (replayed.score, replayed.check))
    members = members_of(contents, replayed._replace(score=score, check=check))
    manifest = manifest_json(contents, replayed, members).decode()
    return Rebuilt(_signed(manifest, version).encode(), members)


def _signed(text: str, version: str) -> str:
    """Return an envelope as *version* would sign it: its first version is that of the program."""
    return text.replace(f'"version": "{__version__}"', f'"version": "{version}"', 1)


class Results(NamedTuple):
    """What was compared, what differs, and what of another version was not compared.

    *same_bytes* is whether ``bundle`` writes each member as it is.
    """

    figures: Compared
    said: Compared
    findings: tuple[Finding, ...]
    not_compared: tuple[str, ...]
    same_bytes: bool


class _Read(NamedTuple):
    """A document of results that could be taken apart, or None; and what differs in it."""

    both: Documents | None
    figures: Compared
    said: Compared
    findings: tuple[Finding, ...]
    places: tuple[Finding, ...] = ()


def compared_results(
    found: Verified,
    unpacked: Unpacked,
    manifest: Manifest,
    contents: Contents,
    replayed: Replayed,
    limits: Limits,
) -> Results:
    """Return what comparing came to, with at most the findings of *limits* of each document."""
    path, kept = found.path, unpacked.data
    again = rebuilt(contents, replayed, manifest.version)
    other = tuple(again.other_than(kept))
    due = {(one.name, one.role, one.source) for one in again.members}
    extra = [file.name for file in manifest.files if (file.name, file.role, file.source) not in due]
    is_own = manifest.version == __version__
    read = {
        name: _read(path, name, kept[name], again.data[name], limits.findings, is_own=is_own)
        for name in (SCORE, CHECK)
        if name in kept
    }
    findings = [one for each in read.values() for one in each.findings]
    findings += {tuple(one[:8]): one for each in read.values() for one in each.places}.values()
    is_changed = bool(
        findings or manifest.twofold or found.members.different or found.cells.different
    )
    findings += _records(path, contents, replayed, extra, is_own=is_own)
    documents_of = {name: each.both for name, each in read.items()}
    manifests = Documents(manifest.document, json.loads(again.manifest))
    documents_of[MANIFEST] = manifests
    causes = other
    if len(other) > 1 and _is_same_but_for_hashes(manifests):
        causes = tuple(name for name in other if name != MANIFEST)
    written = dict(_written(causes, kept, documents_of, replayed, is_own=is_own))
    if is_changed or findings:  # what follows from a change is not told again
        written = {name: where for name, where in written.items() if name == RESOLVED}
    findings += [
        Finding("F473", file=path, value=f"{name} ({where})" if where else name)
        for name, where in written.items()
    ]
    borrowed = borrowed_id(replayed.outcome.definition, contents.sent.definition, path)
    return Results(
        read[SCORE].figures if SCORE in read else Compared(),
        read[SCORE].said if SCORE in read else Compared(),
        (*findings, *filter(None, (borrowed,))),
        tuple(name for name in causes if not is_own and name not in written),
        not other and not extra,
    )


def _read(path: str, name: str, kept: bytes, now: bytes, most: int, *, is_own: bool) -> _Read:
    """Return what differs between two texts of the results called *name*."""
    both = documents(kept, now)
    compared = None if both is None else compared_figures(both, other_version=not is_own)
    if both is None or compared is None:
        unread = Finding("F473", file=path, value=name)
        return _Read(None, Compared(), Compared(), (unread,))
    figures, differing = compared
    said, places = compared_findings(both, path, most)
    told = [*figure_findings(path, differing[:most])]
    if both.twofold is not None:
        told.append(twofold(path, name, both.twofold))
    return _Read(both, figures, said, tuple(told), tuple(places))


def _records(
    path: str, contents: Contents, replayed: Replayed, extra: list[str], *, is_own: bool
) -> Iterator[Finding]:
    """Yield what ``bundle`` does not record, write or ship, and that there is no score."""
    impossible = [*extra, *impossible_records(contents, replayed)]
    if is_own:
        impossible += impossible_here(contents)
        yield from (Finding("F483", file=path, value=name) for name in other_than_shipped(contents))
    yield from (Finding("F482", file=path, value=name) for name in impossible)
    if replayed.outcome.units is None:
        yield Finding("F485", file=path)


def _is_same_but_for_hashes(both: Documents) -> bool:
    """Return whether manifests say the same but for hashes: each member is compared by itself."""
    try:
        return _without_hashes(both.kept) == _without_hashes(both.now)
    except RecursionError:  # lists in lists, which a parser goes deeper into
        return False


def _without_hashes(manifest: Json) -> Json:
    if isinstance(manifest, dict):
        return {
            key: _without_hashes(value)
            for key, value in manifest.items()
            if not (key == "sha256" and "role" in manifest)
        }
    return [_without_hashes(one) for one in manifest] if isinstance(manifest, list) else manifest


def _written(
    other: tuple[str, ...],
    kept: Mapping[str, bytes],
    both: Mapping[str, Documents | None],
    replayed: Replayed,
    *,
    is_own: bool,
) -> Iterator[tuple[str, str]]:
    """Yield the members that are not as they are written now, and where, if that has a name.

    Another version may write results in other words, but not of other files.
    """
    for name in other:
        if name not in kept and name in {RESOLVED, SCORE, CHECK}:
            continue  # a missing member has its own finding
        pair = both.get(name)
        if name == RESOLVED:
            if is_own or not _means_the_same(kept[name], replayed):
                yield name, ""
        elif pair is None:
            if name not in both:
                yield name, ""
        elif is_own:
            yield name, first_difference(pair.kept, pair.now)
        elif where := first_other_fact(pair.kept, pair.now):
            yield name, where


def _means_the_same(resolved: bytes, replayed: Replayed) -> bool:
    """Return whether the *resolved* definition is the one in use, however YAML is written here."""
    definition = replayed.outcome.definition
    try:
        loaded = load_definition_sources([SourceFile(definition.path, resolved)])
    except DefinitionError:
        return False
    return loaded.definition.sha256 == definition.sha256

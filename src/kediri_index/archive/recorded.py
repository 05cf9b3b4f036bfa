"""An archive written once more from its own files, and what it records of its own call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from kediri_index import __version__
from kediri_index.archive.gather import unusual
from kediri_index.archive.manifest import manifest_json
from kediri_index.archive.packing import MANIFEST, members_of
from kediri_index.archive.replay import Replayed
from kediri_index.definition.files import SHIPPED, shipped_folder
from kediri_index.definition.library import paths_of
from kediri_index.definition.load_definition import load_definition_file
from kediri_index.model.bundle import Contents, Member, Sent, SourceFile
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.text import ID


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

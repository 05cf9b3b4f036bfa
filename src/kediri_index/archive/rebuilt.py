"""An archive written once more from its own files, to be compared with the one that was sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kediri_index import __version__
from kediri_index.archive.manifest import manifest_json
from kediri_index.archive.packing import MANIFEST, members_of
from kediri_index.archive.replay import Replayed
from kediri_index.model.bundle import Contents, Member


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

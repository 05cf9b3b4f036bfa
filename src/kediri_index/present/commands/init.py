"""What ``init`` came to: the files of a new project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kediri_index.model.profile import PROFILE, README
from kediri_index.present.document import Command, Document, Section
from kediri_index.present.envelope import envelope
from kediri_index.present.formats import Presentation
from kediri_index.usecases.start import Started


@dataclass(frozen=True)
class InitPresentation(Presentation):
    """The files that were written into *folder*, by path, and how the project starts."""

    folder: str
    files: Mapping[str, bytes]
    started: Started

    def document(self) -> Document:
        """Return the path of each file, on a line of its own."""
        paths = tuple(Command("", path) for path in self.files)
        return Document(self.language, (Section("files", "", paths),))

    def json(self) -> str:
        """Return the envelope of ``init``: every file with its hash."""
        files = self.files.items()
        listed = [{"path": path, "sha256": sha256(data).hexdigest()} for path, data in files]
        return envelope("init", self.started.definition, (), {"files": listed}, (), self.language)

    def next(self) -> Iterator[str]:
        """Yield who needs no form, and what is left to do."""
        started, folder = self.started, Path(self.folder)
        if started.without:
            yield self.say("forms.without", names=started.without)
        said = "project.placeholders" if started.placeholder else "project.dealt"
        yield self.say(said, path=str(folder / PROFILE))
        yield self.say("project.next", path=str(folder / README))

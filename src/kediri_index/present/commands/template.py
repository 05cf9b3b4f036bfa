"""What ``template`` came to: the forms that were written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kediri_index.model.dataset import InputFile
from kediri_index.model.definition import Definition
from kediri_index.present.document import Document, Paragraph, Section
from kediri_index.present.envelope import envelope
from kediri_index.present.formats import Presentation


class WrittenForm(NamedTuple):
    """A file that was written, the agency's id, and how many indicators it asks for."""

    path: str
    sha256: str
    opd: str | None
    indicators: int


@dataclass(frozen=True)
class TemplatePresentation(Presentation):
    """The forms that were written, from which files and by which definition.

    Agencies *without* indicators have none, and indicators *in_none* stand in none. *surveyed* are
    agencies for which respondents answer.
    """

    written: Sequence[WrittenForm]
    inputs: Sequence[InputFile]
    definition: Definition
    without: tuple[str, ...]
    in_none: tuple[str, ...]
    to_send: bool
    surveyed: tuple[str, ...] = ()

    def document(self) -> Document:
        """Return where each form is, and how many indicators it asks for."""
        lines = (
            f"{file.path} · {self.say('count.indicators', count=file.indicators)}"
            for file in self.written
        )
        return Document(self.language, (Section("forms", "", tuple(map(Paragraph, lines))),))

    def json(self) -> str:
        """Return the envelope of ``template``: every file with its hash."""
        result = {"files": [file._asdict() for file in self.written]}
        return envelope("template", self.definition, self.inputs, result, (), self.language)

    def next(self) -> Iterator[str]:
        """Yield for whom and for what there is no form, and what to do with the forms."""
        if self.without:
            yield self.say("forms.without", names=self.without)
        if self.surveyed:
            yield self.say("forms.surveyed", names=self.surveyed)
        if self.in_none:
            yield self.say("forms.in-none", ids=self.listed(self.in_none))
        if self.to_send:
            yield self.say("next.send")


@dataclass(frozen=True)
class EmptyListPresentation(Presentation):
    """The empty list of indicators that was written."""

    path: str
    sha256: str

    def document(self) -> Document:
        """Return where it is."""
        return Document(self.language, (Section("forms", "", (Paragraph(self.path),)),))

    def json(self) -> str:
        """Return the envelope of ``template``: the file with its hash, of no agency."""
        file = WrittenForm(self.path, self.sha256, None, 0)
        return envelope("template", None, (), {"files": [file._asdict()]}, (), self.language)

    def next(self) -> Iterator[str]:
        """Yield what to do with it."""
        yield self.say("list.next", path=self.path)

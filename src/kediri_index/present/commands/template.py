"""What ``template`` came to: the forms that were written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from kediri_index.present.document import Document, Paragraph, Section
from kediri_index.present.envelope import Json, envelope
from kediri_index.present.formats import Presentation
from kediri_index.usecases.template import Forms


@dataclass(frozen=True)
class TemplatePresentation(Presentation):
    """The *forms*, and what was *written*: the bytes of each by its path, in the same order."""

    forms: Forms
    written: Mapping[str, bytes]
    to_send: bool

    def document(self) -> Document:
        """Return where each form is, and how many indicators it asks for."""
        lines = (
            f"{path} · {self.say('count.indicators', count=len(form.rows))}"
            for path, (_, form) in zip(self.written, self.forms.forms, strict=True)
        )
        return Document(self.language, (Section("forms", "", tuple(map(Paragraph, lines))),))

    def json(self) -> str:
        """Return the envelope of ``template``: every file with its hash."""
        forms = self.forms
        files = [
            _file(path, data, form.opd.id if form.opd else None, len(form.rows))
            for (path, data), (_, form) in zip(self.written.items(), forms.forms, strict=True)
        ]
        definition = forms.wanted.definition
        return envelope("template", definition, forms.inputs, {"files": files}, (), self.language)

    def next(self) -> Iterator[str]:
        """Yield for whom and for what there is no form, and what to do with the forms."""
        yield from without_forms(self, self.forms.without, self.forms.surveyed)
        if self.forms.in_none:
            yield self.say("forms.in-none", ids=self.listed(self.forms.in_none))
        if self.to_send:
            yield self.say("next.send")


@dataclass(frozen=True)
class EmptyListPresentation(Presentation):
    """The empty list of indicators that was written."""

    path: str
    data: bytes

    def document(self) -> Document:
        """Return where it is."""
        return Document(self.language, (Section("forms", "", (Paragraph(self.path),)),))

    def json(self) -> str:
        """Return the envelope of ``template``: the file with its hash, of no agency."""
        file = _file(self.path, self.data, None, 0)
        return envelope("template", None, (), {"files": [file]}, (), self.language)

    def next(self) -> Iterator[str]:
        """Yield what to do with it."""
        yield self.say("list.next", path=self.path)


def _file(path: str, data: bytes, opd: str | None, indicators: int) -> Json:
    """Return a file with its hash, the agency's id, and how many indicators it asks for."""
    hashed = sha256(data).hexdigest()
    return {"path": path, "sha256": hashed, "opd": opd, "indicators": indicators}


def without_forms(
    shown: Presentation, without: tuple[str, ...], surveyed: tuple[str, ...]
) -> Iterator[str]:
    """Yield which agencies need no form: those *without* indicators, and the *surveyed*."""
    if without:
        yield shown.say("forms.without", names=without)
    if surveyed:
        yield shown.say("forms.surveyed", names=surveyed)

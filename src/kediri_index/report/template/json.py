"""Written forms as JSON, in the envelope of every command."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kediri_index.model.dataset import InputFile
from kediri_index.model.definition import Definition
from kediri_index.model.language import Language
from kediri_index.report.envelope import envelope


class WrittenForm(NamedTuple):
    """A file that was written, the agency's id, and how many indicators it asks for."""

    path: str
    sha256: str
    opd: str | None
    indicators: int


def template_json(
    files: Iterable[WrittenForm],
    inputs: Iterable[InputFile],
    definition: Definition,
    language: Language,
) -> str:
    """Return the envelope of ``template``: every file with its hash."""
    result = {"files": [file._asdict() for file in files]}
    return envelope("template", definition, inputs, result, (), language)

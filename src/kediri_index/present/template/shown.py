"""What every format of ``template`` shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kediri_index.model.dataset import InputFile
from kediri_index.model.definition import Definition
from kediri_index.model.language import Language


class WrittenForm(NamedTuple):
    """A file that was written, the agency's id, and how many indicators it asks for."""

    path: str
    sha256: str
    opd: str | None
    indicators: int


class TemplateShown(NamedTuple):
    """The forms that were written, from which files and by which definition."""

    written: Sequence[WrittenForm]
    inputs: Sequence[InputFile]
    definition: Definition
    language: Language

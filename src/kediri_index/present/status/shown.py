"""What every format of ``status`` shows."""

from __future__ import annotations

from typing import NamedTuple

from kediri_index.model.board import Board
from kediri_index.model.dataset import DataSet
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.waivers import Waived
from kediri_index.present.status.words import StatusWords


class StatusShown(NamedTuple):
    """The board, and what was read and found; files are named from *folder* on."""

    board: Board
    definition: Definition
    data: DataSet
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]
    language: Language
    folder: str

    @property
    def is_complete(self) -> bool:
        """Whether all agencies are."""
        return self.board.complete == len(self.board.opd)

    def words(self) -> StatusWords:
        """Return the wording of the board."""
        return StatusWords(self.board, self.language, self.folder)

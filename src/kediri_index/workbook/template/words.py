"""The words of a form that come from the catalogue of findings, in one language."""

from __future__ import annotations

from typing import NamedTuple

from kediri_index.messages.catalogue import CATALOGUE, repair_by_agency
from kediri_index.messages.texts import text
from kediri_index.messages.values import shown
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.scoring import Range


class Words(NamedTuple):
    """What the column *Periksa* and the drop-downs say, in *language*."""

    language: Language

    def title(self, code: str) -> str:
        """Return the short text of a finding."""
        entry = CATALOGUE[code]
        return entry.title_en if self.language is Language.EN else entry.title_id

    def repair(self, code: str) -> str:
        """Return what a finding without params tells an agency to do."""
        return repair_by_agency(Finding(code), self.language)

    def within(self, code: str, bounds: Range) -> str:
        """Return the short text of a finding with the range that it is about."""
        return f"{self.title(code)} ({self.range(bounds)})"

    def range(self, bounds: Range) -> str:
        """Return *bounds* as people read them."""
        return f"{shown(bounds[0], self.language)}\N{EN DASH}{shown(bounds[1], self.language)}"

    def listed(self, code: str, possible: object) -> str:
        """Return the short text of a finding with what would be possible."""
        return f"{self.title(code)}: {shown(possible, self.language)}"

    @property
    def no_number(self) -> str:
        """What a text that is no number is told."""
        in_digits = self.text("check.digits")
        return f"{self.title('C110')}; {in_digits}"

    @property
    def no_percent(self) -> str:
        """What a percentage is told where none belongs."""
        return self.text("check.no-percent")

    @property
    def two_readings(self) -> str:
        """What a number with two readings is told."""
        return f"{self.title('C121')}; {self.repair('C121')}"

    def text(self, key: str, **params: object) -> str:
        """Return a text of the form."""
        return text(f"form.{key}", self.language, **params)

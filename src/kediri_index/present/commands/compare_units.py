"""What ``compare`` came to for many units: which moved most, and what moved them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kediri_index.model.comparison import ComparedUnits, CompareOutcome
from kediri_index.model.language import Language
from kediri_index.present.commands.compare import ComparePresentation
from kediri_index.present.compared.as_json import units_json, years_json
from kediri_index.present.compared.units import UnitsWording
from kediri_index.present.compared.wording import LARGEST
from kediri_index.present.document import Block, Bullets, Document, Paragraph, Section
from kediri_index.present.envelope import Json
from kediri_index.present.findings import faults
from kediri_index.present.renderers.csv import Rows

_ON_A_SCREEN = 20
"""More units are listed on request."""


@dataclass(frozen=True)
class CompareUnitsPresentation(ComparePresentation):
    """The comparison of many units; *detail* asks for every unit and indicator."""

    @property
    def units(self) -> ComparedUnits:
        """The units; asked for only where there are some."""
        found = self.outcome.units
        assert found is not None  # noqa: S101 - for mypy: asked before
        return found

    @cached_property
    def of_units(self) -> UnitsWording:
        """The wording of the comparison."""
        return UnitsWording(self.outcome, self.units, self.language)

    def document(self) -> Document:
        """Return the sentences, the tables, the remarks on the figures."""
        return self._document(every=True)

    def screen(self) -> Document:
        """Return it without the table of all units where they are many."""
        return self._document(every=self.detail or len(self.units.units) <= _ON_A_SCREEN)

    def _document(self, *, every: bool) -> Document:
        section = Section("compare", self.of_units.title(), tuple(self._of_many(every=every)))
        warning = self.say("partial") if self.outcome.partial else ""
        return Document(self.language, (section,), warning=warning)

    def _of_many(self, *, every: bool) -> Iterator[Block]:
        words = self.of_units
        yield Paragraph(" ".join(words.summary()))
        movers = words.movers()
        if self.years is not None:
            yield from self.years.of_many(None if every else {one.new.unit for one in movers})
        elif movers and not every:
            yield words.units_table("movers", self.say("compare.moved-most"), movers)
        parts = words.parts()
        if parts:
            yield words.parts_table("parts", words.part_title(), parts)
        answers = words.answers()
        if answers:
            shown = answers if self.detail else answers[:LARGEST]
            rest = len(answers) - len(shown)
            note = self.say("compare.units-rest", count=rest) if rest else ""
            title = self.say("compare.every" if self.detail else "compare.largest")
            yield words.parts_table("indicators", title, shown, note, coded=True)
        if every and self.years is None:
            yield words.units_table("units", self.say("column.unit"), self.units.units)
        others = words.not_compared(self.units.not_compared)
        yield Bullets((*words.notes(), *self._years_notes(), *others, *self._waived()))
        yield from faults(self._about_both(), self.language)

    def _result(self) -> dict[str, Json]:
        found = units_json(self.outcome, self.units, detail=self.detail)
        years = self.outcome.years
        return found if years is None else found | years_json(years)

    def rows(self) -> Rows:
        """Yield a row per unit, or with *detail* one per unit and node.

        Of several years yield the overall and the groups at the top of each unit by year.
        """
        if self.detail:
            yield from self._rows_of_parts()
            return
        if self.years is not None:
            yield from self.years.rows()
            return
        yield "unit", "old_year", "year", "before", "after", "change", "rank_before", "rank"
        for one in self.units.units:
            scores = one.old_published, one.new.overall.published, one.change_published
            years = one.old.year, one.new.year
            yield one.new.unit, *years, *scores, one.ranks.old, one.ranks.new

    def _rows_of_parts(self) -> Rows:
        yield "unit", "id", "kind", "name", "player", "before", "after", "contribution"
        for unit in self.units.units:
            for row in () if unit.parts is None else self.rows_of(unit.parts):
                yield unit.new.unit, *row

    def remarks(self) -> Iterator[str]:
        """Yield the remarks on the whole."""
        if self.outcome.partial:
            yield self.say("partial")
        yield from self._waived()

    def next(self) -> Iterator[str]:
        """Yield how to see why one unit moved, all units, and the findings of either side."""
        yield self.say("next.compare-unit", again=self.again)
        if len(self.units.units) > _ON_A_SCREEN and not self.detail:
            yield self.say("next.compare-units", again=self.again)
        if len(self.outcome.findings) > len(self._about_both()):
            yield self.say("next.compare-check")


def comparison_shown(
    language: Language, outcome: CompareOutcome, *, detail: bool = False, again: str = ""
) -> ComparePresentation:
    """Return what shows *outcome*, of one unit or of many."""
    if outcome.units is None:
        return ComparePresentation(language, outcome, detail, again)
    return CompareUnitsPresentation(language, outcome, detail, again)

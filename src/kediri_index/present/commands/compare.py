"""What ``compare`` came to: the sentence first, then what pulls up and down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from kediri_index.model.comparison import CompareOutcome, Comparison
from kediri_index.model.findings import Finding
from kediri_index.present.compared.as_json import comparison_json, not_compared_json, years_json
from kediri_index.present.compared.wording import (
    LARGEST,
    ComparedPart,
    ComparedRow,
    ComparisonWording,
)
from kediri_index.present.document import (
    Block,
    Bullets,
    ColumnKind,
    Document,
    Paragraph,
    Section,
    Table,
    TableCell,
    TableOf,
    Tone,
)
from kediri_index.present.envelope import Json, outcome_json
from kediri_index.present.findings import faults, refused, said_to_allow
from kediri_index.present.formats import Presentation
from kediri_index.present.renderers.csv import Rows

if TYPE_CHECKING:
    from kediri_index.present.compared.years import YearsWording

_ABOUT_BOTH = "S6"
"""Findings about the two together; those of either file are ``check``'s to tell."""
_HOPELESS = frozenset({"S341", "S601", "S607"})


@dataclass(frozen=True)
class ComparePresentation(Presentation):
    """The comparison, or why there is none; *detail* asks for all indicators.

    *again* is what the same command is to be given once more.
    """

    outcome: CompareOutcome
    detail: bool = False
    again: str = ""

    @property
    def comparison(self) -> Comparison:
        """The comparison; all but JSON is asked for only where there is one."""
        found = self.outcome.comparison
        assert found is not None  # noqa: S101 - for mypy: asked before
        return found

    @cached_property
    def words(self) -> ComparisonWording:
        """The wording of the comparison."""
        return ComparisonWording(self.comparison, self.outcome.profile, self.language)

    @cached_property
    def years(self) -> YearsWording | None:
        """The wording of three years or more; None of two."""
        if self.outcome.years is None:
            return None
        from kediri_index.present.compared.years import YearsWording  # noqa: PLC0415 - of several

        return YearsWording(self.outcome, self.outcome.years, self.language)

    def document(self) -> Document:
        """Return the sentence, the tables, the remarks on the figures."""
        section = Section("compare", self.words.title(), tuple(self._blocks()))
        warning = self.say("partial") if self.outcome.partial else ""
        return Document(self.language, (section,), warning=warning)

    def json(self) -> str:
        """Return the envelope of ``compare``; its definition is that of the new side."""
        return outcome_json("compare", self.outcome, self._result(), self.language)

    def _result(self) -> dict[str, Json] | None:
        outcome = self.outcome
        if outcome.comparison is None:
            return None
        result = comparison_json(outcome, outcome.comparison)
        if outcome.not_compared:
            result["not_compared"] = not_compared_json(outcome.not_compared)
        return result if outcome.years is None else result | years_json(outcome.years)

    def rows(self) -> Rows:
        """Yield the nodes, the weights and the set; the *player* rows add up to the change.

        Of several years yield the overall and the groups at the top by year.
        """
        if self.years is not None:
            yield from self.years.rows()
            return
        yield "id", "kind", "name", "player", "before", "after", "contribution"
        yield from self.rows_of(self.comparison)

    def rows_of(self, found: Comparison) -> Rows:
        """Yield these rows of one comparison."""
        for one in found.contributions:
            name = one.label.in_language(self.language)
            kind, sides = one.kind or "indicator", (one.before, one.after)
            yield one.id, kind, name, one.player, *sides, one.contribution
        for name, value in (("weights", found.weights), ("set", found.set)):
            yield name, name, None, True, None, None, value

    def refusal(self) -> tuple[Block, ...]:
        """Return the findings that forbid a comparison."""
        if self.outcome.comparison is not None or self.outcome.units is not None:
            return ()
        return refused(self.outcome.findings, self.language, "compare.refused")

    def remarks(self) -> Iterator[str]:
        """Yield the remarks on the whole."""
        if self.outcome.partial:
            yield self.say("partial")
        yield from self._waived()

    def next(self) -> Iterator[str]:
        """Yield how to see all indicators, and the findings of either side."""
        outcome = self.outcome
        if outcome.comparison is None:
            if not any(one.code in _HOPELESS for one in outcome.findings):
                then = "next.compare-allow"
                yield from said_to_allow(outcome, self.language, self.again, then)
            return
        players = self.comparison.players()
        moved = sum(1 for one in players if one.kind is None and one.contribution)
        if moved > LARGEST and not self.detail:
            yield self.say("next.compare-detail", again=self.again)
        if len(outcome.findings) > len(self._about_both()):
            yield self.say("next.compare-check")

    def _about_both(self) -> list[Finding]:
        return [one for one in self.outcome.findings if one.code.startswith(_ABOUT_BOTH)]

    def _waived(self) -> Iterator[str]:
        if self.outcome.waived:
            yield self.say("count.waived", count=len(self.outcome.waived))

    def _blocks(self) -> Iterator[Block]:
        words = self.words
        yield Paragraph(words.summary())
        if self.years is not None:
            yield from self.years.of_one()
        if not words.is_same:
            parts = list(words.tables(detail=self.detail))
            values = (abs(row.value) for part in parts for row in (*part.rows, *part.apart))
            largest = max(values, default=Fraction(0)) or Fraction(1)
            for number, part in enumerate(parts, start=1):
                yield self._table(f"part-{number}", part, largest)
        others = words.not_compared(self.outcome.not_compared)
        yield Bullets((*words.notes(), *self._years_notes(), *others, *self._waived()))
        yield from faults(self._about_both(), self.language)

    def _years_notes(self) -> Iterator[str]:
        if self.years is not None:
            yield from self.years.notes()

    def _table(self, name: str, part: ComparedPart, largest: Fraction) -> Table:
        rows = (*part.rows, *part.apart, *([part.total] if part.total else []))
        old, new = self.words.headings()
        scored = any(row.before or row.after for row in rows)
        number = ColumnKind.NUMBER

        def bar(row: ComparedRow) -> TableCell:
            return TableCell("", None if row is part.total else row.value / largest)

        table = TableOf(rows, lambda row: Tone.STRONG if row is part.total else Tone.PLAIN)
        table.column(
            self.say("column.code"), lambda row: row.code, ColumnKind.CODE, wanted=part.coded
        )
        table.column(part.title, lambda row: row.name, header=True)
        table.column(old, lambda row: row.before, number, wanted=scored)
        table.column(new, lambda row: row.after, number, wanted=scored)
        table.column(
            self.say("column.contribution"), lambda row: self.words.signed(row.value), number
        )
        table.column("", bar, ColumnKind.BOTH_WAYS)
        return table.made(name, note=part.note or "")

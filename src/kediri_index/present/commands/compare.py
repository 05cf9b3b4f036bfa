"""What ``compare`` came to: the sentence first, then what pulls up and down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from kediri_index.messages.numbers import fixed
from kediri_index.model.comparison import ComparedSide, CompareOutcome, Comparison, Contribution
from kediri_index.model.findings import Finding
from kediri_index.model.profile import opd_names
from kediri_index.present.commands.compare_words import LARGEST, CompareWords, Part, Row
from kediri_index.present.document import (
    Block,
    Bullets,
    Cell,
    Column,
    ColumnKind,
    Document,
    Paragraph,
    Section,
    Table,
    Tone,
)
from kediri_index.present.envelope import Json, exact, outcome_json
from kediri_index.present.findings import faults, refused, said_to_allow
from kediri_index.present.renderers.csv import Rows
from kediri_index.present.shown import Shown

_ABOUT_BOTH = "S6"
"""Findings about the two together; those of either file are ``check``'s to tell."""
_HOPELESS = frozenset({"S341", "S601", "S607"})


@dataclass(frozen=True)
class CompareShown(Shown):
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
    def words(self) -> CompareWords:
        """The wording of the comparison."""
        return CompareWords(self.comparison, self.outcome.profile, self.language)

    def document(self) -> Document:
        """Return the sentence, the tables, what is to be known of the figures."""
        section = Section("compare", self.words.title(), tuple(self._blocks()))
        warning = self.say("partial") if self.outcome.partial else ""
        return Document(self.language, (section,), warning=warning)

    def json(self) -> str:
        """Return the envelope of ``compare``; its definition is that of the new side."""
        outcome = self.outcome
        result = None if outcome.comparison is None else _result(outcome, outcome.comparison)
        return outcome_json("compare", outcome, result, self.language)

    def rows(self) -> Rows:
        """Yield the nodes, the weights and the set; the *player* rows add up to the change."""
        found = self.comparison
        yield "id", "kind", "name", "player", "before", "after", "contribution"
        for one in found.contributions:
            name = one.label.in_language(self.language)
            kind, sides = one.kind or "indicator", (one.before, one.after)
            yield one.id, kind, name, one.player, *sides, one.contribution
        for name, value in (("weights", found.weights), ("set", found.set)):
            yield name, name, None, True, None, None, value

    def refusal(self) -> tuple[Block, ...]:
        """Return the findings that forbid a comparison."""
        if self.outcome.comparison is not None:
            return ()
        return refused(self.outcome.findings, self.language, "compare.refused")

    def remarks(self) -> Iterator[str]:
        """Yield what is to be known of the whole."""
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
        if not words.is_same:
            parts = list(words.tables(detail=self.detail))
            values = (abs(row.value) for part in parts for row in (*part.rows, *part.apart))
            largest = max(values, default=Fraction(0)) or Fraction(1)
            for number, part in enumerate(parts, start=1):
                yield self._table(f"part-{number}", part, largest)
        yield Bullets((*words.notes(), *self._waived()))
        yield from faults(self._about_both(), self.language)

    def _table(self, name: str, part: Part, largest: Fraction) -> Table:
        rows = (*part.rows, *part.apart, *([part.total] if part.total else []))
        old, new = self.words.headings()
        scored = any(row.before or row.after for row in rows)
        number = ColumnKind.NUMBER
        every = (
            (part.coded, Column("code", self.say("column.code"), ColumnKind.CODE)),
            (True, Column("name", part.title)),
            (scored, Column("before", old, number)),
            (scored, Column("after", new, number)),
            (True, Column("contribution", self.say("column.contribution"), number)),
            (True, Column("bar", "", ColumnKind.BOTH_WAYS)),
        )
        shown = [at for at, (wanted, _) in enumerate(every) if wanted]
        cells = (self._cells(row, row is part.total, largest) for row in rows)
        return Table(
            name,
            "",
            tuple(every[at][1] for at in shown),
            tuple(tuple(row[at] for at in shown) for row in cells),
            int(part.coded),
            part.note or "",
        )

    def _cells(self, row: Row, is_total: bool, largest: Fraction) -> tuple[Cell, ...]:  # noqa: FBT001
        tone = Tone.STRONG if is_total else Tone.PLAIN
        said = (row.code, row.name, row.before, row.after, self.words.signed(row.value))
        return (
            *(Cell(one, tone=tone) for one in said),
            Cell("", None if is_total else row.value / largest),
        )


def _result(outcome: CompareOutcome, found: Comparison) -> Json:
    names = opd_names(outcome.profile)
    decimals = found.new.definition.publish.decimals
    error = found.error
    return {
        "old": _side(found.old) | {"published_as_new": fixed(found.old_published, decimals)},
        "new": _side(found.new),
        "change": exact(found.change),
        "change_published": exact(found.change_published),
        "basis": found.basis.value,
        "contributions": [_contribution(one) for one in found.contributions],
        "weights": exact(found.weights),
        "set": exact(found.set),
        "method": found.method.value,
        "sampled": None
        if error is None
        else {"orders": error.orders, "standard_error": exact(error.standard_error)},
        "added": list(found.added),
        "dropped": list(found.dropped),
        "views": {
            "opd": [
                {"id": opd, "name": names.get(opd, opd), "contribution": exact(value)}
                for opd, value in found.by_opd.items()
            ]
        },
    }


def _side(one: ComparedSide) -> dict[str, Json]:
    definition, overall = one.definition, one.overall
    return {
        "unit": one.unit,
        "year": one.year,
        "value": one.lead.value,
        "definition": {
            "id": definition.id,
            "version": definition.version,
            "status": definition.status.value,
            "sha256": definition.sha256,
            "path": definition.path,
        },
        "score": exact(overall.score),
        "published": None
        if overall.published is None
        else fixed(overall.published, definition.publish.decimals),
        "official": exact(one.official),
    }


def _contribution(one: Contribution) -> Json:
    return {
        "id": one.id,
        "kind": one.kind or "indicator",
        "name": one.label.main,
        "in": one.parent,
        "player": one.player,
        "contribution": exact(one.contribution),
        "before": exact(one.before),
        "after": exact(one.after),
    }

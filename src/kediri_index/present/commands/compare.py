"""What ``compare`` came to: the sentence first, then what pulls up and down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import ceil
from typing import NamedTuple

from kediri_index.messages.texts import text
from kediri_index.messages.values import fixed
from kediri_index.model.comparison import ComparedSide, CompareOutcome, Comparison, Contribution
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.profile import Basis, Profile, opd_names
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
from kediri_index.present.wording import ScoreWording

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

    def document(self) -> Document:
        """Return the sentence, the tables, the remarks on the figures."""
        section = Section("compare", self.words.title(), tuple(self._blocks()))
        warning = self.say("partial") if self.outcome.partial else ""
        return Document(self.language, (section,), warning=warning)

    def json(self) -> str:
        """Return the envelope of ``compare``; its definition is that of the new side."""
        outcome = self.outcome
        result = (
            None if outcome.comparison is None else comparison_json(outcome, outcome.comparison)
        )
        return outcome_json("compare", outcome, result, self.language)

    def rows(self) -> Rows:
        """Yield the nodes, the weights and the set; the *player* rows add up to the change."""
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
        if not words.is_same:
            parts = list(words.tables(detail=self.detail))
            values = (abs(row.value) for part in parts for row in (*part.rows, *part.apart))
            largest = max(values, default=Fraction(0)) or Fraction(1)
            for number, part in enumerate(parts, start=1):
                yield self._table(f"part-{number}", part, largest)
        yield Bullets((*words.notes(), *self._waived()))
        yield from faults(self._about_both(), self.language)

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


def comparison_json(outcome: CompareOutcome, found: Comparison) -> dict[str, Json]:
    """Return one comparison as JSON has it."""
    names = opd_names(outcome.profile)
    error = found.error
    return {
        "old": side_json(found.old, found.old_published, found.new),
        "new": side_json(found.new),
        "change": found.change,
        "change_published": found.change_published,
        "basis": found.basis,
        "contributions": [contribution_json(one) for one in found.contributions],
        "weights": found.weights,
        "set": found.set,
        "method": found.method,
        "sampled": None
        if error is None
        else {"orders": error.orders, "standard_error": error.standard_error},
        "added": found.added,
        "dropped": found.dropped,
        "views": {
            "opd": [
                {"id": opd, "name": names.get(opd, opd), "contribution": value}
                for opd, value in found.by_opd.items()
            ]
        },
    }


def side_json(
    one: ComparedSide, as_new: Fraction | None = None, new: ComparedSide | None = None
) -> dict[str, Json]:
    """Return one of the two; the old one with its score published *as_new*, by rules of *new*."""
    definition, overall = one.definition, one.overall
    found: dict[str, Json] = {
        "unit": one.unit,
        "year": one.year,
        "value": one.lead,
        "definition": {
            "id": definition.id,
            "version": definition.version,
            "status": definition.status,
            "sha256": definition.sha256,
            "path": definition.path,
        },
        "score": overall.score,
        "published": None
        if overall.published is None
        else fixed(overall.published, definition.publish.decimals),
        "official": one.official,
    }
    if as_new is not None and new is not None:
        found["published_as_new"] = fixed(as_new, new.definition.publish.decimals)
    return found


def contribution_json(one: Contribution) -> dict[str, Json]:
    """Return what a node contributed as JSON has it."""
    return {
        "id": one.id,
        "kind": one.kind or "indicator",
        "name": one.label.main,
        "in": one.parent,
        "player": one.player,
        "contribution": one.contribution,
        "before": one.before,
        "after": one.after,
    }


LARGEST = 10
"""So many indicators are shown unless all are asked for."""


class ComparedRow(NamedTuple):
    """A line of a table; *code* is the id where the name alone does not do."""

    code: str
    name: str
    before: str
    after: str
    value: Fraction


class ComparedPart(NamedTuple):
    """Rows by size, those of the *apart* parts (weights, set) after them, perhaps a *total*."""

    title: str
    rows: tuple[ComparedRow, ...]
    apart: tuple[ComparedRow, ...] = ()
    total: ComparedRow | None = None
    note: str | None = None
    coded: bool = False


class ComparisonWording(ScoreWording):
    """What is said of one comparison in one language."""

    def __init__(self, comparison: Comparison, profile: Profile | None, language: Language) -> None:
        super().__init__(comparison.new.definition, language)
        self.comparison = comparison
        self.profile = profile
        self.nothing = text("compare.same", language)

    @property
    def is_same(self) -> bool:
        """Whether nothing at all changed."""
        found = self.comparison
        moved = any(one.contribution for one in found.players())
        return not (found.change or found.weights or found.set or moved)

    def title(self) -> str:
        """Return whose results they are, and of when."""
        old, new = self.comparison.old, self.comparison.new
        if not self.two_units:
            years = [str(one.year) for one in (old, new) if one.year is not None]
            name = new.unit or self.say("unit-unknown")
            return f"{name} · {' → '.join(dict.fromkeys(years))}" if years else name
        return f"{self.side(old)} → {self.side(new)}"

    def side(self, one: ComparedSide) -> str:
        """Return whose one of the results is, and of when."""
        name = one.unit or self.say("unit-unknown")
        return name if one.year is None else f"{name} · {one.year}"

    def names(self) -> tuple[str, str]:
        """Return what the two are called: their years where these tell them apart, or units."""
        old, new = self.comparison.old, self.comparison.new
        if self.two_units:
            return self.side(old), self.side(new)
        if self._by_year():
            return str(old.year), str(new.year)
        return self.say("compare.the-old"), self.say("compare.the-new")

    def headings(self) -> tuple[str, str]:
        """Return the titles of the two columns of scores."""
        old, new = self.comparison.old, self.comparison.new
        if self._by_year():
            return str(old.year), str(new.year)
        return self.say("compare.old"), self.say("compare.new")

    def _by_year(self) -> bool:
        old, new = self.comparison.old, self.comparison.new
        return not self.two_units and None not in {old.year, new.year} and old.year != new.year

    @property
    def two_units(self) -> bool:
        """Whether one unit is compared with another."""
        return _name(self.comparison.old) != _name(self.comparison.new)

    def summary(self) -> str:
        """Return the sentences that sum it up."""
        found = self.comparison
        change = found.change_published
        sign = (change > 0) - (change < 0)
        key = (_OF_UNITS if self.two_units else _OF_TIME)[sign]
        old, new = self.names()
        then = self._official(found.old, found.old_published)
        now = self._official(found.new, found.new.overall.published)
        said = [
            self.say(
                f"compare.{key}",
                unit=found.new.unit or self.say("unit-unknown"),
                size=self.fixed(abs(change)),
                before=f"{self.fixed(found.old_published)}{then}",
                after=f"{self.published(found.new.overall)}{now}",
                old=old if sign else f"{old}{then}",
                new=new,
            )
        ]
        said += self._basis(old, new)
        if self.is_same:
            return " ".join((*said, self.nothing))
        parts = self._tops()
        ends = [min(parts, key=_by_value), max(parts, key=_by_value)] if parts else []
        keys = ("behind", "ahead") if self.two_units else ("most-down", "most-up")
        said += [
            self.say(f"compare.{key}", name=one.name, size=self.signed(one.value))
            for key, one, side in zip(keys, ends, (-1, 1), strict=False)
            if one.value * side > 0
        ]
        return " ".join(said if change <= 0 else [*said[:1], *reversed(said[1:])])

    def _official(self, side: ComparedSide, score: Fraction | None) -> str:
        """Return the published score of *side* to stand behind *score*, where it is another."""
        if side.official is None or side.official == score:
            return ""
        return f", {self.say('official', score=self.fixed(side.official))}"

    def _basis(self, old: str, new: str) -> list[str]:
        """Return whose assessment the two are, where one is self-assessed at least in part."""
        both = {old: self.comparison.old.basis, new: self.comparison.new.basis}
        if not {Basis.SELF, Basis.MIXED} & set(both.values()):
            return []
        parts = (
            f"{name}: {self.say(f'basis.{basis.value}')}" for name, basis in both.items() if basis
        )
        return [self.say("compare.assessed", parts="; ".join(parts))]

    def tables(self, *, detail: bool) -> Iterator[ComparedPart]:
        """Yield the top level with the parts of weights and set, then what is below."""
        found = self.comparison
        total = ComparedRow("", self.say("compare.change"), "", "", found.change)
        tops = [self._row(one) for one in found.contributions if one.parent is None]
        yield ComparedPart(
            self._kind_title(found.contributions),
            self._by_size(tops),
            tuple(row for row in self._apart() if row.value),
            total._replace(
                before=self.fixed(found.old_published), after=self.published(found.new.overall)
            ),
        )
        yield from self._below(detail=detail)
        if found.by_opd and any(found.by_opd.values()):
            names = opd_names(self.profile)
            agencies = [
                ComparedRow("", names.get(opd, opd), "", "", value)
                for opd, value in found.by_opd.items()
            ]
            note = self.say("compare.opd-note")
            yield ComparedPart(self.say("compare.opd"), self._by_size(agencies), note=note)

    def notes(self) -> Iterator[str]:
        """Yield the remarks on the figures."""
        found = self.comparison
        old, new = self.names()
        before, published = self.fixed(found.old_published), self.published(found.old.overall)
        if found.old.definition.publish != found.new.definition.publish:
            key = "compare.basis" if before == published else "compare.basis.other"
            basis = self.say(key, old=old, new=new, before=before, published=published)
            yield basis[:1].upper() + basis[1:]
        yield self.say("compare.unrounded", change=self.signed(found.change))
        yield self.say(f"compare.method.{found.method.value}", **self._sampled(found))
        if found.added or found.dropped:
            counts = (len(found.added), len(found.dropped))
            yield self.say("compare.set-note", added=counts[0], dropped=counts[1])
        ids = (_definition(found.old.definition), _definition(found.new.definition))
        if ids[0] != ids[1]:
            yield self.say("compare.definitions", old=ids[0], new=ids[1], before=old, after=new)

    def _sampled(self, found: Comparison) -> dict[str, object]:
        """Return what is stated of sampled orders; the error is rounded up."""
        if found.error is None:
            return {}
        unit = 10 ** (self.decimals + 3)
        error = Fraction(ceil(found.error.standard_error * unit), unit)
        return {"orders": found.error.orders, "error": self.to(error, self.decimals + 3)}

    def signed(self, value: Fraction) -> str:
        """Return a contribution with its sign, and one decimal more than scores have."""
        return f"{'+' if value > 0 else ''}{self.to(value, self.decimals + 1)}"

    def _below(self, *, detail: bool) -> Iterator[ComparedPart]:
        found = self.comparison
        if detail:
            kinds = dict.fromkeys(
                one.kind for one in found.contributions if one.parent is not None and one.kind
            )
            for kind in kinds:
                groups = [
                    self._row(one)
                    for one in found.contributions
                    if one.kind == kind and one.parent is not None
                ]
                yield ComparedPart(self._kind(kind), self._by_size(groups))
        answers = [one for one in found.players() if one.kind is None]
        moved = [one for one in answers if detail or one.contribution]
        if not moved:
            return
        rows = self._by_size([self._row(one) for one in moved])
        shown = rows if detail else rows[:LARGEST]
        rest = rows[len(shown) :]
        note = None
        if rest:
            size = self.signed(sum((row.value for row in rest), Fraction(0)))
            note = self.say("compare.rest", count=len(rest), size=size)
        title = self.say("compare.every" if detail else "compare.largest")
        yield ComparedPart(title, shown, note=note, coded=True)

    def _tops(self) -> list[ComparedRow]:
        found = self.comparison.contributions
        return [*(self._row(one) for one in found if one.parent is None), *self._apart()]

    def _apart(self) -> tuple[ComparedRow, ComparedRow]:
        found = self.comparison
        return (
            ComparedRow("", self.say("compare.weights"), "", "", found.weights),
            ComparedRow("", self.say("compare.set"), "", "", found.set),
        )

    def _row(self, one: Contribution) -> ComparedRow:
        name = one.label.in_language(self.language)
        return ComparedRow(
            one.id, name, self.number(one.before), self.number(one.after), one.contribution
        )

    def _by_size(self, rows: Sequence[ComparedRow]) -> tuple[ComparedRow, ...]:
        return tuple(sorted(rows, key=lambda row: -abs(row.value)))

    def _kind_title(self, rows: Sequence[Contribution]) -> str:
        kinds = {one.kind for one in rows if one.parent is None}
        kind = kinds.pop() if len(kinds) == 1 else None
        return self.say("column.part") if kind is None else self._kind(kind)

    def _kind(self, kind: str) -> str:
        names = {one.id: one.label.in_language(self.language) for one in self.definition.kinds}
        return names.get(kind, kind)


_OF_TIME = {-1: "fall", 0: "level", 1: "rise"}
_OF_UNITS = {-1: "below", 0: "equal", 1: "above"}


def _by_value(row: ComparedRow) -> Fraction:
    return row.value


def _name(one: ComparedSide) -> str | None:
    return None if one.unit is None else " ".join(one.unit.split()).casefold()


def _definition(one: Definition) -> str:
    return f"{one.id} {one.version}"

"""Wording of two compared results: the sentence first, then the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from kediri_index.messages.texts import text
from kediri_index.model.comparison import (
    ComparedSide,
    Comparison,
    Contribution,
    NotCompared,
    WhyNotCompared,
)
from kediri_index.model.language import Language
from kediri_index.model.profile import Basis, Profile, opd_names
from kediri_index.model.text import NEARLY_THE_SAME, Names
from kediri_index.present.wording import ScoreWording

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


_MISSING = {WhyNotCompared.ONLY_NEW: 0, WhyNotCompared.ONLY_OLD: 1}
"""Which of the two years a unit lacks that only one side has."""


class ComparedWording(ScoreWording):
    """Wording of compared results in one language."""

    def signed(self, value: Fraction) -> str:
        """Return a contribution with its sign, and one decimal more than scores have."""
        return f"{'+' if value > 0 else ''}{self.to(value, self.decimals + 1)}"

    def moved_by(self, value: Fraction) -> str:
        """Return a change of published scores with its sign."""
        return super().signed(value)

    def ranks_moved(self, change: int) -> str:
        """Return by how many ranks a unit rose, with its sign."""
        return f"{change:+}" if change else "0"

    def both_years(self) -> tuple[str, str] | None:
        """Return the years of the two sides, where these tell them apart."""
        return None

    def headings(self) -> tuple[str, str]:
        """Return the titles of the two columns of scores."""
        return self.both_years() or (self.say("compare.old"), self.say("compare.new"))

    def not_compared(self, units: Sequence[NotCompared]) -> Iterator[str]:
        """Yield which units have no change, and why."""
        years = self.both_years()
        for why in WhyNotCompared:
            names = [one.unit or self.say("unit-unknown") for one in units if one.why is why]
            if not names:
                continue
            key, missing = f"compare.not-compared.{why.value}", _MISSING.get(why)
            if years is None or missing is None:
                said = self.say(key, count=len(names))
            else:
                said = self.say("compare.not-compared.year", count=len(names), year=years[missing])
            yield f"{said} {self.listed(names)}."
        renamed = [f"{old} → {new}" for old, new in _renamed(units)]
        if renamed:
            yield self.say("compare.renamed", pairs=self.listed(renamed))

    def kind_title(self, kinds: Iterable[str | None]) -> str:
        """Return what groups are: their *kind* where all have the same."""
        (kind, *others) = set(kinds) or {None}
        return self.say("column.part") if others or kind is None else self.kind_name(kind)

    def kind_name(self, kind: str) -> str:
        """Return the name of a kind of groups."""
        names = {one.id: one.label.in_language(self.language) for one in self.definition.kinds}
        return names.get(kind, kind)

    def two_definitions(self, old: ComparedSide, new: ComparedSide, both: tuple[str, str]) -> str:
        """Return which definition each of two is scored by, where *both* are what they are called.

        Nothing where it is the same.
        """
        then, now = (f"{one.definition.id} {one.definition.version}" for one in (old, new))
        if then == now:
            return ""
        before, after = both
        return self.say("compare.definitions", old=then, new=now, before=before, after=after)


class ComparisonWording(ComparedWording):
    """Wording of one comparison in one language."""

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
        return self.both_years() or (self.say("compare.the-old"), self.say("compare.the-new"))

    def both_years(self) -> tuple[str, str] | None:
        """Return the years of the two, where these and nothing else tell them apart."""
        old, new = self.comparison.old.year, self.comparison.new.year
        if self.two_units or None in {old, new} or old == new:
            return None
        return str(old), str(new)

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
            self.kind_title(one.kind for one in found.contributions if one.parent is None),
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
        two = self.two_definitions(found.old, found.new, (old, new))
        if two:
            yield two

    def _sampled(self, found: Comparison) -> dict[str, object]:
        """Return what is stated of sampled orders; the error is rounded up."""
        if found.error is None:
            return {}
        unit = 10 ** (self.decimals + 3)
        error = Fraction(ceil(found.error.standard_error * unit), unit)
        return {"orders": found.error.orders, "error": self.to(error, self.decimals + 3)}

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
                yield ComparedPart(self.kind_name(kind), self._by_size(groups))
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


def _renamed(units: Sequence[NotCompared]) -> Iterator[tuple[str, str]]:
    """Yield the names of units of one side that are nearly those of the other."""
    old, new = (
        [one.unit for one in units if one.unit and one.why is why]
        for why in (WhyNotCompared.ONLY_OLD, WhyNotCompared.ONLY_NEW)
    )
    known = Names(old)
    for name in new:
        near = known.nearest(name, cutoff=NEARLY_THE_SAME)
        if near is not None and _digits(near) == _digits(name):
            yield near, name


def _digits(name: str) -> list[str]:
    """Return what tells names apart that are numbered."""
    return [char for char in name if char.isdigit()]


_OF_TIME = {-1: "fall", 0: "level", 1: "rise"}
_OF_UNITS = {-1: "below", 0: "equal", 1: "above"}


def _by_value(row: ComparedRow) -> Fraction:
    return row.value


def _name(one: ComparedSide) -> str | None:
    return None if one.unit is None else " ".join(one.unit.split()).casefold()

"""What ``compare`` came to for many units: which moved most, and what moved them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from kediri_index.model.comparison import (
    ComparedSide,
    ComparedUnits,
    CompareOutcome,
    MovedUnits,
    ShapleyMethod,
    UnitComparison,
    WhyNotCompared,
)
from kediri_index.model.language import Language
from kediri_index.present.commands.compare import (
    LARGEST,
    ComparePresentation,
    comparison_json,
    contribution_json,
    side_json,
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
    TableColumn,
    TableOf,
    Tone,
)
from kediri_index.present.envelope import Json, outcome_json
from kediri_index.present.findings import faults
from kediri_index.present.renderers.csv import Rows
from kediri_index.present.wording import ScoreWording

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
        if movers and not every:
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
        if every:
            yield words.units_table("units", self.say("league.column.unit"), self.units.units)
        yield Bullets((*words.notes(), *self._not_compared(), *self._waived()))
        yield from faults(self._about_both(), self.language)

    def _not_compared(self) -> Iterator[str]:
        for why in WhyNotCompared:
            names = [
                one.unit or self.say("unit-unknown")
                for one in self.units.not_compared
                if one.why is why
            ]
            if names:
                said = self.say(f"compare.not-compared.{why.value}", count=len(names))
                yield f"{said} {self.listed(names)}."

    def json(self) -> str:
        """Return the envelope of ``compare``, with a result per unit and the movers."""
        outcome, found = self.outcome, self.units
        movers = found.movers
        result: Json = {
            "units": [_unit_json(one, outcome, detail=self.detail) for one in found.units],
            "movers": {
                "score": {
                    "up": _moved_json(movers.score_up),
                    "down": _moved_json(movers.score_down),
                },
                "rank": {"up": _moved_json(movers.rank_up), "down": _moved_json(movers.rank_down)},
            },
            "not_compared": [{"unit": one.unit, "reason": one.why} for one in found.not_compared],
        }
        return outcome_json("compare", outcome, result, self.language)

    def rows(self) -> Rows:
        """Yield a row per unit, or with *detail* one per unit and node."""
        if self.detail:
            yield from self._rows_of_parts()
            return
        yield "unit", "old_year", "year", "before", "after", "change", "rank_before", "rank"
        for one in self.units.units:
            scores = one.old_published, one.new.overall.published, one.change_published
            years = one.old.year, one.new.year
            yield one.new.unit, *years, *scores, one.old_rank, one.rank

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
    kind = ComparePresentation if outcome.units is None else CompareUnitsPresentation
    return kind(language, outcome, detail, again)


class _Part(NamedTuple):
    """What a part of the index contributed on average to the rises and to the falls."""

    code: str
    name: str
    up: Fraction
    down: Fraction


class UnitsWording(ScoreWording):
    """What is said of many units that are compared, in one language."""

    def __init__(self, outcome: CompareOutcome, units: ComparedUnits, language: Language) -> None:
        super().__init__(outcome.definition, language)
        self.units = units.units
        self.found = units

    def named(self, one: UnitComparison) -> str:
        """Return what a unit is called."""
        return one.new.unit or self.say("unit-unknown")

    def signed(self, value: Fraction) -> str:
        """Return a contribution with its sign, and one decimal more than scores have."""
        return f"{'+' if value > 0 else ''}{self.to(value, self.decimals + 1)}"

    def moved_by(self, value: Fraction) -> str:
        """Return a change of published scores with its sign."""
        return f"{'+' if value > 0 else ''}{self.to(value, self.decimals)}"

    def headings(self) -> tuple[str, str]:
        """Return the titles of the two columns of scores: the years, where these differ."""
        old = {one.old.year for one in self.units}
        new = {one.new.year for one in self.units}
        if len(old) == len(new) == 1 and old != new and None not in old | new:
            return str(old.pop()), str(new.pop())
        return self.say("compare.old"), self.say("compare.new")

    def title(self) -> str:
        """Return how many units, and of when."""
        count = self.say("league.units", count=len(self.units))
        old, new = self.headings()
        return f"{count} · {old} → {new}"

    def summary(self) -> Iterator[str]:
        """Yield how many rose and fell, and which moved most."""
        changes = [one.change_published for one in self.units]
        if not changes:
            yield self.say("compare.units-none")
            return
        yield self.say(
            "compare.units-moved",
            count=len(changes),
            up=sum(one > 0 for one in changes),
            down=sum(one < 0 for one in changes),
            same=sum(one == 0 for one in changes),
            mean=self.moved_by(sum(changes, Fraction(0)) / len(changes)),
        )
        movers = self.found.movers
        for way, moved in (("up", movers.score_up), ("down", movers.score_down)):
            for one in moved.units[:1]:
                size = self.moved_by(one.change_published)
                yield self.say(f"compare.furthest.{way}", unit=self.named(one), size=size)
        for way, moved in (("up", movers.rank_up), ("down", movers.rank_down)):
            for one in moved.units[:1]:
                yield self.say(
                    f"compare.rank-moved.{way}",
                    unit=self.named(one),
                    before=one.old_rank,
                    after=one.rank,
                )

    def movers(self) -> list[UnitComparison]:
        """Return the units that moved most, in score or in rank, the largest rise first."""
        each = [one for moved in self.found.movers for one in moved.units]
        distinct = {(one.new.unit, one.new.year): one for one in each}
        return sorted(distinct.values(), key=lambda one: (-one.change_published, one.rank or 0))

    def units_table(self, name: str, title: str, units: Sequence[UnitComparison]) -> Table:
        """Return a row per unit with both scores and both ranks."""
        old, new = self.headings()
        largest = max((abs(one.change_published) for one in units), default=Fraction(0))
        number, count = ColumnKind.NUMBER, ColumnKind.COUNT
        table = TableOf(units)
        ranked = any(one.rank for one in units)
        rank = TableColumn(self.say("column.rank"), count, short="#")
        table.column(rank, lambda one: self._rank(one.rank), wanted=ranked)
        before = TableColumn(
            self.say("league.column.rank-before"), count, short=self.say("compare.rank-before")
        )
        table.column(title, self.named, header=True)
        table.column(old, lambda one: self.fixed(one.old_published), number)
        table.column(new, lambda one: self.published(one.new.overall), number)
        table.column(
            self.say("column.change"), lambda one: self.moved_by(one.change_published), number
        )
        table.column(before, lambda one: self._rank(one.old_rank), wanted=ranked)
        table.column(
            "",
            lambda one: TableCell("", one.change_published / largest if largest else None),
            ColumnKind.BOTH_WAYS,
        )
        return table.made(name)

    def _rank(self, rank: int | None) -> str:
        return "–" if rank is None else str(rank)

    def part_title(self) -> str:
        """Return what the parts at the top are."""
        tops = {one.kind for moved in self.found.movers for one in moved.contributions}
        kinds = {one.kind for one in self.definition.groups} & tops
        kind = kinds.pop() if len(kinds) == 1 else None
        names = {one.id: one.label.in_language(self.language) for one in self.definition.kinds}
        return self.say("column.part") if kind is None else names.get(kind, kind)

    def parts(self) -> list[_Part]:
        """Return what the top level, the weights and the set contributed, the largest first."""
        up, down = self.found.movers.score_up, self.found.movers.score_down
        apart = (
            _Part(
                "", self.say("compare.weights"), _mean(up, up.weights), _mean(down, down.weights)
            ),
            _Part("", self.say("compare.set"), _mean(up, up.set), _mean(down, down.set)),
        )
        tops = self._means(top=True)
        if not tops:
            return []
        total = _Part(
            "", self.say("compare.change"), _mean(up, up.change), _mean(down, down.change)
        )
        return [*tops, *(one for one in apart if one.up or one.down), total]

    def answers(self) -> list[_Part]:
        """Return what the indicators contributed, the largest first."""
        return self._means(top=False)

    def _means(self, *, top: bool) -> list[_Part]:
        up, down = self.found.movers.score_up, self.found.movers.score_down
        found: dict[str, _Part] = {}
        for moved, side in ((up, "up"), (down, "down")):
            for one in moved.contributions:
                if (one.parent is None) if top else (one.kind is None and one.contribution):
                    name = one.label.in_language(self.language)
                    part = found.get(one.id) or _Part(one.id, name, Fraction(0), Fraction(0))
                    mean = _mean(moved, one.contribution)
                    found[one.id] = (
                        part._replace(up=mean) if side == "up" else part._replace(down=mean)
                    )
        return sorted(found.values(), key=lambda part: -max(abs(part.up), abs(part.down)))

    def parts_table(
        self,
        name: str,
        title: str,
        parts: Sequence[_Part],
        note: str = "",
        *,
        coded: bool = False,
    ) -> Table:
        """Return what moved the units that rose most beside what moved those that fell most."""
        total = self.say("compare.change")
        of_parts = [part for part in parts if part.name != total]
        largest = max((max(abs(one.up), abs(one.down)) for one in of_parts), default=Fraction(0))
        number = ColumnKind.NUMBER
        table = TableOf(parts, lambda one: Tone.STRONG if one.name == total else Tone.PLAIN)
        table.column(self.say("column.code"), lambda one: one.code, ColumnKind.CODE, wanted=coded)
        table.column(title, lambda one: one.name, header=True)
        movers = self.found.movers
        for side, moved in (("up", movers.score_up), ("down", movers.score_down)):
            if not moved.units:
                continue
            heading = self.say(f"compare.movers.{side}", count=len(moved.units))

            def value(one: _Part, side: str = side) -> Fraction:
                return one.up if side == "up" else one.down

            def bar(one: _Part, side: str = side) -> TableCell:
                drawn = bool(largest) and one.name != total
                return TableCell("", value(one, side) / largest if drawn else None)

            table.column(heading, lambda one, value=value: self.signed(value(one)), number)  # type: ignore[misc]
            table.column("", bar, ColumnKind.BOTH_WAYS, wanted=not coded)  # names need the room
        return table.made(name, note=note)

    def notes(self) -> Iterator[str]:
        """Yield the remarks on the figures."""
        if any(moved.units for moved in self.found.movers):
            yield self.say("compare.units-means")
        parts = [one.parts for one in self.units if one.parts is not None]
        methods = {one.method for one in parts if one.error is None}
        for method in (ShapleyMethod.ENUMERATION, ShapleyMethod.CLOSED_FORM):
            if method in methods:  # of both the one that says more
                yield self.say(f"compare.method.{method.value}")
                break
        if any(one.error is not None for one in parts):
            yield self.say("compare.units-sampled")
        both = {(_id(one.old), _id(one.new)) for one in self.units}
        old, new = self.headings()
        for then, now in sorted(both):
            if then != now:
                yield self.say("compare.definitions", old=then, new=now, before=old, after=new)


def _id(side: ComparedSide) -> str:
    return f"{side.definition.id} {side.definition.version}"


def _mean(moved: MovedUnits, total: Fraction) -> Fraction:
    return total / len(moved.units) if moved.units else Fraction(0)


def _unit_json(one: UnitComparison, outcome: CompareOutcome, *, detail: bool) -> Json:
    found: dict[str, Json]
    if detail and one.parts is not None:
        found = comparison_json(outcome, one.parts)
    else:
        found = {
            "old": side_json(one.old, one.old_published, one.new),
            "new": side_json(one.new),
            "change": one.change,
            "change_published": one.change_published,
        }
    ranks = {"old": one.old_rank, "new": one.rank, "change": one.rank_change}
    return {"unit": one.new.unit, "rank": ranks, **found}


def _moved_json(moved: MovedUnits) -> Json:
    return {
        "units": [
            {
                "unit": one.new.unit,
                "change": one.change,
                "change_published": one.change_published,
                "rank": {"old": one.old_rank, "new": one.rank, "change": one.rank_change},
            }
            for one in moved.units
        ],
        "change": moved.change,
        "contributions": [
            {
                key: value
                for key, value in contribution_json(one).items()
                if key in {"id", "kind", "name", "in", "contribution"}
            }
            for one in moved.contributions
        ],
        "weights": moved.weights,
        "set": moved.set,
    }

"""Wording of many compared units: which moved most, and what moved them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.comparison import (
    ComparedUnits,
    CompareOutcome,
    MovedUnits,
    ShapleyMethod,
    UnitComparison,
)
from kediri_index.model.language import Language
from kediri_index.present.compared.wording import ComparedWording
from kediri_index.present.document import (
    NOTHING,
    ColumnKind,
    Table,
    TableCell,
    TableColumn,
    TableOf,
    Tone,
)


class _Part(NamedTuple):
    """What a part of the index contributed on average to the rises and to the falls."""

    code: str
    name: str
    up: Fraction
    down: Fraction


class UnitsWording(ComparedWording):
    """Wording of many compared units in one language."""

    def __init__(self, outcome: CompareOutcome, units: ComparedUnits, language: Language) -> None:
        super().__init__(outcome.definition, language)
        self.units = units.units
        self.found, self.years = units, outcome.years

    def named(self, one: UnitComparison) -> str:
        """Return what a unit is called."""
        return one.new.unit or self.say("unit-unknown")

    def both_years(self) -> tuple[str, str] | None:
        """Return the year of all old sides and that of all new ones, where these differ."""
        old = {one.old.year for one in self.units}
        new = {one.new.year for one in self.units}
        if len(old) == len(new) == 1 and old != new and None not in old | new:
            return str(old.pop()), str(new.pop())
        return None

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
                    before=one.shared_ranks.old,
                    after=one.shared_ranks.new,
                )

    def movers(self) -> list[UnitComparison]:
        """Return the units that moved most, in score or in rank, the largest rise first."""
        each = [one for moved in self.found.movers for one in moved.units]
        distinct = {(one.new.unit, one.new.year): one for one in each}
        return sorted(
            distinct.values(), key=lambda one: (-one.change_published, one.ranks.new or 0)
        )

    def units_table(self, name: str, title: str, units: Sequence[UnitComparison]) -> Table:
        """Return a row per unit with both scores and both ranks."""
        old, new = self.headings()
        largest = max((abs(one.change_published) for one in units), default=Fraction(0))
        number, count = ColumnKind.NUMBER, ColumnKind.COUNT
        table = TableOf(units)
        ranked = any(one.ranks.new for one in units)
        rank = TableColumn(self.say("column.rank"), count, short="#")
        table.column(rank, lambda one: self._rank(one.ranks.new), wanted=ranked)
        before = TableColumn(
            self.say("league.column.rank-before"), count, short=self.say("compare.rank-before")
        )
        table.column(title, self.named, header=True)
        table.column(old, lambda one: self.fixed(one.old_published), number)
        table.column(new, lambda one: self.published(one.new.overall), number)
        table.column(
            self.say("column.change"), lambda one: self.moved_by(one.change_published), number
        )
        table.column(before, lambda one: self._rank(one.ranks.old), wanted=ranked)
        moved = TableColumn(
            self.say("compare.rank-change"), count, short=self.say("compare.rank-change.short")
        )
        table.column(moved, self._rank_change, wanted=self.other_ranks)
        table.column(
            "",
            lambda one: TableCell("", one.change_published / largest if largest else None),
            ColumnKind.BOTH_WAYS,
        )
        return table.made(name)

    @property
    def other_ranks(self) -> bool:
        """Whether ranks among all units differ from those among the units that are compared."""
        return any(one.ranks != one.shared_ranks for one in self.units)

    def _rank_change(self, one: UnitComparison) -> str:
        change = one.shared_ranks.change
        return NOTHING if change is None else self.ranks_moved(change)

    def _rank(self, rank: int | None) -> str:
        return NOTHING if rank is None else str(rank)

    def part_title(self) -> str:
        """Return what the parts at the top are."""
        tops = {one.id for moved in self.found.movers for one in moved.contributions}
        return self.kind_title(one.kind for one in self.definition.groups if one.id in tops)

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
        movers = self.found.movers
        if movers.score_up.units and movers.score_down.units:
            yield self.say("compare.units-means")
        elif movers.score_up.units or movers.score_down.units:
            way = "up" if movers.score_up.units else "down"
            yield self.say(f"compare.units-means.{way}")
        if self.years is not None:
            if self.years.shared != len(self.units):
                yield self.say("compare.years.rank-moves", count=len(self.units))
        elif self.other_ranks:
            yield self.say("compare.units-ranks", count=len(self.units))
        parts = [one.parts for one in self.units if one.parts is not None]
        methods = {one.method for one in parts if one.error is None}
        for method in (ShapleyMethod.ENUMERATION, ShapleyMethod.CLOSED_FORM):
            if method in methods:  # of both the one that says more
                yield self.say(f"compare.method.{method.value}")
                break
        if any(one.error is not None for one in parts):
            yield self.say("compare.units-sampled")
        both = {self.two_definitions(one.old, one.new, self.headings()) for one in self.units}
        yield from sorted(both - {""})


def _mean(moved: MovedUnits, total: Fraction) -> Fraction:
    return total / len(moved.units) if moved.units else Fraction(0)

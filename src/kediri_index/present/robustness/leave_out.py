"""What leaving out each indicator and each group does, as tables and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from kediri_index.messages.values import fixed
from kediri_index.model.definition import Group
from kediri_index.model.robustness import LeftOut, Robustness, UnitRobustness, UnitWithout
from kediri_index.present.document import NOTHING, ColumnKind, Table, TableColumn, TableOf
from kediri_index.present.envelope import Json, agreed
from kediri_index.present.wording import ScoreWording

_ROWS_SHOWN = 10
_SHIFT_DECIMALS = 2
_CORRELATION_DECIMALS = 3


def leave_out_json(result: Robustness, decimals: int) -> list[Json]:
    """Return an object per indicator and group, with the unit where it is the only one shown."""
    found: list[Json] = []
    for one in result.leave_out:
        entry: dict[str, object] = {
            "id": one.id,
            "mean_rank_shift": agreed(one.mean_rank_shift),
            "max_rank_shift": one.max_rank_shift,
            "correlation": agreed(one.correlation),
        }
        if len(one.units) == 1:
            entry |= _unit(one.units[0], decimals)
        found.append(entry)
    return found


def _unit(unit: UnitWithout, decimals: int) -> dict[str, object]:
    published = unit.published
    return {
        "score": agreed(unit.score),
        "published": None if published is None else fixed(Fraction(published), decimals),
        "rank": unit.rank,
    }


class LeaveOutTables:
    """The tables of groups and of indicators, those first that matter most."""

    def __init__(self, result: Robustness, words: ScoreWording) -> None:
        self.result = result
        self.words = words
        self.nodes = words.definition.nodes()

    def tables(self) -> Iterator[Table]:
        """Yield a table of groups, then one of indicators: of one unit, or of all."""
        groups = [one for one in self.result.leave_out if isinstance(self.nodes[one.id], Group)]
        others = [one for one in self.result.leave_out if one not in groups]
        say = self.words.say
        note = say("robustness.leave-out-note")
        if groups:
            table = self._table(say("robustness.without-group"), groups)
            yield table.made("without-groups", note=self._more(groups, "" if others else note))
        if others:
            table = self._table(say("robustness.without-indicator"), others)
            yield table.made("without-indicators", note=self._more(others, note))

    def _table(self, title: str, each: Sequence[LeftOut]) -> TableOf[LeftOut]:
        units = self.result.units
        one = units[0] if len(units) == 1 else None
        ordered = sorted(each, key=lambda left: -(_change(one, left) if one else _shift(left)))
        table = TableOf(ordered[:_ROWS_SHOWN])
        table.column(self.words.say("column.code"), lambda left: left.id, ColumnKind.CODE)
        table.column(title, self._name, header=True)
        if one is None:
            self._all_units(table)
        else:
            self._one_unit(table, one)
        return table

    def _more(self, each: Sequence[LeftOut], note: str) -> str:
        """Return how many of *each* are not shown, then *note*."""
        hidden = max(0, len(each) - _ROWS_SHOWN)
        more = self.words.say("robustness.leave-out-more", count=hidden) if hidden else ""
        return " ".join(filter(None, (more, note)))

    def _all_units(self, table: TableOf[LeftOut]) -> None:
        say, number = self.words.say, ColumnKind.NUMBER
        mean = TableColumn(say("robustness.mean-shift"), number, short=say("robustness.mean-short"))
        table.column(mean, lambda left: self._rounded(left.mean_rank_shift, _SHIFT_DECIMALS))
        table.column(
            say("robustness.max-shift"),
            lambda left: NOTHING if left.max_rank_shift is None else str(left.max_rank_shift),
            number,
        )
        table.column(
            say("robustness.correlation"),
            lambda left: self._rounded(left.correlation, _CORRELATION_DECIMALS),
            number,
        )

    def _one_unit(self, table: TableOf[LeftOut], unit: UnitRobustness) -> None:
        words, say, number = self.words, self.words.say, ColumnKind.NUMBER
        before = unit.nominal.published

        def change(left: LeftOut) -> str:
            after = _published(left)
            return NOTHING if after is None or before is None else words.signed(after - before)

        table.column(say("column.score"), lambda left: words.number(_published(left)), number)
        table.column(say("column.change"), change, number)
        table.column(
            say("column.rank"),
            lambda left: str(left.units[0].rank or NOTHING),
            number,
            sparse=True,
        )

    def _name(self, left: LeftOut) -> str:
        return self.words.label(self.nodes[left.id].label)

    def _rounded(self, value: float | None, decimals: int) -> str:
        return NOTHING if value is None else self.words.to(Fraction(value), decimals)


def _published(left: LeftOut) -> Fraction | None:
    """Return what would be published of the only unit."""
    published = left.units[0].published
    return None if published is None else Fraction(published)


def _change(unit: UnitRobustness, left: LeftOut) -> float:
    """Return how far the score of the only unit moves; without a score it moves furthest."""
    before, after = unit.nominal.score, left.units[0].score
    return float("inf") if before is None or after is None else abs(after - float(before))


def _shift(left: LeftOut) -> float:
    """Return how far ranks move; without any rank they move furthest."""
    return float("inf") if left.mean_rank_shift is None else left.mean_rank_shift

"""What ``definition weights`` came to: the weights, and what they would change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from kediri_index.model.comparison import UnitEffect
from kediri_index.model.findings import Finding
from kediri_index.model.scores import Figure
from kediri_index.model.weighting import ChildWeight, GroupWeights, ProposedWeights, WeightsOutcome
from kediri_index.present.document import (
    NOTHING,
    Block,
    ColumnKind,
    Document,
    Paragraph,
    Section,
    Table,
    TableOf,
    Tone,
)
from kediri_index.present.envelope import Json, agreed, outcome_json
from kediri_index.present.findings import faults, refused, said_to_allow
from kediri_index.present.formats import Presentation
from kediri_index.present.renderers.csv import Rows
from kediri_index.present.wording import ScoreWording
from kediri_index.scoring.fold import OVERALL

_OWN = "S51"
"""How the codes begin that are about the weights; those of the data are ``check``'s to tell."""
_UNITS_SHOWN = 10


@dataclass(frozen=True)
class WeightsPresentation(Presentation):
    """Weights, *written* to a file, or why there are none; *again* is the same call once more."""

    outcome: WeightsOutcome
    written: str | None
    again: str

    @property
    def proposed(self) -> ProposedWeights:
        """The weights; all but JSON is asked for only where there are any."""
        found = self.outcome.proposed
        assert found is not None  # noqa: S101 - for mypy: asked before
        return found

    def own_findings(self) -> tuple[Finding, ...]:
        """Return the findings about the weights."""
        return tuple(one for one in self.outcome.findings if one.code.startswith(_OWN))

    def document(self) -> Document:
        """Return the weights by group, the effective ones, and who moves."""
        outcome, found = self.outcome, self.proposed
        words = ScoreWording(outcome.definition, self.language)
        method = self.say(f"weights.method.{outcome.method.value}")
        title = self.say("weights.heading", method=method, observations=found.observations)
        blocks: list[Block] = [
            self._by_group(found),
            Paragraph(self.say(f"weights.figure.{outcome.method.value}"), muted=True),
            *([self._effective(found)] if found.weights else []),
            *self._moves(found),
            *faults(self.own_findings(), self.language),
        ]
        if self.written is not None:
            blocks.append(Paragraph(self.say("weights.written", path=self.written)))
        elif not found.weights:
            blocks.append(Paragraph(self.say("weights.none"), strong=True))
        section = Section("weights", title, tuple(blocks), about=words.about_definition())
        return Document(self.language, (section,), foot=words.about_version())

    def json(self) -> str:
        """Return the envelope."""
        outcome = self.outcome
        found = outcome.proposed
        result = None
        if found is not None:
            result = {
                "method": outcome.method,
                "observations": found.observations,
                "output": self.written,
                "groups": [_group(one) for one in found.groups],
                "effective_weights": [
                    {"id": one.id, "before": one.before, "after": one.after} for one in found.leaves
                ],
                "changed_rank": sum(one.changed_rank for one in found.units),
                "units": [_unit(one) for one in found.units],
            }
        return outcome_json("definition-weights", outcome, result, self.language)

    def rows(self) -> Rows:
        """Yield a row a child of a group."""
        leaves = {one.id: one for one in self.proposed.leaves}
        yield (
            *("group", "id", "weight_before", "weight_after", "written"),
            *("effective_before", "effective_after", "figure", "kept"),
        )
        for group in self.proposed.groups:
            for child in group.children:
                leaf = leaves.get(child.id)
                yield (
                    group.id or None,
                    child.id,
                    child.before,
                    child.after,
                    self.proposed.weights.get(child.id),
                    leaf and leaf.before,
                    leaf and leaf.after,
                    agreed(child.figure),
                    group.kept,
                )

    def refusal(self) -> tuple[Block, ...]:
        """Return the findings that forbid scores, and so weights."""
        if self.outcome.proposed is not None:
            return ()
        if self.own_findings():
            return tuple(faults(self.own_findings(), self.language))
        return refused(self.outcome.findings, self.language)

    def remarks(self) -> Iterator[str]:
        """Yield that answers were left out, and where the weights are."""
        if self.outcome.partial:
            yield self.say("partial")
        if self.written is not None:
            yield self.say("weights.written", path=self.written)

    def next(self) -> Iterator[str]:
        """Yield how to write the weights, or how to go on in spite of errors."""
        found = self.outcome.proposed
        if found is None:
            if not self.own_findings():
                yield from said_to_allow(
                    self.outcome, self.language, self.again, "next.weights-errors"
                )
        elif found.weights and self.written is None:
            yield self.say("next.weights-output", again=self.again)

    def _by_group(self, found: ProposedWeights) -> Table:
        """Return a row for each group, the whole first, and below it one for each child."""
        nodes = self.outcome.definition.nodes()
        order = {OVERALL: -1} | {node: at for at, node in enumerate(nodes)}
        rows: list[tuple[str, GroupWeights, ChildWeight | None]] = []
        for group in sorted(found.groups, key=lambda one: order[one.id]):
            label = nodes[group.id].label.in_language(self.language) if group.id else None
            rows.append((label or self.say("overall"), group, None))
            rows += [(f"  {child.id}", group, child) for child in group.children]
        table = TableOf(rows, lambda row: Tone.PLAIN if row[2] else Tone.STRONG)
        table.column(self.say("statistics.column.part"), lambda row: row[0])
        table.column(
            self.say("diff.before"),
            lambda row: self._percent(row[2] and row[2].before),
            ColumnKind.NUMBER,
        )
        table.column(
            self.say("diff.after"),
            lambda row: self._percent(row[2] and row[2].after),
            ColumnKind.NUMBER,
        )
        title = self.say(f"weights.column.{self.outcome.method.value}")
        table.column(title, lambda row: self._figure(row[2]), ColumnKind.NUMBER)
        table.column(
            self.say("weights.column.kept"),
            lambda row: self.say("weights.kept") if row[1].kept and row[2] is None else "",
            sparse=True,
        )
        return table.made("weights", self.say("weights.by-group"))

    def _effective(self, found: ProposedWeights) -> Table:
        rows = [one for one in found.leaves if one.before != one.after]
        table = TableOf(rows)
        table.column(self.say("column.code"), lambda one: one.id, header=True)
        table.column(
            self.say("diff.before"), lambda one: self._percent(one.before), ColumnKind.NUMBER
        )
        table.column(
            self.say("diff.after"), lambda one: self._percent(one.after), ColumnKind.NUMBER
        )
        return table.made("effective-weights", self.say("column.effective-weight"), long=True)

    def _moves(self, found: ProposedWeights) -> Iterator[Block]:
        """Yield how many units change their rank, and those that move farthest."""
        moved = [one for one in found.units if one.changed_rank]
        if not found.weights:
            return
        yield Paragraph(self.say("diff.ranks", count=len(moved)))
        moved.sort(key=lambda one: -abs(_shift(one)))
        if not moved:
            return
        decimals = self.outcome.definition.publish.decimals
        table = TableOf(moved[:_UNITS_SHOWN])
        table.column(self.say("column.unit"), lambda one: one.unit or self.say("unit-unknown"))
        table.column(
            self.say("column.year"),
            lambda one: str(one.year or NOTHING),
            wanted=len({one.year for one in found.units}) > 1,
        )
        table.column(
            self.say("diff.before"),
            lambda one: self._published(one.overalls[0], decimals),
            ColumnKind.NUMBER,
        )
        table.column(
            self.say("diff.after"),
            lambda one: self._published(one.overalls[1], decimals),
            ColumnKind.NUMBER,
        )
        table.column(
            self.say("column.rank"),
            lambda one: " → ".join(str(rank) for rank in _ranks(one)),
            ColumnKind.NUMBER,
        )
        more = len(moved) - len(table.rows)
        note = self.say("weights.more", count=more) if more else ""
        yield table.made("units", self.say("weights.moves"), note)

    def _percent(self, share: Fraction | None) -> str:
        return "" if share is None else f"{self.to(100 * share, 1)} %"

    def _figure(self, child: ChildWeight | None) -> str:
        if child is None:
            return ""
        return NOTHING if child.figure is None else self.to(Fraction(child.figure), 3)

    def _published(self, figure: Figure, decimals: int) -> str:
        return NOTHING if figure.published is None else self.to(figure.published, decimals)


def _ranks(one: UnitEffect) -> tuple[int, int]:
    """Return both ranks of a unit that has them."""
    before, after = (side.rank if side else None for side in (one.before, one.after))
    return before or 0, after or 0


def _shift(one: UnitEffect) -> int:
    before, after = _ranks(one)
    return after - before


def _group(one: GroupWeights) -> Json:
    return {
        "id": one.id or None,
        "n": one.n,
        "left_out": one.left_out,
        "kept": one.kept,
        "children": [
            {
                "id": child.id,
                "before": child.before,
                "after": child.after,
                "figure": agreed(child.figure),
            }
            for child in one.children
        ],
    }


def _unit(one: UnitEffect) -> Json:
    old, new = one.overalls
    before, after = (side.rank if side else None for side in (one.before, one.after))
    return {
        "unit": one.unit,
        "year": one.year,
        "score_before": old.score,
        "score_after": new.score,
        "rank_before": before,
        "rank_after": after,
    }

"""The wording of a comparison of definitions in one language."""

from __future__ import annotations

from fractions import Fraction
from operator import itemgetter

from kediri_index.messages.numbers import fixed, localised, plain
from kediri_index.messages.params import shown
from kediri_index.model.comparison import (
    Change,
    ChangeKind,
    DefinitionDiff,
    DiffState,
    Effect,
    UnitEffect,
)
from kediri_index.model.definition import Definition
from kediri_index.model.language import Label, Language
from kediri_index.model.numbers import Digits
from kediri_index.model.scores import Figure
from kediri_index.present.shown import Worded
from kediri_index.scoring.rounding import round_half_up

NOTHING = "–"
_NODES = ("groups", "indicators")
_SAID_BY_KIND = {
    ChangeKind.WEIGHT,
    ChangeKind.MOVED,
    ChangeKind.ADDED,
    ChangeKind.REMOVED,
    ChangeKind.OPD,
    ChangeKind.EVIDENCE,
    ChangeKind.PRINTED,
}
"""Kinds under which a node's id says all about the place."""


class DiffWords(Worded):
    """The wording of changes, and of what they do."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def side(self, definition: Definition) -> str:
        """Return which definition, of which version."""
        return self.say("diff.side", id=definition.id, version=definition.version)

    def about(self, definition: Definition) -> str:
        """Return the hash of the meaning, and the file."""
        return f"{definition.sha256[:12]} · {definition.path}"

    def state(self, diff: DefinitionDiff) -> str:
        """Return how the definition compares with its earlier self."""
        if diff.state is DiffState.UNREADABLE:
            return self.say("diff.state.unreadable", count=len(diff.faults))
        count = len(diff.changes)
        before, after = diff.before, diff.after
        if before is not None and after is not None and before.version != after.version and count:
            versions = {"before": before.version, "after": after.version}
            return self.say("diff.state.raised", count=count, **versions)
        return self.say(f"diff.state.{diff.state.value}", count=count)

    def sameness(self, diff: DefinitionDiff) -> str | None:
        """Return that both mean the same, where they do."""
        if not diff.changes:
            return self.say("diff.same")
        if {one.kind for one in diff.changes} <= {ChangeKind.IDENTITY, ChangeKind.YEAR}:
            return self.say("diff.same-but")
        return None

    def where(self, change: Change) -> str:
        """Return the place of a change: a node's id, and what of it where that is not clear."""
        first, _, rest = change.path.partition(".")
        if first not in _NODES:
            return change.path
        node, _, what = rest.partition(".")
        return node if change.kind in _SAID_BY_KIND or not what else f"{node} · {what}"

    def sides(self, change: Change, diff: DefinitionDiff) -> tuple[str, str]:
        """Return what stood there before, and what does now."""
        node = "".join(change.path.split(".")[1:2])
        if change.kind in {ChangeKind.ADDED, ChangeKind.REMOVED}:
            return self._name(node, diff.before), self._name(node, diff.after)
        old, new = self._value(change, change.before), self._value(change, change.after)
        if change.kind is ChangeKind.WEIGHT and node in diff.shares:
            share = diff.shares[node]
            return f"{old} ({self.percent(share.before)})", f"{new} ({self.percent(share.after)})"
        return old, new

    def percent(self, share: Fraction | None) -> str:
        """Return a share as a percentage, with a decimal only where it says something."""
        if share is None:
            return NOTHING
        return f"{localised(plain(round_half_up(share * 100, 1)), self.language)} %"

    def published(self, figure: Figure | None, definition: Definition) -> str:
        """Return a published figure with its definition's decimals, or a dash."""
        if figure is None or figure.published is None:
            return NOTHING
        return localised(fixed(figure.published, definition.publish.decimals), self.language)

    def signed(self, value: Fraction | None, effect: Effect) -> str:
        """Return a difference with its sign, and the decimals of the finer definition."""
        if value is None:
            return NOTHING
        decimals = max(one.definition.publish.decimals for one in (effect.before, effect.after))
        return f"{'+' if value > 0 else ''}{localised(fixed(value, decimals), self.language)}"

    def summary(self, effect: Effect) -> list[str]:
        """Return how many units move, which most, and how many ranks and classes change."""
        units = effect.units or ()
        changes = [one.change for one in units if one.change]
        if not changes:
            said = [self.say("diff.none-moves", count=len(units))]
        else:
            up = sum(change > 0 for change in changes)
            moved = {"moved": len(changes), "up": up, "down": len(changes) - up}
            said = [self.say("diff.moved", count=len(units), **moved), self._largest(effect)]
        ranks = sum(one.changed_rank for one in units)
        classes = sum(one.changed_class for one in units)
        said += [self.say("diff.ranks", count=ranks)] if ranks else []
        said += [self.say("diff.classes", count=classes)] if classes else []
        return said

    def remarks(self, effect: Effect) -> list[str]:
        """Return which units lack a score, and what else the data were made for."""
        without = [self.unit(one) for one in effect.units or () if one.change is None]
        said = [self.say("diff.without-score", units="; ".join(without))] if without else []
        if effect.made_for:
            said.append(self.say("diff.made-for", ids=", ".join(effect.made_for)))
        if effect.before.partial or effect.after.partial:
            said.append(self.say("partial"))
        return said

    def unit(self, one: UnitEffect) -> str:
        """Return whose score it is."""
        return one.unit or self.say("unit-unknown")

    def label(self, label: Label | None) -> str:
        """Return a name in the language, or a dash."""
        return NOTHING if label is None else label.in_language(self.language)

    def arrow(self, old: str, new: str) -> str:
        """Return one text for both sides, or both with an arrow."""
        return old if old == new else f"{old} → {new}"

    def _largest(self, effect: Effect) -> str:
        """Name the largest rise and the largest fall."""
        moves = [(one.change, one) for one in effect.units or () if one.change]
        up = max((move for move in moves if move[0] > 0), default=None, key=itemgetter(0))
        down = min((move for move in moves if move[0] < 0), default=None, key=itemgetter(0))
        named = [
            f"{self.unit(move[1])} {self.signed(move[0], effect)}" for move in (up, down) if move
        ]
        return self.say("diff.largest", units="; ".join(named))

    def _name(self, node_id: str, definition: Definition | None) -> str:
        node = definition.nodes().get(node_id) if definition else None
        return self.label(node.label if node else None)

    def _value(self, change: Change, value: object) -> str:
        if value is None:
            return NOTHING
        if change.kind is ChangeKind.MOVED:
            return str(value) or self.say("diff.top")
        return self._data(value)

    def _data(self, value: object) -> str:
        match value:
            case bool():
                return self.say("diff.yes" if value else "diff.no")
            case dict():
                said = ((key, one) for key, one in value.items() if one is not None)
                return ", ".join(f"{key}: {self._data(one)}" for key, one in said)
            case list():
                mark = "; " if any(isinstance(one, Digits) for one in value) else ", "
                return mark.join(map(self._data, value)) or NOTHING
        return shown(value, self.language)

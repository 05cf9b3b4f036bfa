"""What ``definition diff`` came to: what changed, and what that does to data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from operator import itemgetter

from kediri_index.messages.values import fixed, worded
from kediri_index.model.comparison import (
    Change,
    ChangeKind,
    DefinitionDiff,
    DiffState,
    EffectOnData,
    UnitEffect,
)
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Severity, folded
from kediri_index.model.language import Label, Language
from kediri_index.model.numbers import Digits
from kediri_index.model.scores import Figure, GroupResult, ScoreOutcome, UnitResult
from kediri_index.present.document import (
    Block,
    ColumnKind,
    Command,
    Document,
    Paragraph,
    Section,
    Table,
    TableOf,
)
from kediri_index.present.envelope import Json, envelope, finding_json, number
from kediri_index.present.escaping import json_text
from kediri_index.present.findings import counts, faults
from kediri_index.present.formats import Presentation, Worded
from kediri_index.present.renderers.csv import Rows, Value
from kediri_index.usecases.diff import DiffOutcome

_SHOWN = 6
"""So many changes of one kind are shown in full, unless all are asked for."""


@dataclass(frozen=True)
class DiffPresentation(Presentation):
    """A comparison of definitions."""

    report: DiffOutcome
    detail: bool = False

    @cached_property
    def words(self) -> DiffWording:
        """The wording of changes."""
        return DiffWording(self.language)

    def document(self) -> Document:
        """Return each comparison, what it does to the data, and what was found."""
        report, effect = self.report, self.report.effect
        sections = [self._diff(diff) for diff in report.diffs]
        if effect is not None and effect.units is not None:
            sections.append(Section("effect", "", tuple(self._effect(effect))))
        findings = report.findings()
        if findings:
            sections.append(Section("findings", "", tuple(faults(findings, self.language))))
        return Document(self.language, tuple(sections))

    def json(self) -> str:
        """Return the envelope; of all of a project's definitions the result is a list."""
        report, language = self.report, self.language
        findings = report.findings()
        effect = report.effect
        more: dict[str, Json] = {}
        if effect is not None:
            findings += [*effect.before.findings, *effect.after.findings]
            if effect.units is not None and (effect.before.partial or effect.after.partial):
                more["partial"] = True
        pairs = [_pair(diff, language) for diff in report.diffs]
        result: dict[str, Json] = {"against": report.ref, "definitions": pairs}
        if report.ref is None:
            scores = None if effect is None else _scores(effect, detail=self.detail)
            result = {**pairs[0], "scores": scores}
        after = report.diffs[0].after if report.ref is None else None
        inputs = () if effect is None else effect.after.inputs
        return envelope(
            "definition-diff", after, inputs, result, folded(findings), language, **more
        )

    def rows(self) -> Rows:
        """Yield a row a unit where there are data, else a row a change."""
        effect = self.report.effect
        if effect is None:
            yield "id", "path", "kind", "before", "after"
            for diff in self.report.diffs:
                for one in diff.changes:
                    sides = (_value(one.before), _value(one.after))
                    yield diff.id, one.path, one.kind.value, *sides
            return
        yield (
            *("unit", "year", "score_before", "score_after", "published_before"),
            *("published_after", "change", "rank_before", "rank_after"),
            *("class_before", "class_after"),
        )
        for unit in effect.units or ():
            yield tuple(_unit_cells(unit, effect))

    def remarks(self) -> Iterator[str]:
        """Yield that answers were left out."""
        effect = self.report.effect
        if effect is not None and effect.units and (effect.before.partial or effect.after.partial):
            yield self.say("partial")

    def without_place(self) -> tuple[Block, ...]:
        """Return the findings, for formats that have no place for them."""
        return tuple(faults(self.report.findings(), self.language))

    def without_scores(self) -> tuple[Block, ...]:
        """Return why the data have no scores, where they have none."""
        effect = self.report.effect
        if effect is None or effect.units is not None:
            return ()
        sides = (effect.before, effect.after)
        findings = folded(finding for side in sides for finding in side.findings)
        errors = [counts(side.findings)[Severity.ERROR] for side in sides]
        unanswered = [
            side.definition.id
            for side, count in zip(sides, errors, strict=True)
            if side.units is None and (side.partial or not count)
        ]
        said = (
            self.say("diff.no-answers", ids=unanswered)
            if unanswered
            else self.say(
                "diff.refused",
                before=errors[0],
                id_before=sides[0].definition.id,
                after=errors[1],
                id_after=sides[1].definition.id,
            )
        )
        hint = () if unanswered else (Command("", self.say("next.diff-errors")),)
        return (*faults(findings, self.language), Command("", said), *hint)

    def _diff(self, diff: DefinitionDiff) -> Section:
        """Return which two are compared, where each stands, and what changed between them."""
        words, before, after = self.words, diff.before, diff.after
        if before is None or after is None:
            title = f"{diff.id} · {words.state(diff)}"
            return Section(diff.id, title, (Paragraph(diff.path),))
        blocks: list[Block] = [Paragraph(words.about(before))] if diff.changes else []
        blocks.append(Paragraph(words.about(after)))
        title = f"{words.side(after)} · {words.state(diff)}"
        if before.id != after.id:
            title = f"{words.side(before)} → {words.side(after)}"
            same = words.sameness(diff)
            blocks += [Paragraph(same)] if same else []
        return Section(diff.id, title, (*blocks, *self._changes(diff)))

    def _changes(self, diff: DefinitionDiff) -> Iterator[Table]:
        """Yield a table a kind; of one with many changes the first few, unless all are asked."""
        words, say = self.words, self.say
        for kind in ChangeKind:
            of_kind = [one for one in diff.changes if one.kind is kind]
            if not of_kind or kind is ChangeKind.IDENTITY:
                continue
            all_of_them = self.detail or len(of_kind) <= _SHOWN
            table = TableOf(of_kind if all_of_them else of_kind[: _SHOWN - 1])
            table.column(say("diff.where"), words.where)
            table.column(say("diff.before"), lambda one: words.sides(one, diff)[0])
            table.column(say("diff.after"), lambda one: words.sides(one, diff)[1])
            left_out = len(of_kind) - len(table.rows)
            title = say(f"change-kind.{kind.value}")
            yield table.made(
                f"{diff.id}-{kind.value}",
                f"{title} · {len(of_kind)}" if len(of_kind) > 1 else title,
                say("diff.more", count=left_out) if left_out else "",
            )

    def _effect(self, effect: EffectOnData) -> Iterator[Block]:
        """Yield what it does to the data."""
        yield Paragraph(" ".join(self.words.summary(effect)))
        yield self._units(effect)
        if self.detail:
            yield from self._groups(effect)
        for remark in self.words.remarks(effect):
            yield Paragraph(remark)

    def _units(self, effect: EffectOnData) -> Table:
        """Return a row a unit, by size of change; columns only where they say something."""
        words, say, number = self.words, self.say, ColumnKind.NUMBER
        units, before, after = effect.units or (), effect.before, effect.after

        def figure(result: UnitResult | None, side: ScoreOutcome) -> str:
            return words.published(result.overall if result else None, side.definition)

        def ranks(one: UnitEffect) -> str:
            sides = (
                str(side.rank or NOTHING) if side else NOTHING for side in (one.before, one.after)
            )
            return words.arrow(*sides)

        def classes(one: UnitEffect) -> str:
            sides = (
                words.label(side.class_label if side else None) for side in (one.before, one.after)
            )
            return words.arrow(*sides)

        table = TableOf(units)
        table.column(say("column.unit"), words.unit)
        table.column(
            say("column.year"),
            lambda one: str(one.year or NOTHING),
            wanted=len({one.year for one in units}) > 1,
        )
        table.column(say("diff.before"), lambda one: figure(one.before, before), number)
        table.column(say("diff.after"), lambda one: figure(one.after, after), number)
        table.column(say("diff.change"), lambda one: words.signed(one.change, effect), number)
        table.column(
            say("column.rank"),
            ranks,
            number,
            sparse=True,
        )
        table.column(
            say("column.class"),
            classes,
            wanted=bool(before.definition.classes or after.definition.classes),
        )
        return table.made("units")

    def _groups(self, effect: EffectOnData) -> Iterator[Table]:
        """Yield for each unit the groups whose figure or weight changes."""
        words, say, number = self.words, self.say, ColumnKind.NUMBER
        before, after = effect.before.definition, effect.after.definition
        names = {
            group.id: group.label.in_language(self.language)
            for definition in (before, after)
            for group in definition.all_groups()
        }
        for at, one in enumerate(effect.units or (), start=1):
            table = TableOf(one.changed_groups())
            table.column(say("column.group"), lambda row: names[row[0]])
            table.column(
                say("diff.before"),
                lambda row: words.published(row[1].figure if row[1] else None, before),
                number,
            )
            table.column(
                say("diff.after"),
                lambda row: words.published(row[2].figure if row[2] else None, after),
                number,
            )
            table.column(
                say("column.effective-weight"),
                lambda row: words.arrow(self._weight(row[1]), self._weight(row[2])),
                number,
            )
            if table.rows:
                title = say("diff.groups-of", unit=words.unit(one))
                yield table.made(f"groups-{at}", title)

    def _weight(self, group: GroupResult | None) -> str:
        return self.words.percent(group.effective_weight if group else None)


def _pair(diff: DefinitionDiff, language: Language) -> dict[str, Json]:
    return {
        "id": diff.id,
        "path": diff.path,
        "state": diff.state,
        "before": _definition(diff.before),
        "after": _definition(diff.after),
        "changes": [_change(one) for one in diff.changes],
        "effective_weights": [
            {"id": node, "before": share.before, "after": share.after}
            for node, share in diff.shares.items()
        ],
        "faults": [finding_json(one, language) for one in diff.faults],
    }


def _definition(definition: Definition | None) -> Json:
    if definition is None:
        return None
    return {
        "id": definition.id,
        "version": definition.version,
        "sha256": definition.sha256,
        "path": definition.path,
    }


def _change(one: Change) -> Json:
    return {
        "path": one.path,
        "kind": one.kind,
        "before": _plain_data(one.before),
        "after": _plain_data(one.after),
    }


def _plain_data(value: object) -> Json:
    """Return a value of a definition as JSON has it."""
    match value:
        case Digits():
            return number(Fraction(value))
        case dict():
            return {key: _plain_data(one) for key, one in value.items()}
        case list():
            return [_plain_data(one) for one in value]
    return value


def _scores(effect: EffectOnData, *, detail: bool) -> Json:
    units = effect.units
    return {
        "moved": None if units is None else sum(bool(one.change) for one in units),
        "changed_rank": None if units is None else sum(one.changed_rank for one in units),
        "changed_class": None if units is None else sum(one.changed_class for one in units),
        "made_for": effect.made_for,
        "units": None if units is None else [_unit(one, effect, detail=detail) for one in units],
    }


def _unit(one: UnitEffect, effect: EffectOnData, *, detail: bool) -> Json:
    said: dict[str, Json] = {
        "unit": one.unit,
        "year": one.year,
        "before": _side(one.before, effect.before),
        "after": _side(one.after, effect.after),
        "change": one.change,
        "change_score": one.change_score,
    }
    if detail or len(effect.units or ()) == 1:
        said["groups"] = [
            {"id": group, "before": _group(old, effect.before), "after": _group(new, effect.after)}
            for group, old, new in one.changed_groups()
        ]
    return said


def _side(result: UnitResult | None, outcome: ScoreOutcome) -> Json:
    if result is None:
        return None
    label = result.class_label
    return {
        **_figure(result.overall, outcome.definition),
        "rank": result.rank,
        "class": None if label is None else label.main,
    }


def _group(group: GroupResult | None, outcome: ScoreOutcome) -> Json:
    if group is None:
        return None
    figures = _figure(group.figure, outcome.definition)
    return {**figures, "effective_weight": group.effective_weight}


def _figure(figure: Figure, definition: Definition) -> dict[str, Json]:
    return {"score": figure.score, "published": _published_text(figure, definition) or None}


def _published_text(figure: Figure, definition: Definition) -> str:
    """Return the published figure with its decimals, or nothing."""
    if figure.published is None:
        return ""
    return fixed(figure.published, definition.publish.decimals)


def _value(value: object) -> Value:
    """Return a value for a cell: a number or a text as it is, anything else as JSON."""
    match value:
        case None:
            return None
        case Digits():
            return Fraction(value)
        case str():
            return str(value)
    return json_text(_plain_data(value))


def _unit_cells(one: UnitEffect, effect: EffectOnData) -> Iterator[Value]:
    yield one.unit
    yield one.year or None
    for figure in one.overalls:
        yield figure.score
    for figure, outcome in zip(one.overalls, (effect.before, effect.after), strict=True):
        yield _published_text(figure, outcome.definition)
    yield one.change
    for result in (one.before, one.after):
        yield (result.rank or None) if result else None
    yield from (name or None for name in one.class_names)


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


class DiffWording(Worded):
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
        """Return the place of a change: a node's id, and what of it where that is not clear.

        Items of evidence have the level in their codes, so their place begins like these.
        """
        first, _, rest = change.path.partition(".")
        if first not in _NODES:
            return change.path
        node, _, what = rest.partition(".")
        if change.kind is ChangeKind.EVIDENCE and "." in what:
            return f"{node}.{what.partition('.')[2]}"
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

    def published(self, figure: Figure | None, definition: Definition) -> str:
        """Return a published figure with its definition's decimals, or a dash."""
        if figure is None or figure.published is None:
            return NOTHING
        return self.to(figure.published, definition.publish.decimals)

    def signed(self, value: Fraction | None, effect: EffectOnData) -> str:
        """Return a difference with its sign, and the decimals of the finer definition."""
        if value is None:
            return NOTHING
        decimals = max(one.definition.publish.decimals for one in (effect.before, effect.after))
        return f"{'+' if value > 0 else ''}{self.to(value, decimals)}"

    def summary(self, effect: EffectOnData) -> list[str]:
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

    def remarks(self, effect: EffectOnData) -> list[str]:
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

    def _largest(self, effect: EffectOnData) -> str:
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
        return worded(value, self.language)

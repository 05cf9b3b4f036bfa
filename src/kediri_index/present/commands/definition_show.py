"""What ``definition show`` came to: the tree with effective weights, the rules, the steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from fractions import Fraction
from typing import Any

from kediri_index.agencies.assignment import opd_of_leaves
from kediri_index.messages.values import worded
from kediri_index.model.aggregation import Aggregation
from kediri_index.model.definition import Definition, Group, Indicator, ScoreRule
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.preparing import Step
from kediri_index.model.profile import Profile
from kediri_index.model.scoring import Level, Range
from kediri_index.present.document import (
    Block,
    ColumnKind,
    Document,
    Paragraph,
    Section,
    Table,
    TableOf,
    Tone,
)
from kediri_index.present.envelope import Json, envelope, number
from kediri_index.present.formats import Presentation
from kediri_index.present.wording import ScoreWording
from kediri_index.scoring.exact import nominal_shares
from kediri_index.scoring.methods.bands import Band
from kediri_index.scoring.prepare.denominate import Denominate


@dataclass(frozen=True)
class DefinitionPresentation(Presentation):
    """One definition, the profile that says who answers, and what was found while it was read."""

    definition: Definition
    profile: Profile | None
    findings: tuple[Finding, ...]

    def document(self) -> Document:
        """Return the tree down to its indicators, each with its share in the overall."""
        title = ScoreWording(self.definition, self.language).about_definition()
        return Document(self.language, (Section("definition", title, tuple(self._blocks())),))

    def json(self) -> str:
        """Return the envelope of ``definition show``."""
        definition = self.definition
        weights = nominal_shares(definition)
        opd = opd_of_leaves(definition, self.profile)
        scale = definition.scale
        result = {
            "id": definition.id,
            "version": definition.version,
            "status": definition.status,
            "title": definition.title.main,
            "superseded_by": definition.superseded_by,
            "scale": None if scale is None else {"min": number(scale[0]), "max": number(scale[1])},
            "aggregate_top": _words(definition.aggregate_top),
            "prepare": [step_json(step) for step in definition.prepare],
            "groups": [_group(group, weights) for group in definition.groups],
            "indicators": [
                _indicator(indicator, weights, opd) for indicator in definition.all_indicators()
            ],
        }
        return envelope("definition-show", definition, (), result, self.findings, self.language)

    def _blocks(self) -> Iterator[Block]:
        definition = self.definition
        words = ScoreWording(definition, self.language)
        yield Paragraph(f"{definition.id} · {definition.sha256[:12]} · {definition.path}")
        if definition.superseded_by:
            yield Paragraph(self.say("superseded-by", index=definition.superseded_by), strong=True)
        if not definition.aggregate_top.additive:
            overall = words.aggregation(definition.aggregate_top)
            yield Paragraph(self.say("combined-by", aggregation=overall))
        if definition.prepare:
            steps = " → ".join(step_text(step, self.language) for step in definition.prepare)
            yield Paragraph(self.say("prepared", steps=steps))
        yield self._tree(words)
        yield from self._rules()
        yield from self._evidence()

    def _evidence(self) -> Iterator[Table]:
        """Yield the items of evidence that levels ask for, where they ask for any."""
        asking = self.definition.with_evidence_items.values()
        items = [item for indicator in asking for item in indicator.evidence_items]
        if items:
            table = TableOf(items)
            table.column(self.say("column.code"), lambda item: item.code, ColumnKind.CODE)
            table.column(self.say("column.evidence"), lambda item: item.text)
            yield table.made("evidence")

    def _tree(self, words: ScoreWording) -> Table:
        say, weights = self.say, nominal_shares(self.definition)
        opd = opd_of_leaves(self.definition, self.profile)

        def below(node: Group | Indicator, depth: int) -> Iterator[tuple[int, Group | Indicator]]:
            yield depth, node
            for child in node.children if isinstance(node, Group) else ():
                yield from below(child, depth + 1)

        def method(node: Group | Indicator) -> str:
            if isinstance(node, Indicator):
                return node.rule.method.name
            return "" if node.aggregate.additive else words.aggregation(node.aggregate)

        table = TableOf(
            (row for group in self.definition.groups for row in below(group, 0)),
            lambda row: Tone.PLAIN if isinstance(row[1], Indicator) else Tone.STRONG,
        )
        table.column(say("column.group"), lambda row: "  " * row[0] + words.label(row[1].label))
        table.column(say("column.code"), lambda row: row[1].id, ColumnKind.CODE)
        table.column(
            say("column.effective-weight"),
            lambda row: words.percent(weights.get(row[1].id, Fraction(0))),
            ColumnKind.PERCENT,
        )
        table.column(say("column.method"), lambda row: method(row[1]), ColumnKind.CODE)
        table.column(say("column.opd"), lambda row: " ".join(opd.get(row[1].id, ())))
        return table.made("tree")

    def _rules(self) -> Iterator[Table]:
        """Yield the parameters of methods that have any, with the indicators that are scored so."""
        codes: dict[str, list[str]] = {}
        for indicator in self.definition.all_indicators():
            said = rule_text(indicator.rule, self.definition.scale, self.language)
            if said is not None:
                codes.setdefault(said, []).append(indicator.id)
        if codes:
            table = TableOf(codes.items())
            table.column(self.say("column.method"), lambda row: row[0])
            table.column(self.say("column.code"), lambda row: " ".join(row[1]))
            yield table.made("rules")


def _group(group: Group, weights: Mapping[str, Fraction]) -> Json:
    return {
        "id": group.id,
        "kind": group.kind,
        "weight": number(group.weight),
        "effective_weight": weights.get(group.id),
        "name": group.label.main,
        "optional": group.optional,
        "aggregate": _words(group.aggregate),
        "groups": [_group(child, weights) for child in group.groups],
    }


def _indicator(
    indicator: Indicator, weights: Mapping[str, Fraction], opd: Mapping[str, tuple[str, ...]]
) -> Json:
    return {
        "id": indicator.id,
        "in": indicator.parent,
        "name": indicator.label.main,
        "unit": indicator.unit,
        "opd": list(opd.get(indicator.id, ())),
        "weight": number(indicator.weight),
        "effective_weight": weights.get(indicator.id),
        "direction": indicator.direction,
        "score": rule_json(indicator.rule),
        "evidence_items": [
            {"code": item.code, "level": number(item.level), "item": item.text}
            for item in indicator.evidence_items
        ],
    }


def _words(aggregation: Aggregation) -> Json:
    """Return *aggregation* as a definition writes it, its parameter as a number."""
    parameter = aggregation.parameter
    return aggregation.name if parameter is None else {aggregation.name: number(parameter)}


def rule_json(rule: ScoreRule) -> dict[str, Json]:
    """Return ``score:`` in full: the method, all its parameters, the range of the score."""
    return {
        "method": rule.method.name,
        **_parts(rule.method),
        **({} if rule.to is None else {"to": _json(rule.to)}),
        "outside": rule.outside,
    }


def step_json(step: Step) -> dict[str, Json]:
    """Return one step of ``prepare:`` with all its parameters."""
    said = _json(step.by) if isinstance(step, Denominate) else _parts(step)
    return {step.name: said}


def rule_text(rule: ScoreRule, scale: Range | None, language: Language) -> str | None:
    """Return the method with what is not its default or the scale; None where nothing is."""
    method: Any = rule.method
    said = {
        item.name: getattr(method, item.name)
        for item in fields(method)
        if getattr(method, item.name) not in (None, item.default)
    }
    if rule.to != scale:
        said["to"] = rule.to
    if rule.outside is not method.default_outside:
        said["outside"] = rule.outside
    return _named(method.name, said, language) if said else None


def step_text(step: Step, language: Language) -> str:
    """Return a step and all its parameters."""
    return _named(step.name, step.by if isinstance(step, Denominate) else _values(step), language)


def _named(name: str, parts: Mapping[str, object], language: Language) -> str:
    said = ", ".join(f"{key}: {_short(value, language)}" for key, value in parts.items())
    return f"{name} ({said})"


def _short(value: object, language: Language) -> str:
    """Return a value in few words: of levels and bands what they are worth."""
    match value:
        case bool():
            return str(value).lower()
        case StrEnum():
            return value.value
        case Band():
            return worded(value.score, language)
        case Iterable() if not isinstance(value, str):
            return "; ".join(_short(one, language) for one in _items(value, language))
    return worded(value, language)


def _items(value: Iterable[object], language: Language) -> Iterable[object]:
    """Return the items of a list; of levels themselves, or which score each has."""
    if not isinstance(value, Mapping) or not any(isinstance(one, Level) for one in value.values()):
        return value
    scores = {level: _worth(one, level) for level, one in value.items()}
    return [f"{worded(one, language)} = {worded(score, language)}" for one, score in scores.items()]


def _worth(said: object, level: Fraction) -> Fraction:
    return said.score if isinstance(said, Level) and said.score is not None else level


def _values(parts: Any) -> dict[str, object]:  # noqa: ANN401 - a dataclass of any kind
    """Return what *parts* say, without parameters that came later (YOUNGER) at their default."""
    values = {
        item.name: value
        for item in fields(parts)
        if (value := getattr(parts, item.name)) != item.default or not item.metadata
    }
    return {key: value for key, value in values.items() if value is not None}


def _parts(parts: object) -> dict[str, Json]:
    return {key: _json(value) for key, value in _values(parts).items()}


def _json(value: object) -> Json:
    """Return a parameter of whatever type, numbers as numbers."""
    match value:
        case StrEnum():
            return value.value
        case Fraction():
            return number(value)
        case str() | bool() | int():
            return value
        case Band() | Level():
            return _parts(value)
        case Mapping():
            return {_key(key): _json(item) for key, item in value.items()}
        case Iterable():
            return [_json(item) for item in value]
    message = f"no JSON for {value!r}"
    raise TypeError(message)


def _key(key: object) -> str:
    return str(number(key)) if isinstance(key, Fraction) else str(key)

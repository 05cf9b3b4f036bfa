"""A comparison of definitions as JSON, in the envelope of every command."""

from __future__ import annotations

from fractions import Fraction

from kediri_index.messages.numbers import fixed
from kediri_index.model.changes import Change, DefinitionDiff, Effect, UnitEffect
from kediri_index.model.definition import Definition
from kediri_index.model.digits import Digits
from kediri_index.model.folding import folded
from kediri_index.model.language import Language
from kediri_index.model.outcomes import ScoreOutcome
from kediri_index.model.results import Figure, GroupResult, UnitResult
from kediri_index.present.definition.diff.sections import changed_groups
from kediri_index.present.definition.diff.shown import DiffShown
from kediri_index.present.envelope import Json, envelope, exact, finding_json, number


def render(shown: DiffShown) -> str:
    """Return the envelope; of all of a project's definitions the result is a list."""
    report, language = shown
    findings = report.findings()
    effect = report.effect
    more: dict[str, Json] = {}
    if effect is not None:
        findings += [*effect.before.findings, *effect.after.findings]
        if effect.units is not None and (effect.before.partial or effect.after.partial):
            more["partial"] = True
    pairs = [_pair(diff, language) for diff in report.diffs]
    result: dict[str, Json]
    if report.ref is None:
        (result,) = pairs
        scores = None if effect is None else _scores(effect, detail=report.detail)
        result = {**result, "scores": scores}
    else:
        result = {"against": report.ref, "definitions": pairs}
    after = report.diffs[0].after if report.ref is None else None
    inputs = () if effect is None else effect.after.inputs
    return envelope("definition-diff", after, inputs, result, folded(findings), language, **more)


def _pair(diff: DefinitionDiff, language: Language) -> dict[str, Json]:
    return {
        "id": diff.id,
        "path": diff.path,
        "state": diff.state.value,
        "before": _definition(diff.before),
        "after": _definition(diff.after),
        "changes": [_change(one) for one in diff.changes],
        "effective_weights": [
            {"id": node, "before": exact(share.before), "after": exact(share.after)}
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
        "kind": one.kind.value,
        "before": plain_data(one.before),
        "after": plain_data(one.after),
    }


def plain_data(value: object) -> Json:
    """Return a value of a definition as JSON has it."""
    match value:
        case Digits():
            return number(Fraction(value))
        case dict():
            return {key: plain_data(one) for key, one in value.items()}
        case list():
            return [plain_data(one) for one in value]
    return value


def _scores(effect: Effect, *, detail: bool) -> Json:
    units = effect.units
    return {
        "moved": None if units is None else sum(bool(one.change) for one in units),
        "changed_rank": None if units is None else sum(one.changed_rank for one in units),
        "changed_class": None if units is None else sum(one.changed_class for one in units),
        "made_for": list(effect.made_for),
        "units": None if units is None else [_unit(one, effect, detail=detail) for one in units],
    }


def _unit(one: UnitEffect, effect: Effect, *, detail: bool) -> Json:
    score = _difference(overall_of(one.before).score, overall_of(one.after).score)
    said: dict[str, Json] = {
        "unit": one.unit,
        "year": one.year,
        "before": _side(one.before, effect.before),
        "after": _side(one.after, effect.after),
        "change": exact(one.change),
        "change_score": exact(score),
    }
    if detail or len(effect.units or ()) == 1:
        said["groups"] = [
            {"id": group, "before": _group(old, effect.before), "after": _group(new, effect.after)}
            for group, old, new in changed_groups(one)
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
    return {**figures, "effective_weight": exact(group.effective_weight)}


def _figure(figure: Figure, definition: Definition) -> dict[str, Json]:
    return {"score": exact(figure.score), "published": published_text(figure, definition) or None}


def overall_of(result: UnitResult | None) -> Figure:
    """Return the overall, empty where there is no such unit."""
    return Figure(None, None) if result is None else result.overall


def published_text(figure: Figure, definition: Definition) -> str:
    """Return the published figure with its decimals, or nothing."""
    if figure.published is None:
        return ""
    return fixed(figure.published, definition.publish.decimals)


def _difference(old: Fraction | None, new: Fraction | None) -> Fraction | None:
    return None if old is None or new is None else new - old

"""How one value became a score, with the figures that were used."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from kediri_index.analysis.trace.panel import among_units, onto
from kediri_index.model.definition import Indicator, ScoreRule
from kediri_index.model.scoring import Direction, Outside, is_panel
from kediri_index.model.spread import Spread
from kediri_index.model.wording import Sentence, Sentences
from kediri_index.scoring.methods.achievement import Achievement
from kediri_index.scoring.methods.bands import Bands
from kediri_index.scoring.methods.goalposts import Goalposts
from kediri_index.scoring.methods.levels import Levels
from kediri_index.scoring.methods.yes_no import YesNo

_PERCENT = 100


class Value(NamedTuple):
    """What is scored: the number, and the sheet's target where there is one."""

    number: Fraction
    target: Fraction | None = None


def scoring(indicator: Indicator, fitted: Indicator, value: Value) -> Sentences:
    """Return how *value* was scored: as *indicator* says, whose method may have been *fitted*.

    Nothing for a score that is the value itself.
    """
    rule, direction = indicator.rule, indicator.direction
    method = rule.method
    if is_panel(method):
        said = among_units(rule, fitted.rule.method, value.number, direction)
        return (*said, *_clipped(fitted.rule, value, direction))
    match method:
        case Achievement():
            said = _achievement(method, value, direction)
        case Goalposts():
            said = _goalposts(method, value, direction)
        case Bands():
            said = _band(method, value.number)
        case Levels():
            return _level(method, value.number)
        case YesNo():
            key = "trace.yes" if value.number == method.yes else "trace.no"
            return (Sentence(key, {"score": value.number}),)
        case _:
            return ()
    score = _unclipped(rule, value, direction)
    if score is None:
        return said
    return (*said, *onto(rule, score), *_clipped(rule, value, direction))


def _unclipped(rule: ScoreRule, value: Value, direction: Direction) -> Fraction | None:
    share = rule.method.score(value.number, value.target, direction).value
    if share is None or not rule.method.onto or rule.to is None:
        return share
    low, high = rule.to
    return low + share * (high - low)


def _clipped(rule: ScoreRule, value: Value, direction: Direction) -> Sentences:
    score = _unclipped(rule, value, direction)
    if score is None or rule.to is None or rule.outside is not Outside.CLIP:
        return ()
    low, high = rule.to
    if low <= score <= high:
        return ()
    return (Sentence("trace.clipped", {"to": Spread(low, high)}),)


def _achievement(method: Achievement, value: Value, direction: Direction) -> Sentences:
    raw, target = value.number, method.target if method.target is not None else value.target
    key = "trace.achievement"
    higher = direction is Direction.HIGHER
    if isinstance(target, tuple):
        low, high = target
        if low <= raw <= high:
            return (Sentence("trace.in-target", {"raw": raw, "to": Spread(low, high)}),)
        higher = raw < low
        key = "trace.achievement-below" if higher else "trace.achievement-above"
        target = low if higher else high
    elif not higher:
        key = "trace.achievement-lower"
    if not target:  # then there is no score
        return ()
    reached = (raw if higher else 2 * target - raw) / target
    said = Sentence(key, {"raw": raw, "target": target, "percent": reached * _PERCENT})
    if method.cap is not None and reached > method.cap:
        return said, Sentence("trace.capped", {"percent": method.cap * _PERCENT})
    return (said,)


def _goalposts(method: Goalposts, value: Value, direction: Direction) -> Sentences:
    share = method.score(value.number, None, direction).value
    plain, higher = method.transform is None, direction is Direction.HIGHER
    if plain:
        key = "trace.goalposts" if higher else "trace.goalposts-lower"
    else:
        key = "trace.goalposts-log" if higher else "trace.goalposts-log-lower"
    params = {"raw": value.number, "low": method.min, "high": method.max, "share": share}
    return (Sentence(key, params),)


def _level(method: Levels, raw: Fraction) -> Sentences:
    names, scores = method.names, method.scores
    if raw not in names:
        score = method.score(raw, None, Direction.HIGHER).value
        if score is None:
            return ()
        low = max(level for level in names if level < raw)
        high = min(level for level in names if level > raw)
        levels: dict[str, object] = {"low": low, "high": high, "raw": raw}
        if method.are_scores:
            return (Sentence("trace.between-levels", levels),)
        scored = {"below": scores[low], "above": scores[high], "score": score}
        return (Sentence("trace.between-levels-scored", {**levels, **scored}),)
    said = (Sentence("trace.level", {"meaning": names[raw]}),)
    if method.are_scores:
        return said
    return (*said, Sentence("trace.level-score", {"level": raw, "score": scores[raw]}))


def _band(method: Bands, raw: Fraction) -> Sentences:
    at = next(at for at, band in enumerate(method.bands) if band.holds(raw))
    band = method.bands[at]
    before = method.bands[at - 1] if at else None
    params: dict[str, object] = {"raw": raw, "score": band.score}
    if band.below is not None:
        return (Sentence("trace.band-below", {**params, "bound": band.below}),)
    if band.up_to is not None:
        return (Sentence("trace.band-up-to", {**params, "bound": band.up_to}),)
    if before is None:
        return (Sentence("trace.band-any", params),)
    bound = before.below if before.below is not None else before.up_to
    key = "trace.band-from" if before.below is not None else "trace.band-above"
    return (Sentence(key, {**params, "bound": bound}),)

"""The parameters of a scoring method: what its formula can use, and the scores that they name."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from kediri_index.definition.checks.intervals import Where, not_rising, reversed_range
from kediri_index.definition.draft import at
from kediri_index.definition.nodes import MarkedMapping
from kediri_index.engine.scoring.achievement import Achievement
from kediri_index.engine.scoring.bands import Bands
from kediri_index.engine.scoring.goalposts import Goalposts, Transform
from kediri_index.engine.scoring.levels import Levels
from kediri_index.engine.scoring.yes_no import YesNo
from kediri_index.model.findings import Finding
from kediri_index.model.places import Mark
from kediri_index.model.scoring import ScoringMethod

Score = tuple[Fraction, str, Mark]


def check_parameters(
    method: ScoringMethod, node: MarkedMapping, indicator: str | None
) -> Iterator[Finding]:
    """Yield parameters of *method* that its formula cannot use."""
    match method:
        case Levels():
            if not method.levels:
                yield at("D236", node.place("levels"), None, indicator, key="levels")
        case Bands():
            yield from not_rising(method.bands, Where(node, "bands", indicator))
            if not method.bands:
                yield at("D236", node.place("bands"), None, indicator, key="bands")
        case Goalposts():
            yield from _goalposts(method, node, indicator)
        case Achievement():
            yield from _achievement(method, node, indicator)


def _goalposts(method: Goalposts, node: MarkedMapping, indicator: str | None) -> Iterator[Finding]:
    if method.min >= method.max:
        yield at("D232", node.place("max"), node.text("max"), indicator, min=method.min)
    if method.transform is Transform.LOG and method.min <= 0:
        yield at("D233", node.place("min"), node.text("min"), indicator)


def _achievement(
    method: Achievement, node: MarkedMapping, indicator: str | None
) -> Iterator[Finding]:
    if isinstance(method.target, tuple):
        yield from reversed_range(method.target, node, "target", indicator)
    elif method.target == 0:
        yield at("D234", node.place("target"), node.text("target"), indicator)
    if method.cap is not None and method.cap <= 0:
        yield at("D235", node.place("cap"), node.text("cap"), indicator)


def scores_named(method: ScoringMethod, node: MarkedMapping) -> list[Score]:
    """Return the scores that *method* itself names, each as it stands there, with its place."""
    match method:
        case Levels():
            levels = node.mapping("levels")
            keys = [entry.key for entry in levels.entries.values()] if levels else []
            return [
                (score, key.text, key.mark) for score, key in zip(method.levels, keys, strict=True)
            ]
        case YesNo():
            return [_score(method.yes, node, "yes"), _score(method.no, node, "no")]
        case Bands():
            items = zip(method.bands, node.mappings("bands"), strict=True)
            return [_score(band.score, item, "score") for band, item in items]
    return []


def _score(score: Fraction, node: MarkedMapping, key: str) -> Score:
    return score, node.text(key) or "", node.place(key)

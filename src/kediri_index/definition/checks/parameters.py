"""The parameters of a scoring method: what its formula can use, and the scores that they name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from kediri_index.definition.checks.intervals import Where, not_rising, reversed_range
from kediri_index.definition.draft import at
from kediri_index.definition.nodes import MarkedMapping
from kediri_index.model.findings import Finding
from kediri_index.model.missing_words import MISSING_WORDS
from kediri_index.model.names import exact
from kediri_index.model.places import Mark
from kediri_index.model.scoring import Level, ScoringMethod
from kediri_index.scoring.methods.achievement import Achievement
from kediri_index.scoring.methods.bands import Bands
from kediri_index.scoring.methods.goalposts import Goalposts, Transform
from kediri_index.scoring.methods.levels import Levels
from kediri_index.scoring.methods.yes_no import YesNo

Score = tuple[Fraction, str, Mark]
_LIKE_A_NUMBER = re.compile(r"[-+0-9.,%\s]+")


def check_parameters(
    method: ScoringMethod, node: MarkedMapping, indicator: str | None
) -> Iterator[Finding]:
    """Yield parameters of *method* that its formula cannot use."""
    match method:
        case Levels():
            yield from _levels(method, node, indicator)
        case Bands():
            yield from not_rising(method.bands, Where(node, "bands", indicator))
            if not method.bands:
                yield at("D236", node.place("bands"), None, indicator, key="bands")
        case Goalposts():
            yield from _goalposts(method, node, indicator)
        case Achievement():
            yield from _achievement(method, node, indicator)


def _levels(method: Levels, node: MarkedMapping, indicator: str | None) -> Iterator[Finding]:
    if not method.levels:
        yield at("D236", node.place("levels"), None, indicator, key="levels")
        return
    scored = any(isinstance(one, Level) for one in method.levels.values())
    if method.spread and scored:
        yield at("D247", node.place("spread"), None, indicator)
    elif method.spread and len(method.levels) == 1:
        yield at("D248", node.place("spread"), None, indicator)
    listed = node.mapping("levels")
    keys = list(listed.entries.values()) if listed else []
    names = list(zip(keys, _names(method), strict=True))
    seen = Counter(exact(name) for _, name in names)
    for entry, name in names:
        means_else = exact(name) in MISSING_WORDS or _LIKE_A_NUMBER.fullmatch(name.strip())
        if isinstance(entry.value, MarkedMapping) and (seen[exact(name)] > 1 or means_else):
            yield at("D249", entry.value.place("name"), name, indicator)


def _names(method: Levels) -> list[str]:
    """Return the names in the order of the file."""
    return [one.name if isinstance(one, Level) else one for one in method.levels.values()]


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
            return _scores_of_levels(method, node.mapping("levels"))
        case YesNo():
            return [_score(method.yes, node, "yes"), _score(method.no, node, "no")]
        case Bands():
            items = zip(method.bands, node.mappings("bands"), strict=True)
            return [_score(band.score, item, "score") for band, item in items]
    return []


def _scores_of_levels(method: Levels, node: MarkedMapping | None) -> list[Score]:
    """Return the scores of the levels; where they are spread, the range has them all."""
    found = []
    for level, entry in zip(method.levels, node.entries.values() if node else (), strict=True):
        value = entry.value
        if isinstance(value, MarkedMapping) and value.get("score") is not None:
            found.append(_score(method.worth[level], value, "score"))
        elif not method.spread:
            found.append((level, entry.key.text, entry.key.mark))
    return found


def _score(score: Fraction, node: MarkedMapping, key: str) -> Score:
    return score, node.text(key) or "", node.place(key)

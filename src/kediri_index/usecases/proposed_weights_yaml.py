"""Other weights for a definition, as a definition that extends it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path

from kediri_index.definition.extends import base_path
from kediri_index.definition.starting import comment_lines, quoted
from kediri_index.errors import UsageError
from kediri_index.messages.texts import text
from kediri_index.messages.values import plain
from kediri_index.model.definition import Definition, Group
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.weighting import WeightsOutcome


def name_of_base(definition: Definition, into: Path, limits: Limits) -> str:
    """Return how a definition at *into* names the one that it extends: by its id, or its path.

    Raises :class:`~kediri_index.errors.UsageError` where it may not, as out of its project.
    """
    place = Path(definition.path).resolve()
    path = os.path.relpath(place, Path(os.path.realpath(into.parent)))
    for name in (definition.id, Path(path).as_posix()):
        found = base_path(into, name, limits)
        if found is not None and found.resolve() == place:
            return name
    raise UsageError("weights-outside", path=str(into), base=definition.path)


def proposed_weights_yaml(outcome: WeightsOutcome, base: str, language: Language) -> str:
    """Return the definition that extends *base* with the weights that were proposed.

    Comments are in *language*; its title and source are in the definition's own.
    """
    proposed, definition = outcome.proposed, outcome.definition
    assert proposed is not None, "asked for where weights were proposed"  # noqa: S101 - an invariant
    about = {"id": definition.id, "version": definition.version}
    said = {"method": outcome.method.value, "observations": proposed.observations}
    indicators = [one for one in definition.all_indicators() if one.id in proposed.weights]
    groups = list(_groups(definition.groups, proposed.weights, "  "))
    lines = (
        *comment_lines("weights.comment", language, **about, **said),
        "kediri_index: 1",
        f"id: {definition.id}-{outcome.method}",
        'version: "1"',
        "status: own",
        f"extends: {base if base == definition.id else quoted(base)}",
        *_title(definition, outcome.method.value),
        f"source: {quoted(text('weights.source', definition.language, **about, **said))}",
        *(["weights_of: parent"] if _may_be_of_whole(definition) else ()),
        *(["groups:", *groups] if groups else ()),
        *(["indicators:"] if indicators else ()),
        *(f"  - {{id: {one.id}, weight: {plain(proposed.weights[one.id])}}}" for one in indicators),
    )
    return "\n".join(lines) + "\n"


def _title(definition: Definition, method: str) -> Iterator[str]:
    label, own = definition.title, definition.language
    other = Language.EN if own is Language.ID else Language.ID
    titles = {"title": (label.main, own)}
    if label.in_language(other) != label.main:
        titles[f"title_{other.value}"] = (label.in_language(other), other)
    for key, (title, language) in titles.items():
        yield f"{key}: {quoted(text('weights.title', language, title=title, method=method))}"


def _may_be_of_whole(definition: Definition) -> bool:
    """Return whether weights may be shares of the whole, which those proposed are not."""
    return any(
        group.children and group.weight == sum(one.weight or 0 for one in group.children)
        for group in definition.all_groups()
    )


def _groups(
    groups: tuple[Group, ...], weights: Mapping[str, Fraction], indent: str
) -> Iterator[str]:
    """Yield the groups with a weight of their own, and those above such."""
    for group in groups:
        below = list(_groups(group.groups, weights, indent + "    "))
        own = weights.get(group.id)
        if own is None and not below:
            continue
        yield f"{indent}- id: {group.id}"
        if own is not None:
            yield f"{indent}  weight: {plain(own)}"
        if below:
            yield f"{indent}  groups:"
            yield from below

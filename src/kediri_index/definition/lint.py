"""Lint: what is doubtful in a definition, and across definitions that an id means the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from kediri_index.definition.checks.doubtful import check_doubtful
from kediri_index.definition.checks.reach import check_reach
from kediri_index.definition.checks.weights import check_near_sums
from kediri_index.definition.draft import Draft
from kediri_index.model.definition import Definition, Group, Indicator
from kediri_index.model.findings import Finding
from kediri_index.model.label import Label
from kediri_index.model.language import Language
from kediri_index.model.places import Mark


class _Use(NamedTuple):
    definition: Definition
    node: Group | Indicator


def lint_alone(definition: Definition, draft: Draft) -> tuple[Finding, ...]:
    """Return what is allowed in the *definition* of *draft*, but hardly meant."""
    checks = (check_doubtful(draft), check_near_sums(draft), check_reach(definition, draft.tree))
    return tuple(chain.from_iterable(checks))


def lint_together(definitions: Iterable[Definition]) -> tuple[Finding, ...]:
    """Return ids that mean different things in *definitions*, and definitions with one id.

    The first use of an id is taken as its meaning; each other use that differs is a finding which
    names both places.
    """
    return tuple(_findings(definitions))


def _findings(definitions: Iterable[Definition]) -> Iterator[Finding]:
    paths: dict[str, str] = {}
    uses: dict[str, _Use] = {}
    for definition in definitions:
        if paths.setdefault(definition.id, definition.path) != definition.path:
            mark = Mark(definition.path, 1, 1)
            first = paths[definition.id]
            yield Finding.at_mark("D303", mark, definition.id, first=first)
        for node_id, node in definition.nodes().items():
            use = _Use(definition, node)
            yield from _difference(node_id, uses.setdefault(node_id, use), use)


def _difference(node_id: str, first: _Use, use: _Use) -> Iterator[Finding]:
    if first.node.mark == use.node.mark:  # the same lines, by way of extends
        return
    place = str(first.node.mark)
    if isinstance(first.node, Group) != isinstance(use.node, Group):
        yield Finding.at_mark("D302", use.node.mark, node_id, first=place)
        return
    here, there = _in_common(use, first)
    if here != there:
        yield Finding.at_mark(
            "D301", use.node.mark, node_id, name=here, first_name=there, first=place
        )


def _in_common(use: _Use, other: _Use) -> tuple[str, str]:
    """Return both names in a language that both have, Indonesian rather than English."""
    here, there = _names(use), _names(other)
    for language in Language:
        if language in here and language in there:
            return here[language], there[language]
    return "", ""


def _names(use: _Use) -> dict[Language, str]:
    label: Label = use.node.label
    given = {
        Language.ID: label.indonesian,
        Language.EN: label.english,
        use.definition.language: label.main,
    }
    return {language: " ".join(name.split()) for language, name in given.items() if name}

"""Loading a profile: everything that is wrong with it at once."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from kediri_index.definition.draft import at, has_holes
from kediri_index.definition.files import DEFAULT_LIMITS, file_bytes
from kediri_index.definition.load_definition import usable
from kediri_index.definition.nodes import MarkedMapping, MarkedScalar
from kediri_index.definition.source import read_source
from kediri_index.definition.specs.profile import ProfileSpec
from kediri_index.definition.validation import validated
from kediri_index.engine.assignment import nodes_named
from kediri_index.errors import ProfileError
from kediri_index.model.findings import Finding, in_order
from kediri_index.model.limits import Limits
from kediri_index.model.nearest import suggest
from kediri_index.model.places import Mark
from kediri_index.model.profile import Combine, Opd, Profile, Sharing
from kediri_index.model.source_file import SourceFile


class LoadedProfile(NamedTuple):
    """A profile, and what is doubtful about it."""

    profile: Profile
    findings: tuple[Finding, ...]


def load_profile_file(
    path: str | os.PathLike[str], *, shown: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> LoadedProfile:
    """Return the profile in the file at *path*.

    *shown* is the path as findings and outputs name it. Raises ProfileError with every finding
    if any of them is an error.
    """
    name = str(path) if shown is None else shown
    data = file_bytes(Path(path), name, limits)
    if isinstance(data, Finding):
        raise ProfileError((data,))
    return profile_in(SourceFile(name, data), limits=limits)


def profile_in(file: SourceFile, *, limits: Limits = DEFAULT_LIMITS) -> LoadedProfile:
    """Return the profile in a *file* that was read; raises ProfileError likewise."""
    name, data = file
    tree, found = read_source(data, name, limits)
    findings = list(found)
    spec = None
    if tree is not None:
        spec, faults = validated(ProfileSpec, tree)
        findings += faults
    if tree is None or spec is None:
        raise ProfileError(in_order(findings))
    findings += _check(spec, tree)
    return LoadedProfile(_profile(spec, name), usable(findings, ProfileError))


def _check(spec: ProfileSpec, tree: MarkedMapping) -> Iterator[Finding]:
    """Yield agencies that stand twice, and assignments to agencies that are not listed."""
    placed = list(zip(spec.opd, tree.mappings("opd"), strict=True))
    ids: dict[str, Mark] = {}
    names: dict[str, tuple[str, Mark]] = {}
    for opd, node in placed:
        if opd.id in ids:
            yield at("D401", node.place("id"), opd.id, first=str(ids[opd.id]))
            continue
        if "id" not in node.holes:
            ids[opd.id] = node.place("id")
        for spelling in _spellings(node):
            folded = " ".join(spelling.text.casefold().split())
            other, first = names.setdefault(folded, (opd.id, spelling.mark))
            if other != opd.id:
                yield at("D402", spelling.mark, spelling.text, opd=other, first=str(first))
    assign = tree.mapping("assign")
    all_known = not has_holes(tree, "opd") and not any("id" in node.holes for _, node in placed)
    for opd_id, entry in assign.entries.items() if assign and all_known else ():
        if opd_id not in ids:
            yield at("D403", entry.key.mark, opd_id, near=suggest(opd_id, ids))
    shared = tree.mapping("shared")
    for pattern, entry in shared.entries.items() if shared and not shared.holes else ():
        if pattern in spec.shared and isinstance(entry.value, MarkedMapping):
            yield from _sharing(pattern, entry.value, spec, ids if all_known else None)


def _sharing(
    pattern: str, node: MarkedMapping, spec: ProfileSpec, ids: Collection[str] | None
) -> Iterator[Finding]:
    """Yield what is wrong with one entry of *shared*; *ids* are the agencies, None if unknown."""
    one = spec.shared[pattern]
    if node.holes:
        return
    if (one.lead is None) == (one.combine is None):
        yield at("D306", node.mark, pattern)
        return
    if one.lead is not None and ids is not None and one.lead not in ids:
        yield at("D305", node.place("lead"), one.lead, near=suggest(one.lead, ids))
        return
    if "*" in pattern:  # which indicators these are the definition says
        return
    owners = [opd for opd, named in spec.assign.items() if nodes_named(named, [pattern])]
    if one.lead is not None and owners and one.lead not in owners:
        yield at("D307", node.place("lead"), one.lead, indicator=pattern, owners=tuple(owners))
    elif len(owners) == 1:
        yield at("D308", node.mark, pattern, owner=owners[0])


def _spellings(node: MarkedMapping) -> list[MarkedScalar]:
    """Return every spelling of an agency's name."""
    keys = [key for key in ("name", "short", "also") if key not in node.holes]
    return [scalar for key in keys for scalar in node.scalars(key)]


def _profile(spec: ProfileSpec, path: str) -> Profile:
    return Profile(
        unit=spec.unit,
        also=spec.also,
        opd=tuple(Opd(opd.id, opd.name, opd.short, opd.also) for opd in spec.opd),
        assign=spec.assign,
        shared={
            pattern: Sharing(one.lead, one.combine or Combine.SAME)
            for pattern, one in spec.shared.items()
        },
        columns=spec.columns,
        due=spec.due,
        definitions=spec.definitions,
        history=spec.history,
        history_value=spec.history_value,
        targets=spec.targets,
        costs=spec.costs,
        path=path,
    )

"""Loading a profile, or a file of waivers: everything that is wrong with it at once."""

import os
from collections.abc import Collection, Iterator
from typing import NamedTuple

from kediri_index.agencies.assignment import Ids
from kediri_index.definition.faults import any_error, said_of_foreign, told
from kediri_index.definition.library import DEFAULT_LIMITS, read_file
from kediri_index.definition.placed import has_holes
from kediri_index.definition.reading import read
from kediri_index.definition.shapes import fields_of
from kediri_index.definition.source import (
    Entry,
    MarkedMapping,
    MarkedScalar,
    MarkedSequence,
    read_source,
    read_tree,
)
from kediri_index.definition.specs import (
    ProfileSpec,
    SenderSpec,
    SharedSpec,
    WaiverSpec,
    WaiversSpec,
)
from kediri_index.errors import ProfileError, WaiversError
from kediri_index.messages.catalogue import CATALOGUE
from kediri_index.model.dataset import SourceFile
from kediri_index.model.findings import Finding, Mark, Source
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Combine, Opd, Profile, Sender, Sharing, Signatory, Waiver
from kediri_index.model.text import Names, exact, is_pattern


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
    return profile_in(read_file(path, limits, ProfileError, shown), limits=limits)


def profile_in(file: SourceFile, *, limits: Limits = DEFAULT_LIMITS) -> LoadedProfile:
    """Return the profile in a *file* that was read; raises ProfileError likewise."""
    spec, findings = _profile_read(file, limits)
    if spec is not None and not any_error(findings):
        return LoadedProfile(_profile(spec, file.path), told(findings, limits))
    from kediri_index.definition.corrections import as_meant  # noqa: PLC0415 - only of faults

    def read_again(one: SourceFile) -> list[Finding]:
        return _profile_read(one, limits)[1]

    raise ProfileError(told(as_meant(file, ProfileSpec, findings, read_again, limits), limits))


def _profile_read(file: SourceFile, limits: Limits) -> tuple[ProfileSpec | None, list[Finding]]:
    """Return what *file* says, None where nothing of it can be used, and every finding."""
    tree, found = read_source(file.data, file.path, limits)
    foreign = said_of_foreign(tree, found, file, fields_of(ProfileSpec))
    if foreign is not None:
        raise ProfileError(foreign)
    if tree is None:
        return None, list(found)
    spec, faults = read(ProfileSpec, tree)
    findings = [*found, *faults]
    return spec, findings if spec is None else [*findings, *_check(spec, tree, limits)]


def _check(spec: ProfileSpec, tree: MarkedMapping, limits: Limits) -> Iterator[Finding]:
    """Yield agencies that stand twice, names that no agency has, and patterns beyond the limit."""
    placed = list(zip(spec.opd, tree.mappings("opd"), strict=True))
    ids: dict[str, Mark] = {}
    names: dict[str, tuple[str, Mark]] = {}
    for opd, node in placed:
        if opd.id in ids:
            yield Finding.at_mark("D401", node.place("id"), opd.id, first=str(ids[opd.id]))
            continue
        if "id" not in node.holes:
            ids[opd.id] = node.place("id")
        for spelling in _spellings(node):
            folded = " ".join(spelling.text.casefold().split())
            other, first = names.setdefault(folded, (opd.id, spelling.mark))
            if other != opd.id:
                yield Finding.at_mark(
                    "D402", spelling.mark, spelling.text, opd=other, first=str(first)
                )
    yield from _in_two_groups(tree)
    all_known = not has_holes(tree, "opd") and not any("id" in node.holes for _, node in placed)
    if all_known:
        yield from _nobodys(spec, tree, ids)
    patterns = _patterns(tree)
    if len(patterns) > limits.patterns:
        mark = patterns[limits.patterns].mark
        option = f"--limit patterns={len(patterns)}"
        yield Finding.at_mark(
            "D271", mark, seen=len(patterns), limit=limits.patterns, option=option
        )
    else:
        yield from _shared(spec, tree, ids if all_known else None)


def _in_two_groups(tree: MarkedMapping) -> Iterator[Finding]:
    """Yield the units that a grouping lists under two values; twice under one is allowed."""
    groupings = tree.mapping("unit_groups") or MarkedMapping(tree.mark)
    for name in groupings.entries:
        groups = groupings.mapping(name) or MarkedMapping(tree.mark)
        seen: dict[str, tuple[str, Mark]] = {}
        for value in groups.entries:
            for unit in groups.scalars(value):
                other, first = seen.setdefault(exact(unit.text), (value, unit.mark))
                if other != value:
                    yield Finding.at_mark(
                        "D404", unit.mark, unit.text, group=value, other=other, first=str(first)
                    )


def _nobodys(spec: ProfileSpec, tree: MarkedMapping, ids: Collection[str]) -> Iterator[Finding]:
    """Yield agencies that are named under *assign* or *shared* and are not among *ids*."""
    known = Names(ids)
    assign, shared = tree.mapping("assign"), tree.mapping("shared")
    for opd_id, entry in assign.entries.items() if assign else ():
        if opd_id not in ids:
            yield Finding.at_mark("D403", entry.key.mark, opd_id, near=known.suggest(opd_id))
    for _, one, node in _each_shared(spec, shared):
        if one.lead is not None and one.combine is None and one.lead not in ids:
            yield Finding.at_mark(
                "D305", node.place("lead"), one.lead, near=known.suggest(one.lead)
            )


def _each_shared(
    spec: ProfileSpec, shared: MarkedMapping | None
) -> Iterator[tuple[str, SharedSpec, MarkedMapping]]:
    """Yield the entries of *shared* that are without a fault of their own."""
    for pattern, entry in shared.entries.items() if shared and not shared.holes else ():
        node = entry.value
        if pattern in spec.shared and isinstance(node, MarkedMapping) and not node.holes:
            yield pattern, spec.shared[pattern], node


def _shared(
    spec: ProfileSpec, tree: MarkedMapping, ids: Collection[str] | None
) -> Iterator[Finding]:
    """Yield what is wrong with *shared* itself; *ids* are the agencies, None if unknown."""
    shared = tree.mapping("shared")
    leaves = Ids(spec.shared)
    owners: dict[str, list[str]] = {}
    for opd, named in spec.assign.items():
        for leaf in leaves.named(*named):
            owners.setdefault(leaf, []).append(opd)
    for pattern, one, node in _each_shared(spec, shared):
        if (one.lead is None) == (one.combine is None):
            yield Finding.at_mark("D306", node.mark, pattern)
            continue
        if one.lead is not None and ids is not None and one.lead not in ids:
            continue
        if is_pattern(pattern):  # which indicators these are the definition says
            continue
        of_leaf = owners.get(pattern, [])
        if one.lead is not None and of_leaf and one.lead not in of_leaf:
            owners_of = tuple(of_leaf)
            yield Finding.at_mark(
                "D307", node.place("lead"), one.lead, indicator=pattern, owners=owners_of
            )
        elif len(of_leaf) == 1:
            yield Finding.at_mark("D308", node.mark, pattern, owner=of_leaf[0])


def _patterns(tree: MarkedMapping) -> list[MarkedScalar]:
    """Return the names with ``*`` in *tree*, wherever ids are named by patterns."""
    found = tree.scalars("definitions")
    for key in ("assign", "shared", "costs"):
        entries = tree.mapping(key) or MarkedMapping(tree.mark)
        for name, entry in entries.entries.items():
            found += [entry.key, *(entries.scalars(name) if key == "assign" else ())]
    return [one for one in found if is_pattern(one.text)]


def _spellings(node: MarkedMapping) -> list[MarkedScalar]:
    """Return every spelling of an agency's name."""
    keys = [key for key in ("name", "short", "also") if key not in node.holes]
    return [scalar for key in keys for scalar in node.scalars(key)]


def _profile(spec: ProfileSpec, path: str) -> Profile:
    return Profile(
        unit=spec.unit,
        also=spec.also,
        opd=tuple(Opd(opd.id, opd.name, opd.short, opd.also, opd.head) for opd in spec.opd),
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
        previous=spec.previous,
        targets=spec.targets,
        costs=spec.costs,
        letters=None if spec.letters is None else _sender(spec.letters),
        unit_groups=spec.unit_groups,
        path=path,
    )


def _sender(spec: SenderSpec) -> Sender:
    return Sender(
        office=spec.office,
        place=spec.place,
        number=spec.number,
        signatories=tuple(
            Signatory(one.name, one.position, one.number) for one in spec.signatories
        ),
        letterhead=spec.letterhead,
    )


_LIST = "waivers"
"""The key that the list is put under, so that it is checked like every other part of a tree."""


def load_waivers_file(
    path: str | os.PathLike[str], *, shown: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> tuple[Waiver, ...]:
    """Return the waivers in the file at *path*, none where the file says nothing.

    *shown* is the path as findings name it. Raises WaiversError with every finding.
    """
    return waivers_in(read_file(path, limits, WaiversError, shown), limits=limits)


def waivers_in(file: SourceFile, *, limits: Limits = DEFAULT_LIMITS) -> tuple[Waiver, ...]:
    """Return the waivers in a *file* that was read; raises WaiversError likewise."""
    waivers, findings = _waivers_read(file, limits)
    if not any_error(findings):
        return waivers
    from kediri_index.definition.corrections import as_meant  # noqa: PLC0415 - only of faults

    def read_again(one: SourceFile) -> list[Finding]:
        return _waivers_read(one, limits)[1]

    raise WaiversError(told(as_meant(file, None, findings, read_again, limits), limits))


def _waivers_read(file: SourceFile, limits: Limits) -> tuple[tuple[Waiver, ...], list[Finding]]:
    """Return the waivers in *file*, none where any is faulty, and every finding."""
    root, found = read_tree(file.data, file.path, limits)
    findings = list(found)
    if root is None and not findings:
        return (), []
    if root is not None and not isinstance(root, MarkedSequence):
        findings.append(Finding.at_mark("D601", root.mark))
    foreign = said_of_foreign(root, findings, file, fields_of(WaiverSpec))
    if foreign is not None:
        raise WaiversError(foreign)
    if not isinstance(root, MarkedSequence):
        return (), findings
    key = MarkedScalar.at(root.mark, _LIST)
    tree = MarkedMapping(root.mark, {_LIST: Entry(key, root)})
    findings += _check_waivers(tree)
    spec, faults = read(WaiversSpec, tree)
    findings += faults
    if spec is None or any_error(findings):
        return (), findings
    placed = zip(spec.waivers, tree.mappings(_LIST), strict=True)
    return tuple(_waiver(one, node) for one, node in placed), findings


def _check_waivers(tree: MarkedMapping) -> Iterator[Finding]:
    """Yield codes that are none, and waivers that stand twice, whatever else is wrong with them."""
    seen: dict[tuple[str, ...], Mark] = {}
    codes = Names(CATALOGUE)
    for node in tree.mappings(_LIST):
        code, place = node.text("code"), node.mapping("place")
        if code is None:
            continue
        if code not in CATALOGUE:
            yield Finding.at_mark("D602", node.place("code"), code, near=codes.suggest(code))
        elif place is not None and place.text("file") is not None:
            parts = tuple(place.text(part) or "" for part in ("file", "sheet", "cell"))
            file, sheet, cell = parts
            key = (code, file, sheet, cell.upper())
            if key in seen:
                said = Source(file, sheet or None, cell or None).seen_from("")
                yield Finding.at_mark(
                    "D603", node.place("code"), code, place=said, first=str(seen[key])
                )
            seen.setdefault(key, node.place("code"))


def _waiver(spec: WaiverSpec, node: MarkedMapping) -> Waiver:
    return Waiver(
        spec.code,
        Source(spec.place.file, spec.place.sheet, spec.place.cell),
        spec.reason,
        spec.who,
        spec.until,
        node.place("code"),
        node.place("until"),
    )

"""One definition on top of another: the chain of ``extends``, merged by id to one tree."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PureWindowsPath
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.definition.faults import said_of_foreign
from kediri_index.definition.library import (
    FORMAT_KEY,
    FolderCopy,
    exists,
    file_bytes,
    folders_upward,
    is_path,
    known_ids,
    paths_of,
    shipped_folder,
)
from kediri_index.definition.reading import fields_of
from kediri_index.definition.source import (
    BOOLEANS,
    Entry,
    MarkedMapping,
    MarkedScalar,
    MarkedSequence,
    Node,
    Source,
    read_source,
    seen,
)
from kediri_index.definition.specs import DefinitionSpec
from kediri_index.model.dataset import SourceFile
from kediri_index.model.findings import Finding, Mark
from kediri_index.model.limits import Limits
from kediri_index.model.text import Names, Suggestion, suggest
from kediri_index.project_folder import is_outside_allowed, project_folder, reaches_out

DROP = "drop"
_SUPERSEDED = "superseded_by"
_TRANSLATIONS = {"name": ("name_en", "name_id"), "title": ("title_en", "title_id")}


def merged(base: MarkedMapping | None, child: MarkedMapping) -> tuple[MarkedMapping, list[Finding]]:
    """Return *child* over *base*, and the faults of what *child* drops.

    Groups of one parent, indicators, kinds and tags are matched by id, other mappings key by key;
    every other value of *child* replaces that of *base*. Neither tree is changed.
    """
    return _Merge(child).over(base or MarkedMapping(child.mark))


class _Merge:
    def __init__(self, child: MarkedMapping) -> None:
        self.child = child
        self.findings: list[Finding] = []
        self.dropped_groups: set[str] = set()

    def over(self, base: MarkedMapping) -> tuple[MarkedMapping, list[Finding]]:
        result = _mapping(base, self.child, self._top_value)
        if _SUPERSEDED not in self.child.entries:  # what replaced the base did not replace this one
            result.entries.pop(_SUPERSEDED, None)
        if self.dropped_groups and "indicators" in result.entries:
            self._drop_indicators(result)
        return result, self.findings

    def _top_value(self, key: str, base: Node | None, child: Node) -> Node:
        if key in {"groups", "indicators"} and isinstance(child, MarkedSequence):
            return self._items(base if isinstance(base, MarkedSequence) else None, child)
        if key in {"kinds", "tags"} and isinstance(child, MarkedMapping):
            return self._named(
                base if isinstance(base, MarkedMapping) else MarkedMapping(child.mark), child
            )
        return _value(key, base, child)

    def _items(self, base: MarkedSequence | None, child: MarkedSequence) -> MarkedSequence:
        """Return the items of *child* over those of *base* with the same id.

        Items without an id, and further ones with the same, are kept: the checks refuse them.
        """
        by_id: dict[str, MarkedMapping] = {}
        others: list[Node] = []
        for item in base.items if base else ():
            item_id = _id(item)
            if isinstance(item, MarkedMapping) and item_id and item_id not in by_id:
                by_id[item_id] = item
            else:
                others.append(item)
        bases = dict(by_id)
        own: set[str] = set()
        known = Names(bases)
        for item in child.items:
            item_id = _id(item)
            if not isinstance(item, MarkedMapping) or not item_id:
                others.append(item)
            elif _drops(item):
                self._drop(by_id, item_id, item.place("id"), known)
            elif item_id in own:
                others.append(self._item(bases.get(item_id), item))
            else:
                own.add(item_id)
                by_id[item_id] = self._item(bases.get(item_id), item)
        return MarkedSequence(
            base.mark if base else child.mark,
            [*by_id.values(), *others],
            has_holes=child.has_holes or (base is not None and base.has_holes),
        )

    def _item(self, base: MarkedMapping | None, child: MarkedMapping) -> MarkedMapping:
        if base is None:
            if not {"groups", DROP} & child.entries.keys():
                return child
            return _mapping(MarkedMapping(child.mark), child, self._item_value)
        result = _mapping(base, child, self._item_value)
        if "weight" not in child.entries:
            result.mark = base.mark
        return result

    def _item_value(self, key: str, base: Node | None, child: Node) -> Node:
        if key == "groups" and isinstance(child, MarkedSequence):
            return self._items(base if isinstance(base, MarkedSequence) else None, child)
        return _value(key, base, child)

    def _named(self, base: MarkedMapping, child: MarkedMapping) -> MarkedMapping:
        result = MarkedMapping(base.mark, dict(base.entries), base.holes | child.holes)
        known = Names(base.entries)
        for key, (key_node, value) in child.entries.items():
            if isinstance(value, MarkedMapping) and _drops(value):
                if result.entries.pop(key, None) is None:
                    self._fault("D023", key_node.mark, key, near=known.suggest(key))
            else:
                old = result.entries.get(key)
                node = _value(key, old.value if old else None, value)
                result.entries[key] = Entry(key_node, node)
        return result

    def _drop(
        self, by_id: dict[str, MarkedMapping], item_id: str, mark: Mark, known: Names
    ) -> None:
        item = by_id.pop(item_id, None)
        if item is None:
            self._fault("D023", mark, item_id, near=known.suggest(item_id))
            return
        pending = [item]
        while pending:
            group = pending.pop()
            self.dropped_groups.add(group.text("id") or "")
            pending.extend(group.mappings("groups"))

    def _drop_indicators(self, result: MarkedMapping) -> None:
        """Take out what stood in dropped groups, except what this file itself puts there."""
        gone = self.dropped_groups - group_ids(result)
        restated = {
            item.text("id") for item in self.child.mappings("indicators") if "in" in item.entries
        }
        entry = result.entries["indicators"]
        if not isinstance(entry.value, MarkedSequence):
            return
        kept = [
            item
            for item in entry.value.items
            if not isinstance(item, MarkedMapping)
            or item.text("in") not in gone
            or item.text("id") in restated
        ]
        value = MarkedSequence(entry.value.mark, kept, entry.value.has_holes)
        result.entries["indicators"] = Entry(entry.key, value)

    def _fault(self, code: str, mark: Mark, value: str, **params: object) -> None:
        self.findings.append(Finding.at_mark(code, mark, value, None, **params))


def _mapping(
    base: MarkedMapping, child: MarkedMapping, merge: Callable[[str, Node | None, Node], Node]
) -> MarkedMapping:
    """Return *child* over *base*, each value of *child* merged over that of *base*."""
    result = MarkedMapping(child.mark, dict(base.entries), base.holes | child.holes)
    for main, translations in _TRANSLATIONS.items():
        if child.text(main) not in {None, base.text(main)}:
            for key in translations:  # an old translation of a new name would be wrong
                result.entries.pop(key, None)
    for key, (key_node, value) in child.entries.items():
        if key == DROP and isinstance(value, MarkedScalar) and BOOLEANS.get(value.text) is False:
            continue
        old = base.entries.get(key)
        result.entries[key] = Entry(key_node, merge(key, old.value if old else None, value))
    return result


def _value(key: str, base: Node | None, child: Node) -> Node:
    if not isinstance(child, MarkedMapping) or not isinstance(base, MarkedMapping):
        return child
    if key == "score" and "method" in child.entries:  # parameters belong to their method
        return child
    if key in {"aggregate", "aggregate_top"}:  # likewise
        return child
    return _mapping(base, child, _value)


def _id(item: Node) -> str | None:
    return item.text("id") if isinstance(item, MarkedMapping) else None


def _drops(item: MarkedMapping) -> bool:
    return BOOLEANS.get(item.text(DROP) or "", False)


def group_ids(tree: MarkedMapping) -> set[str]:
    """Return the ids of all groups of *tree*, with an empty one where a group has none."""
    found: set[str] = set()
    pending = tree.mappings("groups")
    while pending:
        group = pending.pop()
        found.add(group.text("id") or "")
        pending.extend(group.mappings("groups"))
    return found


FORMAT = "1"
EXTENDS = "extends"


Texts = Mapping[str, str]
"""Texts by the path of their file, as it is shown."""
NO_TEXTS: Texts = MappingProxyType({})


class Merged(NamedTuple):
    """One tree of a chain of *files*: a definition's own, then those of what it extends.

    There is no tree where the findings leave none.
    """

    root: MarkedMapping | None
    findings: tuple[Finding, ...]
    files: tuple[SourceFile, ...] = ()


class _File(NamedTuple):
    path: Path
    shown: str
    copy: FolderCopy | None = None
    within: Path | None = None
    """The project that a base named by its path must lie in."""


def resolved_source(
    path: Path,
    shown: str,
    limits: Limits,
    copy: FolderCopy | None = None,
    texts: Texts = NO_TEXTS,
) -> Merged:
    """Return the tree of the definition at *path* with all that it extends merged in.

    The tree remembers nothing of ``extends``; its places point into the file that says the value.
    What *path* extends is looked for in the *copy* that it lies in, where there is one. Of *texts*,
    those of the files that are read are taken in place of what the files hold.
    """
    chain = [_File(path, shown, copy)]

    def last() -> SourceFile | Finding:
        file = chain[-1]
        data = file_bytes(file.path, file.shown, limits, file.within)
        return data if isinstance(data, Finding) else SourceFile(file.shown, data)

    def named(reference: MarkedScalar) -> SourceFile | Finding:
        base = _base(reference, chain, limits)
        if isinstance(base, Finding):
            return base
        chain.append(base)
        return last()

    return _stacked(last(), named, limits, texts)


def layered_source(files: Sequence[SourceFile], limits: Limits, texts: Texts = NO_TEXTS) -> Merged:
    """Return the same of *files* that were read: a definition, then what each one extends.

    Nothing is looked up: what the last of them extends is not there, what stands behind one that
    extends nothing is passed over.
    """
    others = iter(files[1:])

    def named(reference: MarkedScalar) -> SourceFile | Finding:
        absent = Finding.at_mark("D020", reference.mark, reference.text, near=Suggestion(None))
        return next(others, absent)

    return _stacked(files[0], named, limits, texts)


def _stacked(
    first: SourceFile | Finding,
    named: Callable[[MarkedScalar], SourceFile | Finding],
    limits: Limits,
    texts: Texts,
) -> Merged:
    """Return one tree of the *first* file and what it extends; *named* gives that, or its fault."""
    layers: list[MarkedMapping] = []
    findings: list[Finding] = []
    files: list[SourceFile] = []
    file = first
    while not isinstance(file, Finding):
        files.append(file)
        layer = _layer(file, limits, texts)
        findings += layer.findings
        if layer.root is None:
            return Merged(None, tuple(findings), tuple(files))
        layers.append(layer.root)
        reference = _reference(layer.root)
        if reference is None:
            break
        if isinstance(reference, Finding):
            file = reference
        elif len(files) > limits.extends:
            file = Finding.at_mark("D022", reference.mark, reference.text, limit=limits.extends)
        else:
            file = named(reference)
    else:
        return Merged(None, (*findings, file), tuple(files))
    tree: MarkedMapping | None = None
    for own in reversed(layers):
        tree, faults = merged(tree, own)
        findings += faults
    return Merged(tree, tuple(findings), tuple(files))


def base_path(path: Path, reference: str, limits: Limits) -> Path | None:
    """Return the file that *reference* in the definition at *path* names, if exactly one."""
    file = _File(path, str(path))
    if is_path(reference) and _reaches_out(file, reference, _project(file)):
        return None
    found = _candidates(file, reference, limits)
    return found[0] if len(found) == 1 else None


def _layer(file: SourceFile, limits: Limits, texts: Texts) -> Source:
    """Return one file's own tree, or none where it is of a format that is not known."""
    if file.path in texts:
        file = SourceFile(file.path, texts[file.path].encode())
    source = read_source(file.data, file.path, limits)
    if source.root is None or FORMAT_KEY not in source.root.entries:
        known = fields_of(DefinitionSpec)
        foreign = said_of_foreign(source.root, source.findings, file, known)
        if foreign is not None:
            return Source(None, foreign)
    if source.root is None:
        return source
    root = source.root
    findings = list(source.findings)
    number = root.get(FORMAT_KEY)
    if number is None:
        if FORMAT_KEY not in root.holes:
            findings.append(Finding.at_mark("D101", root.mark, key=FORMAT_KEY))
        key = MarkedScalar.at(root.mark, FORMAT_KEY)
        root.entries[FORMAT_KEY] = Entry(key, MarkedScalar.at(root.mark, FORMAT))
    elif not isinstance(number, MarkedScalar) or number.text != FORMAT:
        fault = Finding.at_mark("D030", number.mark, seen(number), known=FORMAT)
        return Source(None, (*findings, fault))
    if EXTENDS in root.entries and not {"id"} & {*root.entries, *root.holes}:
        findings.append(Finding.at_mark("D101", root.mark, key="id"))
    return Source(root, tuple(findings))


def _base(named: MarkedScalar, chain: Sequence[_File], limits: Limits) -> _File | Finding:
    """Return the file that the last of *chain* extends, or what is wrong with its name."""
    file, reference, mark = chain[-1], named.text, named.mark
    project = None
    if is_path(reference):
        project = _project(file)
        if _reaches_out(file, reference, project):
            return Finding.at_mark("D280", mark, reference)
    found = _candidates(file, reference, limits)
    if len(found) != 1:
        return _not_one(found, reference, file, mark, limits)
    base = found[0]
    if base.resolve() in {one.path.resolve() for one in chain}:
        return Finding.at_mark("D021", mark, reference, files=tuple(one.shown for one in chain))
    return _File(base, _shown(base, file), file.copy, project)


def _project(file: _File) -> Path:
    """Return the folder that a base of *file* lies in: its project, else where the file lies."""
    if file.copy is not None and file.path.is_relative_to(file.copy.top):
        return file.copy.top
    folder = file.path.absolute().parent
    return project_folder(folder) or folder


def _reaches_out(file: _File, reference: str, project: Path) -> bool:
    if is_outside_allowed():
        return False
    if PureWindowsPath(reference).anchor and not Path(reference).is_absolute():
        return True  # a drive, a share or a device of Windows, wherever this runs
    folder = file.path.parent
    places = [folder / reference, Path(os.path.realpath(folder)) / reference]
    if file.copy is not None and Path(reference).is_absolute():
        places = [file.copy.of(places[0]) or places[0]]
    return all(reaches_out(place, project) for place in places)


def _reference(tree: MarkedMapping) -> MarkedScalar | Finding | None:
    """Take ``extends`` out of *tree* and return what it says, or what is wrong with it."""
    entry = tree.entries.pop(EXTENDS, None)
    if entry is None:
        return None
    if not isinstance(entry.value, MarkedScalar) or entry.value.is_null:
        return Finding.at_mark("D103", entry.value.mark, seen(entry.value), key=EXTENDS)
    return entry.value


def _not_one(found: list[Path], reference: str, file: _File, mark: Mark, limits: Limits) -> Finding:
    if found:
        names = tuple(candidate.name for candidate in found)
        return Finding.at_mark("D024", mark, reference, files=names)
    folders = () if is_path(reference) else _folders(file)
    return Finding.at_mark(
        "D020", mark, reference, near=suggest(reference, known_ids(folders, limits))
    )


def _candidates(file: _File, reference: str, limits: Limits) -> list[Path]:
    if is_path(reference):
        base = file.path.parent / reference
        if file.copy is not None:
            return file.copy.candidates(base, reference)
        return [base] if exists(base) else []
    return paths_of(reference, _folders(file), limits)


def _folders(file: _File) -> tuple[Path, ...]:
    """Return where a definition looks for others by id: beside it, upward, the shipped ones."""
    folder = file.path.absolute().parent
    upward = folders_upward(folder) if file.copy is None else file.copy.folders_upward(folder)
    return (folder, *upward, shipped_folder())


def _shown(base: Path, file: _File) -> str:
    """Return the name of *base* beside that of the file which extends it."""
    if file.copy is not None:
        return file.copy.shown(base)
    folder = Path(file.shown).parent
    try:
        return str(folder / base.absolute().relative_to(file.path.absolute().parent))
    except ValueError:
        return str(base)

"""One definition on top of another: the chain of ``extends``, found and merged to one tree."""

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
from kediri_index.definition.merging import merged
from kediri_index.definition.shapes import fields_of
from kediri_index.definition.source import (
    Entry,
    MarkedMapping,
    MarkedScalar,
    SourceTree,
    read_source,
    seen,
)
from kediri_index.definition.specs import DefinitionSpec
from kediri_index.model.dataset import SourceFile
from kediri_index.model.findings import Finding, Mark
from kediri_index.model.limits import Limits
from kediri_index.model.text import Suggestion, suggest
from kediri_index.project_folder import is_outside_allowed, project_folder, reaches_out

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
        if file.path in texts:
            file = SourceFile(file.path, texts[file.path].encode())
        files.append(file)
        layer = _layer(file, limits)
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


def _layer(file: SourceFile, limits: Limits) -> SourceTree:
    """Return one file's own tree, or none where it is of a format that is not known."""
    source = read_source(file.data, file.path, limits)
    if source.root is None or FORMAT_KEY not in source.root.entries:
        known = fields_of(DefinitionSpec)
        foreign = said_of_foreign(source.root, source.findings, file, known)
        if foreign is not None:
            return SourceTree(None, foreign)
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
        return SourceTree(None, (*findings, fault))
    if EXTENDS in root.entries and not {"id"} & {*root.entries, *root.holes}:
        findings.append(Finding.at_mark("D101", root.mark, key="id"))
    return SourceTree(root, tuple(findings))


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

"""Loading a definition: everything that is wrong with it at once."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kediri_index.definition.build import definition_of
from kediri_index.definition.checks import check_draft
from kediri_index.definition.draft import Draft, draft_of
from kediri_index.definition.extends import Merged, layered_source, resolved_source
from kediri_index.definition.files import DEFAULT_LIMITS
from kediri_index.definition.folder_copy import FolderCopy
from kediri_index.definition.merging import group_ids
from kediri_index.definition.nodes import MarkedMapping
from kediri_index.definition.reading import read
from kediri_index.definition.specs.definition import DefinitionSpec
from kediri_index.definition.told import told, usable
from kediri_index.errors import DefinitionError
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.source_file import SourceFile


class Loaded(NamedTuple):
    """A definition, what is doubtful about it, and the draft that it was built of.

    *files* are the definition's own and those of what it extends, as they were read.
    """

    definition: Definition
    findings: tuple[Finding, ...]
    draft: Draft
    files: tuple[SourceFile, ...] = ()

    @property
    def tree(self) -> MarkedMapping:
        """The tree that the definition was read from, with all that it extends."""
        return self.draft.tree


def load_definition_file(
    path: str | os.PathLike[str],
    *,
    shown: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    copy: FolderCopy | None = None,
) -> Loaded:
    """Return the definition in the file at *path*, with all that it extends.

    *shown* is the path as findings and outputs name it; *copy* is the copy of an earlier state
    that the file lies in. Raises DefinitionError with every finding
    if any of them is an error.
    """
    name = str(path) if shown is None else shown
    return _loaded(resolved_source(Path(path), name, limits, copy), name, limits)


def load_definition_sources(
    files: Sequence[SourceFile], *, limits: Limits = DEFAULT_LIMITS
) -> Loaded:
    """Return the definition in the first of *files*; the others are what it extends, in order.

    No file is opened. Raises DefinitionError likewise.
    """
    return _loaded(layered_source(files, limits), files[0].path, limits)


def _loaded(source: Merged, name: str, limits: Limits) -> Loaded:
    findings = list(source.findings)
    if source.root is None:
        raise DefinitionError(told(findings, limits))
    names = frozenset(group_ids(source.root))
    spec, faults = read(DefinitionSpec, source.root)
    findings += faults
    if spec is None:
        raise DefinitionError(told(findings, limits))
    draft = draft_of(spec, source.root, names)
    findings += check_draft(draft)
    checked = usable(findings, limits)
    return Loaded(definition_of(draft, name), checked, draft, source.files)

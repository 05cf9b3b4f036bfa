"""Loading a file of waivers: everything that is wrong with it at once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from kediri_index.definition.files import DEFAULT_LIMITS, file_bytes
from kediri_index.definition.nodes import Entry, MarkedMapping, MarkedScalar, MarkedSequence
from kediri_index.definition.reading import read
from kediri_index.definition.recognised import said_of_foreign
from kediri_index.definition.source import read_tree
from kediri_index.definition.specs.fields import fields_of
from kediri_index.definition.specs.waivers import WaiverSpec, WaiversSpec
from kediri_index.definition.told import told, usable
from kediri_index.errors import WaiversError
from kediri_index.messages.catalogue import CATALOGUE
from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.nearest import Names
from kediri_index.model.places import Mark, Source
from kediri_index.model.source_file import SourceFile
from kediri_index.model.waivers import Waiver

_LIST = "waivers"
"""The key that the list is put under, so that it is checked like every other part of a tree."""


def load_waivers_file(
    path: str | os.PathLike[str], *, shown: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> tuple[Waiver, ...]:
    """Return the waivers in the file at *path*, none where the file says nothing.

    *shown* is the path as findings name it. Raises WaiversError with every finding.
    """
    name = str(path) if shown is None else shown
    data = file_bytes(Path(path), name, limits)
    if isinstance(data, Finding):
        raise WaiversError((data,))
    return waivers_in(SourceFile(name, data), limits=limits)


def waivers_in(file: SourceFile, *, limits: Limits = DEFAULT_LIMITS) -> tuple[Waiver, ...]:
    """Return the waivers in a *file* that was read; raises WaiversError likewise."""
    name, data = file
    root, found = read_tree(data, name, limits)
    findings = list(found)
    if root is None and not findings:
        return ()
    if root is not None and not isinstance(root, MarkedSequence):
        findings.append(Finding.at_mark("D601", root.mark))
    foreign = said_of_foreign(root, findings, file, fields_of(WaiverSpec))
    if foreign is not None:
        raise WaiversError(foreign)
    if not isinstance(root, MarkedSequence):
        raise WaiversError(told(findings, limits))
    key = MarkedScalar.at(root.mark, _LIST)
    tree = MarkedMapping(root.mark, {_LIST: Entry(key, root)})
    findings += _check(tree)
    spec, faults = read(WaiversSpec, tree)
    usable([*findings, *faults], limits, WaiversError)
    listed = () if spec is None else spec.waivers
    nodes = tree.mappings(_LIST)
    return tuple(_waiver(one, node) for one, node in zip(listed, nodes, strict=True))


def _check(tree: MarkedMapping) -> Iterator[Finding]:
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

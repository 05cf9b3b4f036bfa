"""Which parts a package holds and how they are found: by relationship, not by name."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import NamedTuple

from kediri_index.model.findings import Finding
from kediri_index.workbook.reading.package import Package
from kediri_index.workbook.reading.refusal import RefusedError
from kediri_index.workbook.reading.xml_part import PartReader, read_part, tags_in

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PURL = "http://purl.oclc.org/ooxml/package"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."


class Relation(NamedTuple):
    """What a part refers to: *kind* is the last word of the type, *target* a part's name."""

    kind: str
    target: str


class _Relations(PartReader):
    __slots__ = ("_folder", "found")
    root = "Relationships"
    tags = tags_in(
        (f"{_PACKAGE}/relationships", f"{_PURL}/relationships"), "Relationships", "Relationship"
    )

    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder = folder
        self.found: dict[str, Relation] = {}

    def start(self, name: str, attributes: Mapping[str, str], /) -> None:
        self.depth += 1
        if self.tags.get(name) != "Relationship" or attributes.get("TargetMode") == "External":
            return
        kind = self.keep(attributes.get("Type", "").rpartition("/")[2])
        target = self.keep(attributes.get("Target", "").replace("\\", "/"))
        id_ = self.keep(attributes.get("Id", ""))
        self.found[id_] = Relation(kind, _resolved(self._folder, target))

    def held(self) -> int:
        return len(self.found)


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def relations_of(package: Package, part: str) -> dict[str, Relation]:
    """Return by id what *part* refers to (the package itself for an empty name)."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in package:
        return {}
    reader = _Relations(folder)
    read_part(package, relations, reader)
    return {id_: _unquoted(package, relation) for id_, relation in reader.found.items()}


def _unquoted(package: Package, relation: Relation) -> Relation:
    """Return *relation* with its target's percent signs decoded where only that is a part."""
    if "%" not in relation.target or relation.target in package:
        return relation
    from urllib.parse import unquote  # noqa: PLC0415 - slow to import, rarely needed

    unquoted = unquote(relation.target)
    return relation._replace(target=unquoted) if unquoted in package else relation


def workbook_part(package: Package) -> str:
    """Return the name of the workbook's own part; raises :class:`RefusedError` without one."""
    if _is_open_document(package):
        raise RefusedError(Finding("F120", file=package.path))
    named = [r.target for r in relations_of(package, "").values() if r.kind == "officeDocument"]
    usual = [*named, "xl/workbook.xml", "xl/workbook.bin"]
    alone = [part for part in package.parts if posixpath.basename(part) == "workbook.xml"]
    found = [part for part in usual if part in package] or alone
    if not found or (found is alone and len(alone) > 1):
        raise RefusedError(Finding("F122", file=package.path))
    if found[0].lower().endswith(".bin"):
        raise RefusedError(Finding("F121", file=package.path))
    return found[0]


def _is_open_document(package: Package) -> bool:
    mimetype = package.start_of("mimetype")
    return mimetype.startswith(_OPEN_DOCUMENT) or (
        "content.xml" in package and "meta-inf/manifest.xml" in package
    )

"""What a workbook carries besides cells that a program may run or fetch when it opens the file."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import Final

from kediri_index.model.findings import Finding
from kediri_index.workbook.reading.package import Package
from kediri_index.workbook.reading.refusal import RefusedError
from kediri_index.workbook.reading.relationships import Relation, relations_of

_NAMED: Final = 5
_CODES: Final = {
    "vbaProject": "F240",
    "oleObject": "F241",
    "package": "F241",
    "control": "F241",
    "activeXControlBinary": "F241",
    "externalLink": "F242",
    "connections": "F243",
    "queryTable": "F243",
}
"""The finding about a part, by the kind of the relation to it."""
_OF_NAMES: Final = (
    ("vbaproject", "F240"),
    ("embeddings/", "F241"),
    ("activex/", "F241"),
    ("externallinks/externallink", "F242"),
    ("connections.xml", "F243"),
    ("querytables/", "F243"),
)
"""The same for a part that nothing refers to, by what is in its name."""
_LINK_TO_WORKBOOK: Final = b"externalBook"


def carried_parts(package: Package, relations: Mapping[str, Relation]) -> Iterator[Finding]:
    """Yield a finding for each kind of part; *relations* are those of the workbook's own part."""
    found: dict[str, list[str]] = {}
    for part, code in _coded(package, relations).items():
        to_program = code == "F242" and not _is_link_to_workbook(package, part)
        found.setdefault("F243" if to_program else code, []).append(part)
    for code, parts in sorted(found.items()):
        params = {"parts": tuple(sorted(parts)[:_NAMED]), "count": len(parts)}
        yield Finding(code, file=package.path, params=params)


def _coded(package: Package, relations: Mapping[str, Relation]) -> dict[str, str]:
    """Return the parts that are there with their findings."""
    found = {}
    for part in package.parts:
        code = next((code for name, code in _OF_NAMES if name in part), None)
        if code is not None and not part.endswith((".rels", "/")):
            found[part] = code
    for relation in (*relations.values(), *_of_other_parts(package)):
        code = _CODES.get(relation.kind)
        if code is not None and relation.target in package:
            found[relation.target.lower()] = code
    return found


def _is_link_to_workbook(package: Package, part: str) -> bool:
    """Return whether a link leads to a workbook, not to another program (DDE, OLE).

    A damaged part is no reason to refuse the file: its cells are read without it.
    """
    try:
        return _LINK_TO_WORKBOOK in package.start_of(part)
    except RefusedError:
        return False


def _of_other_parts(package: Package) -> Iterator[Relation]:
    """Yield what sheets, drawings and the like refer to; unreadable relations refer to nothing."""
    for part in package.parts:
        folder, name = posixpath.split(part)
        above, rels = posixpath.split(folder)
        if rels == "_rels" and above and name.endswith(".rels") and name != "workbook.xml.rels":
            try:
                related = relations_of(package, posixpath.join(above, name.removesuffix(".rels")))
            except RefusedError:
                continue
            yield from related.values()

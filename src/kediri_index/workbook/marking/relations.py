"""What parts refer to and what they are, changed: relations, and the list of content types."""

from __future__ import annotations

import posixpath
from typing import Final

from kediri_index.workbook.marking.edited_package import EditedPackage
from kediri_index.workbook.marking.xml_text import Element, escaped

TRANSITIONAL: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "[Content_Types].xml"
_ID: Final = "rIdKediri{}"


def relations_part(part: str) -> str:
    """Return the name of the part that holds what *part* refers to."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relation_base(namespace: str) -> str:
    """Return what types of relations begin with in a workbook of this main *namespace*."""
    return STRICT if "purl.oclc.org" in namespace else TRANSITIONAL


def relate(package: EditedPackage, part: str, kind: str, target: str) -> str:
    """Let *part* refer to the part *target* by a relation of the type *kind*; return its id."""
    name = relations_part(part)
    if name not in package:
        head = f'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="{_RELATIONS}">'
        package.create(name, f"{head}</Relationships>".encode())
    root = package.tree(name)
    ids = {one.attributes.get("Id") for one in root.children}
    number = 1
    while _ID.format(number) in ids:
        number += 1
    id_ = _ID.format(number)
    said = f'Id="{id_}" Type="{kind}" Target="/{escaped(_quoted(target))}"'
    entry = f"<{root.prefix}Relationship {said}/>"
    package.edit(name, [root.append(entry.encode())])
    return id_


def unrelate(package: EditedPackage, part: str, *ids: str) -> None:
    """Take out what *part* refers to by *ids*; its list of relations too, if nothing is left."""
    name = relations_part(part)
    if name not in package:
        return
    root = package.tree(name)
    gone = [one for one in root.children if one.attributes.get("Id") in ids]
    if len(gone) == len(root.children):
        package.remove(name)
    else:
        package.edit(name, [one.remove() for one in gone])


def declare(package: EditedPackage, part: str, content_type: str) -> None:
    """Say what *part* is; a package that says it of none says it of this neither."""
    if _TYPES not in package:
        return
    root = package.tree(_TYPES)
    name = escaped(_quoted(part))
    entry = f'<{root.prefix}Override PartName="/{name}" ContentType="{content_type}"/>'
    package.edit(_TYPES, [root.append(entry.encode())])


def drop(package: EditedPackage, part: str) -> None:
    """Take out *part*, what it refers to by a list of its own, and what is said of it."""
    if part in package:
        package.remove(part)
    if relations_part(part) in package:
        package.remove(relations_part(part))
    if _TYPES in package:
        root = package.tree(_TYPES)
        gone = [one.remove() for one in root.named("Override") if _names(one, part)]
        package.edit(_TYPES, gone)


def _names(override: Element, part: str) -> bool:
    said = override.attributes.get("PartName", "").lstrip("/").lower()
    return said in {part.lower(), _quoted(part).lower()}


def _quoted(part: str) -> str:
    from urllib.parse import quote  # noqa: PLC0415 - slow to import, and only marking needs it

    return quote(part, safe="/()!$&'*+,;=:@")

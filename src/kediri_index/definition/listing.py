"""The definitions that a project and the package have, each in a line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from kediri_index.definition.extends import EXTENDS, base_path
from kediri_index.definition.files import DEFAULT_LIMITS, shipped_folder
from kediri_index.definition.find import Origin, shown_path
from kediri_index.definition.library import Header, folders_upward, header_of, headers_in
from kediri_index.model.language import Label
from kediri_index.model.limits import Limits


class Listed(NamedTuple):
    """What is said of a definition at its top; *path* as people know it."""

    id: str
    version: str | None
    status: str | None
    title: Label | None
    path: str
    origin: Origin
    superseded_by: str | None = None


def list_definitions(folder: Path, limits: Limits = DEFAULT_LIMITS) -> tuple[Listed, ...]:
    """Return the project's definitions, nearest to *folder* first, then the shipped ones.

    A file that is no definition is passed over; one with faults is listed all the same. An id
    that a nearer folder has hides those further off, as it does when a definition is looked up.
    """
    listed: dict[Path, Listed] = {}
    hidden: set[str] = set()
    shipped = shipped_folder()
    for config in (*folders_upward(folder), shipped):
        origin = Origin.PACKAGE if config == shipped else Origin.PROJECT
        for header in headers_in(config, limits):
            if header.id in hidden:
                continue
            texts = _inherited(header, limits)
            entry = Listed(
                id=header.id,
                version=texts.get("version"),
                status=texts.get("status"),
                title=_title(texts),
                path=shown_path(header.path, folder),
                origin=origin,
                superseded_by=header.texts.get("superseded_by"),
            )
            listed.setdefault(header.path.resolve(), entry)
        hidden |= {entry.id for entry in listed.values()}
    return tuple(listed.values())


def _title(texts: Mapping[str, str]) -> Label | None:
    title = texts.get("title")
    return None if title is None else Label(title, texts.get("title_id"), texts.get("title_en"))


def _inherited(header: Header, limits: Limits) -> dict[str, str]:
    """Return the texts of *header*, and those that it takes over from what it extends."""
    texts = dict(header.texts)
    current: Header | None = header
    for _ in range(limits.extends):
        reference = current.texts.get(EXTENDS) if current else None
        if current is None or reference is None:
            break
        path = base_path(current.path, reference, limits)
        current = header_of(path, limits) if path else None
        theirs = dict(current.texts) if current else {}
        if "title" in texts:  # a new title has lost its translations
            theirs = {key: said for key, said in theirs.items() if not key.startswith("title")}
        texts = theirs | texts
    return texts

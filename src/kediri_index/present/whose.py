"""Whose result it is, when, and by which definition: as every screen and page begins."""

from __future__ import annotations

from kediri_index.messages.texts import text
from kediri_index.model.basis import Basis
from kediri_index.model.definition import Definition
from kediri_index.model.language import Language

_HASH_SHOWN = 12


def unit_and_year(unit: str | None, year: int | None, language: Language) -> str:
    """Return whose result it is, and of when: ``Kota Kediri · 2022``."""
    name = unit or text("unit-unknown", language)
    return f"{name} · {year}" if year else name


def about_definition(definition: Definition, language: Language) -> str:
    """Return the definition's title, version and status."""
    version = text("version", language, version=definition.version)
    status = text(f"status.{definition.status.value}", language)
    return f"{definition.title.in_language(language)}, {version}, {status}"


def about_version(definition: Definition, language: Language) -> str:
    """Return by which definition, to the hash of its meaning."""
    sha256 = definition.sha256[:_HASH_SHOWN]
    return text(
        "definition-line", language, id=definition.id, version=definition.version, sha256=sha256
    )


def own_basis(basis: Basis | None, language: Language) -> str | None:
    """Return that a score is self-assessed, wholly or in part; None where it is not."""
    if basis is None or basis is Basis.ASSESSOR:
        return None
    return text(f"basis.{basis.value}", language)

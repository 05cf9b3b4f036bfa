"""What a verification came to, in words: the same for a screen and for Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.messages.numbers import localised
from kediri_index.messages.texts import text
from kediri_index.model.bundle import Compared, Verified
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language


def title_of(verified: Verified, language: Language) -> str:
    """Return the archive and the program that made it."""
    if verified.made_by is None:
        return verified.path
    made_by = text("verify.made-by", language, version=verified.made_by)
    return f"{verified.path} · {made_by}"


def subject_of(verified: Verified, language: Language) -> str:
    """Return whose scores it holds and by which definition; nothing where that is not known."""
    definition = verified.definition
    if definition is None:
        return ""
    named = text("verify.definition", language, id=definition.id, version=definition.version)
    score = localised(verified.score or "", language)
    parts = (verified.unit, verified.year, score, named)
    return " · ".join(str(part) for part in parts if part)


def counts_of(verified: Verified, language: Language) -> Iterator[tuple[str, str, bool]]:
    """Yield what was held against what is kept, how that came out in words, and whether well."""
    computed = ("figures", verified.figures), ("findings", verified.said)
    always = ("members", verified.members), ("cells", verified.cells)
    for what, compared in (*always, *(computed if verified.definition else ())):
        said = text(f"verify.{what}", language)
        yield said, _counted(compared, language), not compared.different


def causes_first(verified: Verified) -> tuple[Finding, ...]:
    """Return the findings, those at a cell before what follows from them."""
    return tuple(sorted(verified.findings, key=lambda one: one.cell is None))


def verdict(verified: Verified, language: Language) -> str:
    """Return in one sentence what it all comes to."""
    if verified.definition is None:
        return text("verify.not-computed", language)
    if not verified.is_same:
        return text("verify.differs", language)
    return text("verify.same", language, count=verified.figures.compared)


def _counted(compared: Compared, language: Language) -> str:
    count, different = compared
    if different:
        key = "verify.some" if count >= different else "verify.added"
        return text(key, language, different=different, count=count)
    return text("verify.all-same" if count else "verify.none", language, count=count)

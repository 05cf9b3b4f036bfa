"""What a verification came to, in words: the same for a screen and for Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index import __version__
from kediri_index.messages.numbers import localised
from kediri_index.messages.texts import text
from kediri_index.model.bundle import Compared, Verdict, Verified
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


def recorded(verified: Verified, language: Language) -> str:
    """Return what the archive records of its call, which nothing can prove; or nothing."""
    call, hints = verified.call, verified.call.hints
    options = {
        "unit": hints.unit,
        "year": hints.year,
        "decimal": hints.decimal_mark,
        "value": None if call.value is None else call.value.value,
        "target": call.target,
    }
    said = [f"--{name} {value}" for name, value in options.items() if value is not None]
    said += [f"--limit {name}={limit}" for name, limit in call.limits.items()]
    flags = {"--allow-errors": call.allow_errors, "--detail": call.detail}
    said += [name for name, is_on in flags.items() if is_on]
    if hints.theirs not in {None, hints.unit}:
        said.append(text("verify.recorded.profile-unit", language, unit=hints.theirs))
    if call.day is not None:
        said.append(text("verify.recorded.day", language, day=call.day.isoformat()))
    if verified.passed_over:
        said.append(text("verify.recorded.passed-over", language, count=verified.passed_over))
    return text("verify.recorded", language, options=" · ".join(said)) if said else ""


def not_compared(verified: Verified, language: Language) -> str:
    """Return which members were not compared byte for byte; nothing where all were."""
    if not verified.not_compared:
        return ""
    return text("verify.not-compared", language, names=", ".join(verified.not_compared))


def verdict(verified: Verified, language: Language) -> str:
    """Return in one sentence what was proven."""
    versions = {"made_by": verified.made_by, "version": __version__}
    count = verified.figures.compared
    if verified.verdict is Verdict.VERIFIED:
        return text("verify.verified", language, count=count, **versions)
    if verified.verdict is Verdict.NOT_VERIFIED:
        if verified.made_by is not None:
            return text("verify.not-verified", language, count=count, **versions)
        versions["made_by"] = next((one.value for one in verified.findings), None)
        return text("verify.later-form", language, **versions)
    if verified.definition is None:
        return text("verify.not-computed", language)
    if verified.made_by != __version__:
        return text("verify.differs-version", language, **versions)
    return text("verify.differs", language)


def _counted(compared: Compared, language: Language) -> str:
    count, different = compared
    if different:
        key = "verify.some" if count >= different else "verify.added"
        return text(key, language, different=different, count=count)
    return text("verify.all-same" if count else "verify.none", language, count=count)

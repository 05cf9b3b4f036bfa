"""What ``verify`` came to: an archive computed again, or published results beside ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kediri_index import __version__
from kediri_index.messages.texts import TEXTS
from kediri_index.messages.values import localised
from kediri_index.model.bundle import (
    CLASS,
    Compared,
    ComputedFrom,
    FigureState,
    Recomputed,
    Verdict,
    Verified,
)
from kediri_index.model.findings import Finding
from kediri_index.present.commands.bundle import call_json
from kediri_index.present.document import (
    Block,
    ColumnKind,
    Document,
    LabelledText,
    LabelledTexts,
    Paragraph,
    Section,
    Table,
    TableOf,
    Tone,
)
from kediri_index.present.envelope import Json, envelope
from kediri_index.present.findings import faults
from kediri_index.present.formats import Presentation

_SIGNS = {
    FigureState.SAME: "✓",
    FigureState.DEVIATES: "≈",
    FigureState.DIFFERS: "✗",
    FigureState.NOT_COMPUTED: "–",
}
_TONES = {FigureState.DEVIATES: Tone.DOUBT, FigureState.DIFFERS: Tone.BAD}


@dataclass(frozen=True)
class VerifyPresentation(Presentation):
    """What computing an archive again came to."""

    verified: Verified

    def document(self) -> Document:
        """Return what was compared, everything that differs, and what it comes to."""
        section = Section("verify", self._title(), tuple(self._blocks()))
        warning = self.say("partial") if self.verified.partial else ""
        return Document(self.language, (section,), warning=warning, end=self._verdict())

    def json(self) -> str:
        """Return the envelope of ``verify FILE``."""
        verified, language = self.verified, self.language
        result: dict[str, Json] = {
            "file": {"path": verified.path, "sha256": verified.sha256},
            "made_by": verified.made_by,
            "same": verified.is_same,
            "recomputed": verified.recomputed,
            "members": verified.members._asdict(),
            "cells": verified.cells._asdict(),
            "figures": verified.figures._asdict(),
            "findings": verified.said._asdict(),
            "verdict": verified.verdict,
            "not_compared": verified.not_compared,
            "recorded": None if verified.made_by is None else call_json(verified.call),
        }
        more: dict[str, Json] = {"partial": True} if verified.partial else {}
        found = verified.findings
        by, inputs = verified.definition, verified.inputs
        return envelope("verify", by, inputs, result, found, language, **more)

    def next(self) -> Iterator[str]:
        """Yield how to see what the first finding means."""
        for first in self._causes_first()[:1]:
            yield self.say("next.explain", code=first.code)

    def _blocks(self) -> Iterator[Block]:
        verified = self.verified
        for said in (self._subject(), self._recorded()):
            if said:
                yield Paragraph(said)
        if verified.made_by:
            yield LabelledTexts(tuple(self._counts()))
        yield from faults(self._causes_first(), self.language)
        if verified.not_compared:
            names = ", ".join(verified.not_compared)
            yield Paragraph(self.say("verify.not-compared", names=names))
        if verified.sha256:
            yield Paragraph(f"sha256 {verified.sha256}", muted=True)

    def _title(self) -> str:
        """Return the archive and the program that made it; nothing where the findings name it."""
        made_by = self.verified.made_by
        if made_by is None:
            return "" if self.verified.findings else self.verified.path
        return f"{self.verified.path} · {self.say('verify.made-by', version=made_by)}"

    def _subject(self) -> str:
        """Return whose scores it holds and by which definition, where that is known."""
        verified, by = self.verified, self.verified.definition
        if by is None:
            return ""
        named = self.say("verify.definition", id=by.id, version=by.version)
        score = localised(verified.score or "", self.language)
        parts = (verified.unit, verified.year, score, named)
        return " · ".join(str(part) for part in parts if part)

    def _counts(self) -> Iterator[LabelledText]:
        """Yield what was held against what is kept, and how that came out."""
        verified = self.verified
        computed = ("figures", verified.figures), ("findings", verified.said)
        always = ("members", verified.members), ("cells", verified.cells)
        for what, compared in (*always, *(computed if verified.definition else ())):
            tone = Tone.BAD if compared.different else Tone.GOOD
            yield LabelledText(self.say(f"verify.{what}"), self._counted(compared), tone=tone)

    def _counted(self, compared: Compared) -> str:
        count, different = compared
        if different:
            key = "verify.some" if count >= different else "verify.added"
            return self.say(key, different=different, count=count)
        return self.say("verify.all-same" if count else "verify.none", count=count)

    def _causes_first(self) -> tuple[Finding, ...]:
        """Return the findings, those at a cell before what follows from them."""
        return tuple(sorted(self.verified.findings, key=lambda one: one.cell is None))

    def _recorded(self) -> str:
        """Return what the archive records of its call, which nothing can prove; or nothing."""
        call, hints = self.verified.call, self.verified.call.hints
        options = {
            "unit": hints.unit,
            "year": hints.year,
            "decimal": hints.decimal_mark,
            "value": call.value,
            "target": call.target,
        }
        said = [f"--{name} {value}" for name, value in options.items() if value is not None]
        said += [f"--limit {name}={limit}" for name, limit in call.limits.items()]
        flags = {"--allow-errors": call.allow_errors, "--detail": call.detail}
        said += [name for name, is_on in flags.items() if is_on]
        if hints.theirs not in {None, hints.unit}:
            said.append(self.say("verify.recorded.profile-unit", unit=hints.theirs))
        if call.day is not None:
            said.append(self.say("verify.recorded.day", day=call.day.isoformat()))
        if self.verified.passed_over:
            said.append(self.say("verify.recorded.passed-over", count=self.verified.passed_over))
        return self.say("verify.recorded", options=" · ".join(said)) if said else ""

    def _verdict(self) -> str:
        """Return in one sentence what was proven."""
        verified = self.verified
        versions = {"made_by": verified.made_by, "version": __version__}
        count = verified.figures.compared
        if verified.verdict is Verdict.VERIFIED:
            return self.say("verify.verified", count=count, **versions)
        if verified.verdict is Verdict.NOT_VERIFIED:
            if verified.made_by is not None:
                return self.say("verify.not-verified", count=count, **versions)
            versions["made_by"] = next((one.value for one in verified.findings), None)
            return self.say("verify.later-form", **versions)
        if verified.definition is None:
            return self.say("verify.not-computed")
        if verified.made_by != __version__:
            return self.say("verify.differs-version", **versions)
        return self.say("verify.differs")


@dataclass(frozen=True)
class PublishedPresentation(Presentation):
    """The published figures beside those computed now, and the findings where they differ."""

    figures: Sequence[Recomputed]
    findings: Sequence[Finding]

    def document(self) -> Document:
        """Return a table for each index, level and source, what deviates and why, the counts."""
        sections = [
            Section(
                f"table-{number}",
                f"{self._index(group[0])} · {self._from(group[0])}",
                (self._table(group), *self._notes(group)),
                about=group[0].table.source,
            )
            for number, group in enumerate(self._by_table(), start=1)
        ]
        if self.findings:
            sections.append(Section("findings", "", tuple(faults(self.findings, self.language))))
        found = {state: sum(one.state is state for one in self.figures) for state in FigureState}
        end = self.say(
            "published.counts",
            same=found[FigureState.SAME],
            deviating=found[FigureState.DEVIATES],
            different=found[FigureState.DIFFERS],
            without=found[FigureState.NOT_COMPUTED],
        )
        return Document(self.language, tuple(sections), end=end)

    def json(self) -> str:
        """Return the envelope of ``verify --published``."""
        different = sum(one.state is FigureState.DIFFERS for one in self.figures)
        compared = sum(one.state is not FigureState.NOT_COMPUTED for one in self.figures)
        result: Json = {
            "same": not different,
            "figures": {"compared": compared, "different": different},
            "published": [_figure(one) for one in self.figures],
        }
        return envelope("verify", None, (), result, self.findings, self.language)

    def _by_table(self) -> Iterator[list[Recomputed]]:
        """Yield the figures that stand under one heading: of one index, level and source."""
        groups: dict[tuple[object, ...], list[Recomputed]] = {}
        for one in self.figures:
            table = one.table
            key = (table.definition, table.called, table.level, table.source)
            groups.setdefault(key, []).append(one)
        yield from groups.values()

    def _index(self, figure: Recomputed) -> str:
        """Return the index that a figure is of: the definition's id, or what it is called."""
        called = figure.table.called
        return (figure.table.definition or "") if called is None else self.say(f"index.{called}")

    def _from(self, figure: Recomputed) -> str:
        return self.say(f"level.{figure.table.level}")

    def _table(self, group: Sequence[Recomputed]) -> Table:
        def figure(one: Recomputed) -> str:
            key = f"published.of.{one.node}"
            return self.say(key) if key in TEXTS else one.node

        say, number = self.say, ColumnKind.NUMBER
        table = TableOf(group, lambda one: _TONES.get(one.state, Tone.PLAIN))
        table.column("", lambda one: _SIGNS[one.state])
        table.column(say("column.unit"), lambda one: one.row.unit, header=True)
        table.column(say("column.year"), lambda one: str(one.row.year), ColumnKind.COUNT)
        table.column(say("published.column.figure"), figure)
        table.column(
            say("published.column.published"),
            lambda one: self._as_printed(one, one.printed),
            number,
        )
        table.column(
            say("published.column.computed"),
            lambda one: self._as_printed(one, one.computed),
            number,
        )
        return table.made("figures")

    def _as_printed(self, figure: Recomputed, value: str | None) -> str:
        """Return a published or computed value in the decimals of the language."""
        if value is None:
            return "–"
        return value if figure.node == CLASS else localised(value, self.language)

    def _notes(self, group: Sequence[Recomputed]) -> Iterator[Paragraph]:
        """Yield why figures deviate, or are not computed."""
        for why in dict.fromkeys(one.why for one in group if one.why is not None):
            yield Paragraph(f"{_SIGNS[FigureState.DEVIATES]} {self.say(f'deviation.{why}')}")
        if group[0].table.level is ComputedFrom.NONE:
            yield Paragraph(self.say("level.none"), muted=True)


def _figure(one: Recomputed) -> Json:
    return {
        "definition": one.table.definition,
        "index": one.table.called,
        "unit": one.row.unit,
        "year": one.row.year,
        "node": one.node,
        "level": one.table.level,
        "published": one.printed,
        "computed": one.computed,
        "state": one.state,
        "note": one.why,
        "source": one.table.source,
    }

"""What ``init`` came to: the files of a new project, and what was made of a list of indicators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

from kediri_index.agencies.assignment import opd_of_leaves
from kediri_index.messages.values import fixed
from kediri_index.model.definition import Group
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.profile import DEFINITION, FORMS, LAST_YEAR, PROFILE, README, RECEIVED
from kediri_index.model.scores import UnitResult
from kediri_index.present.commands.template import without_forms
from kediri_index.present.document import (
    Block,
    ColumnKind,
    Command,
    Document,
    LabelledText,
    LabelledTexts,
    Paragraph,
    Section,
    Table,
    TableOf,
)
from kediri_index.present.envelope import Json, envelope
from kediri_index.present.findings import faults, refused
from kediri_index.present.formats import Presentation
from kediri_index.present.wording import ScoreWording
from kediri_index.scoring.exact import nominal_shares
from kediri_index.usecases.start import Carried, ProjectList, Started


@dataclass(frozen=True)
class RefusedList(Presentation):
    """A list of indicators from which nothing was made: all that has to be answered."""

    findings: tuple[Finding, ...]

    def json(self) -> str:
        """Return the envelope of ``init`` without a result."""
        return envelope("init", None, (), None, self.findings, self.language)

    def refusal(self) -> tuple[Block, ...]:
        """Return the findings, and that nothing was written."""
        return refused(self.findings, self.language, "list.refused")


@dataclass(frozen=True)
class InitPresentation(Presentation):
    """The files that were written into *folder*, by path, and how the project starts."""

    folder: str
    files: Mapping[str, bytes]
    started: Started

    def document(self) -> Document:
        """Return the path of each file; of a list what was made of it instead."""
        listed = self.started.listed
        if listed is not None:
            return Document(self.language, tuple(self._of_list(listed)))
        return Document(self.language, (_paths(self.files),))

    def json(self) -> str:
        """Return the envelope of ``init``: every file with its hash, and what was taken."""
        findings = self.started.listed.findings if self.started.listed else ()
        result = {"files": _listed(self.files)}
        return envelope("init", self.started.definition, (), result, findings, self.language)

    def next(self) -> Iterator[str]:
        """Yield who needs no form, and what is left to do."""
        started, folder = self.started, Path(self.folder)
        yield from without_forms(self, started.without, started.surveyed)
        if started.listed is not None:
            yield from self._after_list()
            return
        said = "project.placeholders" if started.placeholder else "project.dealt"
        yield self.say(said, path=str(folder / PROFILE))
        yield self.say("project.next", path=str(folder / README))

    def _of_list(self, listed: ProjectList) -> Iterator[Section]:
        """Yield the groups with their weights, what was taken, and where all is."""
        definition = self.started.definition
        title = definition.title.in_language(self.language)
        scale = definition.scale or (Fraction(0), Fraction(1))
        sheet = self.say("listed.sheet", name=listed.sheet) if listed.sheet else ""
        source = self.say("listed.from", path=listed.path, sheet=sheet)
        counts = self.say(
            "listed.counts",
            count=sum(1 for _ in definition.all_indicators()),
            agencies=len(self.started.profile.opd),
            low=scale[0],
            high=scale[1],
        )
        yield Section("index", title, (Paragraph(source), Paragraph(counts), self._groups()))
        if listed.findings:
            found = tuple(faults(listed.findings, self.language))
            yield Section("taken", self.say("listed.taken"), found)
        yield Section("files", self.say("listed.made"), (LabelledTexts(tuple(self._made(listed))),))

    def _groups(self) -> Table:
        definition, profile = self.started.definition, self.started.profile
        words = ScoreWording(definition, self.language)
        shares = nominal_shares(definition)
        answering = opd_of_leaves(definition, profile)

        def indicators(group: Group) -> list[str]:
            return [one.id for one in group.at_or_below() if not isinstance(one, Group)]

        def agencies(group: Group) -> int:
            return len({opd for one in indicators(group) for opd in answering.get(one, ())})

        table = TableOf(definition.groups)
        kinds = {kind.id: words.label(kind.label) for kind in definition.kinds}
        table.column(kinds[definition.groups[0].kind], lambda one: words.label(one.label))
        table.column(
            self.say("column.weight"),
            lambda one: words.percent(shares.get(one.id)),
            ColumnKind.PERCENT,
        )
        table.column(
            self.say("listed.indicators"), lambda one: str(len(indicators(one))), ColumnKind.COUNT
        )
        table.column(self.say("column.opd"), lambda one: str(agencies(one) or ""), ColumnKind.COUNT)
        return table.made("groups")

    def _made(self, listed: ProjectList) -> Iterator[LabelledText]:
        folder = Path(self.folder)
        forms = len(self.started.forms)
        yield LabelledText(self.say("listed.definition"), str(folder / DEFINITION))
        yield LabelledText(self.say("listed.profile"), str(folder / PROFILE))
        where = self.say("listed.forms", path=str(folder / FORMS), count=forms)
        yield LabelledText(self.say("listed.form"), where)
        if listed.copy is not None:
            copy = self.say("listed.codes", path=str(folder / listed.copy[0]), count=listed.codes)
            yield LabelledText(self.say("listed.copy"), copy)

    def _after_list(self) -> Iterator[str]:
        folder, listed = Path(self.folder), self.started.listed
        if listed is not None and listed.codes and listed.copy is None:
            yield self.say("listed.no-copy", count=listed.codes)
        if self.started.placeholder:
            yield self.say("listed.no-unit", path=str(folder / PROFILE))
        forms, received = str(folder / FORMS), str(folder / RECEIVED)
        yield self.say("listed.next", forms=forms, received=received, folder=self.folder)


def _paths(files: Mapping[str, bytes]) -> Section:
    return Section("files", "", tuple(Command("", path) for path in files))


def _listed(files: Mapping[str, bytes]) -> list[Json]:
    return [{"path": path, "sha256": sha256(data).hexdigest()} for path, data in files.items()]


@dataclass(frozen=True)
class NextYearPresentation(Presentation):
    """The project of the next year: its *files* in *folder*, and what is carried from *old*."""

    folder: str
    old: str
    files: Mapping[str, bytes]
    carried: Carried

    def document(self) -> Document:
        """Return each file, then what was carried, and what was not."""
        facts = LabelledTexts(tuple(self._facts()))
        found = tuple(faults(self.carried.findings, self.language))
        parts = (_paths(self.files), Section("carried", self._title(), (facts, *found)))
        return Document(self.language, parts)

    def json(self) -> str:
        """Return the envelope of ``init``; without a project its result is null."""
        carried, started = self.carried, self.carried.started
        result = None if started is None else {"files": _listed(self.files)} | self._said()
        definition = None if started is None else started.definition
        return envelope("init", definition, (), result, carried.findings, self.language)

    def refusal(self) -> tuple[Block, ...]:
        """Return why nothing was written."""
        if self.carried.started is not None:
            return ()
        has_project = self.carried.was is not None
        sentence = "next-year.refused" if has_project else "next-year.no-project"
        return refused(self.carried.findings, self.language, sentence)

    def next(self) -> Iterator[str]:
        """Yield what nobody can know, and what to read."""
        started = self.carried.started
        if started is None:
            return
        folder = Path(self.folder)
        yield from without_forms(self, started.without, started.surveyed)
        if self.carried.to_fill:
            asked = [self.say(f"next-year.key.{key}") for key in self.carried.to_fill]
            yield self.say(
                "next-year.fill",
                path=str(folder / PROFILE),
                keys=", ".join(asked),
                year=str(self.carried.year),
            )
        yield self.say("project.next", path=str(folder / README))

    def _title(self) -> str:
        started = self.carried.started
        unit = started.profile.unit if started else None
        years = self.say("next-year.title", year=str(self.carried.year), folder=self.old)
        return " · ".join(filter(None, (unit, years)))

    def _facts(self) -> Iterator[LabelledText]:
        carried, started, was = self.carried, self.carried.started, self.carried.was
        assert started is not None  # noqa: S101 - for mypy: a document is of a project
        assert was is not None  # noqa: S101 - likewise
        year = str(carried.last)
        yield self._fact("result", self._result(carried.ended.result), year=year)
        new, old = started.definition, was
        said = "same" if new.id == old.id else "changed"
        yield self._fact(
            "definition",
            self.say(f"next-year.definition.{said}", id=new.id, version=new.version, old=old.id),
        )
        expired = sum(1 for one in carried.findings if one.code == _EXPIRED)
        counts = self.say("next-year.waivers.count", count=carried.waivers, expired=expired)
        yield self._fact("waivers", counts)
        forms = self.say(f"next-year.forms.{'filled' if self._is_known else 'empty'}")
        yield self._fact("forms", f"{len(started.forms)} · {forms}")

    def _fact(self, what: str, said: str, **params: object) -> LabelledText:
        return LabelledText(self.say(f"next-year.{what}", **params), said)

    @property
    def _is_known(self) -> bool:
        return self.carried.ended.result is not None

    def _result(self, result: UnitResult | None) -> str:
        """Return last year's published score, and where it is kept."""
        if result is None:
            return self.say("next-year.unknown")
        score = _fixed(self.carried)
        shown = score.replace(".", ",") if self.language is Language.ID else score
        basis = result.basis
        whose = None if basis is None else self.say(f"basis.{basis.value}")
        path = self.carried.ended.path
        kept = self.say("next-year.kept", path=path, copy=str(Path(self.folder) / LAST_YEAR))
        return " · ".join(filter(None, (shown, whose, kept)))

    def _said(self) -> dict[str, Json]:
        """Return what JSON says of the year that ended and of what is carried."""
        carried, old, ended = self.carried, self.carried.was, self.carried.ended
        result = ended.result
        return {
            "year": carried.year,
            "previous": {
                "folder": self.old,
                "year": carried.last,
                "unit": None if result is None else result.unit,
                "published": None if result is None else _fixed(carried),
                "basis": result.basis if result else None,
                "path": None if result is None else ended.path,
                "definition": None if old is None else {"id": old.id, "version": old.version},
            },
            "waivers": carried.waivers,
            "to_fill": list(carried.to_fill),
        }


_EXPIRED = "F555"


def _fixed(carried: Carried) -> str:
    result = carried.ended.result
    published = None if result is None else result.overall.published
    assert published is not None  # noqa: S101 - for mypy: a result is known by its score
    return fixed(published, carried.ended.decimals)

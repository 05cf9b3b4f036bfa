"""What ``init`` came to: the files of a new project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kediri_index.messages.values import fixed
from kediri_index.model.language import Language
from kediri_index.model.profile import LAST_YEAR, PROFILE, README
from kediri_index.model.scores import UnitResult
from kediri_index.present.document import (
    Block,
    Command,
    Document,
    LabelledText,
    LabelledTexts,
    Section,
)
from kediri_index.present.envelope import Json, envelope
from kediri_index.present.findings import faults, refused
from kediri_index.present.formats import Presentation
from kediri_index.usecases.start import Carried, Started


@dataclass(frozen=True)
class InitPresentation(Presentation):
    """The files that were written into *folder*, by path, and how the project starts."""

    folder: str
    files: Mapping[str, bytes]
    started: Started

    def document(self) -> Document:
        """Return the path of each file, on a line of its own."""
        return Document(self.language, (_paths(self.files),))

    def json(self) -> str:
        """Return the envelope of ``init``: every file with its hash."""
        result = {"files": _listed(self.files)}
        return envelope("init", self.started.definition, (), result, (), self.language)

    def next(self) -> Iterator[str]:
        """Yield who needs no form, and what is left to do."""
        started, folder = self.started, Path(self.folder)
        if started.without:
            yield self.say("forms.without", names=started.without)
        said = "project.placeholders" if started.placeholder else "project.dealt"
        yield self.say(said, path=str(folder / PROFILE))
        yield self.say("project.next", path=str(folder / README))


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
        if self.carried.started is None:
            return
        folder = Path(self.folder)
        if self.carried.started.without:
            yield self.say("forms.without", names=self.carried.started.without)
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

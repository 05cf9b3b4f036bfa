"""What units lack, an entry per cause: by agency (OPD) what it did not send or answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.messages.texts import text
from kediri_index.model.definition import Definition, Unanswered
from kediri_index.model.language import Language
from kediri_index.present.document import Bullets, Paragraph, Section
from kediri_index.present.envelope import Json

if TYPE_CHECKING:
    from kediri_index.usecases.absences import Absences

_MOST_UNITS = 20


class AbsencesReport(NamedTuple):
    """What *units* lack, each indicator by its name in *definition*, agencies by *names*."""

    units: Sequence[Absences]
    definition: Definition
    names: Mapping[str, str]
    language: Language

    def sections(self) -> Iterator[Section]:
        """Yield a section per unit; what a finding names already is not repeated."""
        title, left = text("absent.title", self.language), 0
        shown = 0
        for one in self.units:
            entries = tuple(self._entries(one))
            if not entries:
                continue
            if shown == _MOST_UNITS:
                left += 1
                continue
            shown += 1
            whose = " ".join(str(part) for part in one.of if part is not None)
            heading = f"{title} · {whose}" if whose else title
            yield Section("absent", heading, (Bullets(entries),))
        if left:
            said = text("absent.more", self.language, count=left)
            yield Section("absent-more", "", (Paragraph(said),))

    def json(self) -> list[Json]:
        """Return what each unit lacks."""
        return [
            {
                "unit": one.of.name,
                "year": one.of.year,
                "opd": [
                    {
                        "id": agency.opd,
                        "name": self._named(agency.opd),
                        "indicators": agency.indicators,
                    }
                    for agency in one.agencies
                ],
                "indicators": [
                    {
                        "id": answer.indicator,
                        "name": self._label(answer.indicator),
                        "opd": answer.opd,
                    }
                    for answer in one.answers
                ],
            }
            for one in self.units
        ]

    def _entries(self, one: Absences) -> Iterator[str]:
        say, language = text, self.language
        for agency in one.agencies:
            key = "absent.agency-answers" if agency.indicators else "absent.agency"
            yield say(
                key,
                language,
                opd=self._named(agency.opd),
                count=len(agency.indicators),
                indicators=self._listed(agency.indicators),
            )
        if self.definition.missing.answers is Unanswered.ERROR:
            return  # a finding names each
        by_owners: dict[tuple[str, ...], list[str]] = {}
        for answer in one.answers:
            by_owners.setdefault(answer.opd, []).append(answer.indicator)
        for owners, indicators in by_owners.items():
            yield say(
                "absent.answers" if owners else "absent.nobodys-answers",
                language,
                opd=", ".join(map(self._named, owners)),
                count=len(indicators),
                indicators=self._listed(indicators),
            )

    def _listed(self, indicators: Iterable[str]) -> str:
        return "; ".join(f"{one} {self._label(one)}" for one in indicators)

    def _label(self, indicator: str) -> str:
        return self.definition.nodes()[indicator].label.in_language(self.language)

    def _named(self, opd: str) -> str:
        return self.names.get(opd, opd)

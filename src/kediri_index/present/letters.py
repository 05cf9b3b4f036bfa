"""Letters to agencies (OPD): what is missing or wrong in their sheets, ready to be sent."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePath
from typing import NamedTuple

from kediri_index.agencies.assignment import shared_leaves
from kediri_index.messages.catalogue import message_of, repair_by_agency, severity_of
from kediri_index.messages.screens.agency import IN_NEW_FILE
from kediri_index.messages.values import in_full
from kediri_index.model.evidence import is_to_revise
from kediri_index.model.findings import Finding, Severity, Source, shown_range
from kediri_index.model.language import Language
from kediri_index.model.profile import (
    Opd,
    OpdState,
    OpdStatus,
    OtherFile,
    OtherFileReason,
    Profile,
    Unfilled,
    opd_names,
)
from kediri_index.model.text import apart, file_name, printable, printed
from kediri_index.present.commands.status import StatusPresentation
from kediri_index.present.document import Document, Paragraph, Section

_LISTED = 25
BLANK = "……………"
"""What is left to be filled in by hand."""
_ROOM = ("\N{NO-BREAK SPACE}",) * 3
"""Lines left for a signature."""


class Letter(NamedTuple):
    """A letter: its paragraphs, each of one or several lines."""

    paragraphs: tuple[tuple[str, ...], ...]

    def text(self) -> str:
        """Return the whole letter, paragraphs apart by an empty line."""
        whole = "\n\n".join("\n".join(lines) for lines in self.paragraphs)
        return f"{printed(whole)}\n"

    def file(self) -> bytes:
        """Return the text as a file that Notepad of any Windows shows with its lines and signs."""
        return f"\N{BYTE ORDER MARK}{self.text()}".replace("\n", "\r\n").encode()

    def document(self, language: Language) -> Document:
        """Return the letter as a document; its paragraphs keep their lines."""
        blocks = (Paragraph(printed("\n".join(lines))) for lines in self.paragraphs)
        return Document(language, (Section("letter", "", tuple(blocks)),))


def letters(
    shown: StatusPresentation, profile: Profile | None = None, day: date | None = None
) -> dict[str, Letter]:
    """Return the letter to each agency that is not complete or has evidence to revise, by its id.

    Where the *profile* names no sender it has neither number nor date: it is a message. *day* is
    that of the letter.
    """
    return {
        row.opd.id: Letter(_Letter(shown, row, profile, day).paragraphs())
        for row in shown.board.opd
        if row.state is not OpdState.COMPLETE or is_to_revise(row.evidence)
    }


def letter_files(
    shown: StatusPresentation, profile: Profile, day: date, letterhead: bytes | None
) -> dict[str, bytes | None]:
    """Return the files of the letter to each agency by name, None for a file that there is not.

    With a *letterhead* each letter is a Word document too.
    """
    agencies = [row.opd.id for row in shown.board.opd]
    names = dict(zip(agencies, apart([file_name(opd) for opd in agencies]), strict=True))
    files = dict.fromkeys(f"{name}{end}" for name in names.values() for end in (".txt", ".docx"))
    written = letters(shown, profile, day)
    found = files | {f"{names[opd]}.txt": one.file() for opd, one in written.items()}
    if letterhead is not None:
        from kediri_index.present.renderers.docx import rendered  # noqa: PLC0415 - few ask for it

        for opd, one in written.items():
            found[f"{names[opd]}.docx"] = rendered(one.document(shown.language), letterhead)
    return found


_HEADS = {
    "Sekretariat": "Sekretaris",
    "Inspektorat": "Inspektur",
    "Kecamatan": "Camat",
    "Kelurahan": "Lurah",
    "RSUD": "Direktur RSUD",
    "Rumah Sakit": "Direktur Rumah Sakit",
}
"""What the heads of agencies are called that have no *Kepala*, by how their names begin."""


def head_of(opd: Opd) -> str:
    """Return how the head of an agency is addressed: *Kepala Dinas Kesehatan*, *Camat Pesantren*.

    The titles are those of Law 23 of 2014 on regional government.
    """
    if opd.head is not None:
        return opd.head
    for beginning, head in _HEADS.items():
        if opd.name == beginning or opd.name.startswith(f"{beginning} "):
            return f"{head}{opd.name.removeprefix(beginning)}"
    return f"Kepala {opd.name}"


class _Letter:
    def __init__(
        self, shown: StatusPresentation, row: OpdStatus, profile: Profile | None, day: date | None
    ) -> None:
        self.shown = shown
        self.sender = profile.letters if profile else None
        self.names = opd_names(profile)
        self.shared = shared_leaves(shown.definition, profile)
        self.day = day
        self.say = shown.say
        self.row = row
        self.labels = {node_id: node.label for node_id, node in shown.definition.nodes().items()}
        self.title = shown.definition.title.in_language(shown.language)

    def paragraphs(self) -> tuple[tuple[str, ...], ...]:
        """Return the letter from its head to who signs it."""
        row, say = self.row, self.say
        opd, state = row.opd.name, row.state.value
        named = {"title": self.title, "opd": opd}
        errors, warnings = (self._of(severity) for severity in (Severity.ERROR, Severity.WARNING))
        left = _LISTED - len(errors)
        paragraphs = [
            self._office(),
            [*self._numbered(), say("letter.subject", state=say(f"letter.state.{state}"), **named)],
            [say("letter.to", head=head_of(row.opd)), *self._at()],
            [say("letter.greeting")],
            [" ".join((say(f"letter.opening.{state}", **named), *self._due()))],
            self._received(),
            list(self._perhaps()),
            list(self._listed("letter.faults", [*map(self._fault, errors)], _LISTED)),
            list(self._unfilled()),
            self._not_applicable(),
            list(self._listed("letter.doubts", [*map(self._fault, warnings)], max(left, 0))),
            [say(f"letter.ask.{self._asked(errors)}", opd=opd)],
            [say("letter.thanks")],
            self._signed(),
        ]
        return tuple(tuple(filter(None, lines)) for lines in paragraphs if any(lines))

    def _office(self) -> list[str]:
        """Return whose letter it is, above all; a letterhead says so itself."""
        sender = self.sender
        if sender is None or sender.letterhead is not None:
            return []
        return [name.upper() for name in (self.shown.board.unit, sender.office) if name]

    def _numbered(self) -> Iterator[str]:
        """Yield place, day and number; what is not known yet is left to be filled in."""
        if self.sender is None:
            return
        day = BLANK if self.day is None else in_full(self.day, self.shown.language)
        yield f"{self.sender.place or BLANK}, {day}"
        yield self.say("letter.number", number=self.sender.number or BLANK)
        yield self.say("letter.attached")

    def _at(self) -> list[str]:
        place = self.sender and self.sender.place
        return [self.say("letter.at", place=place)] if place else []

    def _signed(self) -> list[str]:
        sender, unit = self.sender, self.shown.board.unit or ""
        if sender is None or not sender.signatories:
            return [(sender and sender.office) or unit]
        first = sender.signatories[0]
        return [f"{first.position},", *_ROOM, first.name, first.number or ""]

    def _asked(self, errors: Sequence[Finding]) -> str:
        """Return what the agency is asked for: never two things that cannot both be done."""
        if self.row.perhaps and not self.row.files:
            return "perhaps"
        if any(finding.code in IN_NEW_FILE for finding in errors):
            return "new-file"
        return self.row.state.value

    def _of(self, severity: Severity) -> list[Finding]:
        return [finding for finding in self.row.findings if severity_of(finding) is severity]

    def _due(self) -> Iterator[str]:
        due = self.shown.board.due
        if due is None:
            return
        day = in_full(due, self.shown.language)
        late = self.row.overdue_days
        yield (
            self.say("letter.late", day=day, count=late)
            if late
            else self.say("letter.due", day=day)
        )

    def _received(self) -> list[str]:
        names = [printable(self.shown.file(path)) for path in self.row.files]
        if not names:
            return []
        if self.row.revision is not None and len(names) == 1:
            names = [self.say("letter.revision", name=names[0], revision=self.row.revision)]
        return [self.say("letter.received", names=tuple(names))]

    def _perhaps(self) -> Iterator[str]:
        if self.row.perhaps:
            yield self.say("letter.perhaps", opd=self.row.opd.name)
        for other in self.row.perhaps:
            yield f"- {printable(f'{self.shown.file(other.path)}: {self._reason(other)}')}."

    def _reason(self, other: OtherFile) -> str:
        said = self.say(f"letter.perhaps.{other.reason.value}", said=other.said)
        if other.reason is not OtherFileReason.UNREADABLE or other.finding is None:
            return said
        message, repair = self._message(other.finding), self._repair(other.finding)
        return self.say("letter.perhaps.because", reason=said, message=message, repair=repair)

    def _not_applicable(self) -> list[str]:
        ids = self.row.not_applicable
        if not ids:
            return []
        return [self.say("letter.not-applicable", count=len(ids), ids=self.shown.listed(ids))]

    def _unfilled(self) -> Iterator[str]:
        row = self.row
        missing = [one for one in row.unfilled if one.id not in row.elsewhere or row.files]
        items = [self._to_fill(one) for one in missing]
        if row.state is OpdState.MISSING:
            heading = self.say("letter.to-fill", count=len(items))
        elif self._is_unread():
            heading = self.say("letter.not-read", count=len(items))
        else:
            heading = self.say("letter.unfilled", count=len(items), expected=row.expected)
        yield from self._list(heading, items, _LISTED)

    def _is_unread(self) -> bool:
        """Return whether nothing was read, so that nobody can say which rows are there."""
        row = self.row
        nowhere = all(one.place is None for one in row.unfilled)
        return bool(row.errors) and not row.answered and nowhere

    def _listed(self, key: str, items: Sequence[str], most: int) -> Iterator[str]:
        yield from self._list(self.say(key), items, most)

    def _list(self, heading: str, items: Sequence[str], most: int) -> Iterator[str]:
        """Yield the numbered *items* under *heading*, at most so many, and how many are left."""
        if not items:
            return
        yield heading
        for number, item in enumerate(items[:most], start=1):
            yield f"{number}. {item}"
        if len(items) > most:
            yield self.say("letter.more", count=len(items) - most)

    def _to_fill(self, one: Unfilled) -> str:
        named = printable(f"{one.id} {self.labels[one.id].in_language(self.shown.language)}")
        return "\n   ".join((named, *self._about(one)))

    def _about(self, one: Unfilled) -> Iterator[str]:
        """Yield where *one* is to be filled in, and who else answers it."""
        if one.place is not None:
            place = self._place(one.place)
            if one.said.strip():
                place = self.say("letter.says", place=place, said=printable(one.said))
            yield place
        elif self.row.state is not OpdState.MISSING and not self._is_unread():
            yield self.say("letter.no-row")
        if one.id in self.shared:
            leaf, opd = self.shared[one.id], self.row.opd.id
            said = self.say(f"shared.{leaf.part_of(opd)}", **leaf.named(opd, self.names))
            yield printable(said)

    def _fault(self, finding: Finding) -> str:
        place = self._place(Source(finding.file or "", finding.sheet, shown_range(finding) or None))
        message = printable(self._message(finding))
        repair = _sentence(self.say("letter.repair", repair=printable(self._repair(finding))))
        return f"{place}\n   {_sentence(message)}\n   {repair}"

    def _message(self, finding: Finding) -> str:
        """Return what is wrong, files in it named as in the rest of the message."""
        message = message_of(finding, self.shown.language)
        return message.replace(f"{PurePath(self.shown.folder)}{os.sep}", "")

    def _repair(self, finding: Finding) -> str:
        return repair_by_agency(finding, self.shown.language)

    def _place(self, source: Source) -> str:
        file = printable(self.shown.file(source.file))
        if source.sheet and source.cell:
            sheet = printable(source.sheet)
            return self.say("letter.place", file=file, sheet=sheet, cell=source.cell)
        if source.cell:
            return self.say("letter.place.cell", file=file, cell=source.cell)
        if source.sheet:
            return self.say("letter.place.sheet", file=file, sheet=printable(source.sheet))
        return file


def _sentence(said: str) -> str:
    """Return *said* with a capital letter, and an end if it has none."""
    end = "" if said.endswith(("?", ".")) else "."
    return f"{said[:1].upper()}{said[1:]}{end}"

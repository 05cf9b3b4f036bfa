"""Messages to agencies (OPD): what is missing or wrong in their sheets, ready to be sent."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from kediri_index.messages.catalogue import message_of, repair_by_agency, severity_of
from kediri_index.messages.screens.agency import IN_NEW_FILE
from kediri_index.messages.values import in_full
from kediri_index.model.findings import Finding, Severity, Source, shown_range
from kediri_index.model.profile import OpdState, OpdStatus, OtherFile, OtherFileReason, Unfilled
from kediri_index.model.text import printable, printed
from kediri_index.present.commands.status import StatusPresentation

_LISTED = 25


def letters(shown: StatusPresentation) -> dict[str, str]:
    """Return the message for each agency that is not complete, by the agency's id."""
    return {
        row.opd.id: _Letter(shown, row).text()
        for row in shown.board.opd
        if row.state is not OpdState.COMPLETE
    }


class _Letter:
    def __init__(self, shown: StatusPresentation, row: OpdStatus) -> None:
        self.shown = shown
        self.say = shown.say
        self.row = row
        self.labels = {node_id: node.label for node_id, node in shown.definition.nodes().items()}
        self.title = shown.definition.title.in_language(shown.language)

    def text(self) -> str:
        """Return the whole message, paragraphs apart by an empty line."""
        row, say = self.row, self.say
        opd, state = row.opd.name, row.state.value
        named = {"title": self.title, "opd": opd}
        errors, warnings = (self._of(severity) for severity in (Severity.ERROR, Severity.WARNING))
        left = _LISTED - len(errors)
        paragraphs = [
            [say("letter.subject", state=say(f"letter.state.{state}"), **named)],
            [say("letter.greeting", opd=opd)],
            [" ".join((say(f"letter.opening.{state}", **named), *self._due()))],
            self._received(),
            list(self._perhaps()),
            list(self._listed("letter.faults", [*map(self._fault, errors)], _LISTED)),
            list(self._unfilled()),
            self._not_applicable(),
            list(self._listed("letter.doubts", [*map(self._fault, warnings)], max(left, 0))),
            [say(f"letter.ask.{self._asked(errors)}", opd=opd)],
            [say("letter.thanks")],
            [self.shown.board.unit or ""],
        ]
        whole = "\n\n".join("\n".join(lines) for lines in paragraphs if any(lines))
        return f"{printed(whole)}\n"

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
        if one.place is not None:
            place = self._place(one.place)
            if one.said.strip():
                place = self.say("letter.says", place=place, said=printable(one.said))
            return f"{named}\n   {place}"
        if self.row.state is OpdState.MISSING or self._is_unread():
            return named
        no_row = self.say("letter.no-row")
        return f"{named}\n   {no_row}"

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

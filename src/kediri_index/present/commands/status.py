"""What ``status`` came to: the board of agencies (OPD), and the files beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import PurePath

from kediri_index.messages.catalogue import message_of, repair_of
from kediri_index.messages.values import grouped, in_full
from kediri_index.model.dataset import InputFile
from kediri_index.model.definition import Definition
from kediri_index.model.evidence import EvidenceCounts, counted, is_to_revise
from kediri_index.model.findings import Finding
from kediri_index.model.profile import (
    Board,
    OpdState,
    OpdStatus,
    OtherFile,
    OtherFileReason,
    Waived,
)
from kediri_index.present.document import (
    NOTHING,
    Block,
    Bullets,
    ColumnKind,
    Document,
    Headline,
    Paragraph,
    Section,
    TableCell,
    TableColumn,
    TableOf,
    Tone,
)
from kediri_index.present.envelope import Json, envelope_of, findings_json
from kediri_index.present.findings import counted_files
from kediri_index.present.formats import Presentation
from kediri_index.present.renderers.csv import Rows

_STATES = {
    OpdState.FAULTY: ("✗", Tone.BAD),
    OpdState.MISSING: ("–", Tone.DOUBT),
    OpdState.INCOMPLETE: ("…", Tone.DOUBT),
    OpdState.COMPLETE: ("✓", Tone.GOOD),
}
"""The signs, in the order in which agencies are shown: what asks most of anybody first."""
_TOLD_BY_FINDING = frozenset({OtherFileReason.UNREADABLE, OtherFileReason.PASSED_OVER})
NO_EVIDENCE = (None,) * len(EvidenceCounts._fields)
HEADER = (
    *("id", "name", "state", "answered", "expected", "errors", "warnings", "revision", "weight"),
    *("due", "overdue_days", "files", "superseded", "not_applicable"),
    *(f"evidence_{name}" for name in EvidenceCounts._fields),
)


@dataclass(frozen=True)
class StatusPresentation(Presentation):
    """The board, and what was read and found; files are named from *folder* on.

    *again* is what the next command is to be given, *for_letters* what writes the messages, None
    where they are written.
    """

    board: Board
    definition: Definition
    folder: str
    inputs: tuple[InputFile, ...] = ()
    findings: tuple[Finding, ...] = ()
    waived: tuple[Waived, ...] = ()
    again: str = ""
    for_letters: str | None = None

    @property
    def is_complete(self) -> bool:
        """Whether all agencies are."""
        return self.board.complete == len(self.board.opd)

    def document(self) -> Document:
        """Return the board, the files beside it, what nobody answers for, and the counts."""
        paths = [file.path for file in self.inputs]
        end = counted_files(paths, self.findings, self.language, len(self.waived))
        sections = [Section("board", self._title(), tuple(self._blocks()))]
        others = self.board.other_files
        if others:
            said = (f"{self.file(one.path)}: {self._other_file(one)}" for one in others)
            title = self.say("board.other-files")
            sections.append(Section("other-files", title, (Bullets(tuple(said)),)))
        nobody = self.board.unassigned
        if nobody.ids:
            unassigned = self.say(
                "board.unassigned",
                count=len(nobody.ids),
                answered=nobody.answered,
                weight=self._weight(nobody.weight),
                ids=self.listed(nobody.ids),
            )
            sections.append(Section("unassigned", "", (Paragraph(unassigned),)))
        return Document(self.language, tuple(sections), end=end)

    def json(self) -> str:
        """Return the envelope of ``status``."""
        board, nobody = self.board, self.board.unassigned
        result = {
            "unit": board.unit,
            "year": board.year,
            "due": self._day(),
            "expected_opd": len(board.opd),
            "complete_opd": board.complete,
            "opd": [_opd(row) for row in board.opd],
            "other_files": [_other(other) for other in board.other_files],
            "unassigned": {
                "ids": nobody.ids,
                "answered": nobody.answered,
                "expected": len(nobody.ids),
                "weight": nobody.weight,
            },
        }
        findings = findings_json(self.findings, self.waived, self.language)
        return envelope_of("status", self.definition, self.inputs, result, findings)

    def rows(self) -> Rows:
        """Yield a row an agency; names of several files stand in one cell, apart by ``; ``."""
        yield HEADER
        for row in self.board.opd:
            yield (
                *(row.opd.id, row.opd.name, row.state.value, row.answered, row.expected),
                *(row.errors, row.warnings, row.revision, row.weight, self._day()),
                row.overdue_days,
                "; ".join(row.files),
                "; ".join(path for path, _ in row.superseded),
                len(row.not_applicable),
                *(counted(row.evidence) if row.evidence else NO_EVIDENCE),
            )

    def next(self) -> Iterator[str]:
        """Yield what shows the findings, and how to score or to write the messages."""
        if self.findings:
            yield self.say("next.check-folder", again=self.again)
        if self.is_complete:
            yield self.say("next.score", again=self.again)
        returned = any(is_to_revise(row.evidence) for row in self.board.opd)
        if self.for_letters is not None and (returned or not self.is_complete):
            yield self.say("next.messages", again=self.for_letters)

    def file(self, path: str) -> str:
        """Return the name of a file in the folder."""
        pure = PurePath(path)
        return str(pure.relative_to(self.folder) if pure.is_relative_to(self.folder) else pure)

    def _title(self) -> str:
        """Return whose board it is, of which year, when all is due, and how long ago that was."""
        board, parts = self.board, [self.board.unit or self.say("unit-unknown")]
        if board.year is not None:
            parts.append(str(board.year))
        if board.due is not None:
            parts.append(self.say("board.due", day=in_full(board.due, self.language)))
        late = max((row.overdue_days or 0 for row in board.opd), default=0)
        if late:
            parts.append(self.say("board.overdue", days=grouped(late, self.language)))
        return " · ".join(parts)

    def _blocks(self) -> Iterator[Block]:
        board, total = self.board, len(self.board.opd)
        complete = self.say("board.complete", count=board.complete, total=total)
        share = Fraction(board.complete, total)
        yield Headline(complete, (f"{100 * board.complete // total} %",), share)
        say, count = self.say, ColumnKind.COUNT

        def counted(number: int | None) -> TableCell:
            return TableCell(str(number or NOTHING), number)

        def state(row: OpdStatus) -> TableCell:
            sign, tone = _STATES[row.state]
            return TableCell(f"{sign} {say(f'state.{row.state.value}')}", tone=tone)

        table = TableOf(sorted(board.opd, key=lambda row: list(_STATES).index(row.state)))
        table.column(
            say("column.opd"), lambda row: TableCell(row.opd.name, short=row.opd.short or "")
        )
        table.column(say("column.state"), state, ColumnKind.CODE)
        table.column(say("board.filled"), lambda row: f"{row.answered}/{row.expected}", count)
        errors = TableColumn(say("board.errors"), count, short="✗")
        table.column(errors, lambda row: counted(row.errors))
        warnings = TableColumn(say("board.warnings"), count, short="!")
        table.column(warnings, lambda row: counted(row.warnings))
        table.column(
            say("column.revision"),
            lambda row: NOTHING if row.revision is None else str(row.revision),
            count,
        )
        table.column(
            say("column.weight"), lambda row: self._weight(row.weight), ColumnKind.PERCENT, 1
        )
        yield table.made("board", below=self._below)

    def _weight(self, share: Fraction) -> str:
        """Return a share as a percentage with one decimal."""
        return f"{self.to(share * 100, 1)} %"

    def _below(self, row: OpdStatus) -> Iterator[str]:
        """Yield the sentences about an agency's values and files."""
        if row.not_applicable:
            yield self.say("board.not-applicable", count=len(row.not_applicable))
        elif row.state is OpdState.COMPLETE and not row.expected:
            yield self.say("board.nothing-assigned")
        if row.evidence:
            yield self.say("board.evidence", **counted(row.evidence)._asdict())
        if len(row.files) > 1:
            names = tuple(map(self.file, row.files))
            yield self.say("board.several-files", count=len(names), names=names)
        for path, revision in row.superseded:
            key = "board.superseded" if revision is None else "board.superseded-revision"
            yield self.say(key, name=self.file(path), revision=revision)
        if row.perhaps:
            names = tuple(self.file(other.path) for other in row.perhaps)
            yield self.say("board.perhaps", names=names)

    def _other_file(self, other: OtherFile) -> str:
        """Return why a file is no agency's, and whose it might be."""
        said = self.say(f"other-file.{other.reason.value}", said=other.said)
        if other.finding is not None and other.reason in _TOLD_BY_FINDING:
            message = message_of(other.finding, self.language)
            told = f"{message} · {repair_of(other.finding, self.language)}"
            said = told if other.reason is OtherFileReason.PASSED_OVER else f"{said}: {told}"
        if other.nearest is None:
            return said
        return f"{said} · {self.say('other-file.nearest', name=other.nearest.name)}"

    def _day(self) -> str | None:
        return None if self.board.due is None else self.board.due.isoformat()


def _opd(row: OpdStatus) -> dict[str, Json]:
    return {
        "id": row.opd.id,
        "name": row.opd.name,
        "state": row.state,
        "files": row.files,
        "superseded": [path for path, _ in row.superseded],
        "revision": row.revision,
        "answered": row.answered,
        "expected": row.expected,
        "not_applicable": row.not_applicable,
        "unfilled": [one.id for one in row.unfilled],
        "elsewhere": row.elsewhere,
        "errors": row.errors,
        "warnings": row.warnings,
        "weight": row.weight,
        "overdue_days": row.overdue_days,
        "evidence": counted(row.evidence)._asdict() if row.evidence else None,
    }


def _other(other: OtherFile) -> dict[str, Json]:
    return {
        "path": other.path,
        "reason": other.reason,
        "said": other.said,
        "nearest": None if other.nearest is None else other.nearest.id,
    }

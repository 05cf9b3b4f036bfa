"""The words of a board of agencies (OPD), the same in every format for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import PurePath

from kediri_index.messages.catalogue import message_of, repair_of
from kediri_index.messages.dates import in_short
from kediri_index.messages.numbers import fixed, localised
from kediri_index.messages.texts import text
from kediri_index.model.board import Board, OpdState, OpdStatus, OtherFile, OtherFileReason
from kediri_index.model.language import Language

NOTHING = "–"
_IDS_SHOWN = 8
_TOLD_BY_FINDING = frozenset({OtherFileReason.UNREADABLE, OtherFileReason.PASSED_OVER})


class StatusWords:
    """The wording of one board in one language; files are named from *folder* on."""

    def __init__(self, board: Board, language: Language, folder: str) -> None:
        self.board = board
        self.language = language
        self.folder = PurePath(folder)

    def say(self, key: str, **params: object) -> str:
        """Return a text of the catalogue."""
        return text(key, self.language, **params)

    def title(self) -> str:
        """Return whose board it is, of which year, and when all is due."""
        board = self.board
        due = board.due
        parts = (
            board.unit or self.say("unit-unknown"),
            None if board.year is None else str(board.year),
            None
            if due is None
            else self.say("board.due", day=in_short(due, self.language, board.year)),
        )
        return " · ".join(part for part in parts if part)

    def complete(self) -> str:
        """Return how many agencies are complete."""
        return self.say("board.complete", count=self.board.complete, total=len(self.board.opd))

    def state(self, state: OpdState) -> str:
        """Return a state in a word."""
        return self.say(f"state.{state.value}")

    def weight(self, share: Fraction) -> str:
        """Return a share as a percentage with one decimal."""
        return f"{localised(fixed(share * 100, 1), self.language)} %"

    def file(self, path: str) -> str:
        """Return the name of a file in the folder."""
        pure = PurePath(path)
        return str(pure.relative_to(self.folder) if pure.is_relative_to(self.folder) else pure)

    def remarks(self, row: OpdStatus, *, warnings: bool) -> Iterator[str]:
        """Yield the short phrases beside a row; its *warnings* where no column has them."""
        if row.overdue_days:
            yield self.say("board.late", count=row.overdue_days)
        if warnings and row.warnings:
            yield self.say("count.warnings", count=row.warnings)
        if row.not_applicable:
            yield self.not_applicable(row)
        elif row.state is OpdState.COMPLETE and not row.expected:
            yield self.say("board.nothing-assigned")

    def not_applicable(self, row: OpdStatus) -> str:
        """Return how many of an agency's values are n/a."""
        return self.say("board.not-applicable", count=len(row.not_applicable))

    def below(self, row: OpdStatus) -> Iterator[str]:
        """Yield the sentences about an agency's files."""
        if len(row.files) > 1:
            names = tuple(map(self.file, row.files))
            yield self.say("board.several-files", count=len(names), names=names)
        for path, revision in row.superseded:
            name = self.file(path)
            yield (
                self.say("board.superseded", name=name)
                if revision is None
                else self.say("board.superseded-revision", name=name, revision=revision)
            )
        if row.perhaps:
            names = tuple(self.file(other.path) for other in row.perhaps)
            yield self.say("board.perhaps", names=names)

    def other_file(self, other: OtherFile) -> str:
        """Return why a file is no agency's, and whose it might be."""
        said = self.say(f"other-file.{other.reason.value}", said=other.said)
        if other.finding is not None and other.reason in _TOLD_BY_FINDING:
            message = message_of(other.finding, self.language)
            told = f"{message} · {repair_of(other.finding, self.language)}"
            said = told if other.reason is OtherFileReason.PASSED_OVER else f"{said}: {told}"
        if other.nearest is None:
            return said
        return f"{said} · {self.say('other-file.nearest', name=other.nearest.name)}"

    def unassigned(self) -> str | None:
        """Return what no agency answers for, where there is any."""
        nobody = self.board.unassigned
        if not nobody.ids:
            return None
        return self.say(
            "board.unassigned",
            count=len(nobody.ids),
            answered=nobody.answered,
            weight=self.weight(nobody.weight),
            ids=self.ids(nobody.ids),
        )

    def ids(self, ids: Sequence[str]) -> str:
        """Return the first of *ids*, and how many more there are."""
        shown, more = ", ".join(ids[:_IDS_SHOWN]), len(ids) - _IDS_SHOWN
        return self.say("and-more", ids=shown, count=more) if more > 0 else shown

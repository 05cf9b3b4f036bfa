"""Where everything stands in the workbook: sheets, rows and columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kediri_index.messages.texts import text
from kediri_index.model.dataset import Lead
from kediri_index.model.definition import Definition, Group, Indicator
from kediri_index.model.language import Language
from kediri_index.model.workbook import column_letters
from kediri_index.present.yearly.xlsx.leaves import BookLeaf, counts_by
from kediri_index.scoring.answers import is_of_respondents
from kediri_index.scoring.fold import OVERALL

FIRST_ROW: Final = 6
"""The first row below the header on every sheet with a table, counted from 1."""


class SheetNames(NamedTuple):
    """What the sheets are called in one language."""

    summary: str
    scores: str
    answers: str
    recap: str
    report: str
    findings: str
    sources: str
    definition: str

    @classmethod
    def of(cls, language: Language) -> SheetNames:
        """Return the names in *language*."""
        return cls(*(text(f"book.sheet.{name}", language) for name in cls._fields))


class InputRow(NamedTuple):
    """The row of one leaf on the sheet of answers, and the cells there that may hold readings.

    *judged* has the cells of all self-assessed and assessors' scores, those too that do not lead.
    """

    leaf: BookLeaf
    row: int
    judged: tuple[str, ...]
    own: str | None
    assessors: tuple[str, ...]
    measure: str | None
    target: str | None
    score: str
    inapplicable: str
    doubtful: str


class AnswerColumns(NamedTuple):
    """The columns of the sheet of answers, counted from 0; None for those nobody needs."""

    code: int
    printed: int
    name: int
    group: int
    own: int | None
    assessors: tuple[int, ...]
    measure: int | None
    target: int | None
    score: int
    how: int
    file: int
    sheet: int
    cell: int
    inapplicable: int
    doubtful: int


def answer_columns(leaves: Sequence[BookLeaf], lead: Lead) -> AnswerColumns:
    """Return the columns that *leaves* have something for, or could have."""
    scored = any(not one.measured for one in leaves)
    by_self, by_assessor = counts_by(lead)
    answers = [one.answer for one in leaves if one.answer is not None]
    has_self = any(one.self_score is not None for one in answers)
    most = max((len(one.assessor) for one in answers), default=0)
    at = 4
    own = None
    if has_self or (scored and by_self):
        own, at = at, at + 1
    count = max(most, 1 if scored and by_assessor else 0)
    assessors = tuple(range(at, at + count))
    at += count
    measure = target = None
    if any(one.measured for one in leaves):
        measure, at = at, at + 1
    if any(one.reads_target for one in leaves):
        target, at = at, at + 1
    return AnswerColumns(0, 1, 2, 3, own, assessors, measure, target, *range(at, at + 7))


class ScoreColumns(NamedTuple):
    """The columns of the sheet of scores, counted from 0; the last ones are steps of the way."""

    code: int = 0
    name: int = 1
    weight: int = 2
    share: int = 3
    effective: int = 4
    score: int = 5
    carried: int = 6
    published: int = 7
    contribution: int = 8
    class_name: int = 9
    how: int = 10
    counted: int = 11
    answered: int = 12
    applies: int = 13
    reached: int = 14
    reached_carried: int = 15


SCORES: Final = ScoreColumns()


class SheetRow(NamedTuple):
    """The row of a node on the sheet of scores; *first* to *last* are those of its children.

    The overall's *node* is None, and so is its *parent*.
    """

    id: str
    node: Group | Indicator | None
    row: int
    parent: str | None
    given: InputRow | None = None
    first: int = 0
    last: int = 0

    def cell(self, column: int) -> str:
        """Return the address of its cell in *column*."""
        return f"{column_letters(column + 1)}{self.row}"

    def below(self, column: int) -> str:
        """Return the range of its children's cells in *column*, fixed in place."""
        letters = column_letters(column + 1)
        return f"{letters}${self.first}:{letters}${self.last}"


class NodeRows(NamedTuple):
    """The rows of one group's children, under a title in row *title*."""

    parent: SheetRow
    title: int
    rows: tuple[SheetRow, ...]


class BookLayout(NamedTuple):
    """All places of one workbook."""

    names: SheetNames
    columns: AnswerColumns
    inputs: dict[str, InputRow]
    rows: dict[str, SheetRow]
    blocks: tuple[NodeRows, ...]
    has_median: bool

    def answer(self, cell: str) -> str:
        """Return how another sheet refers to a cell of the answers."""
        return f"{self.names.answers}!{cell}"

    def doubtful(self) -> str:
        """Return the range that has 1 for every answer to look at, as another sheet says it."""
        letters = column_letters(self.columns.doubtful + 1)
        last = FIRST_ROW - 1 + max(1, len(self.inputs))
        return self.answer(f"{letters}{FIRST_ROW}:{letters}{last}")

    def score(self, cell: str) -> str:
        """Return how another sheet refers to a cell of the scores."""
        return f"{self.names.scores}!{cell}"

    def above(self, row: SheetRow) -> Iterator[SheetRow]:
        """Yield the groups above *row*, the nearest first, without the overall."""
        parent = row.parent
        while parent:
            yield self.rows[parent]
            parent = self.rows[parent].parent


def layout(
    definition: Definition, leaves: Sequence[BookLeaf], lead: Lead, language: Language
) -> BookLayout:
    """Place every leaf and every node."""
    columns = answer_columns(leaves, lead)
    inputs = {
        leaf.id: _input(leaf, FIRST_ROW + at, columns, lead) for at, leaf in enumerate(leaves)
    }
    rows, blocks = _placed(definition, inputs)
    has_median = definition.aggregate_top.is_inner or any(
        group.aggregate.is_inner for group in definition.all_groups()
    )
    return BookLayout(SheetNames.of(language), columns, inputs, rows, blocks, has_median)


def _input(leaf: BookLeaf, row: int, columns: AnswerColumns, lead: Lead) -> InputRow:
    def cell(column: int | None) -> str | None:
        return None if column is None else f"{column_letters(column + 1)}{row}"

    by_self, by_assessor = counts_by(lead)
    if leaf.answer is not None and is_of_respondents(leaf.answer):
        by_self, by_assessor = True, False
    measured = leaf.measured
    return InputRow(
        leaf,
        row,
        tuple(filter(None, map(cell, (columns.own, *columns.assessors)))),
        cell(columns.own) if by_self and not measured else None,
        tuple(filter(None, map(cell, columns.assessors))) if by_assessor else (),
        cell(columns.measure) if measured else None,
        cell(columns.target) if leaf.reads_target else None,
        cell(columns.score) or "",
        cell(columns.inapplicable) or "",
        cell(columns.doubtful) or "",
    )


def _placed(
    definition: Definition, inputs: dict[str, InputRow]
) -> tuple[dict[str, SheetRow], tuple[NodeRows, ...]]:
    """Return the rows: the overall, then block by block the children of every group."""
    rows: dict[str, SheetRow] = {OVERALL: SheetRow(OVERALL, None, FIRST_ROW, None)}
    blocks: list[NodeRows] = []
    at = FIRST_ROW + 1

    def place(parent: str, children: Sequence[Group | Indicator]) -> None:
        nonlocal at
        title, first = at + 1, at + 2
        found = tuple(
            SheetRow(child.id, child, first + number, parent, inputs.get(child.id))
            for number, child in enumerate(children)
        )
        rows[parent] = rows[parent]._replace(first=first, last=first + len(children) - 1)
        rows.update((row.id, row) for row in found)
        blocks.append(NodeRows(rows[parent], title, found))
        at = first + len(children)
        for child in children:
            if isinstance(child, Group) and child.children:
                place(child.id, child.children)

    place(OVERALL, definition.groups)
    return rows, tuple(
        NodeRows(rows[one.parent.id], one.title, tuple(rows[row.id] for row in one.rows))
        for one in blocks
    )

"""What the rows of all files say of one unit, as it grows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kediri_index.model.answers import UnitAnswers
from kediri_index.model.dataset import Answer, Reading, UnitData


@dataclass(slots=True)
class UnitSoFar:
    """One unit in one year, while rows of any of its files may still be added.

    *plain* are those that a table of plain numbers holds: of a row of a wide table, as long as it
    is the only one, or of rows of a long table, beside which *answers* are all others. *rows* are
    all answers of a leaf that several rows have; *columns* stand beside the answers. *groups* are
    the rows of groups until all files are read, *stated* those of them that are not answers.
    """

    name: str | None
    year: int | None
    answers: dict[str, Answer] = field(default_factory=dict)
    plain: UnitAnswers | None = None
    files: dict[str, None] = field(default_factory=dict)
    agencies: dict[str, str] = field(default_factory=dict)
    wide_files: set[str] = field(default_factory=set)
    rows: dict[str, list[Answer]] = field(default_factory=dict)
    columns: dict[str, Reading] = field(default_factory=dict)
    groups: dict[str, list[Answer]] = field(default_factory=dict)
    stated: dict[str, tuple[Answer, ...]] = field(default_factory=dict)

    def all_answers(self) -> Mapping[str, Answer]:
        """Return the answers by leaf."""
        return self.answers if self.plain is None else self.plain

    def all_rows(self) -> Mapping[str, Answer]:
        """Return the answers by leaf, with the figures of groups that are not answers."""
        if not self.stated:
            return self.all_answers()
        return {group: rows[0] for group, rows in self.stated.items()} | dict(self.all_answers())

    def is_empty(self) -> bool:
        """Return whether no row was about the unit yet."""
        return not (self.answers or self.groups) and self.plain is None

    @property
    def is_one_row(self) -> bool:
        """Whether a row of a wide table is all there is so far."""
        return self.plain is not None and self.plain.table.key is None

    def answer(self, leaf: str) -> Answer | None:
        """Return the answer to *leaf*."""
        return self.all_answers().get(leaf)

    def first_or(self, answer: Answer) -> Answer:
        """Return the answer that is held for its leaf; *answer* itself where it is the first."""
        self._take_out(answer.id)
        return self.answers.setdefault(answer.id, answer)

    def hold(self, answer: Answer) -> None:
        """Hold *answer* in place of what is held for its leaf."""
        self._take_out(answer.id)
        self.answers[answer.id] = answer

    def _take_out(self, leaf: str) -> None:
        """Lay the leaf's plain answer to the others."""
        if self.plain is None:
            return
        if self.is_one_row:  # no longer
            self.answers |= self.plain
            self.plain = None
        elif (answer := self.plain.table.take_out(leaf, self.plain.at)) is not None:
            self.answers[leaf] = answer

    def data(self) -> UnitData:
        """Return what the rows came to."""
        return UnitData(
            self.name,
            self.year,
            self.all_answers(),
            tuple(self.files),
            self.agencies,
            frozenset(self.wide_files),
            {leaf: tuple(answers) for leaf, answers in self.rows.items()},
            self.columns,
            stated=self.stated,
        )

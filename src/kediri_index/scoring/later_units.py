"""The results of many units, computed when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, overload

from kediri_index.model.answers import UnitAnswers
from kediri_index.model.dataset import Lead, UnitData
from kediri_index.model.definition import ClassesOn, Definition
from kediri_index.model.results import UnitResult
from kediri_index.scoring.leaf_scores import leaf_scores
from kediri_index.scoring.score import Settings, ranked, score_unit
from kediri_index.scoring.tree_scores import TreeScores, tree_scores


class Scorable(NamedTuple):
    """A unit's data, the definition it is scored by, and what is handed in beside them."""

    definition: Definition
    data: UnitData
    settings: Settings

    def result(self, *, at_once: bool = False) -> UnitResult:
        """Return all scores of the unit, without its rank; *at_once* those of indicators too."""
        return score_unit(self.definition, self.data, self.settings, at_once=at_once)

    def plain_answers(self) -> UnitAnswers | None:
        """Return the answers where they are plain numbers and gaps alone, that the assessor led."""
        answers = self.data.answers
        if not isinstance(answers, UnitAnswers) or answers.others or self.data.left_out:
            return None
        return None if self.settings.lead is Lead.SELF else answers

    def plain_scores(self) -> TreeScores | None:
        """Return the scores of the tree where :meth:`plain_answers` are all there is to it."""
        if self.plain_answers() is None:
            return None
        return tree_scores(self.definition, leaf_scores(self.definition, self.data, Lead.ASSESSOR))


class LaterUnits(Sequence[UnitResult]):
    """The results of *scorable*, all made when one is asked for; a format may do without.

    *as_columns* says that most of them can be scored together, as columns. Equal to any sequence of
    the same results.
    """

    __slots__ = ("_made", "as_columns", "classes_on", "scorable")

    def __init__(
        self, scorable: Sequence[Scorable], classes_on: ClassesOn, *, as_columns: bool = False
    ) -> None:
        self.scorable = scorable
        self.as_columns = as_columns
        self.classes_on = classes_on
        self._made: tuple[UnitResult, ...] | None = None

    def made(self) -> tuple[UnitResult, ...]:
        """Return all results with their ranks."""
        if self._made is None:
            results = tuple(one.result() for one in self.scorable)
            self._made = ranked(results, self.classes_on)
        return self._made

    def unranked(self) -> Iterator[UnitResult]:
        """Yield the results one by one, without ranks; none are kept."""
        return (one.result(at_once=True) for one in self.scorable)

    @overload
    def __getitem__(self, index: int) -> UnitResult: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[UnitResult, ...]: ...

    def __getitem__(self, index: int | slice) -> UnitResult | tuple[UnitResult, ...]:
        return self.made()[index]

    def __iter__(self) -> Iterator[UnitResult]:
        return iter(self.made())

    def __len__(self) -> int:
        return len(self.scorable)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self.made() == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # as of any sequence that is compared by its items

    def __repr__(self) -> str:
        return repr(self.made())


def are_sums(definition: Definition) -> bool:
    """Return whether every group, and the overall, is a weighted mean."""
    every = [definition.aggregate_top, *(one.aggregate for one in definition.all_groups())]
    return all(one.additive and one.by_shares for one in every)

"""Scores as CSV: one row a node, points for decimals."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import repeat
from math import nan
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.messages.values import fixed, plain
from kediri_index.model.definition import Group, Indicator
from kediri_index.model.scores import ScoreOutcome
from kediri_index.present.escaping import harmless
from kediri_index.scoring.completeness import negated
from kediri_index.scoring.figures import DIGITS, NodeFigures
from kediri_index.scoring.fold import OVERALL, Truth
from kediri_index.scoring.scores import Scores
from kediri_index.scoring.tree import TreeScores

if TYPE_CHECKING:  # few ask for groups
    from kediri_index.model.preparing import UnitYear
    from kediri_index.model.unit_groups import UnitGroups

HEADER = (
    "unit",
    "year",
    "path",
    "id",
    "kind",
    "score",
    "published",
    "weight",
    "effective_weight",
    "completeness",
)
AT_THE_END = ("class", "rank")
"""Columns that came later: they stand behind all others."""
OF_GROUPS = ("unit_group", "unit_group_rank")
"""Columns after those, where the units are grouped by an option."""
_DIGITS = f"%.{DIGITS}g"
OVERALL_ID = "overall"
INDICATOR_KIND = "indicator"
_TOGETHER = 500
"""The lines of so many units are made at once."""
EVERY_UNIT: Truth = True
_ANSWERED = ("0", "1")
_Number = Fraction | float
_Lines = Sequence[str]
"""A line of each unit, empty where it has none; or what all of its lines begin with."""


def lines(outcome: ScoreOutcome, scores: Scores | None, *, grouped: bool = False) -> Iterator[str]:
    """Yield the header and one unit after the other; *path* is the ids from the top, with slashes.

    Below a given group there are none: they do not count. A partial result has one more column.
    The class is worded as the definition does; the rank is the unit's, in its first row. With
    *grouped* each row ends with the unit's group, the first with its rank there too.
    """
    partial = ("partial",) if outcome.partial else ()
    yield _line((*HEADER, *partial, *AT_THE_END, *(OF_GROUPS if grouped else ())))
    if scores is None:
        return
    groups = outcome.unit_groups if grouped else None
    texts = [""] * len(scores)
    for tree, places, positions in scores.trees():
        for start in range(0, len(places), _TOGETHER):
            some = places[start : start + _TOGETHER]
            units = [scores.data(place) for place in some]
            whose = [_start(harmless(one.unit or ""), str(one.year or "")) for one in units]
            part = tree.only(positions[start : start + _TOGETHER])
            ranks = [str(scores.ranks[scores.rows[place]] or "") for place in some]
            left_out = units[0].left_out  # such a unit is scored by itself
            ends = _row_ends([(one.unit, one.year) for one in units], groups)
            rows = _UnitRows(part, whose, ranks, ends, partial=outcome.partial, left_out=left_out)
            nodes = rows.all()
            for place, text in zip(some, map("".join, zip(*nodes, strict=True)), strict=True):
                texts[place] = text
    yield from texts


class _RowEnds(NamedTuple):
    """How the lines of each unit end: the first one, and every other."""

    first: _Lines
    others: _Lines


def _row_ends(units: Sequence[UnitYear], groups: UnitGroups | None) -> _RowEnds:
    """Return the ends of lines: with the group of each unit where there are *groups*."""
    if groups is None:
        plain_ends = ["\n"] * len(units)
        return _RowEnds(plain_ends, plain_ends)
    places = [groups.place(*unit) for unit in units]
    values = [_line((harmless(one.value or ""),))[:-1] for one in places]
    ranks = [str(one.rank or "") for one in places]
    return _RowEnds(
        [f",{value},{rank}\n" for value, rank in zip(values, ranks, strict=True)],
        [f",{value},\n" for value in values],
    )


class _UnitRows:
    """The rows of the units of a tree, a node at a time."""

    def __init__(
        self,
        tree: TreeScores,
        whose: _Lines,
        ranks: _Lines,
        row_ends: _RowEnds,
        *,
        partial: bool,
        left_out: bool,
    ) -> None:
        self.tree = tree
        self.whose = whose
        self.ranks = ranks
        self.row_ends = row_ends
        self.decimals = tree.definition.publish.decimals
        self.left_out = left_out
        self.partial = ",true" if partial else ""
        self.of_indicators = [f"{self.partial},,{end}" for end in row_ends.others]
        self.classes = {
            one.label: _line((harmless(one.label.main),))[:-1] for one in tree.definition.classes
        }

    def all(self) -> Iterator[_Lines]:
        """Yield those of the whole, then of each node before those below it."""
        ends = self._ends(OVERALL, self.ranks, self.row_ends.first)
        names = OVERALL_ID, OVERALL_ID, OVERALL
        yield self._lines(names, EVERY_UNIT, repeat(""), repeat("1"), ends)
        for group in self.tree.definition.groups:
            yield from self._group(group, "", EVERY_UNIT)

    def _group(self, group: Group, above: str, there: Truth) -> Iterator[_Lines]:
        tree, path = self.tree, f"{above}{group.id}"
        answers = self.tree.figures(group.id).answers
        weights = {count: plain(tree.weight(group, count)) for count in {*answers}}
        each = map(weights.__getitem__, answers)
        share = self._effective(group.id)
        ends = self._ends(group.id, repeat(""), self.row_ends.others)
        yield self._lines((path, group.kind, group.id), there, each, share, ends)
        expected = tree.expected.expected
        below = there & negated(tree.leaves.present.get(group.id, False))
        for one in group.indicators:
            wanted = below & (tree.said(one.id) | expected[one.id])
            weight = repeat("1" if one.weight is None else plain(one.weight))
            share = self._effective(one.id)
            names = f"{path}/{one.id}", INDICATOR_KIND, one.id
            yield self._lines(names, wanted, weight, share, self.of_indicators)
        for child in group.groups:
            due = expected[child.id] & (tree.complete[child.id].expected > 0)
            wanted = below & ((tree.folded.answers[child.id] > 0) | due)
            yield from self._group(child, f"{path}/", wanted)

    def _effective(self, node: str) -> Iterator[str]:
        return _texts_of_few(self.tree.reader.shown(self.tree.effective[node]))

    def _ends(self, node: str, ranks: Iterable[str], last: _Lines) -> Iterable[str]:
        """Return how the lines of a node end: with the class of each unit, its rank, and *last*."""
        both = [f",{rank}{end}" for rank, end in zip(ranks, last, strict=False)]
        if not self.classes or self.left_out:
            return (f"{self.partial},{end}" for end in both)
        labels = self.tree.figures(node).labels
        each = ("" if label is None else self.classes[label] for label in labels)
        return (f"{self.partial},{name}{end}" for name, end in zip(each, both, strict=True))

    def _lines(
        self,
        names: tuple[str, str, str],
        there: Truth,
        weights: Iterable[str],
        shares: Iterable[str],
        ends: Iterable[str],
    ) -> _Lines:
        """Return the lines of a node, whose *names* are its path, its kind and its id.

        *weights* are its own, *shares* those in the overall.
        """
        path, kind, node = names
        tree, figures = self.tree, self.tree.figures(node)
        head = _start(*map(harmless, (path, path.rpartition("/")[2], kind)))
        each = zip(
            tree.reader.truths(there),
            self.whose,
            *self._figures(node, figures),
            weights,
            shares,
            self._complete(node, figures),
            ends,
            strict=False,
        )
        return [
            f"{unit}{head}{score},{figure},{weight},{share},{done}{end}" if is_there else ""
            for is_there, unit, score, figure, weight, share, done, end in each
        ]

    def _figures(self, node: str, figures: NodeFigures) -> tuple[Iterable[str], Iterable[str]]:
        """Return the scores of a node, and those published."""
        if self.left_out:
            return repeat(""), repeat("")
        reader, form = self.tree.reader, f"%.{self.decimals}f"
        published = reader.published_shown(node, figures.carried)
        return (
            _texts(reader.shown(figures.exact)),
            _texts(published, form, lambda one: fixed(one, self.decimals)),
        )

    def _complete(self, node: str, figures: NodeFigures) -> Iterable[str]:
        if isinstance(self.tree.nodes.get(node), Indicator):
            return map(_ANSWERED.__getitem__, figures.given)
        arithmetic, expected = self.tree.arithmetic, self.tree.expected.expected[node]
        share = arithmetic.where(expected, self.tree.complete[node].share, arithmetic.nothing)
        return _texts_of_few(self.tree.reader.shown(share))


def _line(cells: Iterable[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()


def _start(*cells: str) -> str:
    """Return the start of a line that says *cells* first."""
    return f"{_line(cells)[:-1]},"


def _texts(
    numbers: Sequence[_Number], form: str = _DIGITS, text: Callable[[Fraction], str] = plain
) -> Iterable[str]:
    """Return *numbers* as they are written: doubles at once in this *form*, fractions by *text*."""
    fractions = {at: one for at, one in enumerate(numbers) if isinstance(one, Fraction)}
    doubles = (
        [nan if at in fractions else one for at, one in enumerate(numbers)]
        if fractions
        else numbers
    )
    written = "\n".join([form] * len(doubles)) % (*doubles,)
    texts = written.replace("nan", "").split("\n")
    if "e" in written:
        fractions |= {at: Fraction(one) for at, one in enumerate(texts) if "e" in one}
    for at, one in fractions.items():
        texts[at] = text(one)
    return texts


def _texts_of_few(numbers: Sequence[_Number]) -> Iterator[str]:
    """Return *numbers*, of which few differ, as they are written."""
    different = [*{*numbers}]
    texts = dict(zip(different, _texts(different), strict=True))
    return map(texts.__getitem__, numbers)

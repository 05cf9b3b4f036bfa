"""Scores as CSV: one row a node, points for decimals."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from kediri_index.messages.values import fixed, plain
from kediri_index.model.definition import Group
from kediri_index.model.scores import ScoreOutcome
from kediri_index.present.escaping import harmless
from kediri_index.scoring.blocks import Block
from kediri_index.scoring.figures import DIGITS, NodeFigures
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.scores import Scores

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
OVERALL_ID = "overall"
INDICATOR_KIND = "indicator"
_Cells = str | Sequence[Fraction | float | str | None]
"""The cells of all units, one text where they are the same."""
Lines = list[str]
"""What a row of each unit says after whose it is; empty where the unit has no such row."""


def lines(outcome: ScoreOutcome, scores: Scores | None) -> Iterator[str]:
    """Yield the header and one unit after the other; *path* is the ids from the top, with slashes.

    Below a given group there are none: they do not count. A partial result has one more column.
    """
    yield _line((*HEADER, "partial") if outcome.partial else HEADER)
    if scores is None:
        return
    texts = [""] * len(scores)
    for block, places, positions in scores.blocks():
        rows = [one for one in _Rows(block, partial=outcome.partial).all() if any(one)]
        for place, at in zip(places, positions, strict=True):
            unit = scores.data(place)
            whose = _line((harmless(unit.unit or ""), str(unit.year or ""))).rstrip("\n") + ","
            texts[place] = "".join([whose + row[at] for row in rows if row[at]])
    yield from texts


class _Rows:
    """The rows of the units of a block, a node at a time."""

    def __init__(self, block: Block, *, partial: bool) -> None:
        self.block = block
        self.decimals = block.definition.publish.decimals
        self.end = ",true\n" if partial else "\n"

    def all(self) -> Iterator[Lines]:
        """Yield those of the whole, then of each node before those below it."""
        whole = self.block.figures(OVERALL)
        every = [True] * self.block.size
        shares = [one.share for one in whole.completeness]
        yield self._lines(OVERALL_ID, OVERALL_ID, whole, every, ("", "1", shares))
        for group in self.block.definition.groups:
            yield from self._group(group, "", every)

    def _group(self, group: Group, above: str, there: Sequence[bool]) -> Iterator[Lines]:
        path, found = f"{above}{group.id}", self.block.figures(group.id)
        shares = [one.share for one in found.completeness]
        weights = [self.block.weight(group, answers) for answers in found.answers]
        yield self._lines(path, group.kind, found, there, (weights, None, shares))
        below = [one and not given for one, given in zip(there, found.given, strict=True)]
        for one in group.indicators:
            figures, said = self.block.figures(one.id), self.block.said(one.id)
            each = zip(below, said, figures.expected, strict=True)
            wanted = [there and (known or due) for there, known, due in each]
            weight = "1" if one.weight is None else plain(one.weight)
            answered = ["1" if given else "0" for given in figures.given]
            name = f"{path}/{one.id}"
            yield self._lines(name, INDICATOR_KIND, figures, wanted, (weight, None, answered))
        for child in group.groups:
            figures = self.block.figures(child.id)
            parts = zip(below, figures.answers, figures.completeness, strict=True)
            wanted = [one and bool(answers or due.expected) for one, answers, due in parts]
            yield from self._group(child, f"{path}/", wanted)

    def _lines(
        self,
        path: str,
        kind: str,
        figures: NodeFigures,
        there: Sequence[bool],
        weights: tuple[_Cells, _Cells | None, _Cells],
    ) -> Lines:
        """Return the lines of a node; *weights* are its own, that in the overall, how complete."""
        block, end = self.block, self.end
        own, effective, complete = weights
        if effective is None:
            effective = block.columns.shown(block.effective[figures.node])
        node = path.rpartition("/")[2]
        head = _line(map(harmless, (path, node, kind))).rstrip("\n")
        published = block.columns.published_shown(figures.node, figures.carried)
        form = f"%.{self.decimals}f"
        each = zip(
            there,
            self._texts(block.columns.shown(figures.exact)),
            ["" if one is None else _fixed(one, self.decimals, form) for one in published],
            self._texts(own),
            self._texts(effective),
            self._texts(complete),
            strict=True,
        )
        return [
            f"{head},{score},{figure},{weight},{share},{done}{end}" if is_there else ""
            for is_there, score, figure, weight, share, done in each
        ]

    def _texts(self, cells: _Cells) -> Sequence[str]:
        if isinstance(cells, str):
            return [cells] * self.block.size
        return [one if isinstance(one, str) else _text(one) for one in cells]


def _line(cells: Iterable[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()


def _fixed(value: Fraction | float, decimals: int, form: str) -> str:
    return form % value if isinstance(value, float) else fixed(value, decimals)


def _text(value: Fraction | float | None) -> str:
    """Return a number as it is written; a double in the digits that are sure."""
    if value is None:
        return ""
    if isinstance(value, float):
        text = f"{value:.{DIGITS}g}"
        return plain(Fraction(text)) if "e" in text else text
    return plain(value)

"""Numbers whose score was cut at the end of its range, some by so much that they are odd."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Final, NamedTuple

from kediri_index.model.definition import Definition, Indicator
from kediri_index.model.findings import Finding, FindingText, Severity
from kediri_index.model.language import NamedFigures, Perhaps, Spread
from kediri_index.model.numbers import NEAR, factor_within
from kediri_index.model.scoring import Direction, Outside, Range, Reads
from kediri_index.rules.magnitude.figures import (
    AskedRows,
    SheetColumn,
    SheetFigure,
    SlipDoubt,
    down_the_sheet,
    signed_size,
)
from kediri_index.scoring.score_rule import between, score_value, within

FINDINGS = (
    FindingText(
        "C152",
        Severity.WARNING,
        "jauh di luar rentang penilaian",
        "far outside the range of the score",
        "«{value}» jauh di luar {ends}; nilainya dipotong menjadi {score}{perhaps}",
        "«{value}» is far outside {ends}; its score is cut to {score}{perhaps}",
        "periksa angka dan satuannya; bila memang benar, catat sebagai pengecualian",
        "check the number and its unit; if both are right, add a waiver",
        related=("C205",),
    ),
    FindingText(
        "C155",
        Severity.NOTE,
        "nilai dipotong pada batas rentang",
        "score cut at the end of its range",
        "«{value}» di luar {ends}; nilainya dipotong menjadi {score}",
        "«{value}» is outside {ends}; its score is cut to {score}",
        "tidak perlu diubah bila angkanya benar",
        "nothing to change if the number is right",
    ),
    FindingText(
        "C156",
        Severity.NOTE,
        "beberapa nilai dipotong pada batas rentang",
        "several scores cut at the end of their range",
        "{count} angka pada kolom ini di luar rentang penilaiannya, dan nilainya dipotong pada "
        "batas rentang: {named}",
        "{count} numbers in this column are outside the range of their scores, which are cut at "
        "its end: {named}",
        "tidak perlu diubah bila angkanya benar",
        "nothing to change if the numbers are right",
    ),
)

TENTH: Final = Fraction(1, 10)
"""Of the range: what is cut by more is odd."""
FEWEST_BESIDE: Final = 5
"""How many other numbers in a column of units show what they are like."""
SHOWN: Final = 3


class Cut(NamedTuple):
    """A figure beyond *ends*, whose score was cut to *score*; *far* by more than a tenth."""

    figure: SheetFigure
    ends: Range
    score: Fraction
    far: bool


class UncutRange(NamedTuple):
    """Between which *ends* no number of an indicator is cut; None where its target decides.

    *keeps* tells of a number whether it is surely not cut.
    """

    indicator: Indicator
    ends: Range | None
    keeps: Callable[[Fraction], bool]

    def ends_at(self, goal: Fraction | Range | None) -> Range | None:
        """Return the ends, those of an achievement by the *goal* it has; None without one."""
        if self.ends is not None or not isinstance(goal, Fraction) or goal <= 0:
            return self.ends
        return (
            (Fraction(0), goal)
            if self.indicator.direction is Direction.HIGHER
            else (goal, 2 * goal)
        )

    def doubtful(self, sizes: Iterable[int | None], goal: Fraction | Range | None) -> Iterator[int]:
        """Yield the positions of numbers that may be cut; *sizes* are theirs, with their signs."""
        ends = self.ends_at(goal)
        if ends is None:
            return
        low, high = map(signed_size, ends)
        for at, size in enumerate(sizes):
            if size is not None and not low < size < high:
                yield at

    def cut(self, figure: SheetFigure, goal: Fraction | Range | None = None) -> Cut | None:
        """Return how the score of *figure* was cut, None where it was not."""
        if self.keeps(figure.number):
            return None
        rule, direction = self.indicator.rule, self.indicator.direction
        ends = self.ends_at(goal)
        if ends is None or (self.ends is None and figure.number < 0):
            return None
        target = goal if self.ends is None and isinstance(goal, Fraction) else None
        uncut = rule._replace(outside=Outside.KEEP)
        whole = score_value(uncut, figure.number, target, direction).value
        if whole is None or rule.to is None or between(rule.to, whole):
            return None
        low, high = rule.to
        score = high if whole > high else low
        is_far = self.ends is not None and abs(whole - score) > TENTH * (high - low)
        return Cut(figure, ends, score, is_far)


def cutters(definition: Definition, indicators: Iterable[Indicator]) -> Mapping[str, UncutRange]:
    """Return those of *indicators* whose scores may be cut, by id.

    What a step of ``prepare`` changes first is not scored as it stands in the cell.
    """
    changed: set[str] = set()
    for step in definition.prepare:
        changed.update(getattr(step, "by", None) or () if step.name == "denominate" else ())
        if step.name == "treat":
            return {}
    found = {}
    for one in indicators:
        if one.id not in changed and (cutter := _cutter(one)) is not None:
            found[one.id] = cutter
    return found


def _cutter(indicator: Indicator) -> UncutRange | None:
    rule = indicator.rule
    if rule.outside is not Outside.CLIP or rule.to is None:
        return None
    method = rule.method
    if method.has_target:
        _, cap = method.extremes()
        capped = cap is not None and cap <= 1
        several = isinstance(method.own_target, tuple)
        return None if capped or several else UncutRange(indicator, None, _never)
    ends = method.posts
    if ends is None and method.reads is Reads.SCORE and not method.choices:
        ends = rule.to
    return None if ends is None else UncutRange(indicator, ends, within(ends))


def _never(number: Fraction) -> bool:
    del number
    return False


def odd_cuts(cuts: Iterable[Cut], sizes: Callable[[], Iterable[int]]) -> Iterator[SlipDoubt]:
    """Yield C152 for each of *cuts* that is far, and is not as the other figures are.

    *sizes* gives those of the column's figures.
    """
    far = [cut for cut in cuts if cut.far]
    if not far:
        return
    others = Counter(sizes()) - Counter(cut.figure.size for cut in far)
    for cut in far:
        figure = cut.figure
        if others.total() >= FEWEST_BESIDE and _is_usual(figure.size, min(others), max(others)):
            continue
        factor = factor_within(figure.number, cut.ends)
        maybe = None if factor is None else figure.number * factor
        params = {"ends": Spread(*cut.ends), "score": cut.score, "perhaps": Perhaps(maybe)}
        yield SlipDoubt("C152", figure, factor, params)


def _is_usual(size: int, smallest: int, largest: int) -> bool:
    """Return whether a figure lies near those of the other units, cut or not."""
    return smallest <= size * NEAR and size <= largest * NEAR


def notes(cuts: Iterable[Cut], asked: AskedRows) -> Iterator[Finding]:
    """Yield C155 for a cut alone in its column, C156 for several, those of *asked* rows first."""
    by_column: dict[SheetColumn, list[Cut]] = {}
    for cut in cuts:
        by_column.setdefault(cut.figure.column, []).append(cut)
    for found in by_column.values():
        together = sorted(found, key=lambda cut: down_the_sheet(cut.figure, asked))
        cut = together[0]
        reading = cut.figure.read()
        if len(together) == 1:
            yield Finding.at_cell(
                "C155",
                reading.source,
                reading.text,
                cut.figure.indicator.id,
                ends=Spread(*cut.ends),
                score=cut.score,
            )
            continue
        named = [(one.figure.read().source.cell, one.figure.number) for one in together[:SHOWN]]
        ids = {one.figure.indicator.id for one in together}
        yield Finding.at_cell(
            "C156",
            reading.source,
            reading.text,
            ids.pop() if len(ids) == 1 else None,
            count=len(together),
            named=NamedFigures(
                tuple((cell or "", number) for cell, number in named), len(together) - len(named)
            ),
        )

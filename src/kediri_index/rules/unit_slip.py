"""A figure a hundred or a thousand times off those beside it: 0.85 in a column around 85."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, NamedTuple

from kediri_index.model.dataset import Answer, Reading, UnitData
from kediri_index.model.definition import Definition, Indicator
from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.places import Source
from kediri_index.model.scoring import Reads
from kediri_index.model.spread import Spread
from kediri_index.model.wide_answers import WideAnswers, full_answers
from kediri_index.rules.context import DataContext

FINDINGS = (
    FindingText(
        "C130",
        Severity.WARNING,
        "satuan mungkin tertukar",
        "perhaps a slip of the unit",
        "«{value}» jauh dari angka yang sebanding ({beside}); mungkin {maybe}?",
        "«{value}» is far from comparable figures ({beside}); perhaps {maybe}?",
        "periksa satuannya, dan perbaiki angkanya bila keliru",
        "check the unit, and correct the number if it is wrong",
    ),
)

HUNDRED: Final = 100
THOUSAND: Final = 1000
FEWEST_BESIDE: Final = 3
"""How many other percentages of a unit show what they are like."""
FEWEST_UNITS: Final = 5
"""How many other units do."""
FEW: Final = 5
"""Of as many figures, one may be a slip."""
APART: Final = 10
NEAR: Final = 2
ONE: Final = 10**9
"""Sizes are whole billionths: comparing fractions would cost ten times as much."""


class Figure(NamedTuple):
    """A number above or below zero; *read* gives its reading, which hardly any of them needs."""

    size: int
    number: Fraction
    read: Callable[[], Reading]
    indicator: Indicator
    near_target: bool = False


@dataclass(frozen=True)
class AtHand:
    """A reading that is at hand, for figures that leave their data behind."""

    reading: Reading

    def __call__(self) -> Reading:
        """Return it."""
        return self.reading


class Within(NamedTuple):
    """The slips in the units by themselves, by cell, and the figures that units can share."""

    findings: dict[Source, Finding]
    figures: dict[str, list[Figure]]


class _Slip(NamedTuple):
    figure: Figure
    maybe: Fraction
    beside: Spread


def unit_slip(context: DataContext) -> Iterable[Finding]:
    """Yield C130 once a cell: beside the unit's percentages, the target, or the other units."""
    return among_units(within_units(context.definition, context.data.units)).values()


def within_units(definition: Definition, units: Iterable[UnitData]) -> Within:
    """Return what each unit shows by itself, and its figures, to be compared with others'."""
    measured = {
        one.id: one for one in definition.all_indicators() if one.rule.method.reads is Reads.MEASURE
    }
    found = Within({}, {})
    for unit in units if measured else ():
        percentages = []
        for figure, target in _figures(unit, measured):
            found.figures.setdefault(figure.indicator.id, []).append(figure)
            if target is not None:
                _name(found.findings, _beside_target(figure, target))
            if figure.indicator.is_percent:
                percentages.append(figure)
        _name(found.findings, _slips(percentages, HUNDRED, FEWEST_BESIDE))
    return found


def among_units(within: Within) -> dict[Source, Finding]:
    """Return the findings of *within*, and those that its figures make beside each other."""
    found = dict(within.findings)
    for figures in within.figures.values():
        _name(found, _slips(figures, _factor(figures[0].indicator), FEWEST_UNITS))
    return found


def _name(found: dict[Source, Finding], slips: Iterable[_Slip]) -> None:
    """Add each slip to *found* that would be a valid figure; the first of a cell counts."""
    for slip in slips:
        figure, valid = slip.figure, slip.figure.indicator.valid
        if valid is None or valid[0] <= slip.maybe <= valid[1]:
            reading = figure.read()
            found.setdefault(
                reading.source,
                Finding.at_cell(
                    "C130",
                    reading.source,
                    reading.text,
                    figure.indicator.id,
                    maybe=slip.maybe,
                    beside=slip.beside,
                ),
            )


def _figures(
    unit: UnitData, measured: Mapping[str, Indicator]
) -> Iterator[tuple[Figure, Figure | None]]:
    """Yield the figure of each measured result, and that of its target."""
    answers = unit.answers
    for column, number in answers.plain() if isinstance(answers, WideAnswers) else ():
        indicator = measured.get(column.id)
        if indicator is not None and (size := _size(number)):
            yield Figure(size, number, _measure(answers, column.id), indicator), None
    for answer in full_answers(unit):
        indicator = measured.get(answer.id)
        if indicator is None or (figure := _figure(answer.measure, indicator)) is None:
            continue
        target = _figure(answer.target, indicator)
        yield figure._replace(near_target=target is not None and _near(figure, target)), target


def _measure(answers: Mapping[str, Answer], answer_id: str) -> Callable[[], Reading]:
    def read() -> Reading:
        reading = answers[answer_id].measure
        assert reading is not None  # noqa: S101 - it has a number
        return reading

    return read


def _figure(reading: Reading | None, indicator: Indicator) -> Figure | None:
    """Return the figure of *reading*; a zero is none."""
    if reading is None or not (number := reading.number) or not (size := _size(number)):
        return None
    return Figure(size, number, AtHand(reading), indicator)


def _size(number: Fraction) -> int:
    over, under = number.as_integer_ratio()
    return abs(over) * ONE // under


def _near(figure: Figure, target: Figure) -> bool:
    small, large = sorted((figure.size, target.size))
    return large <= APART * small


def _beside_target(result: Figure, target: Figure) -> Iterator[_Slip]:
    """Yield the result, or the target, where one is about a hundred times the other.

    What is no percentage is about a thousand times: its mark of thousands was read as a decimal
    one. Of the two it is the target only where that is a fraction and the result is not.
    """
    small, large = sorted((result.size, target.size))
    factor = _factor(result.indicator)
    if not small * factor <= large * NEAR <= small * factor * NEAR * NEAR:
        return
    slipped, other = (target, result) if _is_fraction(target, result) else (result, target)
    maybe = slipped.number * factor if slipped.size == small else slipped.number / factor
    yield _Slip(slipped, maybe, Spread(other.number, other.number))


def _factor(indicator: Indicator) -> int:
    return HUNDRED if indicator.is_percent else THOUSAND


def _is_fraction(target: Figure, result: Figure) -> bool:
    """Return whether the target is below one, or no whole number, where the result is not so."""
    if target.indicator.is_percent:
        return target.size <= ONE < result.size
    return target.number.denominator != 1 == result.number.denominator


def _slips(figures: list[Figure], factor: int, fewest: int) -> Iterator[_Slip]:
    """Yield the few figures far from all others that, times or by *factor*, lie among them.

    The others have to be alike, and a figure near its own target is no slip.
    """
    if len(figures) <= fewest:
        return
    sizes = sorted(figure.size for figure in figures)
    few = max(1, len(sizes) // FEW)
    counts = range(few, 0, -1)
    low = next((n for n in counts if sizes[n] > APART * sizes[n - 1]), 0)
    high = next((n for n in counts if sizes[-n] > APART * sizes[-n - 1]), 0)
    among = sizes[low : len(sizes) - high]
    if len(among) == len(sizes) or len(among) < fewest:
        return
    smallest, largest = among[0], among[-1]
    if largest > APART * smallest:
        return
    beside = Spread(Fraction(smallest, ONE), Fraction(largest, ONE))
    for figure in figures:
        if figure.near_target or smallest <= figure.size <= largest:
            continue
        is_small = figure.size < smallest
        maybe = figure.number * factor if is_small else figure.number / factor
        size = figure.size * factor if is_small else figure.size // factor
        if smallest <= size * NEAR and size <= largest * NEAR:
            yield _Slip(figure, maybe, beside)

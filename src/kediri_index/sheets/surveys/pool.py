"""The respondents of one unit, from however many sheets, and the values that they come to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Final

from kediri_index.messages.values import plain
from kediri_index.model.dataset import Answer, Reading
from kediri_index.model.definition import Definition, Indicator
from kediri_index.model.findings import Finding, Source
from kediri_index.model.numbers import Digits
from kediri_index.model.scoring import Reads
from kediri_index.model.survey import Survey, SurveyValue
from kediri_index.model.workbook import Workbook
from kediri_index.scoring.rounding import round_half_up
from kediri_index.scoring.statistics.intervals import mean_interval, share_interval
from kediri_index.sheets.rows.row import faults_of_value
from kediri_index.sheets.surveys.respondents import Seen, first_of, respondents_of
from kediri_index.sheets.surveys.sheet_answers import IndicatorAnswers, SheetAnswers
from kediri_index.sheets.surveys.table import SurveyTable

_DECIMALS: Final = 6
"""So many of a value are shown; it is computed without rounding."""
_PERCENT: Final = 100


class SurveyPool:
    """Takes in the sheets of respondents of one unit, and makes the answers of its indicators."""

    def __init__(self, definition: Definition) -> None:
        indicators = definition.all_indicators()
        self._asked = [(one, one.survey) for one in indicators if one.survey is not None]
        self._seen = Seen()
        self._answers: dict[str, IndicatorAnswers] = {}

    def add(
        self, table: SurveyTable, in_time: Callable[[int], None], file: Workbook
    ) -> Iterator[Finding]:
        """Take in the respondents in *table* of *file*; yield what is wrong with them."""
        yield from table.findings
        if not table.columns:  # as those findings say
            return
        rows, findings = respondents_of(table, self._seen, file.sha256)
        yield from findings
        if not rows:
            if not findings:
                yield Finding.at_cell("F410", table.sheet.place())
            return
        sheet = SheetAnswers(table, rows, from_csv=file.is_csv)
        for indicator, survey in self._asked:
            in_time(len(rows))
            answers = sheet.of(indicator, survey)
            if answers is not None:
                self._answers.setdefault(indicator.id, IndicatorAnswers()).add(answers)
        yield from sheet.findings()

    def values(self) -> Iterator[tuple[Answer, tuple[Finding, ...]]]:
        """Yield the answer of each indicator with respondents, and what is wrong with it."""
        for indicator, survey in self._asked:
            answers = self._answers.get(indicator.id)
            if answers is not None and answers.means:
                yield _answer(indicator, survey, answers)

    def too_few(self) -> Iterator[Finding]:
        """Yield S827 once for each number of respondents that is below the least."""
        found: dict[tuple[str, int, int], list[tuple[str, Source]]] = {}
        for indicator, survey in self._asked:
            answers = self._answers.get(indicator.id)
            count = 0 if answers is None else answers.means.total()
            if answers is not None and 0 < count < survey.min_respondents:
                place = answers.headers[0]
                key = place.file, count, survey.min_respondents
                found.setdefault(key, []).append((indicator.id, place))
        for (_, count, least), concerned in found.items():
            ids = [one for one, _ in concerned]
            only = ids[0] if len(ids) == 1 else None
            shown = first_of(ids)
            place = concerned[0][1]
            yield Finding.at_cell(
                "S827", place, None, only, count=count, least=least, indicators=shown
            )


def beside(first: Answer, own: Answer) -> tuple[Answer, Finding | None]:
    """Return the answer of a row *first* with the value of a survey, which counts.

    S833 where the row has another number, by more than its rounding.
    """
    if own.measure is None:
        typed, counting = first.self_score, own.self_score
        both = first._replace(self_score=counting, shares=None, survey=own.survey)
    else:
        typed, counting = first.measure, own.measure
        both = first._replace(measure=counting, shares=None, survey=own.survey)
    if typed is None or typed.number is None or counting is None or counting.number is None:
        return both, None
    decimals = len(typed.text.replace(",", ".").partition(".")[2])
    if round_half_up(counting.number, min(decimals, _DECIMALS)) == typed.number:
        return both, None
    other = counting.source.seen_from(typed.source.file)
    differs = Finding.at_cell(
        "S833", typed.source, typed.text, own.id, said=counting.text, other=other
    )
    return both, differs


def _answer(
    indicator: Indicator, survey: Survey, answers: IndicatorAnswers
) -> tuple[Answer, tuple[Finding, ...]]:
    """Return the answer that respondents give, checked as a number in a cell is."""
    value = _value(indicator, survey, answers)
    place = answers.headers[0]
    text = Digits(plain(round_half_up(value.value, _DECIMALS)))
    reading, faults = faults_of_value(Reading(value.value, None, text, place), indicator)
    findings = tuple(
        Finding.at_cell(one.code, place, text, indicator.id, **one.params) for one in faults
    )
    if indicator.rule.method.reads is Reads.MEASURE:
        return Answer(indicator.id, place, measure=reading, survey=value), findings
    return Answer(indicator.id, place, self_score=reading, survey=value), findings


def _value(indicator: Indicator, survey: Survey, answers: IndicatorAnswers) -> SurveyValue:
    means, count = answers.means, answers.means.total()
    least, share = survey.share_at_least, None
    if least is None:
        value = sum((mean * n for mean, n in means.items()), start=Fraction(0)) / count
        squares = sum((n * (mean - value) ** 2 for mean, n in means.items()), start=Fraction(0))
        interval = mean_interval(value, squares / max(count - 1, 1), count)
        low, high = map(float, survey.scale)
    else:
        share = Fraction(sum(n for mean, n in means.items() if mean >= least), count)
        times = _PERCENT if indicator.is_percent else 1
        value, (low, high) = share * times, (0.0, float(times))
        of_one = share_interval(share, count)
        interval = of_one[0] * times, of_one[1] * times
    if interval is not None:
        interval = max(interval[0], low), min(interval[1], high)
    return SurveyValue(
        survey, value, count, interval, tuple(answers.answered), tuple(answers.first), share
    )

"""Reading a file of uncertain values, and finding the values in the data: all faults at once."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

from kediri_index.definition.faults import told
from kediri_index.errors import UncertainError
from kediri_index.model.dataset import Answer
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Profile, unit_key
from kediri_index.model.robustness import DrawnValue, UncertainValue, UncertainValues
from kediri_index.model.scoring import Reads
from kediri_index.model.text import Names
from kediri_index.scoring.answers import direction_of, leading, leaf_score, rule_of
from kediri_index.scoring.prepare.panel import panel_of
from kediri_index.scoring.score_rule import score_value
from kediri_index.scoring.scores import Scores
from kediri_index.sheets.numbers import Number, TwoReadings, parse_number
from kediri_index.usecases.delimited_text import DelimitedText

_UNIT, _YEAR, _INDICATOR, _SD, _LOW, _HIGH = "unit", "year", "indicator", "sd", "low", "high"
_COLUMNS = (_UNIT, _YEAR, _INDICATOR, _SD, _LOW, _HIGH)
_NUMBERS = (_YEAR, _SD, _LOW, _HIGH)
_KNOWN = f"{_UNIT},{_INDICATOR},{_SD}"


def load_uncertain(
    path: str | os.PathLike[str], definition: Definition, *, limits: Limits | None = None
) -> UncertainValues:
    """Return the values in the CSV file at *path*, with the findings on it that need no data.

    Its header is ``unit,indicator,sd`` or ``unit,indicator,low,high``, in any order, perhaps with
    ``year``. :func:`~kediri_index.robustness` raises its findings with those on the data. Raises
    :class:`~kediri_index.errors.NotFoundError`, :class:`~kediri_index.errors.UsageError` for a file
    that is no text, or :class:`~kediri_index.errors.UncertainError` where no row can be read.
    """
    text = DelimitedText.read(
        Path(path),
        limits or Limits(),
        UncertainError,
        gone="uncertain-not-found",
        encoding="uncertain-encoding",
    )
    return _Reading(text, definition).values()


class _Reading:
    def __init__(self, text: DelimitedText, definition: Definition) -> None:
        self.text = text
        self.limit = text.limits.weights
        self.indicators = {one.id: one for one in definition.all_indicators()}
        self.names = Names(self.indicators)
        self.findings: list[Finding] = []
        self.places: dict[str, int] = {}

    def values(self) -> UncertainValues:
        seen = max(map(self.text.text.count, "\n\r"))
        if seen > self.limit:
            params = {"seen": seen, "limit": self.limit, "option": f"--limit weights={seen}"}
            raise UncertainError((Finding("S722", file=self.text.path, params=params),))
        rows = self.text.rows()
        line, header = next(rows, (1, []))
        names = [cell.strip().casefold() for cell in header]
        if header and not {*names} & {*_COLUMNS}:
            params = {"known": _KNOWN}
            raise UncertainError((Finding("D282", file=self.text.path, params=params),))
        self._check_header(line, header, names)
        if not self.findings:
            found = tuple(self._rows(rows, len(header)))
            if found or self.findings:
                return UncertainValues(self.text.path, found, tuple(self.findings))
            self._note("S862", line, header, 0, "", columns=", ".join(names))
        raise UncertainError(told(self.findings, self.text.limits))

    def _check_header(self, line: int, header: Sequence[str], names: Sequence[str]) -> None:
        for at, name in enumerate(names):
            if name not in _COLUMNS or name in self.places:
                self._note("S860", line, header, at, header[at].strip())
            self.places.setdefault(name, at)
        wanted = [one for one in (_UNIT, _INDICATOR) if one not in self.places]
        if _SD not in self.places:
            ends = [one for one in (_LOW, _HIGH) if one not in self.places]
            wanted += [_SD] if len(ends) > 1 else ends
        elif (_LOW in self.places) != (_HIGH in self.places):
            wanted.append(_HIGH if _LOW in self.places else _LOW)
        if wanted:
            self._note("S856", line, header, 0, ", ".join(wanted), known=_KNOWN)

    def _rows(self, rows: Iterator[tuple[int, list[str]]], size: int) -> Iterator[UncertainValue]:
        for line, cells in rows:
            if len(cells) != size:
                self._note("S861", line, cells, 0, "", there=len(cells), columns=size)
            else:
                yield from self._value(line, cells)

    def _value(self, line: int, cells: Sequence[str]) -> Iterator[UncertainValue]:
        """Yield the value of a row, where its cells say one."""
        told_before = len(self.findings)
        numbers = {name: self._number(line, cells, name) for name in _NUMBERS}
        unit, at = self._cell(cells, _UNIT), self.places[_INDICATOR]
        indicator = self._cell(cells, _INDICATOR)
        node = self.indicators.get(indicator)
        if node is None:
            near = self.names.suggest(indicator)
            self._note("S852", line, cells, at, indicator, nearest=near)
        elif node.rule.method.choices and node.rule.method.reads is not Reads.MEASURE:
            self._note("S859", line, cells, at, indicator)
        sd, low, high = (numbers[name] for name in (_SD, _LOW, _HIGH))
        if len(self.findings) == told_before:
            said = [bool(self._cell(cells, name)) for name in (_SD, _LOW, _HIGH)]
            if said not in ([True, False, False], [False, True, True]):
                self._note("S855", line, cells, at, indicator)
            elif low is not None and high is not None and low > high:
                self._note("S854", line, cells, self.places[_LOW], self._cell(cells, _LOW))
        columns = (
            self.text.column(line, cells, self.places[_UNIT]),
            self.text.column(line, cells, at),
        )
        year = numbers[_YEAR]
        yield UncertainValue(
            unit, indicator, sd, low, high, None if year is None else int(year), line, columns
        )

    def _cell(self, cells: Sequence[str], name: str) -> str:
        at = self.places.get(name)
        return "" if at is None else cells[at].strip()

    def _number(self, line: int, cells: Sequence[str], name: str) -> Fraction | None:
        """Return the number in the column *name*, None where it has none."""
        cell = self._cell(cells, name)
        if not cell:
            return None
        found = None
        match parse_number(cell, exponent_allowed=True):
            case Number(value, percent=False) | TwoReadings(value, percent=False):
                found = value
        if found is None or (name == _SD and found < 0) or (name == _YEAR and found % 1):
            self._note("S853", line, cells, self.places[name], cell, column=name)
            return None
        return found

    def _note(
        self, code: str, line: int, cells: Sequence[str], at: int, value: str, **params: object
    ) -> None:
        """Add a finding at the cell number *at* of a line."""
        column = self.text.column(line, cells, at)
        self.findings.append(
            Finding(code, file=self.text.path, line=line, column=column, value=value, params=params)
        )


def drawn_values(
    uncertain: UncertainValues, scores: Scores, profile: Profile | None, limits: Limits
) -> tuple[DrawnValue, ...]:
    """Return the *uncertain* values at the places of their units, ready to be drawn.

    Raises :class:`~kediri_index.errors.UncertainError` with every finding, on the file and on what
    *scores* has.
    """
    placing = _Placing(uncertain, scores, profile)
    found = tuple(placing.values())
    if placing.findings:
        raise UncertainError(told(placing.findings, limits))
    return found


class _Placing:
    def __init__(self, uncertain: UncertainValues, scores: Scores, profile: Profile | None) -> None:
        self.uncertain = uncertain
        self.scores = scores
        self.profile = profile
        self.prepared = scores.prepared
        self.known = scores.definition.nodes()
        self.panel = self.prepared.panel or panel_of(
            scores.definition, self.prepared.units, scores.value
        )
        self.findings = list(uncertain.findings)
        self.seen: dict[tuple[int, str], int] = {}

    def values(self) -> Iterator[DrawnValue]:
        by_key = self._units()
        names = Names(unit.unit or "" for unit in self.prepared.units)
        for one in self.uncertain.values:
            places = by_key.get(unit_key(self.profile, one.unit), [])
            places = places or by_key.get("", [])
            if one.year is not None:
                places = [at for at in places if self.prepared.units[at].year in {None, one.year}]
            if not places:
                self._note("S851", one, 0, one.unit, nearest=names.suggest(one.unit))
            elif one.indicator in self.known:
                yield from self._of_units(one, places)

    def _units(self) -> dict[str, list[int]]:
        """Return the places of the units by their name; those without one are any unit's."""
        found: dict[str, list[int]] = {}
        for at, unit in enumerate(self.prepared.units):
            key = unit_key(self.profile, unit.unit) if unit.unit else ""
            found.setdefault(key, []).append(at)
        return found

    def _of_units(self, one: UncertainValue, places: Sequence[int]) -> Iterator[DrawnValue]:
        """Yield what is drawn at *places*; the fault of several years is found once."""
        for place in places:
            before = self.seen.setdefault((place, one.indicator), one.line)
            if before != one.line:
                self._note("S857", one, 1, one.indicator, first=before)
                return
            unit = self.prepared.units[place]
            if unit.left_out or one.indicator not in self.panel.values:
                continue
            value = self.panel.values[one.indicator].exact(place)
            code = self._fault(one, place, value)
            if code is not None:
                self._note(code, one, 1, one.indicator, unit=unit.unit or "")
                return
            goal = self._target(place, one.indicator)
            target = None if goal is None else float(goal)
            if one.low is not None and one.high is not None:
                base, span = float(one.low), float(one.high - one.low)
                yield DrawnValue(place, one.indicator, base, span, normal=False, target=target)
            elif value is not None and one.sd is not None:
                base, span = float(value), float(one.sd)
                yield DrawnValue(place, one.indicator, base, span, normal=True, target=target)

    def _fault(self, one: UncertainValue, place: int, value: Fraction | None) -> str | None:
        """Return the code of what forbids to draw around *value*, None where nothing does."""
        if value is None and one.sd is not None:
            return "S858"
        effects = self.prepared.effects
        changed = {} if effects is None else effects.values(place, one.indicator)
        before, now = changed.get(one.indicator, (None, None))
        if before is not None and before != now:
            return "S859"
        answer = self._answer(place, one.indicator)
        if answer is None:
            return None
        unit = self.prepared.units[place]
        definition = self.prepared.definition_of(unit)
        node = definition.nodes()[one.indicator]
        own = None
        if value is not None:
            goal = self._target(place, one.indicator)
            own = score_value(rule_of(definition, node), value, goal, direction_of(node)).value
        lead = self.scores.value or leading(definition, unit)
        return None if own == leaf_score(definition, answer, lead).score else "S859"

    def _answer(self, place: int, indicator: str) -> Answer | None:
        """Return the answer whose value is scored, None where there is none."""
        try:
            return self.prepared.answer(place, indicator)
        except KeyError:
            return None

    def _target(self, place: int, indicator: str) -> Fraction | None:
        answer = self.prepared.units[place].answers.get(indicator)
        return answer.target.number if answer is not None and answer.target else None

    def _note(self, code: str, one: UncertainValue, at: int, value: str, **params: object) -> None:
        """Add a finding at the unit, or at the indicator, of a line of the file."""
        column = one.columns[at]
        file = self.uncertain.path
        self.findings.append(
            Finding(code, file=file, line=one.line, column=column, value=value, params=params)
        )

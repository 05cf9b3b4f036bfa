"""Many units of one year: what the report says first, and their ranking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property, partial
from itertools import pairwise
from statistics import quantiles
from typing import NamedTuple

from kediri_index.messages.catalogue import severity_of
from kediri_index.model.findings import Severity
from kediri_index.model.language import Language
from kediri_index.model.league import League, part_scores, rank_change
from kediri_index.model.profile import Basis
from kediri_index.model.scores import UnitResult
from kediri_index.model.unit_groups import UnitGroups
from kediri_index.present.charts.ranking import RankedUnit, RankingNames, ranking, stretches
from kediri_index.present.charts.score_axis import ScoreBand
from kediri_index.present.charts.years import axis
from kediri_index.present.document import (
    NOTHING,
    Bullets,
    Chart,
    ColumnKind,
    Fact,
    Head,
    Paragraph,
    Section,
    Table,
    TableCell,
    TableColumn,
    TableOf,
    Tone,
)
from kediri_index.present.unit_groups import place_columns, place_text
from kediri_index.present.yearly.wording import ReportWording

_NAMED_COLUMNS = 4
"""More parts have numbers as titles of their columns."""
_ENDS = 5
"""Units at either end that the first screen names."""
_SHORT = {"Kabupaten ": "Kab. ", "Provinsi ": "Prov. "}
"""What names of regions begin with, as maps shorten it."""
_SAID = 3
"""Units at either end that a description names."""


class UnitFiles(NamedTuple):
    """The file of each unit's page, in the order of the league, and that of the index."""

    units: Sequence[str]
    of_all: str


class LeagueWording(ReportWording):
    """The wording of a report of many units in one language.

    With *files* names of units are links to their pages.
    """

    def __init__(self, league: League, language: Language, files: UnitFiles | None = None) -> None:
        outcome = league.outcome
        self.files = files
        super().__init__(outcome, outcome.previous_inputs, outcome.profile, language)
        self.league = league
        self.own = None if league.own is None else league.units[league.own]
        self.scored = league.scored

    @cached_property
    def _file_of(self) -> dict[int, str]:
        """The file of each unit, by its identity."""
        if self.files is None:
            return {}
        each = zip(self.league.units, self.files.units, strict=True)
        return {id(unit): file for unit, file in each if unit is not self.own}

    def name_cell(self, unit: UnitResult, tone: Tone = Tone.PLAIN) -> TableCell:
        """Return what a unit is called, with a link to its page where it has one."""
        return TableCell(self.named(unit), tone=tone, file=self._file_of.get(id(unit), ""))

    @cached_property
    def groups(self) -> UnitGroups | None:
        """The groups of the units of this year, None where nothing names any."""
        groups = self.outcome.unit_groups
        return None if groups is None else groups.of_years({self.league.year})

    @cached_property
    def own_place(self) -> int | None:
        """The place of one's own unit among those that have a score."""
        return next((at for at, one in enumerate(self.scored) if one is self.own), None)

    def named(self, unit: UnitResult) -> str:
        """Return what a unit is called."""
        return unit.unit or self.say("unit-unknown")

    def score(self, unit: UnitResult) -> Fraction:
        """Return the score of a unit that has one."""
        found = unit.overall.published
        assert found is not None  # noqa: S101 - of those that are scored
        return found

    @cached_property
    def median(self) -> Fraction:
        """The median of the scores."""
        ordered = sorted(map(self.score, self.scored))
        middle = len(ordered) // 2
        return (ordered[middle] + ordered[-1 - middle]) / 2

    @property
    def year_before(self) -> str:
        """The year that scores are compared with."""
        years = {one.previous.year for one in self.league.moved if one.previous}
        year = next(iter(years)) if len(years) == 1 else None
        return str(year) if year else self.say("yearly.year-before")

    @property
    def part_names(self) -> tuple[str, ...]:
        """What the compared parts are called."""
        return tuple(self.label(one.label) for one in self.league.parts)

    @property
    def part_kind(self) -> str:
        """What a compared part is, with a small letter."""
        kind = next(one for one in self.definition.kinds if one.id == self.league.parts[0].kind)
        return self.label(kind.label).lower()

    def interval(self, unit: UnitResult) -> tuple[Fraction, Fraction] | None:
        """Return in which range the score of *unit* may come to lie."""
        bounds = unit.range_if_missing
        if bounds is None or bounds.low.published is None or bounds.high.published is None:
            return None
        return bounds.low.published, bounds.high.published

    def interval_text(self, unit: UnitResult) -> str:
        """Return that range as it is written."""
        found = self.interval(unit)
        return NOTHING if found is None else f"{self.fixed(found[0])}–{self.fixed(found[1])}"

    @cached_property
    def bands(self) -> tuple[ScoreBand, ...]:
        """The classes, from the lowest."""
        bands: list[ScoreBand] = []
        for one in self.definition.classes:
            end = None if one.bound is None else float(one.bound)
            bands.append(ScoreBand(self.label(one.label), bands[-1].end if bands else None, end))
        return tuple(bands)

    def ticks(self, values: Sequence[Fraction]) -> dict[float, str]:
        """Return the figures of an axis around *values*."""
        ends = self.definition.scale
        low, high = map(float, ends) if ends else (None, None)
        ticks = axis([*map(float, values)], low, high)
        return {one: self.short(Fraction(str(one))) for one in ticks}

    @cached_property
    def part_ends(self) -> dict[str, tuple[Fraction, Fraction]]:
        """Where the strip of each part begins and ends: alike where there is a scale."""
        each = [part_scores(one) for one in self.scored]
        scores = {
            part.id: [found for one in each if (found := one.get(part.id)) is not None]
            for part in self.league.parts
        }
        every = [one for some in scores.values() for one in some]
        if self.definition.scale is None or not every:
            return {part: (Fraction(0), max([*some, Fraction(0)])) for part, some in scores.items()}
        ticks = [Fraction(str(one)) for one in self.ticks(every)]
        return dict.fromkeys(scores, (ticks[0], ticks[-1]))

    def reach(self, part: str, value: Fraction | None) -> float | None:
        """Return where the score of a *part* stands on its strip, 0 to 1."""
        low, high = self.part_ends[part]
        if value is None or high <= low:
            return None
        return float(min(max((value - low) / (high - low), Fraction(0)), Fraction(1)))

    def short_name(self, unit: UnitResult) -> str:
        """Return the name as pictures have room for it."""
        name = self.named(unit)
        for word, short in _SHORT.items():
            name = f"{short}{name.removeprefix(word)}" if name.startswith(word) else name
        return name


def league_warning(words: LeagueWording) -> str:
    """Return what every page says while there are errors in the data."""
    if not words.outcome.partial:
        return ""
    errors = sum(severity_of(one) is Severity.ERROR for one in words.outcome.findings)
    return words.say("league.partial", count=errors)


def league_head(words: LeagueWording) -> Head:
    """Return the first screen."""
    units = words.say("league.units", count=len(words.league.units))
    year = words.league.year
    return Head(
        of_index=words.label(words.definition.title),
        title=f"{units} · {year}" if year else units,
        headline=_headline(words),
        facts=tuple(_facts(words)),
        summary=tuple(_remarks(words)),
        absent=_absent(words),
        kind=words.say("league.kind"),
    )


def _headline(words: LeagueWording) -> str:
    scored = words.scored
    if not scored:
        return words.say("league.headline.unscored")
    high, low = words.score(scored[0]), words.score(scored[-1])
    if high == low:
        return words.say("league.headline.alike", score=words.fixed(high))

    def those(score: Fraction) -> str:
        return words.listed([words.named(one) for one in scored if words.score(one) == score], 2)

    return words.say(
        "league.headline",
        best=those(high),
        high=words.fixed(high),
        worst=those(low),
        low=words.fixed(low),
    )


def _facts(words: LeagueWording) -> Iterator[Fact]:
    say, scored, units = words.say, words.scored, words.league.units
    incomplete = sum(map(_is_incomplete, units))
    note = say("league.fact.incomplete" if incomplete else "league.fact.complete", count=incomplete)
    if len(scored) < len(units):
        note = f"{say('league.fact.units-note', total=len(units))}; {note}"
    yield Fact(say("league.fact.units"), str(len(scored)), note)
    if len(scored) > 1:
        low, _, high = quantiles(map(words.score, scored), n=4, method="inclusive")
        said = say("league.fact.median-note", low=words.fixed(low), high=words.fixed(high))
        yield Fact(say("league.fact.median"), words.fixed(words.median), said)
    classes = [one.class_label for one in scored if one.class_label is not None]
    if classes:
        most = max((one.label for one in words.definition.classes), key=classes.count)
        said = say("league.fact.class-note", count=classes.count(most), total=len(scored))
        yield Fact(say("league.fact.class"), words.label(most), said)
    moved = [one.change for one in words.league.moved if one.change is not None]
    if moved:
        up, down = sum(one > 0 for one in moved), sum(one < 0 for one in moved)
        yield Fact(
            say("league.fact.moved", year=words.year_before),
            f"▲\N{NO-BREAK SPACE}{up} ▼\N{NO-BREAK SPACE}{down}",
            say("league.fact.moved-note", count=len(moved)),
        )


def _remarks(words: LeagueWording) -> Iterator[str]:
    units = words.league.units
    own = sum(1 for one in units if one.basis in {Basis.SELF, Basis.MIXED})
    if own:
        yield words.say("units-self", count=own, all=len(units))
    unscored = [words.named(one) for one in units if one.overall.published is None]
    if unscored:
        yield words.say("league.unscored", names=words.listed(unscored))


def _absent(words: LeagueWording) -> str:
    if words.league.moved or not words.scored:
        return ""
    return words.say("yearly.absent", names=words.say("yearly.absent.previous"))


def _is_incomplete(unit: UnitResult) -> bool:
    return unit.completeness.answered < unit.completeness.expected


def ends_sections(words: LeagueWording) -> Iterator[Section]:
    """Yield the units at either end, and those that rose most, in few words."""
    scored = words.scored
    if len(scored) < 2 * _ENDS:
        return
    rose = sorted(words.league.moved, key=lambda one: -(one.change or 0))
    shown = {
        "best": [_with_score(words, one) for one in scored[:_ENDS]],
        "worst": [_with_score(words, one) for one in scored[-_ENDS:]],
        "rose": [_with_change(words, one) for one in rose[:_ENDS] if (one.change or 0) > 0],
    }
    for name, entries in shown.items():
        if entries:
            title = words.say(f"league.{name}")
            yield Section(name, title, (Bullets(tuple(entries)),), brief=True)


def _with_score(words: LeagueWording, unit: UnitResult) -> str:
    score = words.published(unit.overall)
    return words.say("league.ranked", rank=unit.rank, unit=words.named(unit), score=score)


def _with_change(words: LeagueWording, unit: UnitResult) -> str:
    change = words.moved(unit.change or Fraction(0), words.decimals)
    score = words.published(unit.overall)
    return words.say("league.risen", unit=words.named(unit), change=change, score=score)


def ranking_sections(words: LeagueWording) -> tuple[Section, ...]:
    """Return the ranking as a picture, and the table of all its figures."""
    if words.own is None:
        title = words.say("league.ranking")
    else:
        title = words.say("league.among", count=len(words.league.units))
    table = _units_table(words)
    found = Section("units", words.say("league.all"), (table,))
    if len(words.scored) <= 1:
        return (found,)
    about = Paragraph(words.say("league.ranking-figures"), muted=True)
    return Section("ranking", title, (_chart(words, table), about)), found


def _chart(words: LeagueWording, table: Table) -> Chart:
    scored = words.scored
    own = words.own_place
    values = [end for one in scored for end in (words.score(one), *(words.interval(one) or ()))]
    ticks = words.ticks(values)
    listed = stretches(len(scored), own)
    names = RankingNames(
        score=words.say("league.legend.score"),
        interval=words.say("league.legend.interval"),
        own="" if words.own is None else words.named(words.own),
        parts=words.part_names,
        folded=tuple(_folded(words, listed)),
        bands=words.say("league.bands"),
        ends=_strip_ends(words),
    )
    first, scale = min(ticks), words.definition.scale
    is_cut = scale is not None and first > scale[0]
    caption = "league.chart.ranking-cut" if is_cut else "league.chart.ranking"
    ends = [*range(len(scored))]
    if len(scored) > 2 * _SAID:
        kept = {*ends[:_SAID], *ends[-_SAID:], *([] if own is None else [own])}
        ends = sorted(kept)
    said = "; ".join(
        f"{scored[at].rank}. {words.named(scored[at])} {words.published(scored[at].overall)}"
        for at in ends
    )
    return Chart(
        "chart-ranking",
        words.say(caption, first=ticks[first]),
        words.say("league.chart.ranking-description", units=said),
        ranking([_row(words, one) for one in scored], names, ticks, words.bands),
        table,
        note=_named_of(words, sum(map(len, listed))),
    )


def _named_of(words: LeagueWording, listed: int) -> str:
    """Return how many units the picture names, where it does not name all."""
    count = len(words.scored)
    return "" if listed == count else words.say("league.ranking-named", listed=listed, count=count)


def _strip_ends(words: LeagueWording) -> str:
    """Return what the strips are, and where they begin and end, where that is the same for all."""
    ends = set(words.part_ends.values())
    if len(ends) != 1 or words.definition.scale is None:
        return words.say("league.strips")
    low, high = ends.pop()
    return words.say("league.strips-from", low=words.short(low), high=words.short(high))


def _folded(words: LeagueWording, listed: Sequence[range]) -> Iterator[str]:
    for before, after in pairwise(listed):
        first, last = words.scored[before.stop], words.scored[after.start - 1]
        count = after.start - before.stop
        yield words.say("league.folded", first=first.rank, last=last.rank, count=count)


def _row(words: LeagueWording, unit: UnitResult) -> RankedUnit:
    scores, interval = part_scores(unit), words.interval(unit)
    text = words.published(unit.overall)
    rank = "" if unit.rank is None else str(unit.rank)
    said = f"{rank}. {words.named(unit)}: {text}"
    if interval is not None:
        said = f"{said} ({words.interval_text(unit)})"
    parts = [
        f"{words.label(part.label)} {words.number(scores.get(part.id))}"
        for part in words.league.parts
    ]
    if words.groups is not None:
        place = words.groups.place(unit.unit, unit.year)
        if place.rank is not None:
            parts.insert(0, f"{place.value} {place_text(words, place)}")
    return RankedUnit(
        rank,
        words.short_name(unit),
        text,
        float(words.score(unit)),
        None if interval is None else (float(interval[0]), float(interval[1])),
        tuple(words.reach(part.id, scores.get(part.id)) for part in words.league.parts),
        "; ".join([said, *parts]),
        own=unit is words.own,
    )


def _units_table(words: LeagueWording) -> Table:
    say, count, number = words.say, ColumnKind.COUNT, ColumnKind.NUMBER
    scores = {id(one): part_scores(one) for one in words.league.units}

    def of_part(part: str, unit: UnitResult) -> TableCell:
        return words.number_cell(scores[id(unit)].get(part), words.decimals)

    def tone(unit: UnitResult) -> Tone:
        return Tone.STRONG if unit is words.own else Tone.PLAIN

    scored = words.scored
    table = TableOf(words.league.units, tone)
    rank = TableColumn(say("column.rank"), count, short="#")
    table.column(rank, lambda one: words.count_cell(one.rank))
    name = say("column.unit")
    table.column(name, lambda one: words.name_cell(one, tone(one)), header=True)
    table.column(
        say("league.column.score"),
        lambda one: words.figure_cell(one.overall, tone(one)),
        number,
        words.decimals,
    )
    if words.groups is not None:
        place_columns(words, words.groups, table, lambda one: (one.unit, one.year))
    table.column(say("league.column.interval"), words.interval_text, number, sparse=True)
    table.column(
        say("league.column.class"),
        lambda one: words.label(one.class_label) if one.class_label else NOTHING,
        wanted=bool(words.definition.classes),
    )
    table.column(
        say("column.change"),
        lambda one: change_cell(words, one.change),
        number,
        words.decimals,
        sparse=True,
    )
    table.column(
        say("league.column.rank-change"),
        lambda one: rank_change_cell(words, rank_change(one)),
        count,
        sparse=True,
    )
    table.column(
        say("column.answers"),
        lambda one: f"{one.completeness.answered}/{one.completeness.expected}",
        count,
        wanted=any(map(_is_incomplete, words.league.units))
        and not any(map(words.interval, scored)),
    )
    numbered = len(words.league.parts) > _NAMED_COLUMNS
    for at, (part, name) in enumerate(zip(words.league.parts, words.part_names, strict=True), 1):
        title = TableColumn(str(at) if numbered else name, number, words.decimals, may_go=True)
        table.column(title, partial(of_part, part.id))
    named = ", ".join(f"{at} {name}" for at, name in enumerate(words.part_names, 1))
    note = say("league.table.parts", names=named) if numbered else ""
    return table.made("units", say("league.table.units"), note, long=True)


def change_cell(words: LeagueWording, value: Fraction | None) -> TableCell:
    """Return how a score moved."""
    return words.cell(None) if value is None else words.moved_cell(value, words.decimals)


def rank_change_cell(words: LeagueWording, value: int | None) -> TableCell:
    """Return by how many ranks a unit rose or fell."""
    return words.cell(None) if value is None else words.moved_cell(Fraction(value), 0)

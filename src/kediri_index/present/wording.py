"""The sentences of a score, the same in every format for people, and its groups by kind."""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.messages.texts import text
from kediri_index.messages.values import localised, worded
from kediri_index.model.aggregation import Aggregation, NoScore
from kediri_index.model.dataset import Missing
from kediri_index.model.definition import STAGE_TERMS, Definition, Group, Kind
from kediri_index.model.language import Label, Language, Sentence
from kediri_index.model.numbers import PercentDigits
from kediri_index.model.profile import Basis, Waived
from kediri_index.model.scores import (
    Completeness,
    Figure,
    GroupResult,
    IndicatorResult,
    Omission,
    UnitResult,
    UnitSummary,
)
from kediri_index.present.document import NOTHING, ColumnKind, Table, TableCell, TableOf, Tone
from kediri_index.present.formats import Worded
from kediri_index.scoring.rounding import round_half_up

if TYPE_CHECKING:
    from kediri_index.model.preparing import Effects
    from kediri_index.model.survey import SurveyValue


def answered_of_index(part: Completeness, language: Language) -> str:
    """Return how many answers there are; where some are missing, that they are the index's.

    An agency's file may hold all of its own rows and still few of the index's.
    """
    key = "answered" if is_whole(part) else "answered-of-index"
    return text(key, language, answered=part.answered, expected=part.expected)


def is_whole(part: Completeness) -> bool:
    """Return whether every expected answer is there."""
    return part.answered >= part.expected


_HASH_SHOWN = 12
_IDS_SHOWN = 8
_DECIMALS = 6
_STORED = re.compile(r"-?[0-9]+\.[0-9]+( %)?")


class ScoreWording(Worded):
    """The wording of one unit's result in one language."""

    def __init__(self, definition: Definition, language: Language) -> None:
        self.definition = definition
        self.language = language

    @property
    def decimals(self) -> int:
        """The decimals of published figures."""
        return self.definition.publish.decimals

    def label(self, label: Label) -> str:
        """Return a name in the language."""
        return label.in_language(self.language)

    def published(self, figure: Figure) -> str:
        """Return a published figure, or a dash."""
        return self.number(figure.published)

    def number(self, published: Fraction | None) -> str:
        """Return what is published, or a dash."""
        return NOTHING if published is None else self.fixed(published)

    def fixed(self, value: Fraction) -> str:
        """Return *value* with the definition's decimals."""
        return self.to(value, self.decimals)

    def signed(self, value: Fraction) -> str:
        """Return *value* with the definition's decimals and its sign."""
        return f"{'+' if value > 0 else ''}{self.fixed(value)}"

    def cell(self, text: str | None) -> TableCell:
        """Return a cell of words."""
        return TableCell(text) if text else TableCell(NOTHING, tone=Tone.MUTED)

    def figure_cell(self, figure: Figure, tone: Tone = Tone.PLAIN) -> TableCell:
        """Return a published figure."""
        return TableCell(self.published(figure), figure.published, tone)

    def percent_cell(self, share: Fraction) -> TableCell:
        """Return a share as a percentage."""
        return TableCell(self.percent(share), share)

    def number_cell(self, value: Fraction | None, decimals: int) -> TableCell:
        """Return a number with *decimals* decimals."""
        return self.cell(None) if value is None else TableCell(self.to(value, decimals), value)

    def count_cell(self, count: int | None) -> TableCell:
        """Return a whole number."""
        return self.cell(None) if count is None else TableCell(str(count), count)

    def indicator_score(self, one: IndicatorResult) -> str:
        """Return an indicator's published score, or why there is none."""
        missing = one.missing or (Missing.EMPTY if one.figure.score is None else None)
        return self.say(f"missing.{missing.value}") if missing else self.published(one.figure)

    def raw(self, seen: str | None) -> str:
        """Return what stands in the cells: a stored number in the decimals of the language."""
        if isinstance(seen, PercentDigits):
            return worded(seen, self.language)
        parts = (seen or "").split("; ")
        return "; ".join(
            localised(part, self.language) if _STORED.fullmatch(part) else part for part in parts
        )

    def survey_interval(self, survey: "SurveyValue | None") -> str:
        """Return the 90% interval of what respondents said; nothing where there is none."""
        if survey is None or survey.interval is None:
            return ""
        low, high = (self.fixed(Fraction(end)) for end in survey.interval)
        return self.say("column.respondents", interval=f"{low}–{high}", count=survey.respondents)

    def unit(self, result: UnitResult | UnitSummary) -> str:
        """Return whose result it is, and when."""
        return self.whose(result.unit, result.year)

    def whose(self, unit: str | None, year: int | None, basis: Basis | None = None) -> str:
        """Return whose result it is, and of when: ``Kota Kediri · 2022``; one's own says so."""
        own = self.say(f"basis.{basis.value}") if basis in {Basis.SELF, Basis.MIXED} else None
        parts = (unit or self.say("unit-unknown"), str(year) if year else None, own)
        return " · ".join(part for part in parts if part)

    def about_definition(self) -> str:
        """Return the definition's title, version and status."""
        definition = self.definition
        version = self.say("version", version=definition.version)
        status = self.say(f"status.{definition.status.value}")
        return f"{self.label(definition.title)}, {version}, {status}"

    def lead(self, result: UnitResult) -> str:
        """Return which of the two scores leads, and how much is answered."""
        answered = answered_of_index(result.completeness, self.language)
        assessed = result.self_total is not None or result.assessor_total is not None
        kind = f"lead.{result.lead.value}" if assessed else "lead.measured"
        return f"{self.say(kind)}, {answered}"

    def basis(self, result: UnitResult) -> str | None:
        """Return whose assessment the overall is, where it is not plainly the assessor's."""
        both = result.self_total is not None and result.assessor_total is not None
        if result.basis is None or (result.basis is Basis.ASSESSOR and not both):
            return None
        return self.say(f"basis.{result.basis.value}")

    def official(self, result: UnitResult) -> str | None:
        """Return the figure published for this year, where another one was computed."""
        official = result.other_official
        return None if official is None else self.say("official", score=self.fixed(official))

    def overall(self, result: UnitResult | UnitSummary) -> str:
        """Return the published overall, or that there is none and why."""
        if result.overall.published is not None:
            return self.published(result.overall)
        return f"{self.say('no-overall')}: {self.reason(result.no_score, result.completeness)}"

    def reason(self, why: NoScore | None, there: Completeness) -> str:
        """Return why there is no score; where answers are there, it is the parts that have none."""
        if why is NoScore.NO_ANSWERS and there.answered:
            return self.say("no-score-of-parts")
        return self.say(f"no-score.{why}")

    def about_version(self) -> str:
        """Return by which definition, to the hash of its meaning."""
        by, sha256 = self.definition, self.definition.sha256[:_HASH_SHOWN]
        return self.say("definition-line", id=by.id, version=by.version, sha256=sha256)

    def change(self, result: UnitResult) -> str | None:
        """Return the change from last year with an arrow, and on which basis."""
        previous, change = result.previous, result.change
        if previous is not None and result.other_basis:
            return self.say(
                "change.other-basis",
                year=str(previous.year) if previous.year else self.say("last-year"),
                previous=self.fixed(previous.published),
                **self.both_bases(result),
            )
        if previous is None or change is None:
            return None
        arrow = "▲" if change > 0 else "▼" if change < 0 else "="
        year = str(previous.year) if previous.year else self.say("last-year")
        said = self.say(
            f"change.{previous.basis.value}",
            sign=self.signed(change),
            year=year,
            previous=self.fixed(previous.published),
        )
        return f"{arrow} {said}"

    def both_bases(self, result: UnitResult) -> dict[str, str]:
        """Return whose assessments this year's overall and last year's are."""
        then = result.previous.assessed if result.previous else None
        return {
            "now": "" if result.basis is None else self.say(f"basis.{result.basis.value}"),
            "then": "" if then is None else self.say(f"basis.{then.value}"),
        }

    def facts(self, result: UnitResult) -> list[str]:
        """Return what is said beside the overall, each a phrase."""
        label = result.class_label
        own = result.basis in {Basis.SELF, Basis.MIXED}
        said = (
            self.lead(result) if own else None,
            self.official(result),
            self.change(result),
            self.target(result),
            None if label is None else self.say("class", name=self.label(label)),
            None if own else self.lead(result),
        )
        return [phrase for phrase in said if phrase]

    def waived(self, accepted: Sequence[Waived]) -> str | None:
        """Return how many findings were accepted, where any was."""
        return self.say("count.waived", count=len(accepted)) if accepted else None

    def prepared(self, effects: "Effects | None") -> str | None:
        """Return how many values each step of ``prepare`` changed, where the definition has any."""
        if not self.definition.prepare:
            return None
        counts = {} if effects is None else effects.counts()
        steps = {step.name: step for step in self.definition.prepare}
        done = [one.explain_all(counts[name]) for name, one in steps.items() if counts.get(name)]
        if counts.get("gone"):
            done.append(Sentence("prepared.gone", {"count": counts["gone"]}))
        said = ", ".join(self.say(key, **params) for key, params in done)
        return self.say("prepared", steps=said or self.say("prepared.nothing"))

    def effects_table(self, effects: "Effects", caption: str = "") -> Table:
        """Return each change that was made to the unit's data before scoring."""
        say, number = self.say, ColumnKind.NUMBER
        table = TableOf(effects.all())
        table.column(
            say("column.step"),
            lambda one: one.step if one.how == "left_out" else f"{one.step}: {one.how}",
        )
        table.column(say("column.indicator"), lambda one: one.indicator or NOTHING, header=True)
        table.column(say("column.before"), lambda one: self._seen(one.before), number)
        table.column(say("column.after"), lambda one: self._seen(one.after), number)
        return table.made("prepared", caption, long=True)

    def _seen(self, value: Fraction | None) -> str:
        """Return *value* with at least six significant digits."""
        if value is None:
            return "–"
        decimals = _DECIMALS
        while value and abs(value) < Fraction(1, 10 ** (decimals - _DECIMALS + 1)):
            decimals += 1
        return self.short(round_half_up(value, decimals))

    def kind(self, table: "KindTable") -> str:
        """Return what a table of one kind is called, with where it stands."""
        name = self.label(table.kind.label)
        if table.parent is None:
            return name
        return self.say("kind-in", kind=name, parent=self.label(table.parent.label))

    def weight_column(self, table: "KindTable") -> str:
        """Return the title of the column of weights: below the top they are effective ones."""
        return self.say("column.weight" if table.top else "column.effective-weight")

    @property
    def adds_up(self) -> bool:
        """Whether the overall is the sum of what the top level contributes."""
        return self.definition.aggregate_top.additive

    def aggregation(self, aggregation: Aggregation) -> str:
        """Return what an aggregation is called, with its parameter."""
        parameter = aggregation.parameter
        shown = "" if parameter is None else self.short(parameter)
        return self.phrase(aggregation.title, parameter=shown)

    def about_contributions(self) -> str:
        """Return how contributions add up to the overall, or that there are none."""
        if not self.adds_up:
            aggregation = self.aggregation(self.definition.aggregate_top)
            return self.say("contributions-none", aggregation=aggregation)
        rounded = STAGE_TERMS in self.definition.publish.stages
        return self.say("contributions-rounded" if rounded else "contributions-exact")

    def target(self, result: UnitResult) -> str | None:
        """Return the target and the gap."""
        if result.target is None or result.gap is None:
            return None
        return self.say("target", target=self.short(result.target), gap=self.signed(result.gap))

    def both_totals(self, result: UnitResult) -> str | None:
        """Return both totals where the data have self-assessed and assessor's scores."""
        own, assessed = result.self_total, result.assessor_total
        if own is None or assessed is None:
            return None
        return self.say(
            "totals",
            own=self.published(own.figure),
            own_answers=own.answered,
            assessed=self.published(assessed.figure),
            assessed_answers=assessed.answered,
            lead=self.say(f"lead.{result.lead.value}"),
        )

    def omissions(self, result: UnitResult, *, every: bool) -> Iterator[str]:
        """Yield a sentence a reason: what is left out or counted as zero."""
        by_reason: dict[tuple[str, bool], list[str]] = {}
        for omission in result.omissions:
            why = (self._reason(omission), omission.counted_as_zero)
            by_reason.setdefault(why, []).append(omission.id)
        for (reason, as_zero), ids in by_reason.items():
            key = "as-zero" if as_zero else "omitted"
            yield self.say(key, ids=self._listed(ids, every=every), reason=reason)

    def range_if_missing(self, result: UnitResult) -> str | None:
        """Return the overall if what is missing were worst or best."""
        bounds = result.range_if_missing
        if bounds is None:
            return None
        low, high = self.published(bounds.low), self.published(bounds.high)
        return self.say("range-if-missing", low=low, high=high)

    def _reason(self, omission: Omission) -> str:
        family = "no-score" if isinstance(omission.reason, NoScore) else "missing"
        return self.say(f"{family}.{omission.reason.value}")

    def _listed(self, ids: Iterable[str], *, every: bool) -> str:
        found = list(ids)
        if every or len(found) <= _IDS_SHOWN + 1:
            return ", ".join(found)
        shown = ", ".join(found[:_IDS_SHOWN])
        return self.say("and-more", ids=shown, count=len(found) - _IDS_SHOWN)


def rank_order(unit: UnitResult | UnitSummary) -> tuple[int, int, str]:
    """Return where a unit stands in a table: best first within a year."""
    return (unit.year or 0, unit.rank or 10**9, unit.unit or "")


_KINDS_WITHOUT_DETAIL = 2


class KindRow(NamedTuple):
    """A group of the definition with its result, and whether a score above it is given."""

    group: Group
    result: GroupResult
    below_given: bool = False


class KindTable(NamedTuple):
    """All groups of one kind; *parent* is the one group that holds them all, where there is one.

    *top* says that they are the top level, whose contributions make the overall.
    """

    kind: Kind
    rows: tuple[KindRow, ...]
    parent: Group | None
    top: bool

    @property
    def is_given_above(self) -> bool:
        """Whether none of the rows counts, since scores above them are given."""
        return all(row.below_given for row in self.rows)

    @property
    def is_scored(self) -> bool:
        """Whether any of the rows has a score."""
        return any(row.result.figure.score is not None for row in self.rows)


def kind_tables(
    definition: Definition, result: UnitResult, *, detail: bool
) -> tuple[KindTable, ...]:
    """Return the tables in the order of the definition's kinds; two unless *detail*."""
    placed = list(_walk(definition.groups, result.groups, None))
    tables = []
    for kind in definition.kinds:
        found = [(row, parent) for row, parent in placed if row.group.kind == kind.id]
        if not found:
            continue
        parents = {parent.id if parent else "": parent for _, parent in found}
        parent = next(iter(parents.values())) if len(parents) == 1 else None
        rows = tuple(row for row, _ in found)
        tables.append(KindTable(kind, rows, parent, top=all(up is None for _, up in found)))
    return tuple(tables if detail else tables[:_KINDS_WITHOUT_DETAIL])


def _walk(
    groups: tuple[Group, ...],
    results: tuple[GroupResult, ...],
    parent: Group | None,
    *,
    below_given: bool = False,
) -> Iterator[tuple[KindRow, Group | None]]:
    for group, result in zip(groups, results, strict=True):
        yield KindRow(group, result, below_given), parent
        inner = below_given or result.given
        yield from _walk(group.groups, result.groups, group, below_given=inner)

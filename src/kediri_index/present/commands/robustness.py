"""What ``robustness`` came to: how sure scores are, in sentences and small tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from kediri_index.messages.values import fixed, grouped
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.language import Label, Language
from kediri_index.model.robustness import (
    EachDraw,
    Factor,
    FactorKind,
    RankSpread,
    Robustness,
    RobustnessOutcome,
    SobolIndex,
    UnitRobustness,
)
from kediri_index.present.document import (
    NOTHING,
    Block,
    Bullets,
    ColumnKind,
    Document,
    Headline,
    Paragraph,
    Section,
    Table,
    TableCell,
    TableColumn,
    TableOf,
)
from kediri_index.present.envelope import Json, agreed, number, outcome_json
from kediri_index.present.findings import counted, faults, refused
from kediri_index.present.formats import Presentation
from kediri_index.present.leave_out import LeaveOutTables, leave_out_json
from kediri_index.present.renderers.csv import Rows, Value, rendered
from kediri_index.present.wording import (
    ScoreWording,
)

_DIGITS = 6
_FINDINGS_SHOWN = 5
_OF_DRAWS = "S81"


@dataclass(frozen=True)
class RobustnessPresentation(Presentation):
    """How sure the scores are, or why none are; *again* is what to give the command once more."""

    outcome: RobustnessOutcome
    again: str = ""

    @property
    def result(self) -> Robustness:
        """The result; all but JSON is asked for only where there is one."""
        found = self.outcome.result
        assert found is not None  # noqa: S101 - for mypy: asked before
        return found

    @cached_property
    def words(self) -> RobustnessWording:
        """The wording of the result."""
        return RobustnessWording(self.outcome, self.language)

    def document(self) -> Document:
        """Return one unit in sentences and tables, several as one table, then the findings."""
        words, outcome, units = self.words, self.outcome, self.result.units
        title = words.whose(units[0].unit, units[0].year, units[0].basis) if len(units) == 1 else ""
        blocks = self._one(units[0]) if len(units) == 1 else self._several()
        about = words.about_definition()
        left_out = LeaveOutTables(self.result, words).tables()
        every = (*blocks, *left_out, *self._drawn())
        sections = [Section("robustness", title, every, about=about)]
        findings = [one for one in outcome.findings if not one.code.startswith("X")]
        if len(findings) > _FINDINGS_SHOWN:
            findings = self.about_draws()
        if findings:
            sections.append(Section("findings", "", tuple(faults(findings, self.language))))
        end = self.say("no-findings")
        if outcome.findings or outcome.waived:
            end = counted(outcome.findings, self.language, len(outcome.waived))
        warning = self.say("partial") if outcome.partial else ""
        foot = words.about_version()
        return Document(self.language, tuple(sections), warning=warning, foot=foot, end=end)

    def json(self) -> str:
        """Return the envelope; figures of draws have six digits, nominal ones all."""
        found = self.outcome.result
        result = None if found is None else _result(found, self.outcome.definition)
        return outcome_json("robustness", self.outcome, result, self.language)

    def rows(self) -> Rows:
        """Yield a row a unit; a column ``class:<name>`` holds the probability of each class.

        ``without:<id>`` and ``rank_without:<id>`` hold the score and rank without some node.
        """
        classes = [one.label.main for one in self.outcome.definition.classes]
        decimals = self.outcome.definition.publish.decimals
        yield (
            *("unit", "year", "nominal", "published", "mean", "p5", "p50", "p95"),
            *("target", "target_probability"),
            *("rank", "rank_mean", "rank_p5", "rank_p50", "rank_p95"),
            *(f"class:{name}" for name in classes),
            "scored",
            *(f"without:{one.id}" for one in self.result.leave_out),
            *(f"rank_without:{one.id}" for one in self.result.leave_out),
        )
        for at, unit in enumerate(self.result.units):
            score, published = unit.nominal
            rank = unit.rank
            ranks = (None,) * 4 if rank is None else (rank.mean, rank.p5, rank.p50, rank.p95)
            without = [one.units[at] for one in self.result.leave_out]
            yield (
                *(unit.unit, unit.year or None, score),
                None if published is None else fixed(published, decimals),
                *map(_six_digits, (unit.mean, unit.p5, unit.p50, unit.p95)),
                *(unit.target, _six_digits(unit.target_probability)),
                (rank.nominal or None) if rank else None,
                *map(_six_digits, ranks),
                *(_six_digits(unit.class_probability.get(name)) for name in classes),
                _six_digits(unit.scored),
                *(agreed(one.score) for one in without),
                *(one.rank for one in without),
            )

    def refusal(self) -> tuple[Block, ...]:
        """Return the findings that forbid a result."""
        if self.outcome.result is not None:
            return ()
        return refused(self.outcome.findings, self.language)

    def remarks(self) -> Iterator[str]:
        """Yield that answers were left out."""
        if self.outcome.partial:
            yield self.say("partial")

    def next(self) -> Iterator[str]:
        """Yield how to see what has most influence, or to draw missing answers."""
        result = self.outcome.result
        if result is None:
            if self.outcome.only_missing:
                yield self.say("robustness.next-missing", again=self.again)
        elif not (result.sobol or any(unit.sobol for unit in result.units)):
            yield self.say("robustness.next", again=self.again)

    def about_draws(self) -> list[Finding]:
        """Return the findings about the draws themselves: always shown."""
        return [one for one in self.outcome.findings if one.code.startswith(_OF_DRAWS)]

    def _one(self, unit: UnitRobustness) -> Iterator[Block]:
        words, say = self.words, self.say
        yield Headline(words.nominal(unit), tuple(words.sentences(unit)))
        if unit.class_probability:
            table = TableOf(unit.class_probability.items())
            table.column(say("column.class"), lambda row: words.class_name(row[0]))
            table.column(
                say("robustness.probability"),
                lambda row: words.chance(row[1]),
                ColumnKind.PERCENT,
            )
            table.column("", lambda row: _bar(row[1]), ColumnKind.BAR)
            yield table.made("classes")
        if unit.sobol:
            yield self._sobol("robustness.sobol", unit.sobol)
        elif self.result.evaluations:
            yield Paragraph(say("robustness.no-sobol"))

    def _several(self) -> Iterator[Block]:
        words, say, number = self.words, self.say, ColumnKind.NUMBER
        units = by_rank(self.result.units)
        rank = TableColumn(say("column.rank"), number, short="#")
        ranks = TableColumn(
            say("robustness.rank-interval"), number, short=say("robustness.rank-short")
        )
        mean = TableColumn(say("robustness.mean"), number, may_go=True)
        several = len({unit.year for unit in units}) > 1
        table = TableOf(units)
        table.column(
            rank, lambda unit: str((unit.rank and unit.rank.nominal) or NOTHING), sparse=True
        )
        table.column(say("column.unit"), lambda unit: unit.unit or "", header=True)
        table.column(
            say("column.year"),
            lambda unit: str(unit.year or NOTHING),
            number,
            wanted=several,
            sparse=True,
        )
        table.column(say("column.score"), words.nominal, number, sparse=True)
        table.column(say("robustness.interval"), words.interval, number, sparse=True)
        table.column(ranks, lambda unit: words.rank(unit.rank), sparse=True)
        table.column(say("robustness.probable-class"), words.likeliest_class, sparse=True)
        table.column(say("robustness.target"), words.meeting, number, sparse=True)
        table.column(mean, lambda unit: words.score(unit.mean), sparse=True)
        table.column(say("robustness.scored"), words.scored, number, sparse=True)
        yield table.made("units", note=say("robustness.legend"), long=True)
        if self.result.sobol:
            yield self._sobol("robustness.sobol-ranks", self.result.sobol)

    def _sobol(self, title: str, indices: tuple[SobolIndex, ...]) -> Table:
        words, say, percent = self.words, self.say, ColumnKind.PERCENT
        table = TableOf(by_influence(indices))
        table.column(say(title), words.factor_of)
        table.column(
            say("robustness.first"), lambda one: words.index(one.first, one.first_ci), percent
        )
        table.column(
            say("robustness.total"), lambda one: words.index(one.total, one.total_ci), percent
        )
        table.column("", lambda one: _bar(one.total), ColumnKind.BAR)
        return table.made("sobol", note=" ".join(words.sobol_notes(indices)))

    def _drawn(self) -> Iterator[Block]:
        yield Paragraph(f"{self.words.drawn(self.result)} {self.words.what(self.result)}")
        yield Bullets(tuple(self.words.factors(self.result)))


def draws_csv(each: EachDraw) -> str:
    """Return a row a draw, figures with as many digits as every machine agrees on."""
    rows = (tuple(map(_of_draw, row)) for row in each.rows)
    return rendered((each.columns, *rows))


def _of_draw(value: object) -> Value:
    match value:
        case float():
            return _six_digits(value)
        case str() | int() | None:
            return value
    return str(value)


def _bar(share: float) -> TableCell:
    return TableCell("", min(max(Fraction(share), Fraction(0)), Fraction(1)))


def _six_digits(value: float | None) -> float | None:
    """Return a figure of draws with as many digits as every machine agrees on."""
    return None if value is None else float(f"{value:.{_DIGITS}g}") + 0.0


def _result(result: Robustness, definition: Definition) -> Json:
    return {
        "draws": result.draws,
        "seed": result.seed,
        "assumed": result.assumed,
        "factors": [_factor(one) for one in result.factors],
        "units": [_unit(one, definition) for one in result.units],
        "rank_shift": {"sobol": [_index(one) for one in result.sobol]},
        "evaluations": result.evaluations,
        "leave_out": leave_out_json(result, definition.publish.decimals),
    }


def _factor(factor: Factor) -> Json:
    return {
        "factor": factor.id,
        "kind": factor.kind,
        "node": factor.node or None,
        "change": number(factor.change),
        "options": factor.options,
        "count": factor.size,
    }


def _unit(unit: UnitRobustness, definition: Definition) -> Json:
    published = unit.nominal.published
    return {
        "unit": unit.unit,
        "year": unit.year,
        "nominal": unit.nominal.score,
        "published": None if published is None else fixed(published, definition.publish.decimals),
        "class": None if unit.class_label is None else unit.class_label.main,
        "mean": _six_digits(unit.mean),
        "p5": _six_digits(unit.p5),
        "p50": _six_digits(unit.p50),
        "p95": _six_digits(unit.p95),
        "class_probability": {
            name: _six_digits(share) for name, share in unit.class_probability.items()
        },
        "target": number(unit.target),
        "target_probability": _six_digits(unit.target_probability),
        "rank": None
        if unit.rank is None
        else {
            "nominal": unit.rank.nominal,
            "mean": _six_digits(unit.rank.mean),
            "p5": _six_digits(unit.rank.p5),
            "p50": _six_digits(unit.rank.p50),
            "p95": _six_digits(unit.rank.p95),
        },
        "rank_probability": {
            str(rank): _six_digits(share) for rank, share in unit.rank_probability.items()
        },
        "scored": _six_digits(unit.scored),
        "sobol": [_index(one) for one in unit.sobol],
    }


def _index(index: SobolIndex) -> Json:
    return {
        "factor": index.factor,
        "first": _six_digits(index.first),
        "first_ci": [_six_digits(end) for end in index.first_ci],
        "total": _six_digits(index.total),
        "total_ci": [_six_digits(end) for end in index.total_ci],
    }


_NAMES_SHOWN = 3
_INDICES_SHOWN = 12
_SEEN = 0.005
"""A smaller share is shown as 0 %."""
_SURE = Fraction(1)
_LEAST = Fraction(1, 200)
_HUNDRED = 100


class RobustnessWording(ScoreWording):
    """The wording of a result in one language."""

    def __init__(self, outcome: RobustnessOutcome, language: Language) -> None:
        super().__init__(outcome.definition, language)
        self.outcome = outcome
        self.labels: Mapping[str, Label] = {
            group.id: group.label for group in outcome.definition.all_groups()
        }

    def nominal(self, unit: UnitRobustness) -> str:
        """Return the published overall, or a dash."""
        return self.number(unit.nominal.published)

    def score(self, value: Fraction | float | None) -> str:
        """Return a score with the definition's decimals, or a dash."""
        return self.number(None if value is None else Fraction(value))

    def interval(self, unit: UnitRobustness) -> str:
        """Return between which scores nine of ten draws are."""
        if unit.p5 is None:
            return NOTHING
        low, high = self.score(unit.p5), self.score(unit.p95)
        return low if low == high else f"{low}–{high}"

    def sentences(self, unit: UnitRobustness) -> Iterator[str]:
        """Yield what a head of office wants to know."""
        if unit.p5 is None:
            yield self.say("robustness.no-score")
            return
        low, high = self.score(unit.p5), self.score(unit.p95)
        key = "robustness.always" if low == high else "robustness.between"
        params = {"low": low} if low == high else {"low": low, "high": high}
        yield self.say(key, **params)
        if unit.rank is not None and self.outcome.result is not None:
            yield self.say(
                "robustness.ranked",
                rank=unit.rank.nominal or NOTHING,
                count=self.outcome.result.compared,
                spread=self.rank(unit.rank),
            )
        if unit.target is not None and unit.target_probability is not None:
            target = self.short(unit.target)
            share = self.chance(unit.target_probability)
            yield self.say("robustness.reaching", target=target, share=share)
        if unit.scored < 1:
            yield self.say("robustness.without-score", share=self.chance(1 - unit.scored))

    def meeting(self, unit: UnitRobustness) -> str:
        """Return the chance of meeting the target; a dash without a target or any score."""
        if unit.target_probability is None or unit.p5 is None:
            return NOTHING
        return self.chance(unit.target_probability)

    def scored(self, unit: UnitRobustness) -> str:
        """Return the share of draws with a score; a dash if all or none have one."""
        return NOTHING if unit.scored in {0, 1} else self.chance(unit.scored)

    def chance(self, share: float) -> str:
        """Return a probability in whole percents; what is possible is never 0 %, nor sure 100 %."""
        exact = Fraction(share)
        if 0 < exact < _LEAST:
            return "< 1 %"
        if 1 - _LEAST < exact < _SURE:
            return "> 99 %"
        return f"{fixed(exact * _HUNDRED, 0)} %"

    def index(self, value: float, ends: tuple[float, float]) -> str:
        """Return a Sobol index with its interval, both within what a share can be."""
        low, high = (fixed(_within(end) * _HUNDRED, 0) for end in ends)
        return f"{fixed(_within(value) * _HUNDRED, 0)} % ({low}–{high})"

    def rank(self, spread: RankSpread | None) -> str:
        """Return between which ranks nine of ten draws are, such as ``2–4``."""
        if spread is None:
            return NOTHING
        low, high = (self.short(round(end, 1)) for end in (spread.p5, spread.p95))
        return low if low == high else f"{low}–{high}"

    def likeliest_class(self, unit: UnitRobustness) -> str:
        """Return the class of most draws with its probability."""
        if not any(unit.class_probability.values()):
            return NOTHING
        name = max(unit.class_probability, key=lambda one: unit.class_probability[one])
        return f"{self.class_name(name)} {self.chance(unit.class_probability[name])}"

    def class_name(self, name: str) -> str:
        """Return a class's name in the language."""
        labels = {one.label.main: one.label for one in self.definition.classes}
        return labels[name].in_language(self.language)

    def drawn(self, result: Robustness) -> str:
        """Return how many draws there were, by which seed."""
        draws = grouped(result.draws, self.language)
        key = "robustness.drawn-once" if result.draws == 1 else "robustness.drawn"
        said = self.say(key, draws=draws, seed=result.seed)
        if not result.evaluations:
            return said
        more = grouped(result.evaluations, self.language)
        further = self.say("robustness.evaluations", draws=more)
        return f"{said} {further}"

    def what(self, result: Robustness) -> str:
        """Return the heading of what is drawn."""
        return self.say("robustness.assumed" if result.assumed else "robustness.what")

    def factors(self, result: Robustness) -> Iterator[str]:
        """Yield what is drawn, one factor a line; weights of many groups together."""
        weights = [one for one in result.factors if one.kind is FactorKind.WEIGHTS]
        for factor in result.factors:
            if factor.kind is not FactorKind.WEIGHTS:
                yield f"{self.name(factor.kind, factor.node)}: {self._of(factor, result)}"
        if weights:
            change = Fraction(_HUNDRED) * (weights[0].change or 0)
            params: dict[str, object] = {
                "count": sum(one.size for one in weights),
                "change": f"{self.short(change)} %",
            }
            names = tuple(self.name(one.kind, one.node) for one in weights)
            if len(names) <= _NAMES_SHOWN:
                yield self.say("robustness.change", names=names, **params)
            else:
                yield self.say("robustness.change-groups", groups=len(names), **params)

    def _of(self, factor: Factor, result: Robustness) -> str:
        count = len(factor.options)
        if factor.kind is FactorKind.MISSING:
            return self.say("robustness.over-scale", count=factor.size)
        if factor.kind is FactorKind.UNCERTAIN:
            return self.say("robustness.as-file", count=factor.size)
        if factor.kind is FactorKind.WEIGHT_SETS:
            exactly = len(result.factors) == 1 and result.draws == count
            key = "robustness.all-sets" if exactly else "robustness.some-set"
            return self.say(key, count=count)
        return self.say("robustness.one-of", names=factor.options)

    def name(self, kind: FactorKind, node: str | None) -> str:
        """Return a factor in words."""
        if kind is FactorKind.WEIGHTS and not node:
            return self.say("robustness.factor.top")
        if node:
            label = self.labels[node].in_language(self.language)
            return self.say("robustness.factor.weights", name=label)
        return self.say(f"robustness.factor.{kind.value}")

    def sobol_notes(self, indices: tuple[SobolIndex, ...]) -> Iterator[str]:
        """Yield what stands below a table of *indices*."""
        hidden = len(indices) - len(by_influence(indices))
        if hidden:
            yield self.say("robustness.sobol-more", count=hidden)
        yield self.say("robustness.sobol-note")

    def factor_of(self, index: SobolIndex) -> str:
        """Return the factor that a Sobol index is about."""
        kind, _, node = index.factor.partition(":")
        return self.name(FactorKind(kind), node or None)


def _within(share: float) -> Fraction:
    return min(max(Fraction(share), Fraction(0)), Fraction(1))


def by_influence(indices: tuple[SobolIndex, ...]) -> list[SobolIndex]:
    """Return those of *indices* that can be seen in whole percents, the largest total first."""
    ordered = sorted(indices, key=lambda one: -one.total)
    return [one for one in ordered[:_INDICES_SHOWN] if one.total >= _SEEN]


def by_rank(units: tuple[UnitRobustness, ...]) -> list[UnitRobustness]:
    """Return *units* by year, the best first, those without a rank last."""

    def order(unit: UnitRobustness) -> tuple[int, float]:
        rank = None if unit.rank is None else unit.rank.nominal
        return unit.year or 0, float("inf") if rank is None else rank

    return sorted(units, key=order)

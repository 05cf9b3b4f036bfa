"""What ``robustness`` came to: how sure scores are, in sentences and small tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from kediri_index.messages.values import fixed
from kediri_index.model.findings import Finding
from kediri_index.model.robustness import (
    EachDraw,
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
from kediri_index.present.envelope import agreed, outcome_json
from kediri_index.present.findings import counted, faults, refused
from kediri_index.present.formats import Presentation
from kediri_index.present.renderers.csv import Rows, Value, rendered
from kediri_index.present.robustness.as_json import result_json, six_digits
from kediri_index.present.robustness.leave_out import LeaveOutTables
from kediri_index.present.robustness.wording import RobustnessWording, by_influence, by_rank

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
        result = None if found is None else result_json(found, self.outcome.definition)
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
                *map(six_digits, (unit.mean, unit.p5, unit.p50, unit.p95)),
                *(unit.target, six_digits(unit.target_probability)),
                (rank.nominal or None) if rank else None,
                *map(six_digits, ranks),
                *(six_digits(unit.class_probability.get(name)) for name in classes),
                six_digits(unit.scored),
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
        if unit.class_probability and unit.scored:
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
            return six_digits(value)
        case str() | int() | None:
            return value
    return str(value)


def _bar(share: float) -> TableCell:
    return TableCell("", min(max(Fraction(share), Fraction(0)), Fraction(1)))

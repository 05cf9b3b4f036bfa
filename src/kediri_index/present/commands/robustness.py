"""What ``robustness`` came to: how sure scores are, in sentences and small tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from kediri_index.messages.numbers import fixed
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.robustness import (
    EachDraw,
    Factor,
    Robustness,
    RobustnessOutcome,
    SobolIndex,
    UnitRobustness,
)
from kediri_index.present.commands.robustness_words import (
    NOTHING,
    RobustnessWords,
    by_influence,
    by_rank,
)
from kediri_index.present.document import (
    Block,
    Bullets,
    Cell,
    Column,
    ColumnKind,
    Document,
    Lead,
    Paragraph,
    Section,
    Table,
)
from kediri_index.present.envelope import Json, exact, number, outcome_json
from kediri_index.present.findings import counted, faults, refused
from kediri_index.present.renderers.csv import Rows, Value, rendered
from kediri_index.present.shown import Shown

_DIGITS = 6
_FINDINGS_SHOWN = 5
_OF_DRAWS = "S81"


@dataclass(frozen=True)
class RobustnessShown(Shown):
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
    def words(self) -> RobustnessWords:
        """The wording of the result."""
        return RobustnessWords(self.outcome, self.language)

    def document(self) -> Document:
        """Return one unit in sentences and tables, several as one table, then the findings."""
        words, outcome, units = self.words, self.outcome, self.result.units
        title = words.unit(units[0]) if len(units) == 1 else ""
        blocks = self._one(units[0]) if len(units) == 1 else self._several()
        about = words.about_definition()
        sections = [Section("robustness", title, (*blocks, *self._drawn()), about=about)]
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
        """Yield a row a unit; a column ``class:<name>`` holds the probability of each class."""
        classes = [one.label.main for one in self.outcome.definition.classes]
        decimals = self.outcome.definition.publish.decimals
        yield (
            *("unit", "year", "nominal", "published", "mean", "p5", "p50", "p95"),
            *("target", "target_probability"),
            *("rank", "rank_mean", "rank_p5", "rank_p50", "rank_p95"),
            *(f"class:{name}" for name in classes),
            "scored",
        )
        for unit in self.result.units:
            score, published = unit.nominal
            rank = unit.rank
            ranks = (None,) * 4 if rank is None else (rank.mean, rank.p5, rank.p50, rank.p95)
            yield (
                *(unit.unit, unit.year or None, score),
                None if published is None else fixed(published, decimals),
                *map(_six_digits, (unit.mean, unit.p5, unit.p50, unit.p95)),
                *(unit.target, _six_digits(unit.target_probability)),
                (rank.nominal or None) if rank else None,
                *map(_six_digits, ranks),
                *(_six_digits(unit.class_probability.get(name)) for name in classes),
                _six_digits(unit.scored),
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
        yield Lead(words.published(unit), tuple(words.sentences(unit)))
        if unit.class_probability:
            columns = (
                Column("class", say("column.class")),
                Column("probability", say("robustness.probability"), ColumnKind.PERCENT),
                Column("bar", "", ColumnKind.BAR),
            )
            rows = (
                (Cell(words.class_name(name)), Cell(words.chance(share)), _bar(share))
                for name, share in unit.class_probability.items()
            )
            yield Table("classes", "", columns, tuple(rows))
        if unit.sobol:
            yield self._sobol("robustness.sobol", unit.sobol)
        elif self.result.evaluations:
            yield Paragraph(say("robustness.no-sobol"))

    def _several(self) -> Iterator[Block]:
        say, number = self.say, ColumnKind.NUMBER
        every = (
            Column("rank", say("column.rank"), number, short="#"),
            Column("unit", say("column.unit")),
            Column("year", say("column.year"), number),
            Column("score", say("column.score"), number),
            Column("interval", say("robustness.interval"), number),
            Column(
                "ranks", say("robustness.rank-interval"), number, short=say("robustness.rank-short")
            ),
            Column("class", say("robustness.probable-class")),
            Column("target", say("robustness.target"), number),
            Column("mean", say("robustness.mean"), number, may_go=True),
        )
        units = by_rank(self.result.units)
        cells = [self._cells(unit) for unit in units]
        shown = [at for at in range(len(every)) if any(row[at] != NOTHING for row in cells)]
        if len({unit.year for unit in units}) == 1:
            shown = [at for at in shown if every[at].key != "year"]
        columns = tuple(every[at] for at in shown)
        rows = tuple(tuple(Cell(row[at]) for at in shown) for row in cells)
        header = next(at for at, one in enumerate(columns) if one.key == "unit")
        yield Table("units", "", columns, rows, header, say("robustness.legend"), long=True)
        if self.result.sobol:
            yield self._sobol("robustness.sobol-ranks", self.result.sobol)

    def _cells(self, unit: UnitRobustness) -> tuple[str, ...]:
        words = self.words
        nominal = None if unit.rank is None else unit.rank.nominal
        return (
            str(nominal or NOTHING),
            unit.unit or "",
            str(unit.year or NOTHING),
            words.published(unit),
            words.interval(unit),
            words.rank(unit.rank),
            words.likeliest_class(unit),
            words.meeting(unit),
            words.score(unit.mean),
        )

    def _sobol(self, title: str, indices: tuple[SobolIndex, ...]) -> Table:
        words = self.words
        columns = (
            Column("factor", self.say(title)),
            Column("first", self.say("robustness.first"), ColumnKind.PERCENT),
            Column("total", self.say("robustness.total"), ColumnKind.PERCENT),
            Column("bar", "", ColumnKind.BAR),
        )
        rows = (
            (
                Cell(words.factor_of(one)),
                Cell(words.index(one.first, one.first_ci)),
                Cell(words.index(one.total, one.total_ci)),
                _bar(one.total),
            )
            for one in by_influence(indices)
        )
        note = " ".join(words.sobol_notes(indices))
        return Table("sobol", "", columns, tuple(rows), note=note)

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


def _bar(share: float) -> Cell:
    return Cell("", min(max(Fraction(share), Fraction(0)), Fraction(1)))


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
    }


def _factor(factor: Factor) -> Json:
    return {
        "factor": factor.id,
        "kind": factor.kind.value,
        "node": factor.node or None,
        "change": number(factor.change),
        "options": list(factor.options),
        "count": factor.size,
    }


def _unit(unit: UnitRobustness, definition: Definition) -> Json:
    published = unit.nominal.published
    return {
        "unit": unit.unit,
        "year": unit.year,
        "nominal": exact(unit.nominal.score),
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

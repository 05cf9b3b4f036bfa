"""What ``score`` came to: one unit in full, or several in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, partial

from kediri_index.messages.catalogue import severity_of
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.profile import Basis
from kediri_index.model.scores import ScoreOutcome, UnitResult, UnitSummary
from kediri_index.present.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Lead,
    Paragraph,
    Section,
    Table,
    Tone,
)
from kediri_index.present.findings import counted, faults, refused, said_to_allow
from kediri_index.present.formats import Presentation
from kediri_index.present.wording import (
    EFFECT_COLUMNS,
    KindRow,
    KindTable,
    ScoreWording,
    kind_tables,
    rank_order,
)
from kediri_index.scoring.scores import Scores

_FINDINGS_SHOWN = 5
_NOTHING = "–"


_UnitColumn = tuple[bool, Column, Callable[[UnitSummary], Cell]]
"""Whether a column of the table of units is wanted, and what its cells are."""


@dataclass(frozen=True)
class ScorePresentation(Presentation):
    """The scores, or why there are none; *detail* asks for every part of every unit.

    *again* is what the next command is to be given, *trace* what shows where a figure is from.
    """

    outcome: ScoreOutcome
    detail: bool = False
    again: str = ""
    trace: str = ""

    @property
    def scores(self) -> Scores:
        """The scores of all units, which there are."""
        found = self.outcome.units
        if not isinstance(found, Scores):
            message = f"{found!r} are no scores"
            raise TypeError(message)
        return found

    @cached_property
    def words(self) -> ScoreWording:
        """The wording of results."""
        return ScoreWording(self.outcome.definition, self.language)

    def document(self) -> Document:
        """Return the units, the findings that touch them where they are few, and all counted."""
        outcome, units = self.outcome, self.outcome.units or ()
        sections = []
        if len(units) > 1:
            blocks = tuple(self._several(self.scores.summaries()))
            about = self.words.about_definition()
            sections.append(Section("units", "", blocks, about=about))
        if len(units) == 1 or self.detail:
            sections += [self._unit(at, unit) for at, unit in enumerate(units, start=1)]
        touching = [one for one in outcome.findings if not _is_about_plausibility(one)]
        if 0 < len(touching) <= _FINDINGS_SHOWN:
            sections.append(Section("findings", "", tuple(faults(touching, self.language))))
        return Document(
            self.language,
            tuple(sections),
            warning=self.say("partial") if outcome.partial else "",
            foot=self.words.about_version(),
            end=self._counted(),
        )

    def json(self) -> Iterable[str]:
        """Return the envelope; several units without *detail* leave indicators out."""
        from kediri_index.present.commands import score_json  # noqa: PLC0415 - a table does without

        scores = None if self.outcome.units is None else self.scores
        return score_json.parts(self.outcome, scores, self.language, detail=self.detail)

    def csv(self) -> Iterable[str]:
        """Return a line a node."""
        from kediri_index.present.commands import score_csv  # noqa: PLC0415 - likewise

        scores = None if self.outcome.units is None else self.scores
        return score_csv.lines(self.outcome, scores)

    def refusal(self) -> tuple[Block, ...]:
        """Return the findings that forbid a score."""
        if self.outcome.units is not None:
            return ()
        return refused(self.outcome.findings, self.language)

    def remarks(self) -> Iterator[str]:
        """Yield that answers were left out, and how many findings were accepted."""
        if self.outcome.partial:
            yield self.say("partial")
        if self.outcome.waived:
            yield self.say("count.waived", count=len(self.outcome.waived))

    def next(self) -> Iterator[str]:
        """Yield how to see the findings, where a figure is from, or every part."""
        outcome = self.outcome
        if outcome.units is None:
            if not outcome.partial:  # else it was tried already
                yield from said_to_allow(outcome, self.language, self.again)
        elif outcome.findings:
            yield self.say("next.check", again=self.again)
        elif len(outcome.units) == 1:
            yield self.say("next.trace", again=self.trace)
        elif not self.detail:
            yield self.say("next.detail", again=self.again)

    def _counted(self) -> str:
        outcome = self.outcome
        if not outcome.findings and not outcome.waived:
            return self.say("no-findings")
        return counted(outcome.findings, self.language, len(outcome.waived))

    def _several(self, units: Sequence[UnitSummary]) -> Iterator[Block]:
        """Yield a table with a row a unit, best first within a year, and remarks below it."""
        ordered = sorted(units, key=rank_order)
        every = [(column, cell) for wanted, column, cell in self._columns(ordered) if wanted]
        rows = tuple(tuple(cell(unit) for _, cell in every) for unit in ordered)
        columns = tuple(column for column, _ in every)
        header = next(at for at, one in enumerate(columns) if one.key == "unit")
        yield Table("units", "", columns, rows, header, long=True)
        for remark in self._about_several(units):
            yield Paragraph(remark)

    def _columns(self, units: Sequence[UnitSummary]) -> list[_UnitColumn]:
        """Return the columns, those of the top level in the order of the definition."""
        words, say, definition = self.words, self.say, self.outcome.definition
        right, number = ColumnKind.COUNT, ColumnKind.NUMBER

        def figure(value: Fraction | None) -> Cell:
            return Cell(words.number(value), value)

        def signed(value: Fraction | None) -> Cell:
            return Cell(_NOTHING if value is None else words.signed(value), value)

        def answers(unit: UnitSummary) -> Cell:
            return Cell(f"{unit.completeness.answered}/{unit.completeness.expected}")

        def group_of(at: int, unit: UnitSummary) -> Cell:
            return figure(unit.groups[at])

        def label(unit: UnitSummary) -> Cell:
            return Cell(words.label(unit.class_label) if unit.class_label else _NOTHING)

        incomplete = any(map(_is_incomplete, units))
        columns: list[_UnitColumn] = [
            (
                any(unit.rank is not None for unit in units),
                Column("rank", say("column.rank"), right, short="#"),
                lambda unit: Cell(str(unit.rank or _NOTHING), unit.rank),
            ),
            (True, Column("unit", say("column.unit")), lambda unit: Cell(unit.unit or _NOTHING)),
            (
                True,
                Column("year", say("column.year"), ColumnKind.CODE),
                lambda unit: Cell(str(unit.year or _NOTHING)),
            ),
            (
                True,
                Column("overall", say("overall"), number),
                lambda unit: figure(unit.overall.published),
            ),
            (
                any(unit.change is not None for unit in units),
                Column("change", say("column.change"), number),
                lambda unit: signed(unit.change),
            ),
            (
                any(unit.gap is not None for unit in units),
                Column("gap", say("column.gap"), number),
                lambda unit: signed(unit.gap),
            ),
            (bool(definition.classes), Column("class", say("column.class")), label),
            (incomplete, Column("answers", say("column.answers"), right), answers),
        ]
        groups = (
            Column(group.id, words.label(group.label), number, may_go=True)
            for group in definition.groups
        )
        return [*columns, *((True, one, partial(group_of, at)) for at, one in enumerate(groups))]

    def _about_several(self, units: Sequence[UnitSummary]) -> Iterator[str]:
        prepared = self.words.prepared(self.outcome.effects)
        if prepared:
            yield prepared
        for unit in units:
            if unit.overall.published is None:
                yield f"{self.words.unit(unit)}: {self.words.overall(unit)}"
        own = sum(1 for unit in units if unit.basis in {Basis.SELF, Basis.MIXED})
        if own:
            yield self.say("units-self", count=own, all=len(units))
        incomplete = sum(map(_is_incomplete, units))
        if incomplete:
            yield self.say("units-incomplete", count=incomplete)

    def _unit(self, number: int, result: UnitResult) -> Section:
        words = self.words
        blocks = tuple(self._of_unit(result))
        return Section(f"unit-{number}", words.unit(result), blocks, about=words.about_definition())

    def _of_unit(self, result: UnitResult) -> Iterator[Block]:
        """Yield the overall, a table a kind, in detail the indicators, and what was left out."""
        words = self.words
        yield Lead(words.overall(result), tuple(words.facts(result)))
        both = words.both_totals(result)
        if both:
            yield Paragraph(both, muted=True)
        for table in kind_tables(self.outcome.definition, result, detail=self.detail):
            if table.is_given_above:
                yield Paragraph(self.say("no-detail", kind=words.kind(table)), muted=True)
            else:
                yield self._kind(table, result)
        effects = self.outcome.effects_of(result)
        if self.detail and result.indicators:
            yield self._indicators(result)
        if self.detail and effects is not None and effects.all():
            yield self._effects([words.effect(effect) for effect in effects.all()])
        said = (words.prepared(effects), *words.omissions(result, every=self.detail))
        for sentence in (*said, words.range_if_missing(result)):
            if sentence:
                yield Paragraph(sentence)

    def _kind(self, table: KindTable, result: UnitResult) -> Table:
        words, scale = self.words, self.outcome.definition.scale
        weighted = any(row.result.effective_weight for row in table.rows)
        adds_up = table.top and words.adds_up
        mark, title = None, ""
        if result.target is not None and scale is not None:
            mark = _place(result.target, scale)
            title = self.say("target-mark", target=words.short(result.target))
        every = (
            (True, Column("name", words.kind(table))),
            (weighted, Column("weight", words.weight_column(table), ColumnKind.PERCENT)),
            (True, Column("score", self.say("column.score"), ColumnKind.NUMBER)),
            (True, Column("bar", title, ColumnKind.BAR, mark=mark)),
            (
                adds_up,
                Column("contribution", self.say("column.contribution"), ColumnKind.NUMBER),
            ),
            (True, Column("remark", "")),
        )
        rows = []
        for row in table.rows:
            one, score = row.result, row.result.figure.score
            share = None if score is None or scale is None else _place(score, scale)
            cells = (
                Cell(words.label(row.group.label)),
                Cell(words.percent(one.effective_weight), one.effective_weight),
                Cell(words.published(one.figure), one.figure.published, Tone.STRONG),
                Cell("", share),
                Cell(words.published(one.contribution), one.contribution.published),
                Cell(self._remark(row, top=table.top), tone=Tone.MUTED),
            )
            rows.append(cells)
        said = any(cells[-1].text for cells in rows)
        shown = [at for at, (wanted, _) in enumerate(every) if wanted]
        kept = shown if said else shown[:-1]
        note = words.about_contributions() if table.top and table.is_scored else ""
        columns = tuple(every[at][1] for at in kept)
        shown_rows = tuple(tuple(cells[at] for at in kept) for cells in rows)
        return Table(table.kind.id, "", columns, shown_rows, note=note)

    def _remark(self, row: KindRow, *, top: bool) -> str:
        """Say how the group's score came to be, where that is not the usual way."""
        words, result = self.words, row.result
        if result.no_score is not None and result.completeness.answered:
            return words.reason(result.no_score, result.completeness)
        part = result.completeness
        if part.answered < part.expected:
            return self.say("answered", answered=part.answered, expected=part.expected)
        scored = [child for child in result.groups if child.figure.score is not None]
        if top and scored and not result.given:
            kinds = {group.id: group.kind for group in row.group.groups}
            labels = {kind.id: kind.label for kind in self.outcome.definition.kinds}
            kind = words.label(labels[kinds[scored[0].id]]).lower()
            return self.say("from-children", count=len(scored), kind=kind)
        return ""

    def _indicators(self, result: UnitResult) -> Table:
        words = self.words
        labels = {one.id: one.label for one in self.outcome.definition.all_indicators()}
        columns = (
            Column("code", self.say("column.code"), ColumnKind.CODE),
            Column("indicator", self.say("column.indicator")),
            Column("value", self.say("column.value"), ColumnKind.NUMBER),
            Column("score", self.say("column.score"), ColumnKind.NUMBER),
            Column("weight", self.say("column.effective-weight"), ColumnKind.PERCENT),
            Column("cell", self.say("column.cell")),
        )
        rows = (
            (
                Cell(one.id),
                Cell(words.label(labels[one.id])),
                Cell(words.raw(one.raw)),
                Cell(words.indicator_score(one), one.figure.published, Tone.STRONG),
                Cell(words.percent(one.effective_weight), one.effective_weight),
                Cell(" ".join(source.cell or "" for source in one.sources), tone=Tone.MUTED),
            )
            for one in result.indicators
        )
        return Table("indicators", "", columns, tuple(rows), 1, long=True)

    def _effects(self, effects: Sequence[Sequence[str]]) -> Table:
        """Return each change that was made to the unit's data before scoring."""
        kinds = (ColumnKind.TEXT, ColumnKind.TEXT, ColumnKind.NUMBER, ColumnKind.NUMBER)
        columns = (
            Column(key, self.say(f"column.{key}"), kind)
            for key, kind in zip(EFFECT_COLUMNS, kinds, strict=True)
        )
        rows = (tuple(map(Cell, cells)) for cells in effects)
        return Table("prepared", "", tuple(columns), tuple(rows))


def _is_about_plausibility(finding: Finding) -> bool:
    """Return whether *finding* is a note across rows: for who checks the data, no figure's own."""
    return finding.code.startswith("X") and severity_of(finding) is Severity.NOTE


def _is_incomplete(unit: UnitSummary) -> bool:
    return unit.completeness.answered < unit.completeness.expected


def _place(value: Fraction, scale: tuple[Fraction, Fraction]) -> Fraction:
    """Return where *value* stands on the scale, 0 to 1."""
    low, high = scale
    return min(max((value - low) / (high - low), Fraction(0)), Fraction(1))

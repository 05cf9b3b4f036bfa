"""What ``score`` came to: one unit in full, or several in one table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, partial

from kediri_index.messages.catalogue import severity_of
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.profile import Basis
from kediri_index.model.scores import ScoreOutcome, UnitResult, UnitSummary
from kediri_index.present.document import (
    NOTHING,
    Block,
    ColumnKind,
    Document,
    Head,
    Headline,
    Paragraph,
    Section,
    Table,
    TableCell,
    TableColumn,
    TableOf,
    Tone,
)
from kediri_index.present.findings import counted, faults, refused, said_to_allow
from kediri_index.present.formats import Presentation
from kediri_index.present.wording import (
    KindRow,
    KindTable,
    ScoreWording,
    kind_tables,
    rank_order,
)
from kediri_index.scoring.scores import Scores

_FINDINGS_SHOWN = 5


@dataclass(frozen=True)
class ScorePresentation(Presentation):
    """The scores, or why there are none; *detail* asks for every part of every unit.

    *again* is what the same command and ``check`` are given, *trace* what shows where a figure is
    from. *grouped* says that an option groups the units: only then CSV has columns for it.
    """

    outcome: ScoreOutcome
    detail: bool = False
    again: str = ""
    trace: str = ""
    grouped: bool = False

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
            several, about = self.scores.summaries(), self.words.about_definition()
            blocks = tuple(self._several(several))
            sections.append(Section("units", self._all_of(several), blocks, about=about))
            sections += self._groups()
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

    def page(self) -> Document:
        """Return the same under what it is; the index is named there alone."""
        document, kind = self.document(), self.say("score-page.kind")
        index = self.outcome.definition.title.in_language(self.language)
        return document._replace(
            sections=tuple(one._replace(about="") for one in document.sections),
            head=Head(of_index=index, title=kind, kind=kind, summary=(document.end,)),
            end="",
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
        return score_csv.lines(self.outcome, scores, grouped=self.grouped)

    def workbook(self) -> bytes:
        """Return a workbook with a sheet per step."""
        from kediri_index.present.commands.score_xlsx import steps_xlsx  # noqa: PLC0415 - likewise

        return steps_xlsx(self.scores, self.language, self.outcome.unit_groups)

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

    def _all_of(self, units: Sequence[UnitSummary]) -> str:
        """Return how many units there are, and their year where it is one."""
        (year, *others) = {unit.year for unit in units}
        count = self.say("league.units", count=len(units))
        return count if others or year is None else f"{count} · {year}"

    def _several(self, units: Sequence[UnitSummary]) -> Iterator[Block]:
        """Yield a table with a row a unit, best first within a year, and remarks below it."""
        words, say, definition = self.words, self.say, self.outcome.definition
        count, number = ColumnKind.COUNT, ColumnKind.NUMBER

        def signed(value: Fraction | None) -> TableCell:
            return TableCell(NOTHING if value is None else words.signed(value), value)

        def group_of(at: int, unit: UnitSummary) -> TableCell:
            return TableCell(words.number(unit.groups[at]), unit.groups[at])

        table = TableOf(sorted(units, key=rank_order))
        table.column(
            TableColumn(say("column.rank"), count, short="#"),
            lambda unit: TableCell(str(unit.rank or NOTHING), unit.rank),
            sparse=True,
        )
        table.column(say("column.unit"), lambda unit: unit.unit or NOTHING, header=True)
        groups = self.outcome.unit_groups
        if groups is not None:
            from kediri_index.present.unit_groups import place_columns  # noqa: PLC0415 - few have any

            place_columns(words, groups, table, lambda unit: (unit.unit, unit.year), of_all=True)
        years = {unit.year for unit in units}
        table.column(
            say("column.year"),
            lambda unit: str(unit.year or NOTHING),
            ColumnKind.CODE,
            wanted=len(years) > 1,
        )
        table.column(say("overall"), lambda unit: words.figure_cell(unit.overall), number)
        table.column(say("column.change"), lambda unit: signed(unit.change), number, sparse=True)
        table.column(say("column.gap"), lambda unit: signed(unit.gap), number, sparse=True)
        table.column(
            say("column.class"),
            lambda unit: words.label(unit.class_label) if unit.class_label else NOTHING,
            wanted=bool(definition.classes),
        )
        table.column(
            say("column.answers"),
            lambda unit: f"{unit.completeness.answered}/{unit.completeness.expected}",
            count,
            wanted=any(map(_is_incomplete, units)),
        )
        for at, group in enumerate(definition.groups):
            column = TableColumn(words.label(group.label), number, may_go=True)
            table.column(column, partial(group_of, at))
        yield table.made("units", long=True)
        for remark in self._about_several(units):
            yield Paragraph(remark)

    def _groups(self) -> Iterator[Section]:
        """Yield the groups of units, where there are any."""
        groups = self.outcome.unit_groups
        if groups is not None:
            from kediri_index.present.unit_groups import (  # noqa: PLC0415 - few have any
                groups_table,
                parts_table,
            )

            title = self.say("league.groups", name=groups.name)
            tables = groups_table(self.words, groups), parts_table(self.words, groups)
            yield Section("unit-groups", title, tuple(filter(None, tables)))

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
        yield Headline(words.overall(result), tuple(words.facts(result)))
        groups = self.outcome.unit_groups
        if groups is not None:
            from kediri_index.present.unit_groups import place_sentence  # noqa: PLC0415 - few have any

            yield Paragraph(place_sentence(words, groups, (result.unit, result.year)))
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
            yield words.effects_table(effects)
        said = (words.prepared(effects), *words.omissions(result, every=self.detail))
        for sentence in (*said, words.range_if_missing(result)):
            if sentence:
                yield Paragraph(sentence)

    def _kind(self, kind: KindTable, result: UnitResult) -> Table:
        words, say, scale = self.words, self.say, self.outcome.definition.scale
        mark, title = None, ""
        if result.target is not None and scale is not None:
            mark = _place(result.target, scale)
            title = say("target-mark", target=words.short(result.target))

        def bar(row: KindRow) -> TableCell:
            score = row.result.figure.score
            return TableCell("", None if score is None or scale is None else _place(score, scale))

        remarks = {row.group.id: self._remark(row, top=kind.top) for row in kind.rows}
        table = TableOf(kind.rows)
        table.column(words.kind(kind), lambda row: words.label(row.group.label))
        table.column(
            words.weight_column(kind),
            lambda row: words.percent_cell(row.result.effective_weight),
            ColumnKind.PERCENT,
            wanted=any(row.result.effective_weight for row in kind.rows),
        )
        table.column(
            say("column.score"),
            lambda row: words.figure_cell(row.result.figure, Tone.STRONG),
            ColumnKind.NUMBER,
        )
        table.column(TableColumn(title, ColumnKind.BAR, mark=mark), bar)
        table.column(
            say("column.contribution"),
            lambda row: words.figure_cell(row.result.contribution),
            ColumnKind.NUMBER,
            wanted=kind.top and words.adds_up,
        )
        table.column(
            "",
            lambda row: TableCell(remarks[row.group.id], tone=Tone.MUTED),
            sparse=True,
        )
        note = words.about_contributions() if kind.top and kind.is_scored else ""
        return table.made(kind.kind.id, note=note)

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
        words, say = self.words, self.say
        labels = {one.id: one.label for one in self.outcome.definition.all_indicators()}
        table = TableOf(result.indicators)
        table.column(say("column.code"), lambda one: one.id, ColumnKind.CODE)
        table.column(say("column.indicator"), lambda one: words.label(labels[one.id]), header=True)
        table.column(say("column.value"), lambda one: words.raw(one.raw), ColumnKind.NUMBER)
        table.column(
            say("column.interval"),
            lambda one: words.survey_interval(one.survey),
            ColumnKind.NUMBER,
            sparse=True,
        )
        table.column(
            say("column.score"),
            lambda one: TableCell(words.indicator_score(one), one.figure.published, Tone.STRONG),
            ColumnKind.NUMBER,
        )
        table.column(
            say("column.effective-weight"),
            lambda one: words.percent_cell(one.effective_weight),
            ColumnKind.PERCENT,
        )
        table.column(
            say("column.cell"),
            lambda one: TableCell(" ".join(at.cell or "" for at in one.sources), tone=Tone.MUTED),
        )
        return table.made("indicators", long=True)


def _is_about_plausibility(finding: Finding) -> bool:
    """Return whether *finding* is a note across rows: for who checks the data, no figure's own."""
    return finding.code.startswith("X") and severity_of(finding) is Severity.NOTE


def _is_incomplete(unit: UnitSummary) -> bool:
    return unit.completeness.answered < unit.completeness.expected


def _place(value: Fraction, scale: tuple[Fraction, Fraction]) -> Fraction:
    """Return where *value* stands on the scale, 0 to 1."""
    low, high = scale
    return min(max((value - low) / (high - low), Fraction(0)), Fraction(1))

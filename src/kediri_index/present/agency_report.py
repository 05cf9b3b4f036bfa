"""The report of an agency (Rapor OPD) as a document of one page, and the index of all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from kediri_index.messages.catalogue import message_of, repair_by_agency, severity_of
from kediri_index.model.agency_report import AgencyLeaf, AgencyReport, AgencyReports
from kediri_index.model.dataset import Missing
from kediri_index.model.evidence import EvidenceState, KnownItem
from kediri_index.model.findings import Finding, Severity, shown_range
from kediri_index.model.language import Language
from kediri_index.model.profile import OpdState
from kediri_index.model.scoring import Range
from kediri_index.present.charts.dumbbells import Dumbbell, dumbbells
from kediri_index.present.document import (
    NOTHING,
    Block,
    Bullets,
    Chart,
    ColumnKind,
    Document,
    Fact,
    Head,
    Paragraph,
    Scale,
    Section,
    Table,
    TableCell,
    TableOf,
    Tone,
    clean,
)
from kediri_index.present.yearly.agencies import state_cell
from kediri_index.present.yearly.head import warning
from kediri_index.present.yearly.plan import start
from kediri_index.present.yearly.report import foot
from kediri_index.present.yearly.wording import YearlyWording

_ROWS, _FAULTS, _STEPS = 9, 3, 2
"""So many indicators, faults and steps have room on one page."""
_LETTERS, _NAME = 170, 78
"""And so long a fault and a name; the rest is in the letter and in the yearly report."""


def agency_document(reports: AgencyReports, one: AgencyReport, language: Language) -> Document:
    """Return the page of the agency that *one* is about."""
    words = _Wording(reports, language)
    sections = (words.indicators(one), words.steps(one), words.open(one))
    return _page(words, words.head(one), sections)


def index_document(
    reports: AgencyReports, language: Language, files: Mapping[str, str]
) -> Document:
    """Return the table of all agencies, each with its page among *files*, by its id."""
    words = _Wording(reports, language)
    table = Section("agencies", "", (words.table(files),))
    return _page(words, words.index_head(), (table,))._replace(sheet=False)


def _page(words: _Wording, head: Head, sections: tuple[Section, ...]) -> Document:
    return clean(
        Document(
            words.language, sections, head, warning=warning(words), foot=foot(words), sheet=True
        )
    )


class _Wording(YearlyWording):
    """The wording of all pages in one language."""

    def __init__(self, reports: AgencyReports, language: Language) -> None:
        super().__init__(reports.yearly, language)
        self.reports = reports

    # the first lines

    def head(self, one: AgencyReport) -> Head:
        """Return the score, the place, the points lost, what is filled in."""
        view, scale = one.view, self.definition.scale
        scored = None if view is None else view.score
        of = []
        if scored is not None and view is not None:
            of = [self.say("rapor.of", high=scale[1])] if scale else []
            of.append(self.say("rapor.mean", count=view.completeness.answered))
        return Head(
            of_index=f"{self.unit(self.yearly.result)} · {self.label(self.definition.title)}",
            title=one.opd.name,
            score=self.say("rapor.no-score") if scored is None else self.fixed(scored),
            of=" · ".join(of),
            facts=(self._place(one), self._lost(one), self._filled(one)),
            summary=tuple(self._summary(one)),
            scale=self._scale(scored),
            kind=self.say("rapor.kind"),
        )

    def _place(self, one: AgencyReport) -> Fact:
        label = self.say("rapor.place")
        if one.place is None:
            return Fact(label, NOTHING, tone=Tone.MUTED)
        text = self.say("rapor.place-of", place=one.place, count=self.reports.placed)
        return Fact(label, text, self.say("rapor.place-note"))

    def _lost(self, one: AgencyReport) -> Fact:
        label = self.say("rapor.lost")
        if one.lost is None or one.view is None or one.view.contribution is None:
            note = "" if one.view is None else self.say("rapor.lost-unknown")
            return Fact(label, NOTHING, note, Tone.MUTED)
        most = one.view.contribution + one.lost
        note = self.say("rapor.lost-note", most=self.points(most)) if most else ""
        return Fact(label, self.points(one.lost), note, Tone.BAD if one.lost else Tone.GOOD)

    def _filled(self, one: AgencyReport) -> Fact:
        status = one.status
        text = self.say("rapor.filled-of", answered=status.answered, expected=status.expected)
        counts = {"errors": status.errors, "warnings": status.warnings}
        said = [self.say(f"rapor.{name}", count=count) for name, count in counts.items() if count]
        whole = status.state is OpdState.COMPLETE
        note = ", ".join(said) or self.say(f"state.{status.state.value}")
        return Fact(self.say("rapor.filled"), text, note, Tone.GOOD if whole else Tone.BAD)

    def _summary(self, one: AgencyReport) -> Iterator[str]:
        counting = [leaf for leaf in one.leaves if leaf.figure.score is not None]
        if not one.leaves:
            yield self.say("rapor.nothing")
            return
        if not counting:
            yield self.say("rapor.unscored")
        elif one.lost:
            most = max(counting, key=lambda leaf: leaf.lost or 0)
            name = _cut(self.code_and_name(most.id), _NAME)
            yield self.say("rapor.loses", lost=self.points(one.lost), name=name)
        elif one.lost is not None and len(counting) == len(one.leaves):
            yield self.say("rapor.loses-nothing")
        both = [
            leaf for leaf in counting if leaf.self_score is not None and leaf.assessor is not None
        ]
        lower = sum(1 for leaf in both if (leaf.assessor or 0) < (leaf.self_score or 0))
        if lower:
            yield self.say("rapor.lower", count=lower, total=len(both))
        shared = sum(1 for leaf in one.leaves if leaf.others)
        if shared:
            yield self.say("rapor.shares", count=shared)

    def _scale(self, score: Fraction | None) -> Scale | None:
        scale, overall = self.definition.scale, self.yearly.result.overall.published
        if scale is None or score is None:
            return None
        low, span = scale[0], scale[1] - scale[0]
        mark = None if overall is None else (overall - low) / span
        said = "" if overall is None else self.say("rapor.city", score=self.fixed(overall))
        at = (score - low) / span
        ends = self.short(scale[0]), self.short(scale[1])
        return Scale(ends[0], ends[1], at, previous=mark, previous_text=said)

    # its indicators

    def indicators(self, one: AgencyReport) -> Section:
        """Return the picture of the indicators that lose most, and what the others lose."""
        rows = sorted(
            (leaf for leaf in one.leaves if leaf.missing is not Missing.NOT_APPLICABLE),
            key=lambda leaf: (
                leaf.figure.score is not None,
                -(leaf.lost or 0),
                leaf.figure.score or 0,
            ),
        )
        shown, rest = rows[:_ROWS], rows[_ROWS:]
        blocks: list[Block] = [self._chart(shown)] if shown else []
        if rest:
            known = [leaf.lost for leaf in rest if leaf.lost is not None]
            lost = sum(known, Fraction(0))
            key = "rapor.more" if lost else "rapor.more-plain"
            said = self.say(key, count=len(rest), lost=self.points(lost))
            blocks.append(Paragraph(said, muted=True))
        blocks += map(Paragraph, () if shown else (self.say("rapor.nothing"),))
        return Section("indicators", self.say("rapor.indicators"), tuple(blocks))

    def _chart(self, leaves: Sequence[AgencyLeaf]) -> Chart:
        low, high = self._ends(leaves)
        both = all(
            any(score is not None for score in scores)
            for scores in zip(*((leaf.self_score, leaf.assessor) for leaf in leaves), strict=True)
        )
        names = ("self", "assessor", "lost") if both else ("score", "lost")
        titles = tuple(self.say(f"rapor.column.{name}") for name in names)

        def at(score: Fraction | None) -> float | None:
            return None if score is None else float((score - low) / (high - low))

        def row(leaf: AgencyLeaf) -> Dumbbell:
            first, second = self._scores(leaf, both=both)
            said = (*((self.number(first),) if both else ()), self._said(leaf, second))
            texts = (*said, self._lost_cell(leaf).text)
            return Dumbbell(self.code_and_name(leaf.id), at(first), at(second), texts)

        drawing = dumbbells(
            [row(leaf) for leaf in leaves],
            titles,
            (self.short(low), self.short(high)),
            len(titles) - 1,
        )
        table = self._table(leaves, titles, both=both)
        parts = "; ".join(" ".join(cell.text for cell in cells) for cells in table.rows)
        return Chart(
            "chart-indicators",
            self.say("rapor.chart-both" if both else "rapor.chart"),
            self.say("rapor.chart-description", low=low, high=high, parts=parts),
            drawing,
            table,
        )

    def _table(self, leaves: Sequence[AgencyLeaf], titles: tuple[str, ...], *, both: bool) -> Table:
        number = ColumnKind.NUMBER
        table = TableOf(leaves)
        table.column(self.say("column.code"), lambda leaf: leaf.id, ColumnKind.CODE)
        table.column(
            self.say("column.indicator"), lambda leaf: _cut(self.name(leaf.id), _NAME), header=True
        )
        table.column(
            titles[0].capitalize(),
            lambda leaf: self.number_cell(leaf.self_score, self.decimals),
            number,
            self.decimals,
            wanted=both,
        )
        table.column(
            titles[-2].capitalize(),
            lambda leaf: TableCell(
                self._said(leaf, score := self._scores(leaf, both=both)[1]), score
            ),
            number,
            self.decimals,
        )
        table.column(titles[-1].capitalize(), self._lost_cell, number, self.fine)
        return table.made("indicators", self.say("rapor.table"))

    def _scores(self, leaf: AgencyLeaf, *, both: bool) -> tuple[Fraction | None, Fraction | None]:
        return (leaf.self_score, leaf.assessor) if both else (None, leaf.figure.published)

    def _said(self, leaf: AgencyLeaf, score: Fraction | None) -> str:
        empty = leaf.figure.score is None and score is None
        return self.say("rapor.unfilled") if empty else self.number(score)

    def _lost_cell(self, leaf: AgencyLeaf) -> TableCell:
        if leaf.lost is None:
            return self.cell(None)
        return TableCell(self.points(leaf.lost), leaf.lost)

    def _ends(self, leaves: Sequence[AgencyLeaf]) -> Range:
        """Return the ends of the scale; without one those of the scores."""
        if self.definition.scale is not None:
            return self.definition.scale
        each = ((one.self_score, one.assessor, one.figure.published) for one in leaves)
        known = [score for scores in each for score in scores if score is not None]
        low, high = min([*known, Fraction(0)]), max([*known, Fraction(0)])
        return low, high if high > low else low + 1

    # what to do

    def steps(self, one: AgencyReport) -> Section:
        """Return the steps of its plan that bring most for what they cost."""
        steps = one.plan.chosen.steps[:_STEPS] if one.plan else ()
        title = self.say("rapor.steps-many" if len(steps) == _STEPS else "rapor.steps")
        if one.status.unfilled or not one.leaves:
            return Section("steps", title, (Paragraph(self.say("rapor.steps-first")),))
        if one.plan is None or not steps:
            said = [self.say("rapor.steps-none")]
            said += (self.sentence(message_of(one, self.language)) for one in one.plan_findings)
            return Section("steps", title, tuple(map(Paragraph, said)))
        entries = (
            self.say(
                "rapor.step",
                name=_cut(self.code_and_name(step.id), _NAME),
                start=start(self, step),
                end=self.brief(step.end),
                gain=self.points(step.gain),
            )
            for step in steps
        )
        target, count = self.brief(one.plan.target), len(one.plan.chosen.steps)
        note = Paragraph(self.say("rapor.steps-of", count=count, target=target), muted=True)
        return Section("steps", title, (Bullets(tuple(entries), numbered=True), note))

    def open(self, one: AgencyReport) -> Section:
        """Return its faults, the heaviest first, and what it has not filled in."""
        status = one.status
        entries = []
        if status.state is OpdState.MISSING:
            entries.append(self.say("rapor.open-no-file"))
        if status.unfilled:
            ids = [each.id for each in status.unfilled]
            said = self.listed(ids)
            entries.append(self.say("rapor.open-unfilled", count=len(ids), ids=said))
        entries += self._evidence(status.evidence)
        weights = {Severity.ERROR: 0, Severity.WARNING: 1}
        faults = sorted(
            (each for each in status.findings if severity_of(each) in weights),
            key=lambda each: weights[severity_of(each)],
        )
        entries += (self._fault(each, len(status.files) > 1) for each in faults[:_FAULTS])
        blocks: list[Block] = [Bullets(tuple(entries))] if entries else []
        left = len(faults) - _FAULTS
        if left > 0:
            blocks.append(Paragraph(self.say("rapor.open-more", count=left), muted=True))
        blocks += map(Paragraph, () if blocks else (self.say("rapor.open-none"),))
        return Section("open", self.say("rapor.open"), tuple(blocks))

    def _evidence(self, items: Sequence[KnownItem]) -> Iterator[str]:
        """Yield which items of evidence the agency is to revise, and which it has not sent."""
        for state in (EvidenceState.TO_REVISE, EvidenceState.MISSING):
            codes = [known.item.code for known in items if known.state is state]
            if codes:
                said = self.listed(codes)
                yield self.say(f"rapor.evidence.{state.value}", count=len(codes), codes=said)

    def _fault(self, finding: Finding, several: bool) -> str:  # noqa: FBT001 - of its files
        place = " ".join(
            filter(
                None,
                (self.file(finding.file or "") if several else None, shown_range(finding)),
            )
        )
        message = message_of(finding, self.language)
        said = f"{message}; {repair_by_agency(finding, self.language)}"
        return _cut(": ".join(filter(None, (place, said))), _LETTERS)

    def points(self, value: Fraction) -> str:
        """Return points of the overall score: they are small beside it."""
        return self.to(value, self.fine)

    # all of them

    def index_head(self) -> Head:
        """Return what all agencies lose together, and where most."""
        each, overall = self.reports.agencies, self.yearly.result.overall.published
        losing = [one for one in each if one.lost]
        said = []
        if losing and overall is not None:
            most = max(losing, key=lambda one: one.lost or 0)
            lost = sum((one.lost or Fraction(0) for one in losing), Fraction(0))
            said.append(
                self.say(
                    "rapor.index-summary",
                    score=self.fixed(overall),
                    lost=self.points(lost),
                    count=len(losing),
                    name=most.opd.name,
                )
            )
        complete = sum(1 for one in each if one.status.state is OpdState.COMPLETE)
        said.append(self.say("rapor.index-counts", complete=complete, total=len(each)))
        return Head(
            of_index=self.label(self.definition.title),
            title=f"{self.say('rapor.index')} · {self.unit(self.yearly.result)}",
            summary=tuple(said),
            kind=self.say("rapor.kind"),
        )

    def table(self, files: Mapping[str, str]) -> Table:
        """Return a row an agency, those that lose most first."""
        say, count, number = self.say, ColumnKind.COUNT, ColumnKind.NUMBER
        rows = sorted(self.reports.agencies, key=lambda one: (one.lost is None, -(one.lost or 0)))
        table = TableOf(rows)
        table.column(
            say("column.opd"),
            lambda one: TableCell(one.opd.name, file=files.get(one.opd.id, "")),
            header=True,
        )
        table.column(say("rapor.place"), lambda one: self.count_cell(one.place), count)
        table.column(
            say("column.score"),
            lambda one: self.number_cell(one.view and one.view.score, self.decimals),
            number,
            self.decimals,
        )
        table.column(
            say("column.contribution"),
            lambda one: self.number_cell(one.view and one.view.contribution, self.fine),
            number,
            self.fine,
            sparse=True,
        )
        table.column(
            say("rapor.column.points"),
            lambda one: self.number_cell(one.lost, self.fine),
            number,
            self.fine,
            sparse=True,
        )
        # a column of nothing but noughts is left out
        if any(one.status.unfilled for one in rows):
            title = say("rapor.column.missing")
            table.column(title, lambda one: self.count_cell(len(one.status.unfilled)), count)
        if any(one.status.errors for one in rows):
            table.column(say("board.errors"), lambda one: self.count_cell(one.status.errors), count)
        if any(one.status.warnings for one in rows):
            title = say("board.warnings")
            table.column(title, lambda one: self.count_cell(one.status.warnings), count)
        table.column(say("column.state"), lambda one: state_cell(self, one.status))
        note = say("rapor.index-note")
        return table.made("agencies", say("rapor.index-table"), note, long=True)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"

"""Scores as Markdown, for pages and pull requests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kediri_index.model.outcomes import ScoreOutcome
from kediri_index.model.results import UnitResult
from kediri_index.present.kind_tables import KindTable, kind_tables
from kediri_index.present.markdown_text import escaped, row
from kediri_index.present.score.shown import ScoreShown
from kediri_index.present.score.words import EFFECT_COLUMNS, Words, rank_order

_NOTHING = "–"


def render(shown: ScoreShown) -> str:
    """Return each unit as a section: a head, a table a kind, what was left out.

    Several units have a table of all before that, best first within a year.
    """
    outcome = shown.outcome
    words = Words(outcome.definition, shown.language)
    units = outcome.units or ()
    lines: list[str] = []
    if len(units) > 1:
        lines += _ranking(units, words)
    for unit in units:
        lines += _Section(outcome, words, detail=shown.detail).lines(unit)
    return "\n".join(lines).rstrip("\n") + "\n"


def _ranking(units: Sequence[UnitResult], words: Words) -> Iterator[str]:
    classes = bool(words.definition.classes)
    titles = ("column.rank", "column.unit", "column.year", "overall", "column.class")
    shown = titles if classes else titles[:-1]
    yield row([escaped(words.say(title)) for title in shown])
    yield row(["---:", "---", "---", "---:", "---"][: len(shown)])
    for unit in sorted(units, key=rank_order):
        label = unit.class_label
        cells = (
            str(unit.rank or _NOTHING),
            unit.unit or _NOTHING,
            str(unit.year or _NOTHING),
            words.published(unit.overall),
            words.label(label) if label else _NOTHING,
        )
        yield row([escaped(cell) for cell in cells[: len(shown)]])
    yield ""


class _Section:
    def __init__(self, outcome: ScoreOutcome, words: Words, *, detail: bool) -> None:
        self.outcome = outcome
        self.words = words
        self.detail = detail

    def lines(self, result: UnitResult) -> Iterator[str]:
        words = self.words
        yield f"## {escaped(words.unit(result))}"
        yield ""
        yield escaped(words.about_definition())
        yield ""
        overall = words.overall(result)
        said = [
            *words.facts(result),
            words.both_totals(result),
            words.say("partial") if self.outcome.partial else None,
            words.waived(self.outcome.waived),
        ]
        facts = " · ".join(escaped(one) for one in said if one)
        yield f"**{overall}** · {facts}"
        for table in kind_tables(self.outcome.definition, result, detail=self.detail):
            yield ""
            yield from self._kind(table)
        if self.detail and result.indicators:
            yield ""
            yield from self._indicators(result)
        yield from self._prepared(result)
        for sentence in words.omissions(result, every=self.detail):
            yield ""
            yield escaped(sentence)
        bounds = words.range_if_missing(result)
        if bounds:
            yield ""
            yield escaped(bounds)
        yield ""
        yield escaped(words.about_version())
        yield ""

    def _prepared(self, result: UnitResult) -> Iterator[str]:
        """Yield how much was changed before scoring, in detail what from what to what."""
        effects = self.outcome.effects_of(result)
        summary = self.words.prepared(effects)
        if summary:
            yield ""
            yield escaped(summary)
        done = effects.all() if self.detail and effects is not None else ()
        if done:
            yield ""
            yield row([escaped(self.words.say(f"column.{one}")) for one in EFFECT_COLUMNS])
            yield row(["---", "---", "---:", "---:"])
            for effect in done:
                yield row([escaped(cell) for cell in self.words.effect(effect)])

    def _indicators(self, result: UnitResult) -> Iterator[str]:
        words = self.words
        labels = {one.id: one.label for one in self.outcome.definition.all_indicators()}
        columns = ("code", "indicator", "value", "score", "effective-weight", "cell")
        yield row([escaped(words.say(f"column.{column}")) for column in columns])
        yield row(["---", "---", "---:", "---:", "---:", "---"])
        for one in result.indicators:
            cells = " ".join(source.cell or "" for source in one.sources)
            yield row(
                [
                    one.id,
                    escaped(words.label(labels[one.id])),
                    escaped(words.raw(one.raw)),
                    escaped(words.indicator_score(one)),
                    words.percent(one.effective_weight),
                    cells,
                ]
            )

    def _kind(self, table: KindTable) -> Iterator[str]:
        words = self.words
        name = words.kind(table)
        if table.is_given_above:
            yield escaped(words.say("no-detail", kind=name))
            return
        header = [name, words.weight_column(table), words.say("column.score")]
        if table.top and words.adds_up:
            header.append(words.say("column.contribution"))
        yield row([escaped(cell) for cell in header])
        yield row(["---", *["---:"] * (len(header) - 1)])
        for line in table.rows:
            cells = [
                escaped(words.label(line.group.label)),
                words.percent(line.result.effective_weight),
                words.published(line.result.figure),
            ]
            if table.top and words.adds_up:
                cells.append(words.published(line.result.contribution))
            yield row(cells)
        if table.top:
            yield ""
            yield escaped(words.about_contributions())

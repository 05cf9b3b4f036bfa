"""How sure scores are, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.model.robustness import Robustness, SobolIndex, UnitRobustness
from kediri_index.present.markdown_text import escaped, row
from kediri_index.present.robustness.shown import RobustnessShown
from kediri_index.present.robustness.words import NOTHING, RobustnessWords, by_influence, by_rank


def render(shown: RobustnessShown) -> str:
    """Return one unit as sentences and tables, several as one table."""
    section = _Section(RobustnessWords(shown.outcome, shown.language), shown.result)
    return "\n".join(section.lines()).rstrip("\n") + "\n"


class _Section:
    def __init__(self, words: RobustnessWords, result: Robustness) -> None:
        self.words = words
        self.result = result

    def lines(self) -> Iterator[str]:
        words, units = self.words, self.result.units
        heading = words.unit(units[0]) if len(units) == 1 else words.about_definition()
        yield f"## {escaped(heading)}"
        yield ""
        if len(units) == 1:
            yield escaped(words.about_definition())
            yield ""
        if words.outcome.partial:
            yield escaped(words.say("partial"))
            yield ""
        yield from self._one(units[0]) if len(units) == 1 else self._several()
        yield escaped(f"{words.drawn(self.result)} {words.what(self.result)}")
        yield ""
        yield from (f"- {escaped(line)}" for line in words.factors(self.result))
        yield ""
        yield escaped(words.about_version())

    def _one(self, unit: UnitRobustness) -> Iterator[str]:
        words = self.words
        said = " ".join(escaped(one) for one in words.sentences(unit))
        yield f"**{words.published(unit)}** · {said}"
        yield ""
        if unit.class_probability:
            yield row([words.say("column.class"), words.say("robustness.probability")])
            yield row(["---", "---:"])
            for name, share in unit.class_probability.items():
                yield row([escaped(words.class_name(name)), escaped(words.chance(share))])
            yield ""
        yield from self._sobol(words.say("robustness.sobol"), unit.sobol)

    def _several(self) -> Iterator[str]:
        words = self.words
        keys = (
            *("column.rank", "column.unit", "column.year", "column.score", "robustness.mean"),
            *("robustness.interval", "robustness.rank-interval", "robustness.probable-class"),
            "robustness.target",
        )
        marks = ("---:", "---", "---", *["---:"] * 4, "---", "---:")
        rows = [self._cells(unit) for unit in by_rank(self.result.units)]
        shown = [at for at in range(len(keys)) if any(cells[at] != NOTHING for cells in rows)]
        yield row([escaped(words.say(keys[at])) for at in shown])
        yield row([marks[at] for at in shown])
        for cells in rows:
            yield row([escaped(cells[at]) for at in shown])
        yield ""
        yield escaped(words.say("robustness.legend"))
        yield ""
        yield from self._sobol(words.say("robustness.sobol-ranks"), self.result.sobol)

    def _cells(self, unit: UnitRobustness) -> tuple[str, ...]:
        words = self.words
        nominal = None if unit.rank is None else unit.rank.nominal
        return (
            str(nominal or NOTHING),
            unit.unit or NOTHING,
            str(unit.year or NOTHING),
            words.published(unit),
            words.score(unit.mean),
            words.interval(unit),
            words.rank(unit.rank),
            words.likeliest_class(unit),
            words.meeting(unit),
        )

    def _sobol(self, title: str, indices: tuple[SobolIndex, ...]) -> Iterator[str]:
        words = self.words
        if not indices:
            return
        titles = (title, words.say("robustness.first"), words.say("robustness.total"))
        yield row([escaped(one) for one in titles])
        yield row(["---", "---:", "---:"])
        for one in by_influence(indices):
            cells = (
                words.factor_of(one),
                words.index(one.first, one.first_ci),
                words.index(one.total, one.total_ci),
            )
            yield row([escaped(cell) for cell in cells])
        yield ""
        yield " ".join(escaped(note) for note in words.sobol_notes(indices))
        yield ""

"""What an indicator asks for, in words: beside its cells, and in the guide."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.messages.params import shown
from kediri_index.model.definition import Evidence, Indicator
from kediri_index.model.language import Language
from kediri_index.model.scoring import Reads
from kediri_index.workbook.columns import Column
from kediri_index.workbook.template.cell_problems import Asked
from kediri_index.workbook.template.words import Words


def asked_for(indicator: Indicator, language: Language) -> str:
    """Return in one line what is to be filled in for *indicator*."""
    return "; ".join(_parts(indicator, Words(language)))


def levels_of(indicator: Indicator, language: Language) -> tuple[str, ...]:
    """Return each level of *indicator* with its meaning; nothing where it has none."""
    names = indicator.rule.method.names
    return tuple(f"{shown(level, language)} = {name}" for level, name in names.items())


def _parts(indicator: Indicator, words: Words) -> Iterator[str]:
    method = indicator.rule.method
    if method.reads is Reads.MEASURE:
        yield from _measured(indicator, words)
    else:
        yield _scored(indicator, words)
    if indicator.evidence is Evidence.REQUIRED:
        yield words.text("ask.evidence")


def _scored(indicator: Indicator, words: Words) -> str:
    asked = Asked(indicator, Column.SELF)
    if asked.yes_no:
        return words.text("ask.yes-no")
    if asked.levels:
        return words.text("ask.levels", levels=asked.levels)
    if asked.bounds is None:
        return words.text("ask.number")
    return words.text("ask.range", range=words.range(asked.bounds))


def _measured(indicator: Indicator, words: Words) -> Iterator[str]:
    method = indicator.rule.method
    if indicator.unit:
        yield words.text("ask.measure", unit=indicator.unit)
    else:
        yield words.text("ask.number")
    if indicator.valid is not None:
        yield words.text("ask.possible", range=words.range(indicator.valid))
    if method.reads_target:
        yield words.text("ask.own-target")
    elif (target := method.own_target) is not None:
        said = words.range(target) if isinstance(target, tuple) else target
        yield words.text("ask.target", target=said)

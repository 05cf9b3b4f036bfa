"""Where the figures come from: every file with its hash, and the definition."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from kediri_index import __version__
from kediri_index.model.comparison import Comparison
from kediri_index.model.dataset import InputFile
from kediri_index.model.definition import FIXED_STAGES
from kediri_index.present.document import (
    Cell,
    ColumnKind,
    Pair,
    Pairs,
    Paragraph,
    Section,
    Table,
)
from kediri_index.present.yearly.words import YearlyWords


def sources_section(words: YearlyWords) -> Section:
    """Return the files that were read."""
    yearly = words.yearly
    rows = [_row(words, file) for file in yearly.outcome.inputs]
    rows += [
        _row(words, file, words.say("yearly.of-year-before")) for file in yearly.previous_inputs
    ]
    table = Table(
        id="sources",
        caption=words.say("yearly.table.sources"),
        columns=(
            words.column("path", "yearly.column.file"),
            words.column("sheet", "yearly.column.sheet"),
            words.column("opd", "column.opd"),
            words.column("revision", "yearly.column.revision", ColumnKind.COUNT),
            words.column("counts", "yearly.column.counts"),
            words.column("sha256", "yearly.definition.hash", ColumnKind.CODE),
        ),
        rows=tuple(rows),
        long=True,
    )
    note = Paragraph(words.say("yearly.sources-note"), muted=True)
    return Section("sources", words.say("yearly.sources"), (table, note))


def definition_section(words: YearlyWords) -> Section:
    """Return which definition was used, and how it publishes."""
    definition = words.definition
    pairs = [
        Pair(words.say("yearly.definition.title"), words.label(definition.title)),
        Pair(words.say("yearly.definition.id"), definition.id, code=True),
        Pair(words.say("yearly.definition.version"), definition.version),
        Pair(words.say("yearly.definition.status"), words.say(f"status.{definition.status.value}")),
        Pair(words.say("yearly.definition.hash"), definition.sha256, code=True),
    ]
    if definition.source:
        pairs.append(
            Pair(words.say("yearly.definition.source"), " ".join(definition.source.split()))
        )
    comparison = words.yearly.comparison
    if comparison is not None and comparison.old.definition.sha256 != definition.sha256:
        pairs.append(Pair(words.say("yearly.definition.previous"), _named(words, comparison)))
    pairs += [
        Pair(words.say("yearly.definition.overall"), words.aggregation(definition.aggregate_top)),
        Pair(words.say("yearly.definition.rounding"), _rounding(words)),
        Pair(words.say("yearly.definition.lead"), words.lead(words.yearly.result)),
        Pair(words.say("yearly.definition.program"), f"kediri-index {__version__}"),
    ]
    title = words.say("yearly.definition")
    return Section("definition", title, (Pairs(tuple(pairs)),))


def foot(words: YearlyWords) -> str:
    """Return the line below every page."""
    definition = words.definition
    return words.say(
        "yearly.foot", id=definition.id, version=definition.version, program=__version__
    )


def _row(words: YearlyWords, file: InputFile, used: str | None = None) -> tuple[Cell, ...]:
    """Return a file; *used* says what for, where that is not this year's score."""
    if file.superseded_by:
        name = PurePath(file.superseded_by).name
        counts = words.say("yearly.superseded", name=name)
    else:
        counts = (
            (used or words.say("yearly.counts")) if file.layout else words.say("yearly.not-read")
        )
    return (
        Cell(file.path),
        words.cell(file.sheet),
        words.cell(words.opd(file.opd) if file.opd else None),
        words.count_cell(file.revision),
        Cell(counts),
        Cell(file.sha256),
    )


def _named(words: YearlyWords, comparison: Comparison) -> str:
    old = comparison.old.definition
    return words.say("yearly.definition.of", id=old.id, version=old.version, sha256=old.sha256)


def _rounding(words: YearlyWords) -> str:
    publish = words.definition.publish
    return words.say("yearly.rounded", decimals=publish.decimals, stages=", ".join(_stages(words)))


def _stages(words: YearlyWords) -> Iterator[str]:
    """Yield the stages that are rounded, from the leaves upward."""
    stages = words.definition.publish.stages
    kinds = [kind for kind in words.definition.kinds if kind.id in stages]
    first, *later = FIXED_STAGES
    if first in stages:
        yield words.say(f"yearly.stage.{first}")
    for kind in reversed(kinds):
        yield words.label(kind.label)
    for stage in later:
        if stage in stages:
            yield words.say(f"yearly.stage.{stage}")

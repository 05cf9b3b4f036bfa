"""Published figures beside those computed now, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kediri_index.messages.numbers import localised
from kediri_index.messages.texts import TEXTS, text
from kediri_index.model.language import Language
from kediri_index.model.published import CLASS, Level, Recomputed, State


def index_of(figure: Recomputed, language: Language) -> str:
    """Return the index that a figure is of: the definition's id, or what it is called."""
    called = figure.table.called
    return (figure.table.definition or "") if called is None else text(f"index.{called}", language)


def from_what(figure: Recomputed, language: Language) -> str:
    """Return what a figure is computed from."""
    return text(f"level.{figure.table.level}", language)


def figure_of(figure: Recomputed, language: Language) -> str:
    """Return what is published: the index, its class, its change, or a group by its id."""
    key = f"published.of.{figure.node}"
    return text(key, language) if key in TEXTS else figure.node


def as_printed(figure: Recomputed, value: str | None, language: Language) -> str:
    """Return a published or computed value in the decimals of the language."""
    if value is None:
        return "–"
    return value if figure.node == CLASS else localised(value, language)


def note_of(figure: Recomputed, language: Language) -> str:
    """Return why a figure deviates or is not computed; nothing where it is the same."""
    if figure.why is not None:
        return text(f"deviation.{figure.why}", language)
    return text("level.none", language) if figure.table.level is Level.NONE else ""


def counts(figures: Sequence[Recomputed], language: Language) -> str:
    """Return how many figures are the same, deviate, differ, and are not computed."""
    found = {state: sum(one.state is state for one in figures) for state in State}
    return text(
        "published.counts",
        language,
        same=found[State.SAME],
        deviating=found[State.DEVIATES],
        different=found[State.DIFFERS],
        without=found[State.NOT_COMPUTED],
    )


def by_table(figures: Sequence[Recomputed]) -> Iterator[list[Recomputed]]:
    """Yield the figures that stand under one heading: of one index, level and source."""
    groups: dict[tuple[object, ...], list[Recomputed]] = {}
    for one in figures:
        table = one.table
        key = (table.definition, table.called, table.level, table.source)
        groups.setdefault(key, []).append(one)
    yield from groups.values()

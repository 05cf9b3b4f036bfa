"""The minutes (berita acara) of the results: what those responsible put their names to."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from kediri_index import __version__
from kediri_index.model.language import Label, Language
from kediri_index.model.profile import Sender, Signatory
from kediri_index.model.scores import Figure
from kediri_index.model.yearly import Yearly
from kediri_index.present.document import (
    Block,
    ColumnKind,
    Document,
    LabelledText,
    LabelledTexts,
    Paragraph,
    Section,
    Table,
    TableOf,
    clean,
)
from kediri_index.present.formats import Format
from kediri_index.present.letters import BLANK
from kediri_index.present.wording import kind_tables
from kediri_index.present.yearly.head import summary, warning
from kediri_index.present.yearly.missing import missing_section
from kediri_index.present.yearly.report import waived_block
from kediri_index.present.yearly.wording import YearlyWording

MINUTES_FORMS = (Format.DOCX, Format.MD)
"""The formats that minutes are written in."""
_LINES = 3
"""So many lines for signatures where the profile names nobody."""


def minutes(yearly: Yearly, language: Language) -> Document:
    """Return the minutes in *language*; day and signatures are left to be filled in by hand."""
    words = YearlyWording(yearly, language)
    profile = yearly.own_profile()
    sender = (profile and profile.letters) or Sender()
    sections = (
        Section("minutes", words.say("minutes.title"), tuple(_opening(words, sender))),
        Section("scores", words.say("minutes.scores"), tuple(_scores(words))),
        missing_section(words, all_there=True),
        Section("waived", words.say("minutes.waived"), (waived_block(words),)),
        Section("signatures", "", tuple(_closing(words, sender))),
        Section("sources", words.say("minutes.sources"), (_sources(words), _definition(words))),
    )
    found = tuple(one for one in sections if one is not None)
    return clean(Document(language, found, warning=warning(words)))


def _opening(words: YearlyWording, sender: Sender) -> Iterator[Block]:
    result = words.yearly.result
    yield Paragraph(words.say("letter.number", number=sender.number or BLANK), muted=True)
    title, whose = words.label(words.definition.title), _whose(words)
    place = sender.place or BLANK
    yield Paragraph(words.say("minutes.opening", place=place, title=title, unit=whose))
    if provisional := warning(words):
        yield Paragraph(provisional, strong=True)
    yield Paragraph(
        " ".join((words.say("minutes.basis", basis=words.lead(result)), *summary(words)))
    )


def _whose(words: YearlyWording) -> str:
    """Return whose result it is, and of when, within a sentence."""
    result = words.yearly.result
    unit = result.unit or words.say("unit-unknown")
    return f"{unit} {words.say('minutes.year', year=str(result.year))}" if result.year else unit


class _Line(NamedTuple):
    """A line of the table of scores; the whole has no *weight*."""

    name: str
    weight: Fraction | None
    figure: Figure
    class_label: Label | None


def _scores(words: YearlyWording) -> Iterator[Table]:
    """Yield the groups of each kind with their scores; the whole ends those at the top."""
    result = words.yearly.result
    whole = _Line(words.say("minutes.whole"), None, result.overall, result.class_label)
    for of_kind in kind_tables(words.definition, result, detail=False):
        lines = [
            _Line(
                words.label(row.group.label),
                row.result.effective_weight,
                row.result.figure,
                row.result.class_label,
            )
            for row in of_kind.rows
        ]
        table = TableOf([*lines, whole] if of_kind.top else lines)
        table.column(words.label(of_kind.kind.label), lambda one: one.name, header=True)
        table.column(
            words.weight_column(of_kind),
            lambda one: words.cell(None) if one.weight is None else words.percent_cell(one.weight),
            ColumnKind.PERCENT,
        )
        table.column(
            words.say("column.score"),
            lambda one: words.figure_cell(one.figure),
            ColumnKind.NUMBER,
            words.decimals,
        )
        table.column(
            words.say("column.class"),
            lambda one: words.cell(words.label(one.class_label) if one.class_label else None),
            sparse=True,
        )
        caption = words.say("yearly.table.groups", kind=words.kind(of_kind))
        yield table.made(f"scores-{of_kind.kind.id}", caption)


def _sources(words: YearlyWording) -> Table:
    """Return the files that count, with their hashes."""
    files = [one for one in words.yearly.outcome.inputs if one.layout and not one.superseded_by]
    table = TableOf(files)
    table.column(words.say("column.path"), lambda one: words.file(one.path), header=True)
    table.column(words.say("yearly.definition.hash"), lambda one: one.sha256, ColumnKind.CODE)
    return table.made("sources", words.say("minutes.table.sources"))


def _definition(words: YearlyWording) -> LabelledTexts:
    definition = words.definition
    named = f"{definition.id}, {definition.version}"
    return LabelledTexts(
        (
            LabelledText(words.say("yearly.definition.id"), named, code=True),
            LabelledText(words.say("yearly.definition.hash"), definition.sha256, code=True),
            LabelledText(words.say("yearly.definition.program"), f"kediri-index {__version__}"),
        )
    )


def _closing(words: YearlyWording, sender: Sender) -> Iterator[Block]:
    yield Paragraph(words.say("minutes.closing"))
    signing = sender.signatories or (Signatory("", ""),) * _LINES
    table = TableOf(enumerate(signing, start=1))
    table.column(words.say("minutes.number"), lambda row: str(row[0]), ColumnKind.COUNT)
    table.column(words.say("minutes.name"), lambda row: row[1].name, header=True)
    table.column(words.say("minutes.nip"), lambda row: row[1].number or "", sparse=True)
    table.column(words.say("minutes.position"), lambda row: row[1].position)
    table.column(words.say("minutes.signature"), lambda _: BLANK)
    yield table.made("signatures", words.say("minutes.signatures"))

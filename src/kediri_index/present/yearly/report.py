"""The yearly report: its sections in their order in one document, rendered in every format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import PurePath
from typing import TypeVar

from kediri_index import __version__
from kediri_index.messages.catalogue import message_of, repair_of, severity_of
from kediri_index.model.comparison import Comparison
from kediri_index.model.dataset import InputFile
from kediri_index.model.definition import FIXED_STAGES
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.profile import Waived
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
    TableCell,
    TableOf,
    clean,
)
from kediri_index.present.findings import counted, place_in_file
from kediri_index.present.formats import Format, Offer, formats_of
from kediri_index.present.yearly.agencies import agencies_section
from kediri_index.present.yearly.groups import groups_section, parts_section
from kediri_index.present.yearly.head import head, warning
from kediri_index.present.yearly.indicators import indicators_section, views_section
from kediri_index.present.yearly.missing import missing_section
from kediri_index.present.yearly.plan import plan_section, steps_section
from kediri_index.present.yearly.wording import YearlyWording
from kediri_index.present.yearly.years import moved_section, years_section

_Row = TypeVar("_Row")


def document(yearly: Yearly, language: Language) -> Document:
    """Return the report in *language*: the figures of every format are those in it."""
    words = YearlyWording(yearly, language)
    sections = (
        moved_section(words),
        missing_section(words),
        steps_section(words),
        parts_section(words),
        years_section(words),
        plan_section(words),
        groups_section(words),
        agencies_section(words),
        views_section(words),
        indicators_section(words),
        findings_section(words),
        sources_section(words),
        definition_section(words),
    )
    return clean(
        Document(
            language=language,
            head=head(words),
            sections=tuple(one for one in sections if one is not None),
            warning=warning(words),
            foot=foot(words),
        )
    )


FORMS = tuple(form for form in formats_of(Offer.REPORT) if form is not Format.JSON)
"""The formats of files, each named as their ending."""


def render_report(yearly: Yearly, form: str, language: Language | str | None = None) -> bytes:
    """Return the file that *yearly* is in the format ``html``, ``docx``, ``xlsx`` or ``md``.

    Without a *language*, ``id`` or ``en``, it is the definition's. The same report is the same
    bytes. Raises ``ValueError`` for a format or language that is not among these, and
    :class:`~kediri_index.errors.MissingExtraError` for ``docx`` without the extra of that name.
    """
    if form not in FORMS:
        message = f"{form!r} is no format of a report"
        raise ValueError(message)
    spoken = Language(language) if language else yearly.outcome.definition.language
    return rendered(yearly, document(yearly, spoken), Format(form))


def rendered(
    yearly: Yearly, worded: Document, form: Format, letterhead: bytes | None = None
) -> bytes:
    """Return *worded*, the document of *yearly*, by the renderer that is named as *form*.

    Only a Word document has a *letterhead*.
    """
    if form is Format.XLSX:  # which computes: its formulas are of more than words
        from kediri_index.present.yearly.xlsx.book import report_xlsx  # noqa: PLC0415 - XlsxWriter

        return report_xlsx(yearly, worded)
    renderer = import_module(f"kediri_index.present.renderers.{form.value}")
    paper = {} if letterhead is None or form is not Format.DOCX else {"letterhead": letterhead}
    found: str | bytes = renderer.rendered(worded, **paper)
    return found.encode() if isinstance(found, str) else found


def findings_section(words: YearlyWording) -> Section:
    """Return the findings and waivers."""
    return Section("findings", words.say("yearly.findings"), tuple(_blocks(words)))


def _blocks(words: YearlyWording) -> Iterator[Block]:
    outcome = words.yearly.outcome
    if outcome.findings:
        said = counted(outcome.findings, words.language, len(outcome.waived))
        yield Paragraph(f"{said}.")
        yield _findings(words, outcome.findings)
    else:
        yield Paragraph(words.say("yearly.findings-none"))
    if outcome.waived:
        yield waived_block(words)


def waived_block(words: YearlyWording) -> Block:
    """Return the findings that were accepted."""
    waived = words.yearly.outcome.waived
    if not waived:
        return Paragraph(words.say("yearly.waived-none"), muted=True)
    return _waived(words, waived)


def _findings(words: YearlyWording, findings: tuple[Finding, ...]) -> Table:
    say, language = words.say, words.language
    table = TableOf(findings)
    table.column(say("column.severity"), lambda one: say(f"severity.{severity_of(one).value}"))
    _places(words, table, lambda one: one)
    table.column(say("column.repair"), lambda one: repair_of(one, language))
    return table.made("findings", say("yearly.table.findings"), long=True)


def _waived(words: YearlyWording, waived: tuple[Waived, ...]) -> Table:
    say = words.say
    table = TableOf(waived)
    _places(words, table, lambda one: one.finding)
    table.column(say("column.reason"), lambda one: one.waiver.reason)
    table.column(say("column.who"), lambda one: one.waiver.who)
    table.column(say("column.until"), lambda one: one.waiver.until.isoformat())
    return table.made("waived", say("yearly.table.waived"), long=True)


def _places(words: YearlyWording, table: TableOf[_Row], of: Callable[[_Row], Finding]) -> None:
    """Add what both tables say of a finding: its code, where it is, and its message."""
    say = words.say

    def file(row: _Row) -> TableCell:
        path = of(row).file
        return words.cell(words.file(path) if path else None)

    table.column(say("column.code"), lambda row: of(row).code, ColumnKind.CODE, header=True)
    table.column(say("column.path"), file)
    table.column(say("column.place"), lambda row: words.cell(place_in_file(of(row))))
    table.column(say("column.finding"), lambda row: message_of(of(row), words.language))


def sources_section(words: YearlyWording) -> Section:
    """Return the files that were read."""
    say, yearly = words.say, words.yearly
    before = say("yearly.of-year-before")
    table = TableOf[tuple[InputFile, str]](
        [
            *((file, say("yearly.counts")) for file in yearly.outcome.inputs),
            *((file, before) for file in yearly.previous_inputs),
        ]
    )
    table.column(say("column.path"), lambda row: row[0].path)
    table.column(say("yearly.column.sheet"), lambda row: words.cell(row[0].sheet))
    table.column(
        say("column.opd"), lambda row: words.cell(words.opd(row[0].opd) if row[0].opd else None)
    )
    table.column(
        say("column.revision"), lambda row: words.count_cell(row[0].revision), ColumnKind.COUNT
    )
    table.column(say("yearly.column.counts"), lambda row: _used(words, *row))
    table.column(say("yearly.definition.hash"), lambda row: row[0].sha256, ColumnKind.CODE)
    note = Paragraph(say("yearly.sources-note"), muted=True)
    whole = table.made("sources", say("yearly.table.sources"), long=True)
    return Section("sources", say("yearly.sources"), (whole, note))


def definition_section(words: YearlyWording) -> Section:
    """Return which definition was used, and how it publishes."""
    definition = words.definition
    pairs = [
        LabelledText(words.say("column.title"), words.label(definition.title)),
        LabelledText(words.say("yearly.definition.id"), definition.id, code=True),
        LabelledText(words.say("column.version"), definition.version),
        LabelledText(
            words.say("yearly.definition.status"), words.say(f"status.{definition.status.value}")
        ),
        LabelledText(words.say("yearly.definition.hash"), definition.sha256, code=True),
    ]
    if definition.source:
        pairs.append(
            LabelledText(words.say("yearly.definition.source"), " ".join(definition.source.split()))
        )
    comparison = words.yearly.comparison
    if comparison is not None and comparison.old.definition.sha256 != definition.sha256:
        pairs.append(
            LabelledText(words.say("yearly.definition.previous"), _named(words, comparison))
        )
    pairs += [
        LabelledText(
            words.say("yearly.definition.overall"), words.aggregation(definition.aggregate_top)
        ),
        LabelledText(words.say("yearly.definition.rounding"), _rounding(words)),
        LabelledText(words.say("yearly.definition.lead"), words.lead(words.yearly.result)),
        LabelledText(words.say("yearly.definition.program"), f"kediri-index {__version__}"),
    ]
    title = words.say("yearly.definition")
    return Section("definition", title, (LabelledTexts(tuple(pairs)),))


def foot(words: YearlyWording) -> str:
    """Return the line below every page."""
    definition = words.definition
    return words.say(
        "yearly.foot", id=definition.id, version=definition.version, program=__version__
    )


def _used(words: YearlyWording, file: InputFile, used: str) -> str:
    """Return what a file is *used* for, or that it is not."""
    if file.superseded_by:
        return words.say("yearly.superseded", name=PurePath(file.superseded_by).name)
    return used if file.layout else words.say("yearly.not-read")


def _named(words: YearlyWording, comparison: Comparison) -> str:
    old = comparison.old.definition
    return words.say("yearly.definition.of", id=old.id, version=old.version, sha256=old.sha256)


def _rounding(words: YearlyWording) -> str:
    publish = words.definition.publish
    return words.say("yearly.rounded", decimals=publish.decimals, stages=", ".join(_stages(words)))


def _stages(words: YearlyWording) -> Iterator[str]:
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

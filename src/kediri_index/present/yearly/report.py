"""The yearly report: its sections in their order in one document, rendered in every format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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
from kediri_index.model.league import League
from kediri_index.model.profile import Waived
from kediri_index.model.yearly import Yearly
from kediri_index.present.document import (
    Block,
    ColumnKind,
    Document,
    Head,
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
from kediri_index.present.yearly.league import (
    LeagueWording,
    UnitFiles,
    ends_sections,
    league_head,
    league_warning,
    ranking_sections,
)
from kediri_index.present.yearly.missing import missing_section
from kediri_index.present.yearly.movers import movers_section
from kediri_index.present.yearly.plan import plan_section, steps_section
from kediri_index.present.yearly.relations import relations_section
from kediri_index.present.yearly.spread import spread_section
from kediri_index.present.yearly.standing import standing_section
from kediri_index.present.yearly.unit_groups import (
    by_group_section,
    groups_of_units_section,
    parts_of_groups_section,
)
from kediri_index.present.yearly.wording import ReportWording, YearlyWording
from kediri_index.present.yearly.years import moved_section, years_section

_Row = TypeVar("_Row")


def document(
    reported: Yearly | League, language: Language, files: UnitFiles | None = None
) -> Document:
    """Return the report in *language*: the figures of every format are those in it.

    With *files* it is one of the pages of all units, which are linked, or their index.
    """
    if isinstance(reported, League):
        return _of_many(LeagueWording(reported, language, files))
    if files is not None:
        return _of_peer(YearlyWording(reported, language), files)
    return _of_one(YearlyWording(reported, language))


def _of_peer(words: YearlyWording, files: UnitFiles) -> Document:
    """Return the page of one of many units; what all have in common is on the index alone."""
    assert words.yearly.league is not None  # noqa: S101 - for mypy: it is one of many
    among = LeagueWording(words.yearly.league, words.language, files)
    sections = (
        missing_section(words),
        standing_section(among, files),
        parts_section(words),
        years_section(words),
        groups_section(words),
        views_section(words),
        indicators_section(words),
    )
    return _made(words, sections, head(words, of_many=True), warning(words))


def _of_many(words: LeagueWording) -> Document:
    sections = (
        *ends_sections(words),
        *_side_by_side(words),
        findings_section(words),
        sources_section(words),
        definition_section(words),
    )
    return _made(words, sections, league_head(words), league_warning(words))


def _of_one(words: YearlyWording) -> Document:
    sections = (
        moved_section(words),
        missing_section(words),
        steps_section(words),
        parts_section(words),
        years_section(words),
        plan_section(words),
        *_among_others(words),
        groups_section(words),
        agencies_section(words),
        views_section(words),
        indicators_section(words),
        findings_section(words),
        sources_section(words),
        definition_section(words, words.yearly.comparison, words.lead(words.yearly.result)),
    )
    return _made(words, sections, head(words), warning(words))


def _among_others(words: YearlyWording) -> Iterator[Section | None]:
    """Yield where the unit stands among all of its year."""
    league = words.yearly.league
    if league is not None and league.own is not None:
        among = LeagueWording(league, words.language)
        yield standing_section(among)
        yield from _side_by_side(among)


def _side_by_side(words: LeagueWording) -> Iterator[Section | None]:
    """Yield the sections about many units, where there is a basis for them."""
    ranking, *units = ranking_sections(words)
    if words.files is not None:  # an index
        yield from (*units, by_group_section(words), spread_section(words))
        yield from (groups_of_units_section(words), parts_of_groups_section(words), ranking)
        yield from (movers_section(words), relations_section(words))
        return
    yield from (spread_section(words), relations_section(words))  # both fill the first page
    yield from (groups_of_units_section(words), parts_of_groups_section(words), ranking)
    yield from (movers_section(words), *units)


def _made(
    words: ReportWording, sections: Iterable[Section | None], first: Head, said: str
) -> Document:
    return clean(
        Document(
            language=words.language,
            head=first,
            sections=tuple(one for one in sections if one is not None),
            warning=said,
            foot=foot(words),
        )
    )


FORMS = tuple(form for form in formats_of(Offer.REPORT) if form is not Format.JSON)
"""The formats of files, each named as their ending."""


def render_report(
    yearly: Yearly | League, form: str, language: Language | str | None = None
) -> bytes:
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
    yearly: Yearly | League, worded: Document, form: Format, letterhead: bytes | None = None
) -> bytes:
    """Return *worded*, the document of *yearly*, by the renderer that is named as *form*.

    Only a Word document has a *letterhead*.
    """
    if form is Format.XLSX:  # which computes: its formulas are of more than words
        if isinstance(yearly, League):
            from kediri_index.present.yearly.xlsx.league_book import (  # noqa: PLC0415 - XlsxWriter
                league_xlsx,
            )

            return league_xlsx(yearly, worded)
        from kediri_index.present.yearly.xlsx.book import report_xlsx  # noqa: PLC0415 - likewise

        return report_xlsx(yearly, worded)
    renderer = import_module(f"kediri_index.present.renderers.{form.value}")
    paper = {} if letterhead is None or form is not Format.DOCX else {"letterhead": letterhead}
    found: str | bytes = renderer.rendered(worded, **paper)
    return found.encode() if isinstance(found, str) else found


def findings_section(words: ReportWording) -> Section:
    """Return the findings and waivers."""
    return Section("findings", words.say("yearly.findings"), tuple(_blocks(words)))


def _blocks(words: ReportWording) -> Iterator[Block]:
    outcome = words.outcome
    if outcome.findings:
        said = counted(outcome.findings, words.language, len(outcome.waived))
        yield Paragraph(f"{said}.")
        yield _findings(words, outcome.findings)
    else:
        yield Paragraph(words.say("yearly.findings-none"))
    if outcome.waived:
        yield waived_block(words)


def waived_block(words: ReportWording) -> Block:
    """Return the findings that were accepted."""
    waived = words.outcome.waived
    if not waived:
        return Paragraph(words.say("yearly.waived-none"), muted=True)
    return _waived(words, waived)


def _findings(words: ReportWording, findings: tuple[Finding, ...]) -> Table:
    say, language = words.say, words.language
    table = TableOf(findings)
    table.column(say("column.severity"), lambda one: say(f"severity.{severity_of(one).value}"))
    _places(words, table, lambda one: one)
    table.column(say("column.repair"), lambda one: repair_of(one, language))
    return table.made("findings", say("yearly.table.findings"), long=True)


def _waived(words: ReportWording, waived: tuple[Waived, ...]) -> Table:
    say = words.say
    table = TableOf(waived)
    _places(words, table, lambda one: one.finding)
    table.column(say("column.reason"), lambda one: one.waiver.reason)
    table.column(say("column.who"), lambda one: one.waiver.who)
    table.column(say("column.until"), lambda one: one.waiver.until.isoformat())
    return table.made("waived", say("yearly.table.waived"), long=True)


def _places(words: ReportWording, table: TableOf[_Row], of: Callable[[_Row], Finding]) -> None:
    """Add what both tables say of a finding: its code, where it is, and its message."""
    say = words.say

    def file(row: _Row) -> TableCell:
        path = of(row).file
        return words.cell(words.file(path) if path else None)

    table.column(say("column.code"), lambda row: of(row).code, ColumnKind.CODE, header=True)
    table.column(say("column.path"), file)
    table.column(say("column.place"), lambda row: words.cell(place_in_file(of(row))))
    table.column(say("column.finding"), lambda row: message_of(of(row), words.language))


def sources_section(words: ReportWording) -> Section:
    """Return the files that were read."""
    say = words.say
    before = say("yearly.of-year-before")
    table = TableOf[tuple[InputFile, str]](
        [
            *((file, say("yearly.counts")) for file in words.outcome.inputs),
            *((file, before) for file in words.previous_inputs),
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


def definition_section(
    words: ReportWording, comparison: Comparison | None = None, lead: str = ""
) -> Section:
    """Return which definition was used, and how it publishes.

    *lead* says of one unit which of two scores counts.
    """
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
    if comparison is not None and comparison.old.definition.sha256 != definition.sha256:
        pairs.append(
            LabelledText(words.say("yearly.definition.previous"), _named(words, comparison))
        )
    pairs += [
        LabelledText(
            words.say("yearly.definition.overall"), words.aggregation(definition.aggregate_top)
        ),
        LabelledText(words.say("yearly.definition.rounding"), _rounding(words)),
    ]
    if lead:
        pairs.append(LabelledText(words.say("yearly.definition.lead"), lead))
    program = f"kediri-index {__version__}"
    pairs.append(LabelledText(words.say("yearly.definition.program"), program))
    title = words.say("yearly.definition")
    return Section("definition", title, (LabelledTexts(tuple(pairs)),))


def foot(words: ReportWording) -> str:
    """Return the line below every page."""
    definition = words.definition
    return words.say(
        "yearly.foot", id=definition.id, version=definition.version, program=__version__
    )


def _used(words: ReportWording, file: InputFile, used: str) -> str:
    """Return what a file is *used* for, or that it is not."""
    if file.superseded_by:
        return words.say("yearly.superseded", name=PurePath(file.superseded_by).name)
    return used if file.layout else words.say("yearly.not-read")


def _named(words: ReportWording, comparison: Comparison) -> str:
    old = comparison.old.definition
    return words.say("yearly.definition.of", id=old.id, version=old.version, sha256=old.sha256)


def _rounding(words: ReportWording) -> str:
    publish = words.definition.publish
    return words.say("yearly.rounded", decimals=publish.decimals, stages=", ".join(_stages(words)))


def _stages(words: ReportWording) -> Iterator[str]:
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

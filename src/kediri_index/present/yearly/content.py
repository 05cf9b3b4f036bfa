"""The document of a yearly report: every section in its order, worded in one language."""

from __future__ import annotations

from kediri_index.model.language import Language
from kediri_index.model.yearly import Yearly
from kediri_index.present.document import Document, clean
from kediri_index.present.yearly.agencies import agencies_section
from kediri_index.present.yearly.findings import findings_section
from kediri_index.present.yearly.groups import groups_section
from kediri_index.present.yearly.head import head, warning
from kediri_index.present.yearly.indicators import indicators_section, views_section
from kediri_index.present.yearly.missing import missing_section
from kediri_index.present.yearly.moved import moved_section
from kediri_index.present.yearly.parts import parts_section
from kediri_index.present.yearly.sources import definition_section, foot, sources_section
from kediri_index.present.yearly.steps import plan_section, steps_section
from kediri_index.present.yearly.words import YearlyWords
from kediri_index.present.yearly.years import years_section


def document(yearly: Yearly, language: Language) -> Document:
    """Return the report in *language*: the figures of every format are those in it."""
    words = YearlyWords(yearly, language)
    sections = (
        moved_section(words),
        missing_section(words),
        steps_section(words),
        years_section(words),
        parts_section(words),
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

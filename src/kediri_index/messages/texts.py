"""All texts of screens and errors, by key, in both languages."""

from __future__ import annotations

from kediri_index.messages.book_texts import BOOK_TEXTS
from kediri_index.messages.bundle_texts import BUNDLE_TEXTS
from kediri_index.messages.compare_texts import COMPARE_TEXTS
from kediri_index.messages.diff_texts import DIFF_TEXTS
from kediri_index.messages.error_texts import ERROR_TEXTS
from kediri_index.messages.explain_texts import EXPLAIN_TEXTS
from kediri_index.messages.form_texts import FORM_TEXTS
from kediri_index.messages.help_texts import HELP_TEXTS
from kediri_index.messages.letter_texts import LETTER_TEXTS
from kediri_index.messages.marking_texts import MARKING_TEXTS
from kediri_index.messages.params import shown
from kediri_index.messages.plan_texts import PLAN_TEXTS
from kediri_index.messages.project_texts import PROJECT_TEXTS
from kediri_index.messages.report_texts import REPORT_TEXTS
from kediri_index.messages.robustness_texts import ROBUSTNESS_TEXTS
from kediri_index.messages.screen_texts import SCREEN_TEXTS
from kediri_index.messages.statistics_texts import STATISTICS_TEXTS
from kediri_index.messages.status_texts import STATUS_TEXTS
from kediri_index.messages.trace_texts import TRACE_TEXTS
from kediri_index.messages.usage_texts import USAGE_TEXTS
from kediri_index.messages.yearly_page_texts import YEARLY_PAGE_TEXTS
from kediri_index.messages.yearly_texts import YEARLY_TEXTS
from kediri_index.model.language import Language
from kediri_index.model.wording import Wording

TEXTS: dict[str, Wording] = {
    **SCREEN_TEXTS,
    **EXPLAIN_TEXTS,
    **FORM_TEXTS,
    **STATUS_TEXTS,
    **STATISTICS_TEXTS,
    **TRACE_TEXTS,
    **COMPARE_TEXTS,
    **DIFF_TEXTS,
    **LETTER_TEXTS,
    **PLAN_TEXTS,
    **PROJECT_TEXTS,
    **MARKING_TEXTS,
    **ROBUSTNESS_TEXTS,
    **YEARLY_TEXTS,
    **YEARLY_PAGE_TEXTS,
    **BOOK_TEXTS,
    **REPORT_TEXTS,
    **BUNDLE_TEXTS,
    **ERROR_TEXTS,
    **USAGE_TEXTS,
    **HELP_TEXTS,
}


def text(key: str, language: Language, **params: object) -> str:
    """Return the text of *key*, its braces filled with *params* in the language's decimals."""
    wording = TEXTS[key]
    template = wording.indonesian
    if language is Language.EN:
        one = wording.english_one if params.get("count") == 1 else None
        template = one or wording.english
    return template.format_map({name: shown(value, language) for name, value in params.items()})

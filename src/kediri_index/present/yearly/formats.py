"""The formats of a yearly report: one document, rendered for a browser, a printer or a program."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from kediri_index.model.language import Language
from kediri_index.model.yearly import Yearly
from kediri_index.present.formats import ReportFormat

if TYPE_CHECKING:
    from kediri_index.present.document import Document

FORMS = tuple(form for form in ReportFormat if form is not ReportFormat.JSON)
"""The formats of files, each named as their ending."""


def render_report(yearly: Yearly, form: str, language: Language | str | None = None) -> bytes:
    """Return the file that *yearly* is in the format ``html``, ``docx``, ``xlsx`` or ``md``.

    Without a *language*, ``id`` or ``en``, it is the definition's. The same report is the same
    bytes. Raises ``ValueError`` for a format or language that is not among these, and
    :class:`~kediri_index.errors.MissingExtraError` for ``docx`` without the extra of that name.
    """
    from kediri_index.present.yearly.content import document  # noqa: PLC0415 - words every section

    wanted = ReportFormat(form)
    if wanted not in FORMS:
        message = f"{wanted.value!r} is no format of a report"
        raise ValueError(message)
    spoken = Language(language) if language else yearly.outcome.definition.language
    return rendered(yearly, document(yearly, spoken), wanted)


def rendered(yearly: Yearly, worded: Document, form: ReportFormat) -> bytes:
    """Return *worded*, the document of *yearly*, by the renderer that is named as *form*."""
    if form is ReportFormat.XLSX:  # which computes: its formulas are of more than words
        from kediri_index.present.yearly import xlsx  # noqa: PLC0415 - this format's own

        return xlsx.render(yearly, worded)
    renderer = import_module(f"kediri_index.present.renderers.{form.value}")
    found: str | bytes = renderer.rendered(worded)
    return found.encode() if isinstance(found, str) else found

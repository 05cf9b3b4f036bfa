"""The formats of a yearly report: one document, rendered for a browser, a printer or a program."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from kediri_index.errors import MissingExtraError
from kediri_index.model.language import Language
from kediri_index.model.yearly import Yearly

if TYPE_CHECKING:
    from kediri_index.report.yearly.blocks import Document


class Form(StrEnum):
    """A format, named as the ending of its files."""

    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"
    MD = "md"


def render_report(
    yearly: Yearly, form: Form | str, language: Language | str | None = None
) -> bytes:
    """Return the file that *yearly* is in the format ``html``, ``docx``, ``xlsx`` or ``md``.

    Without a *language*, ``id`` or ``en``, it is the definition's. The same report is the same
    bytes. Raises ``ValueError`` for a format or language that is not among these, and
    :class:`~kediri_index.errors.MissingExtraError` for ``docx`` without the extra of that name.
    """
    from kediri_index.report.yearly.content import document  # noqa: PLC0415 - words every section

    spoken = Language(language) if language else yearly.outcome.definition.language
    return rendered(yearly, document(yearly, spoken), Form(form))


def rendered(yearly: Yearly, worded: Document, form: Form) -> bytes:
    """Return *worded*, the document of *yearly*, in the format *form*."""
    return _RENDERERS[form](yearly, worded)


def _html(_: Yearly, worded: Document) -> bytes:
    from kediri_index.report.yearly.html import report_html  # noqa: PLC0415 - imports Jinja2

    return report_html(worded).encode()


def _docx(_: Yearly, worded: Document) -> bytes:
    try:
        from kediri_index.report.yearly.docx.report import (  # noqa: PLC0415 - python-docx, Pillow
            report_docx,
        )
    except ModuleNotFoundError as error:
        raise MissingExtraError("docx", "docx") from error
    return report_docx(worded)


def _xlsx(yearly: Yearly, worded: Document) -> bytes:
    from kediri_index.report.yearly.xlsx.book import report_xlsx  # noqa: PLC0415 - XlsxWriter

    return report_xlsx(yearly, worded)


def _md(_: Yearly, worded: Document) -> bytes:
    from kediri_index.report.yearly.md import report_md  # noqa: PLC0415 - this format's own

    return report_md(worded).encode()


_RENDERERS: dict[Form, Callable[[Yearly, Document], bytes]] = {
    Form.HTML: _html,
    Form.DOCX: _docx,
    Form.XLSX: _xlsx,
    Form.MD: _md,
}

"""A report as a Word document; only this package imports python-docx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kediri_index.errors import MissingExtraError

if TYPE_CHECKING:
    from kediri_index.present.document import Document


def rendered(document: Document, letterhead: bytes | None = None) -> bytes:
    """Return the file, on the paper of the Word document *letterhead* where there is one."""
    try:
        from kediri_index.present.renderers.docx.report import (  # noqa: PLC0415 - python-docx, Pillow
            report_docx,
        )
    except ModuleNotFoundError as error:
        raise MissingExtraError("docx", "docx") from error
    return report_docx(document, letterhead)

"""The table of contents: a field that Word and LibreOffice build anew when they are asked to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kediri_index.present.renderers.docx.elements import (
    element,
    field_begins,
    field_ends,
    paragraph,
    run,
    text_paragraph,
)

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_INSTRUCTION = r'TOC \o "1-1" \h \z \u'
"""Headings of the first level, as links; numbers of pages are not shown on a web page."""


def marked_heading(number: int, text: str) -> BaseOxmlElement:
    """Return the heading of section *number*, to which the contents lead."""
    start = element("bookmarkStart", id=number, name=_mark(number))
    return paragraph("Heading1", start, run(text), element("bookmarkEnd", id=number))


def contents(title: str, headings: Iterable[str]) -> BaseOxmlElement:
    """Return the contents below *title*, at the top of a page: a link to each heading.

    Only a program that lays out pages knows their numbers: they appear when the field is updated.
    """
    links = [
        element("hyperlink", run(text), anchor=_mark(number), history=1)
        for number, text in enumerate(headings)
    ]
    last = len(links) - 1
    entries = [
        paragraph(
            "TOC1",
            *(field_begins(_INSTRUCTION) if number == 0 else ()),
            link,
            *([field_ends()] if number == last else ()),
        )
        for number, link in enumerate(links)
    ]
    kind = element(
        "docPartObj",
        element("docPartGallery", val="Table of Contents"),
        element("docPartUnique"),
    )
    content = element("sdtContent", text_paragraph("TOCHeading", title), *entries)
    return element("sdt", element("sdtPr", kind), content)


def _mark(number: int) -> str:
    return f"_Toc{number:09}"

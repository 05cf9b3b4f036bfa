"""Elements of WordprocessingML: paragraphs, runs, fields, captions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def element(tag: str, *children: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """Return the element ``w:tag``; the names of its attributes are without their prefix too."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def run(text: str, style: str = "") -> BaseOxmlElement:
    """Return *text* in a character style."""
    content = element("t")
    content.text = text
    content.set(_XML_SPACE, "preserve")
    return _run(content, style)


def tab() -> BaseOxmlElement:
    """Return a tab."""
    return element("r", element("tab"))


def paragraph(
    style: str, *runs: BaseOxmlElement, properties: Iterable[BaseOxmlElement] = ()
) -> BaseOxmlElement:
    """Return a paragraph in the style with the id *style*."""
    about = element("pPr", element("pStyle", val=style), *properties)
    return element("p", about, *runs)


def text_paragraph(style: str, text: str) -> BaseOxmlElement:
    """Return *text* alone as a paragraph."""
    return paragraph(style, run(text))


def field(instruction: str, shown: str, style: str = "") -> tuple[BaseOxmlElement, ...]:
    """Return a field, with what it shows until it is computed."""
    return (*field_begins(instruction, style), run(shown, style), field_ends(style))


def field_begins(instruction: str, style: str = "") -> tuple[BaseOxmlElement, ...]:
    """Return what stands before the text that a field shows."""
    code = element("instrText")
    code.text = f" {instruction} "
    code.set(_XML_SPACE, "preserve")
    return (
        _run(element("fldChar", fldCharType="begin"), style),
        _run(code, style),
        _run(element("fldChar", fldCharType="separate"), style),
    )


def field_ends(style: str = "") -> BaseOxmlElement:
    """Return what stands after the text that a field shows."""
    return _run(element("fldChar", fldCharType="end"), style)


def caption(label: str, number: int, text: str, *, keep: bool = True) -> BaseOxmlElement:
    """Return a caption that Word numbers and lists under *label*; *keep* it with what follows."""
    style = "CaptionNumber"
    return paragraph(
        "Caption",
        run(f"{label} ", style),
        *field(f"SEQ {label} \\* ARABIC", str(number), style),
        run(". ", style),
        run(text),
        properties=[] if keep else [element("keepNext", val=0)],
    )


def _run(content: BaseOxmlElement, style: str) -> BaseOxmlElement:
    if not style:
        return element("r", content)
    return element("r", element("rPr", element("rStyle", val=style)), content)

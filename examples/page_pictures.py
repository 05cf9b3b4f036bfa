"""Draw the first screen of a yearly report as SVG: its head, and the pictures below."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

from kediri_index.model.language import Language
from kediri_index.present.charts.drawing import LIGHT, Picture, ShapeRole, svg, wrapped
from kediri_index.present.document import Chart, Document, Tone
from kediri_index.present.renderers.pages import scale_picture
from kediri_index.present.yearly.report import document
from kediri_index.usecases.inputs import load_definition, load_profile, read_workbooks
from kediri_index.usecases.report import yearly_report
from kediri_index.usecases.score import LastYear

_ROOT: Final = Path(__file__).parents[1]
_WIDE, _EDGE, _HALF = 1000, 36, 460
_INK, _MUTED = LIGHT[ShapeRole.INK], LIGHT[ShapeRole.MUTED]
_TONES: Final = {Tone.GOOD: LIGHT[ShapeRole.UP], Tone.BAD: LIGHT[ShapeRole.DOWN]}


class ReportPart(NamedTuple):
    """The first screen of the report on Kota Kediri 2023, in *language*."""

    language: Language


def draw_report(part: ReportPart, title: str) -> str:
    """Return the first screen as SVG, with *title*; the same report gives the same text."""
    page = _Page(_document(part.language))
    page.write()
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {page.y}" role="img">',
        f"<title>{escape(title)}</title>",
        f"<style>{_style()}</style>",
        f'<rect width="{_WIDE}" height="{page.y}" fill="#ffffff"/>',
    ]
    return "\n".join([*lines, *page.lines, "</svg>", ""])


def _document(language: Language) -> Document:
    before = _ROOT / "examples/kota-kediri-2022.xlsx"
    previous = LastYear(
        read_workbooks(before), load_definition("kominfo-2022-reguler"), before.name
    )
    found = yearly_report(
        read_workbooks(_ROOT / "examples/kota-kediri-2023.xlsx"),
        load_definition("kominfo-2023-reguler"),
        load_profile(_ROOT / "config/profile.yaml"),
        previous=previous,
    )
    if found.yearly is None:
        message = "the example has errors"
        raise ValueError(message)
    return document(found.yearly, language)


def _style() -> str:
    roles = (
        f".f-{role.value} {{ fill: {colour}; }} .s-{role.value} {{ stroke: {colour}; }}"
        f" .h-{role.value} {{ fill: #ffffff; stroke: {colour}; stroke-width: 2; }}"
        for role, colour in LIGHT.items()
    )
    shared = "text { font-family: system-ui, sans-serif; } .b { font-weight: 700; }"
    lines = '[class^="s-"], .zone { fill: none; } .d { stroke-dasharray: 5 4; }'
    return " ".join([shared, lines, ".serif { font-family: Georgia, serif; }", *roles])


class _Page:
    """What is drawn so far, down to *y*."""

    def __init__(self, report: Document) -> None:
        self.report = report
        self.lines: list[str] = []
        self.y = 44

    def write(self) -> None:
        head = self.report.head
        self._text(_EDGE, f"{head.title} · {head.of_index}", 15, _MUTED)
        self.y += 14
        for line in wrapped(head.headline, _WIDE - 2 * _EDGE, 2, 34):
            self.y += 36
            self._text(_EDGE, line, 34, _INK, "b serif")
        top = self.y
        self.y += 86
        self._text(_EDGE, head.score, 78, _INK, "b serif")
        self._text(_EDGE + 202, head.of, 17, _MUTED)
        scale = scale_picture(self.report)
        if scale is not None:
            self._picture(_EDGE, self.y + 16, scale[0])
        left = self.y + 16 + (scale[0].height if scale else 0)
        self.y = top + 30
        for fact in head.facts:
            self._text(_EDGE + _HALF + 40, fact.label, 13, _MUTED)
            self.y += 26
            ink = _TONES.get(fact.tone, _INK)
            self._text(_EDGE + _HALF + 40, fact.text, 24, ink, "b serif")
            self.y += 20
            self._text(_EDGE + _HALF + 40, fact.note, 13, _MUTED)
            self.y += 26
        self.y = round(max(self.y, left)) + 10
        for sentence in head.summary:
            self._text(_EDGE, sentence, 15, _INK)
            self.y += 24
        self._charts()

    def _charts(self) -> None:
        blocks = (block for one in self.report.sections for block in one.blocks)
        charts = {one.id: one for one in blocks if isinstance(one, Chart)}
        shown = [charts[key] for key in ("chart-losses", "chart-staircase")]
        self.y += 16
        for at, chart in enumerate(islice(shown, 2)):
            left = _EDGE + at * (_HALF + 24)
            self._text(left, chart.caption, 13, _INK, "b")
            self._picture(left, self.y + 14, chart.drawing)
        self.y += 30 + round(max(one.drawing.height for one in shown))

    def _text(self, x: float, text: str, size: int, ink: str, style: str = "") -> None:
        if text:
            named = f' class="{style}"' if style else ""
            self.lines.append(
                f'<text x="{x}" y="{self.y}" font-size="{size}" fill="{ink}"{named}>'
                f"{escape(text)}</text>"
            )

    def _picture(self, x: float, y: float, drawing: Picture) -> None:
        place = f'<svg x="{x}" y="{y:.0f}" width="{drawing.width:.0f}" '
        place += f'height="{drawing.height:.0f}" '
        drawn = re.sub(r' role="img" aria-label="[^"]*"', "", svg(drawing, ""))
        self.lines.append(drawn.replace("<svg ", place, 1).replace("><", ">\n<"))

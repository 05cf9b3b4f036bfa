"""A report as one HTML file: no network, no server, the same bytes each time."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kediri_index import __version__
from kediri_index.messages.texts import text
from kediri_index.messages.values import plain
from kediri_index.model.text import spelled_commands
from kediri_index.present.charts.drawing import (
    DARK,
    LIGHT,
    SOFT_OPACITY,
    Picture,
    ShapeRole,
    mixed,
    svg,
)
from kediri_index.present.document import (
    FIGURES,
    Block,
    Chart,
    ColumnKind,
    Document,
    FindingLines,
    Table,
    TableCell,
    TableColumn,
)
from kediri_index.present.renderers.pages import pages, scale_picture

if TYPE_CHECKING:
    from jinja2 import Environment, Template
    from markupsafe import Markup

_SHADES = 8
_DEEPEST = {"light": 0.55, "dark": 0.46}
"""How much of the colour the deepest shade has: text on it stays readable."""
_USUAL = 460
"""How wide pictures are: two stand side by side."""
_HASH_LENGTH = 64
_SHORT, _LONG = 16, 44
"""Letters that stand in one line, and that stand in a few."""
_SENTENCES = 2
_UNBROKEN = 24
"""Letters in a row that a cell may show in one piece; a path has more."""


def rendered(document: Document) -> str:
    """Return the file: no log of a CI takes anything in it for a command."""
    return spelled_commands(report_html(document), "#&#35;")


def report_html(document: Document) -> str:
    """Return the page. Every text in it is escaped: none is markup, wherever it comes from."""
    return _template().render(_filling(pages(document, findings=True)))


def fragment(document: Document) -> str:
    """Return the parts of a page for another one, such as a notebook: no style, no script."""
    document = pages(document, findings=True)
    page: Any = _template().make_module(_filling(document))
    return f"<div>{''.join(page.part(section) for section in document.sections)}</div>"


def _filling(document: Document) -> dict[str, object]:
    """Return what the template is filled with."""
    from markupsafe import Markup  # noqa: PLC0415 - comes with Jinja2, which only this needs

    shown = {one.id for part in document.sections for one in part.blocks if isinstance(one, Table)}

    def is_first(chart: Chart) -> bool:
        first = chart.table.id not in shown
        shown.add(chart.table.id)
        return first

    return {
        "document": document,
        "head": document.head,
        "program": __version__,
        "style": Markup(style()),  # noqa: S704 - our own file and colours
        "script": Markup(script()),  # noqa: S704 - our own file
        "scale": _scale(document),
        "say": lambda key, **params: text(key, document.language, **params),
        "finds": any(
            isinstance(one, FindingLines) for part in document.sections for one in part.blocks
        ),
        "kind_of": _kind_of,
        "about": _about,
        "widths": _widths,
        "is_told": _is_told,
        "bar_ends": _bar_ends,
        "of_title": _of_title,
        "is_first_of_its_table": is_first,
    }


def environment() -> Environment:
    """Return Jinja2 as pages need it: every text in them is escaped, and no name is unknown."""
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 - only pages need it

    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache  # compiling it takes longer than a short page of it
def _template() -> Template:
    made = environment()
    made.filters["svg"] = _svg
    made.filters["css_text"] = _css_text
    made.tests["wide"] = _is_wide
    made.filters["kind"] = _kind_of
    return made.from_string(_file("report.html"))


def _file(name: str) -> str:
    return (
        files("kediri_index.present.renderers").joinpath("page", name).read_text(encoding="utf-8")
    )


def _kind_of(block: Block) -> str:
    return type(block).__name__


def _is_wide(chart: Chart) -> bool:
    """Return whether the picture needs the whole page, and scrolls on a small screen."""
    return chart.drawing.width > _USUAL


def _svg(drawing: Picture, description: str) -> Markup:
    from markupsafe import Markup  # noqa: PLC0415 - see above

    return Markup(svg(drawing, description))  # noqa: S704 - escapes its texts itself


def _css_text(words: str) -> Markup:
    """Return *words* as a string of CSS: all but letters, figures and spaces by number.

    The space after a number ends it, and is not shown.
    """
    from markupsafe import Markup  # noqa: PLC0415 - see above

    plain_signs = (
        sign if sign.isascii() and (sign.isalnum() or sign == " ") else f"\\{ord(sign):x} "
        for sign in words
    )
    return Markup(f'"{"".join(plain_signs)}"')  # noqa: S704 - nothing in it can end the string


def _classes(names: list[str]) -> Markup:
    from markupsafe import Markup  # noqa: PLC0415 - see above

    return Markup(f' class="{" ".join(names)}"') if names else Markup("")  # noqa: S704 - our own


def _of_title(column: TableColumn, head: bool) -> Markup:  # noqa: FBT001 - called by the template
    """Return the classes of a title; that of the column that names the rows is the *head*."""
    found = {"r": column.kind in FIGURES, "aside": column.may_go, "head": head}
    return _classes([name for name, holds in found.items() if holds])


def _size(cell: TableCell) -> Fraction:
    return abs(Fraction(cell.value or 0))


def _bar_ends(table: Table) -> list[Fraction]:
    """Return for each column what the longest of its bars stands for, 0 where it has none."""
    return [
        max((_size(row[at]) for row in table.rows if column.bars), default=Fraction(0))
        for at, column in enumerate(table.columns)
    ]


def _widths(table: Table) -> list[str]:
    """Return for each column of words how much room its longest text is worth."""
    longest = [
        max((len(row[at].text) for row in table.rows), default=0)
        for at in range(len(table.columns))
    ]
    return [
        "" if length <= _SHORT else "words" if length <= _LONG else "words long"
        for length in longest
    ]


def _is_told(widths: list[str]) -> bool:
    """Return whether a table is mostly sentences, which no small screen has in one row."""
    return widths.count("words long") >= _SENTENCES


def _about(
    column: TableColumn, cell: TableCell, width: str, bar_end: Fraction | None = None
) -> Markup:
    """Return the attributes of a cell: how it looks, and the value that it is sorted by."""
    from markupsafe import Markup  # noqa: PLC0415 - see above

    classes = ["aside"] if column.may_go else []
    if cell.shade is not None:
        classes.append(f"shade-{round(_SHADES * cell.shade**2)}")  # most scores are high ones
    elif column.kind in FIGURES:
        classes.append("r")
    elif column.kind is ColumnKind.CODE or cell.code:
        classes.append("code")
        if len(cell.text) == _HASH_LENGTH:
            classes.append("wide")
        elif len(cell.text) > _UNBROKEN:
            classes.append("path")
    elif width:
        classes.append(width)
        if max(map(len, cell.text.split()), default=0) > _UNBROKEN:
            classes.append("path")
    if cell.tone.value != "plain":
        classes.append(cell.tone.value)
    value = "" if cell.value is None else f' data-v="{plain(cell.value)}"'
    if bar_end and cell.value:
        classes.append("bar")
        value += f' style="--bar: {float(_size(cell) / bar_end):.3f}"'
    return Markup(f"{_classes(classes)}{value}")  # noqa: S704 - our own words and figures


def _scale(document: Document) -> Markup | None:
    picture = scale_picture(document)
    return None if picture is None else _svg(*picture)


def script() -> str:
    """Return the text of the one script element of a page, as a policy's hash needs it."""
    return f"\n{_file('report.js')}\n"


@cache
def style() -> str:
    """Return the style sheet with its colours filled in."""
    roles = [
        f"svg .f-{role.value} {{ fill: var(--{role.value}); }} "
        f"svg .s-{role.value} {{ stroke: var(--{role.value}); }} "
        f"svg .h-{role.value} {{ fill: var(--paper); stroke: var(--{role.value});"
        f" stroke-width: 2; }}"
        for role in ShapeRole
    ]
    shades = [
        f"td.shade-{number} {{ background: var(--shade-{number}); }}"
        for number in range(_SHADES + 1)
    ]
    fillings = {
        "light": _variables(LIGHT, _DEEPEST["light"]),
        "dark": _variables(DARK, _DEEPEST["dark"]),
        "roles": "\n".join(roles),
        "shades": "\n".join(shades),
        "soft": str(SOFT_OPACITY),
    }
    style = _file("report.css")
    for name, filling in fillings.items():
        style = style.replace(f"{{{{ {name} }}}}", filling)
    return style


def _variables(colours: Mapping[ShapeRole, str], deepest: float) -> str:
    named = [f"--{role.value}: {colour};" for role, colour in colours.items()]
    named += [
        f"--shade-{number}: "
        f"{mixed(colours[ShapeRole.PAPER], colours[ShapeRole.MAIN], number / _SHADES * deepest)};"
        for number in range(_SHADES + 1)
    ]
    return " ".join(named)

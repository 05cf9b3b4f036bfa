"""The document that every format renders: headings, words, tables, charts, all worded already.

Nothing in it is markup: each text is plain and of unknown origin, for the renderer to escape. None
has control characters.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.language import Language
from kediri_index.present.charts.drawing import Drawing


class ColumnKind(StrEnum):
    """What a column holds, for its alignment and its format of numbers.

    The *value* of a cell is a fraction for *number* and *percent* (a share: 0.2 is shown as 20 %),
    a whole number for *count*, and None for the others.
    """

    TEXT = "text"
    CODE = "code"
    NUMBER = "number"
    PERCENT = "percent"
    COUNT = "count"


class Tone(StrEnum):
    """What a cell or a figure tells at a glance; never by its colour alone."""

    PLAIN = "plain"
    GOOD = "good"
    BAD = "bad"
    MUTED = "muted"


class Cell(NamedTuple):
    """One cell: the *text* as shown, and the exact *value* behind it, None where it has none.

    *shade* is the part of the scale that a cell of a heat table reaches, 0 to 1.
    """

    text: str
    value: Fraction | int | None = None
    tone: Tone = Tone.PLAIN
    shade: Fraction | None = None


class Column(NamedTuple):
    """A column; *key* is its name for programs, the same in both languages.

    *decimals* are those of its numbers as shown, None where they vary.
    """

    key: str
    title: str
    kind: ColumnKind = ColumnKind.TEXT
    decimals: int | None = None


class Table(NamedTuple):
    """A table with its caption; *id* is unique in the document and the same in both languages.

    The column *header* names its rows. *note* stands below it; *long* tables are worth a filter.
    """

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    header: int = 0
    note: str = ""
    long: bool = False


class Chart(NamedTuple):
    """A picture with its caption, what it shows in a sentence, and its figures as a table.

    Two pictures of the same figures have the same table, which is shown once.
    """

    id: str
    caption: str
    description: str
    drawing: Drawing
    table: Table


class Heading(NamedTuple):
    """A heading inside a section; *level* 3 or 4."""

    level: int
    text: str


class Paragraph(NamedTuple):
    """A paragraph; *muted* for remarks beside the matter."""

    text: str
    muted: bool = False


class Bullets(NamedTuple):
    """A list; *numbered* where its order counts."""

    entries: tuple[str, ...]
    numbered: bool = False


class Fact(NamedTuple):
    """One of the large figures of the first page: *label*, *text*, and a remark below."""

    label: str
    text: str
    note: str = ""
    tone: Tone = Tone.PLAIN


class Pair(NamedTuple):
    """A term and what it is, as in the facts about the definition."""

    term: str
    text: str
    code: bool = False


class Pairs(NamedTuple):
    """Terms with their descriptions."""

    entries: tuple[Pair, ...]


Block = Heading | Paragraph | Bullets | Table | Chart | Pairs


class Section(NamedTuple):
    """A part of the document; *id* is the same in both languages.

    The *brief* ones stand first: few words, to be read together with the first screen.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]
    brief: bool = False


class Scale(NamedTuple):
    """Where score, target and last year stand between the ends of the scale, each 0 to 1.

    The texts are what target and last year are called beside the picture.
    """

    low: str
    high: str
    score: Fraction
    target: Fraction | None = None
    target_text: str = ""
    previous: Fraction | None = None
    previous_text: str = ""


class Head(NamedTuple):
    """The first screen: whose report, the figure, what is to be known at once.

    *facts* are the target, the change, what is missing; *summary* says the same in sentences.
    """

    of_index: str
    title: str
    score: str
    of: str
    facts: tuple[Fact, ...]
    summary: tuple[str, ...]
    scale: Scale | None = None
    class_name: str = ""


class Document(NamedTuple):
    """A whole report in one language.

    *warning* is said on every page where the figures are partial, else empty; *foot* names the
    definition and the program.
    """

    language: Language
    head: Head
    sections: tuple[Section, ...]
    warning: str = ""
    foot: str = ""

    def tables(self) -> tuple[Table, ...]:
        """Return every table once, in its order; those of the charts at their place."""
        found: dict[str, Table] = {}
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Chart):
                    found.setdefault(block.table.id, block.table)
                elif isinstance(block, Table):
                    found.setdefault(block.id, block)
        return tuple(found.values())

"""The document that every format renders: headings, words, tables, charts, all worded already.

Nothing in it is markup: each text is plain and of unknown origin, for the renderer to escape.
``clean`` takes control characters out of all of them.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, cast

from kediri_index.model.findings import Lines, Severity
from kediri_index.model.language import Language
from kediri_index.model.text import printable

if TYPE_CHECKING:
    from kediri_index.present.charts.drawing import Picture

_Part = TypeVar("_Part")
_Row = TypeVar("_Row")


class ColumnKind(StrEnum):
    """What a column holds, for its alignment and its format of numbers.

    The *value* of a cell is a fraction for *number* and *percent* (a share: 0.2 is shown as 20 %),
    a whole number for *count*. A *bar* is drawn from 0 to its value of at most 1, *both_ways* to
    the left or the right, from -1 to 1; where nothing is drawn these columns are left out. The
    others have no value.
    """

    TEXT = "text"
    CODE = "code"
    NUMBER = "number"
    PERCENT = "percent"
    COUNT = "count"
    BAR = "bar"
    BOTH_WAYS = "both_ways"


FIGURES = frozenset({ColumnKind.NUMBER, ColumnKind.PERCENT, ColumnKind.COUNT})
"""What stands at the right of its column, and is never broken."""
BARS = frozenset({ColumnKind.BAR, ColumnKind.BOTH_WAYS})


class Tone(StrEnum):
    """What a cell or a figure tells at a glance; never by its colour alone."""

    PLAIN = "plain"
    GOOD = "good"
    DOUBT = "doubt"
    BAD = "bad"
    MUTED = "muted"
    STRONG = "strong"


NOTHING = "–"
"""What stands in a cell for something that there is not."""


class TableCell(NamedTuple):
    """One cell: the *text* as shown, and the exact *value* behind it, None where it has none.

    *shade* is the part of the scale that a cell of a heat table reaches, 0 to 1; *link* the
    heading of this page that it leads to, *file* a file beside it. *short* is shown where there is
    no room for the text; *code* is what somebody types.
    """

    text: str
    value: Fraction | int | None = None
    tone: Tone = Tone.PLAIN
    shade: Fraction | None = None
    link: str = ""
    short: str = ""
    code: bool = False
    file: str = ""


class TableColumn(NamedTuple):
    """A column; *decimals* are those of its numbers as shown, None where they vary.

    Where there is too little room the *short* title is used, then a column that *may_go* is left
    out. *mark* is where all bars of the column have one, such as the target. *bars* says that
    its numbers are drawn as bars too, where a page can: their ends are the largest of them.
    """

    title: str
    kind: ColumnKind = ColumnKind.TEXT
    decimals: int | None = None
    short: str = ""
    may_go: bool = False
    mark: Fraction | None = None
    bars: bool = False


class Table(NamedTuple):
    """A table with its caption; *id* is the same in both languages.

    The column *header* names its rows. *note* stands below it; *long* tables are worth a filter.
    Of *below* there are none, or as many as rows: sentences about each.
    """

    id: str
    caption: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    header: int = 0
    note: str = ""
    long: bool = False
    below: tuple[tuple[str, ...], ...] = ()


class TableOf(Generic[_Row]):
    """A table in the making: a row for each of *rows*, each column beside what its cells are.

    *tone* is that of all words of a row.
    """

    def __init__(self, rows: Iterable[_Row], tone: Callable[[_Row], Tone] | None = None) -> None:
        self.rows = tuple(rows)
        self._tones = [tone(row) if tone else Tone.PLAIN for row in self.rows]
        self._columns: list[TableColumn] = []
        self._cells: list[list[TableCell]] = []
        self._header = 0

    def column(  # noqa: PLR0913 - a column's own, and whether it is one
        self,
        title: str | TableColumn,
        cell: Callable[[_Row], TableCell | str],
        kind: ColumnKind = ColumnKind.TEXT,
        decimals: int | None = None,
        *,
        wanted: bool = True,
        sparse: bool = False,
        header: bool = False,
    ) -> None:
        """Add a column where it is *wanted*; the *header* is the one that names the rows.

        A *sparse* one is left out where none of its cells says anything.
        """
        if not wanted:
            return
        said = zip(map(cell, self.rows), self._tones, strict=True)
        cells = [
            one if isinstance(one, TableCell) else TableCell(one, tone=tone) for one, tone in said
        ]
        if sparse and all(one.text in {"", NOTHING} for one in cells):
            return
        if header:
            self._header = len(self._columns)
        self._columns.append(
            TableColumn(title, kind, decimals) if isinstance(title, str) else title
        )
        self._cells.append(cells)

    def made(
        self,
        table_id: str,
        caption: str = "",
        note: str = "",
        *,
        long: bool = False,
        below: Callable[[_Row], Iterable[str]] | None = None,
    ) -> Table:
        """Return the table, with the sentences *below* each row."""
        rows = tuple(zip(*self._cells, strict=True))
        columns = tuple(self._columns)
        sentences = tuple(tuple(below(row)) for row in self.rows) if below else ()
        return Table(table_id, caption, columns, rows, self._header, note, long, sentences)


class Chart(NamedTuple):
    """A picture with its caption, what it shows in a sentence, and its figures as a table.

    The table stands below it, unless it is a block of its own elsewhere. Two pictures of the same
    figures have the same table, which is shown once. Each of *parts* has what is below one shape of
    the picture: a page opens it, elsewhere it is left out. With *slider*, its label, a page goes
    through the rows of the table, one zone of the picture each. *note* is said where the picture is
    drawn, and nowhere else.
    """

    id: str
    caption: str
    description: str
    drawing: "Picture"
    table: Table
    parts: "tuple[Chart, ...]" = ()
    slider: str = ""
    note: str = ""


class Heading(NamedTuple):
    """A heading inside a section; *level* 3 or 4."""

    level: int
    text: str


class Paragraph(NamedTuple):
    """A paragraph; *muted* for remarks beside the matter, *strong* for what it comes to."""

    text: str
    muted: bool = False
    strong: bool = False


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


class LabelledText(NamedTuple):
    """A term and what it is, as in the facts about the definition; a good or bad one has a sign."""

    term: str
    text: str
    code: bool = False
    tone: Tone = Tone.PLAIN


class LabelledTexts(NamedTuple):
    """Terms with their descriptions."""

    entries: tuple[LabelledText, ...]


class Headline(NamedTuple):
    """The figure that it is all about, and the phrases beside it, after a bar of the *share*."""

    figure: str
    phrases: tuple[str, ...]
    share: Fraction | None = None


class FindingLine(NamedTuple):
    """A finding in words; *line* is the source that it points to, where that is shown.

    *repair* is what to do; of one that was accepted, which has no *severity*, why it was; empty
    where nothing is to be done. Only a page in a browser shows whose file it is, the *agency*, and
    the cells *around* it.
    """

    severity: Severity | None
    weight: str
    place: str
    code: str
    message: str
    repair: str
    line: str = ""
    agency: str = ""
    around: Table | None = None


class FindingLines(NamedTuple):
    """Findings in one file and sheet, whose names are the *heading*; *titles* those of a table."""

    heading: str
    titles: tuple[str, ...]
    entries: tuple[FindingLine, ...]


class TreeNode(NamedTuple):
    """A node: its *name* and *figure*, its remarks, *details* below, and its children.

    *between* stands before *text*; *more* says what is not shown below it.
    """

    name: str
    figure: str = ""
    between: str = ""
    text: str = ""
    details: str = ""
    children: "tuple[TreeNode, ...]" = ()
    more: str = ""


class Difference(NamedTuple):
    """Changes of a file, as ``diff -u`` shows them: *lines* begin with a blank, -, + or @."""

    lines: tuple[str, ...]


class Command(NamedTuple):
    """A command to copy, after a few words; it is never broken."""

    label: str
    text: str


Block = (
    Heading
    | Paragraph
    | Bullets
    | Table
    | Chart
    | LabelledTexts
    | Headline
    | FindingLines
    | TreeNode
    | Lines
    | Difference
    | Command
)
"""``Lines`` are lines of a file, as an example of a finding shows them."""


class Section(NamedTuple):
    """A part of the document; *id* is the same in both languages.

    *about* says by which definition. The *brief* ones stand first: few words, to be read together
    with the first screen.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]
    brief: bool = False
    about: str = ""


class ClassBand(NamedTuple):
    """A class of scores on the scale, from *start* to *end*, each 0 to 1; *here* is the score's."""

    name: str
    start: Fraction
    end: Fraction
    here: bool


class Scale(NamedTuple):
    """Where score, target and last year stand between the ends of the scale, each 0 to 1.

    *span* is where the score may come to lie while answers are missing. The texts are what stands
    beside the marks.
    """

    low: str
    high: str
    score: Fraction
    target: Fraction | None = None
    target_text: str = ""
    previous: Fraction | None = None
    previous_text: str = ""
    span: tuple[Fraction, Fraction] | None = None
    span_text: str = ""
    bands: tuple[ClassBand, ...] = ()


class Head(NamedTuple):
    """The first screen: whose report, what it comes to, the figure, the main remarks.

    *headline* is the finding in a sentence; *stamp* a word for a score that is not final. *facts*
    are the target, the change, what is missing; *summary* what explains them, in sentences;
    *absent* names what is not available; *kind* what is read, in a word or two: the yearly report
    where nothing is said.
    """

    of_index: str = ""
    title: str = ""
    headline: str = ""
    score: str = ""
    of: str = ""
    stamp: str = ""
    facts: tuple[Fact, ...] = ()
    summary: tuple[str, ...] = ()
    absent: str = ""
    scale: Scale | None = None
    class_name: str = ""
    kind: str = ""


class Document(NamedTuple):
    """A whole report, or what a command ends with, in one language.

    Only a report has a *head*. *warning* is said on every page where the figures are partial, else
    empty; *foot* names the definition and the program; *end* sums up. A *sheet* fills one page of
    paper at most, and has no contents.
    """

    language: Language
    sections: tuple[Section, ...]
    head: Head = Head()
    warning: str = ""
    foot: str = ""
    end: str = ""
    sheet: bool = False

    def apart(self) -> frozenset[str]:
        """Return the ids of the tables that are blocks of their own."""
        blocks = (block for section in self.sections for block in section.blocks)
        return frozenset(block.id for block in blocks if isinstance(block, Table))

    def tables(self) -> tuple[Table, ...]:
        """Return every table once, in its order; those of the charts at their place."""
        found: dict[str, Table] = {}
        apart = self.apart()
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Chart) and block.table.id in apart:
                    continue
                if isinstance(block, Chart):
                    found.setdefault(block.table.id, block.table)
                elif isinstance(block, Table):
                    found.setdefault(block.id, block)
        return tuple(found.values())


def clean(part: _Part) -> _Part:
    """Return *part*, a document or any of it, with every text free of control characters."""
    return with_texts(part, printable)


def with_texts(part: _Part, change: Callable[[str], str]) -> _Part:
    """Return *part* with *change* of every text in it."""
    if isinstance(part, TableCell):  # of which there are many
        text, short = change(part.text), part.short and change(part.short)
        if text is not part.text or short is not part.short:
            part = part._replace(text=text, short=short)
        return part
    if isinstance(part, StrEnum):
        return part
    if isinstance(part, str):
        return cast("_Part", change(part))
    if isinstance(part, tuple):
        inner = (with_texts(one, change) for one in part)
        made = part._make(inner) if hasattr(part, "_make") else tuple(inner)
        return cast("_Part", made)
    return part

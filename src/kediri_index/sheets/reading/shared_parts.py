"""What all sheets of a workbook share: the texts of cells, and the formats of numbers."""

import operator
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from kediri_index.sheets.reading.package import Package
from kediri_index.sheets.reading.refusal import RefusedError, limit_finding
from kediri_index.sheets.reading.xml_part import (
    MARK,
    PLAIN_TEXT,
    WHITESPACE,
    XML_SPACE,
    Cutter,
    MisplacedError,
    PartReader,
    is_on,
    read_part,
    read_plain_runs,
    spreadsheet_tags,
)

RUN_PROPERTIES: Final = ("r", "vertAlign", "strike")
_NO_MARK: Final = " \t\r\n\u00a0%"
"""What is no mark where it is raised."""
ESCAPE: Final = "_x"
_ESCAPED = re.compile(rf"{ESCAPE}([0-9A-Fa-f]{{4}})_")


def unescaped(text: str) -> str:
    """Return *text* with ``_x000D_`` and the like decoded."""
    if ESCAPE not in text:
        return text
    decoded = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    # two escapes may be the halves of one character; a half alone is no character
    return decoded.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def keeps_space(attributes: Mapping[str, str]) -> bool:
    """Return whether an element says that its outer spaces count."""
    return attributes.get(XML_SPACE) == "preserve"


class MarkedText(str):
    """A text of which a part is raised, lowered or struck out, as a footnote's mark is."""

    __slots__ = ()


class TextPieces:
    """The text of one string item: its runs joined.

    With *keep_all* outer spaces count even where a run's own ``xml:space`` does not say so.
    """

    __slots__ = ("_keep", "_keep_item", "_mark", "_marked", "_texts", "keep_all", "length")

    def __init__(self) -> None:
        self.keep_all = False
        self.length = 0
        self._keep_item = False
        self._keep = False
        self._mark = False
        self._marked = False
        self._texts: list[str] = []

    def open_item(self, attributes: Mapping[str, str]) -> None:
        """Begin an item; its ``xml:space`` holds for all its runs."""
        self._texts.clear()
        self.length = 0
        self._mark = self._marked = False
        self._keep_item = self.keep_all or keeps_space(attributes)

    def open_run(self) -> None:
        """Begin a run, whose properties may follow."""
        self._mark = False

    def note(self, attributes: Mapping[str, str]) -> None:
        """Take note of a property of the run: whether it is raised, lowered or struck out."""
        if is_on(attributes) and attributes.get("val") != "baseline":
            self._mark = True

    def open_text(self, attributes: Mapping[str, str]) -> None:
        """Begin a run's text."""
        self._keep = self._keep_item or keeps_space(attributes)

    def add(self, text: str) -> None:
        """Take a run's text; outer spaces count only where XML says so, or are all there is."""
        self.length += len(text)
        if not self._keep:
            text = text.strip(WHITESPACE) or text
        if self._mark and text.strip(_NO_MARK):
            self._marked = True
        self._texts.append(unescaped(text))

    def joined(self) -> str:
        """Return the item's text and forget it."""
        text = "".join(self._texts)
        self._texts.clear()
        self.length = 0
        return MarkedText(text) if self._marked else text


_PLAIN_ITEM: Final = rf"<si><t>(?! ){PLAIN_TEXT}(?<! )</t></si>"
_PLAIN_ITEMS: Final = re.compile(f"((?:{_PLAIN_ITEM})++)")
_BEGIN_OF_ITEM: Final = "<si><t>"
_END_OF_ITEM: Final = "</t></si>"
_ITEM_DEPTH: Final = 2


class _SharedStrings(PartReader):
    __slots__ = ("_in_phonetic", "_item", "_package", "texts")
    root = "sst"
    tags = spreadsheet_tags(MARK, "sst", "si", "t", "rPh", *RUN_PROPERTIES)

    def __init__(self, package: Package, plain: Cutter | None) -> None:
        super().__init__(plain)
        self._package = package
        self._item = TextPieces()
        self._in_phonetic = False
        self.texts: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str], /) -> None:
        self.depth += 1
        tag = self.tags.get(name)
        if tag == "t":
            self.pieces.clear()
            self.in_text = True
            self._item.open_text(attributes)
        elif tag == "si":
            self._item.open_item(attributes)
        elif tag == "rPh":
            self._in_phonetic = True
        elif tag == "sst":
            self._item.keep_all = keeps_space(attributes)
        elif tag == "r":
            self._item.open_run()
        elif tag == MARK and self.plain is not None:
            if self.depth != _ITEM_DEPTH:
                raise MisplacedError
            for (run,) in self.plain.take(attributes.get("n", "")):
                self._take_plain(run or "")
        elif tag is not None:
            self._item.note(attributes)

    def _take_plain(self, run: str) -> None:
        texts = run[len(_BEGIN_OF_ITEM) : -len(_END_OF_ITEM)].split(_END_OF_ITEM + _BEGIN_OF_ITEM)
        self.texts += map(unescaped, texts) if ESCAPE in run else texts

    def end(self, name: str, /) -> None:
        self.depth -= 1
        tag = self.tags.get(name)
        if tag == "t":
            self.in_text = False
            if not self._in_phonetic:
                self._item.add("".join(self.pieces))
        elif tag == "si":
            self.texts.append(self.keep(self._item.joined()))
        elif tag == "rPh":
            self._in_phonetic = False

    def text_length(self) -> int:
        return super().text_length() + self._item.length

    def chunk_read(self, _chunk: bytes, /) -> None:
        limits = self._package.limits
        if len(self.texts) > limits.strings:
            raise RefusedError(limit_finding("F227", self._package.path, limits, len(self.texts)))


def shared_strings(package: Package, part: str) -> dict[str, str]:
    """Return the texts of the part *part* by their index as text."""
    reader = read_plain_runs(
        package, part, _PLAIN_ITEMS, lambda plain: _SharedStrings(package, plain)
    )
    limits = package.limits
    longest = max(map(len, reader.texts), default=0)
    if longest > limits.text_length:
        raise RefusedError(limit_finding("F207", package.path, limits, longest, part=part))
    return {str(index): text for index, text in enumerate(reader.texts)}


class NumberFormat(StrEnum):
    """What a number with this format is: some show it divided, or struck out."""

    PLAIN = "plain"
    PERCENT = "percent"
    DATE = "date"
    THOUSANDS = "thousands"
    MILLIONS = "millions"
    BILLIONS = "billions"
    TRILLIONS = "trillions"
    STRUCK = "struck"


_SCALED: Final = (
    *(NumberFormat.THOUSANDS, NumberFormat.MILLIONS),
    *(NumberFormat.BILLIONS, NumberFormat.TRILLIONS),
)

_Condition = tuple[str, float]


class Sections(NamedTuple):
    """A format whose sections differ: each with the condition under which it applies."""

    sections: tuple[tuple[_Condition, NumberFormat], ...]
    otherwise: NumberFormat

    def of(self, value: float) -> NumberFormat:
        """Return what the section that applies makes of *value*."""
        for (sign, bound), shown in self.sections:
            if _COMPARISONS[sign](value, bound):
                return shown
        return self.otherwise


AnyFormat = NumberFormat | Sections
_COMPARISONS: Final[dict[str, Callable[[float, float], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
_MOST_SECTIONS: Final = 3
"""Of numbers; one of texts may follow."""
_BUILT_IN: Final[dict[str, NumberFormat]] = {
    **dict.fromkeys(("9", "10", "67", "68"), NumberFormat.PERCENT),
    **dict.fromkeys(
        (
            str(id_)
            for ids in ((14, 22), (27, 36), (45, 47), (50, 58), (71, 81))
            for id_ in range(ids[0], ids[1] + 1)
        ),
        NumberFormat.DATE,
    ),
}
"""The formats that every spreadsheet knows by number, those of Asian languages included."""

_SECTION_DEPTH: Final = 2
_LONGEST_CODE: Final = 300  # Excel allows 255
_LITERALS = re.compile(r'"[^"]*"|\\.|[_*].|\[(?!(?:h+|m+|s+)\])[^][]*\]', re.IGNORECASE)
_DATE_LETTERS = re.compile(r"[dmyhs]", re.IGNORECASE)
_GENERAL = re.compile(r"general|standard", re.IGNORECASE)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?[0-9]+(?:\.[0-9]+)?)\]")
_SCALING = re.compile(r"[0#?](,+)(?![0#?,])")
_QUOTED = re.compile(r'"[^"]*"|\\.|[_*].')
_DIGITS = re.compile(r"[0#?dmyhs]|general", re.IGNORECASE)


def number_format(code: str) -> AnyFormat:
    """Return what the format *code* makes of a number."""
    if ";" not in code:
        return _of_section(code)
    return _of_sections(_QUOTED.sub(_without_semicolons, code).split(";"))


def _without_semicolons(literal: re.Match[str]) -> str:
    return literal[0].replace(";", " ")


def _of_section(section: str) -> NumberFormat:
    bare = _GENERAL.sub("", _LITERALS.sub(" ", section))
    if _DATE_LETTERS.search(bare):
        return NumberFormat.DATE
    scaling = _SCALING.search(bare)
    if scaling is not None:
        return _SCALED[min(len(scaling[1]), len(_SCALED)) - 1]
    return NumberFormat.PERCENT if "%" in bare else NumberFormat.PLAIN


def _of_sections(sections: list[str]) -> AnyFormat:
    """Return what *sections* make of a number; one without digits shows no other number."""
    numbers = sections[:_MOST_SECTIONS]
    if len(numbers) > 1 and "@" in _LITERALS.sub(" ", numbers[-1]):
        numbers.pop()  # of texts
    of_numbers = [_of_section(one) if _shows_a_number(one) else None for one in numbers]
    usually = next((one for one in of_numbers if one is not None), NumberFormat.PLAIN)
    shown = [one or usually for one in of_numbers]
    if len(set(shown)) == 1:
        return usually
    conditions = [_CONDITION.search(_QUOTED.sub("", one)) for one in numbers]
    usual: tuple[_Condition, ...] = (">", 0.0), ("<", 0.0)
    if len(numbers) < _MOST_SECTIONS:
        usual = ((">=", 0.0),)
    found = tuple(
        ((said[1], float(said[2])) if said else implied, kind)
        for implied, said, kind in zip(usual, conditions, shown, strict=False)
    )
    return Sections(found, shown[-1])


def _shows_a_number(section: str) -> bool:
    return bool(_DIGITS.search(_LITERALS.sub(" ", section)))


class _Styles(PartReader):
    """Reads ``styleSheet``: the custom formats, the fonts, and which of them each cell style has.

    *struck* are the numbers of the fonts that strike out.
    """

    __slots__ = ("_fonts", "_section", "cell_styles", "codes", "struck")
    root = "styleSheet"
    tags = spreadsheet_tags(
        *("styleSheet", "numFmts", "numFmt", "cellXfs", "xf"), *("fonts", "font", "strike")
    )

    def __init__(self) -> None:
        super().__init__()
        self._section: str | None = None
        self._fonts = 0
        self.codes: dict[str, str] = {}
        self.struck: set[str] = set()
        self.cell_styles: list[tuple[str, str]] = []

    def start(self, name: str, attributes: Mapping[str, str], /) -> None:
        self.depth += 1
        tag = self.tags.get(name)
        if self.depth == _SECTION_DEPTH:
            self._section = tag
        elif tag == "numFmt" and self._section == "numFmts":
            code = self.keep(attributes.get("formatCode", ""))
            self.codes[self.keep(attributes.get("numFmtId", ""))] = code
        elif tag == "font" and self._section == "fonts":
            self._fonts += 1
        elif tag == "strike" and self._section == "fonts" and is_on(attributes):
            self.struck.add(str(self._fonts - 1))
        elif tag == "xf" and self._section == "cellXfs":
            format_ = self.keep(attributes.get("numFmtId", "0"))
            self.cell_styles.append((format_, self.keep(attributes.get("fontId", "0"))))

    def held(self) -> int:
        return len(self.codes) + len(self.cell_styles) + len(self.struck)


class CellStyles(NamedTuple):
    """What each cell style makes of a number, by its index as text; *struck* strike text out."""

    formats: dict[str, AnyFormat]
    struck: frozenset[str]


def cell_styles(package: Package, part: str) -> CellStyles:
    """Return what the cell styles of the part *part* say."""
    reader = _Styles()
    read_part(package, part, reader)
    known: dict[str, AnyFormat] = {}
    for id_, code in reader.codes.items():
        known[id_] = number_format(code[:_LONGEST_CODE])
        package.check_time(part)
    formats: dict[str, AnyFormat] = {}
    struck = set()
    for index, (id_, font) in enumerate(reader.cell_styles):
        style = str(index)
        formats[style] = known.get(id_) or _BUILT_IN.get(id_, NumberFormat.PLAIN)
        if font in reader.struck:
            struck.add(style)
            if formats[style] is not NumberFormat.DATE:
                formats[style] = NumberFormat.STRUCK
    return CellStyles(formats, frozenset(struck))

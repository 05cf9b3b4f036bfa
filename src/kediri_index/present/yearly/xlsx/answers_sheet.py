"""The sheet of answers: cells that may be changed, the score of each, where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from kediri_index.model.aggregation import ScoreFormula, number
from kediri_index.model.dataset import MISSING_WORDS, Lead, Missing, Reading, is_missing_mark
from kediri_index.model.definition import Definition, Group, Indicator
from kediri_index.model.scoring import Outside, Range, is_panel
from kediri_index.model.workbook import column_letters
from kediri_index.present.yearly.wording import YearlyWording
from kediri_index.present.yearly.xlsx.leaves import BookLeaf, mean_formula, reading_formula, rule_of
from kediri_index.present.yearly.xlsx.nodes import Formula
from kediri_index.present.yearly.xlsx.places import FIRST_ROW, AnswerColumns, BookLayout, InputRow
from kediri_index.present.yearly.xlsx.sheet import FINE, BookStyles, SheetWriter, Value
from kediri_index.scoring.score_rule import given_rule

_WIDTHS: Final = {"code": 12, "printed": 10, "name": 44, "group": 24, "how": 28, "file": 44}
_SHORT: Final = 11


class AnswersSheet:
    """Writes the sheet; *known* is the range that has the words for a missing answer."""

    def __init__(
        self,
        sheet: SheetWriter,
        words: YearlyWording,
        places: BookLayout,
        styles: BookStyles,
        known: str,
    ) -> None:
        self.sheet = sheet
        self.words = words
        self.places = places
        self.styles = styles
        self.known = known
        self.columns: AnswerColumns = places.columns

    def write(self) -> None:
        """Write it all."""
        columns, words = self.columns, self.words
        last = columns.cell
        titles = self._titles()
        self.sheet.set_widths(width for _, (_, width) in sorted(titles.items()))
        self.sheet.put(0, 0, words.say("book.sheet.answers"), self.styles.title, across=0)
        self.sheet.put(1, 0, words.unit(words.yearly.result), self.styles.subtitle, across=0)
        word = words.say("form.not-applicable")
        note = words.say("book.answers-note", word=word)
        self.sheet.merged(2, range(last + 1), note, self.styles.muted)
        for column, (title, _) in titles.items():
            self.sheet.put(FIRST_ROW - 2, column, title, self.styles.header)
        for place in self.places.inputs.values():
            self._row(place)
        self._mark_doubtful()
        inputs = self.places.inputs.values()
        answered = [place for place in inputs if not _is_unanswered(place)]
        if answered:
            self.sheet.fold(place.row - 1 for place in inputs if _is_unanswered(place))
        inner = self.sheet.sheet
        inner.autofilter(FIRST_ROW - 2, 0, FIRST_ROW - 2 + max(1, len(inputs)), last)
        inner.freeze_panes(FIRST_ROW - 1, 3)
        inner.repeat_rows(FIRST_ROW - 2)
        inner.print_area(0, 0, FIRST_ROW - 2 + max(1, len(self.places.inputs)), last)

    def _titles(self) -> dict[int, tuple[str, int]]:
        columns, say = self.columns, self.words.say
        found = {
            columns.code: (say("column.code"), _WIDTHS["code"]),
            columns.printed: (say("book.column.printed"), _WIDTHS["printed"]),
            columns.name: (say("column.indicator"), _WIDTHS["name"]),
            columns.group: (say("column.group"), _WIDTHS["group"]),
            columns.score: (say("column.score"), _SHORT),
            columns.how: (say("column.method"), _WIDTHS["how"]),
            columns.file: (say("column.path"), _WIDTHS["file"]),
            columns.sheet: (say("yearly.column.sheet"), 14),
            columns.cell: (say("column.cell"), _SHORT),
            columns.inapplicable: (say("book.inapplicable"), _SHORT),
            columns.doubtful: (say("book.column.doubtful"), _SHORT),
        }
        if columns.own is not None:
            found[columns.own] = (say("yearly.column.self"), _SHORT)
        for at, column in enumerate(columns.assessors, start=1):
            one = len(columns.assessors) == 1
            title = say("yearly.column.assessor") if one else say("book.column.assessor", number=at)
            found[column] = (title, _SHORT)
        if columns.measure is not None:
            found[columns.measure] = (say("book.column.measure"), _SHORT)
        if columns.target is not None:
            found[columns.target] = (say("book.column.target"), _SHORT)
        return found

    def _row(self, place: InputRow) -> None:
        leaf, words, columns, styles = place.leaf, self.words, self.columns, self.styles
        row, node = place.row - 1, leaf.node
        printed = None if isinstance(node, Group) else node.printed
        parent = self.places.rows[leaf.id].parent
        texts = {
            columns.code: leaf.id,
            columns.printed: printed,
            columns.name: words.label(node.label),
            columns.group: words.name(parent) if parent else None,
            columns.how: self.how(leaf),
            columns.file: "; ".join(_unique(PurePath(one.file).name for one in leaf.sources)),
            columns.sheet: "; ".join(_unique(one.sheet or "" for one in leaf.sources)),
            columns.cell: "; ".join(_unique(one.cell or "" for one in leaf.sources)),
        }
        for column, said in texts.items():
            self.sheet.put(row, column, said, styles.cell(left=True))
        for column, value, is_open in self._readings(place):
            style = styles.to_fill() if is_open else styles.unused()
            self.sheet.put(row, column, value, style)
        self._computed(place)
        self._validated(place)

    def _mark_doubtful(self) -> None:
        """Make the score red where an answer stands that gives none."""
        columns = self.columns
        rule = {
            "type": "formula",
            "criteria": f"=${column_letters(columns.doubtful + 1)}{FIRST_ROW}=1",
            "format": self.styles.impossible,
        }
        last = FIRST_ROW - 2 + len(self.places.inputs)
        place = (FIRST_ROW - 1, columns.score, last, columns.score)
        self.sheet.sheet.conditional_format(*place, rule)

    def _validated(self, place: InputRow) -> None:
        """Let the spreadsheet ask back where something is typed that gives no score."""
        bounds = self._possible(place.leaf)
        if bounds is None or place.leaf.fixed:
            return
        low, high = bounds
        word = self.words.say("form.not-applicable")
        told = self.words.say("book.between", low=low, high=high, word=word)
        judged = [place.measure] if place.measure else [place.own, *place.assessors]
        for cell in filter(None, judged):
            possible = f"AND(ISNUMBER({cell}),{cell}>={number(low)},{cell}<={number(high)})"
            known = f"ISNUMBER(MATCH(TRIM({cell}),{self.known},0))"
            rule = {
                "validate": "custom",
                "value": f"=OR({possible},{known})",
                "error_type": "warning",
                "error_message": told,
            }
            self.sheet.sheet.data_validation(cell, rule)

    def _possible(self, leaf: BookLeaf) -> Range | None:
        """Return between which numbers an answer lies, None where any may be."""
        node = leaf.node
        if isinstance(node, Group):
            return self.words.definition.scale
        if node.valid is not None or leaf.measured:
            return node.valid
        method = node.rule.method
        low, high = method.readings() or method.extremes()
        if low is None or high is None:
            return node.rule.to if node.rule.outside is Outside.ERROR else None
        return low, high

    def _computed(self, place: InputRow) -> None:
        leaf, row, columns = place.leaf, place.row - 1, self.columns
        lead, definition = self.words.yearly.result.lead, self.words.definition
        style, step = self.styles.cell(FINE, bold=leaf.fixed), self.styles.cell("0")
        inapplicable, doubtful = int(leaf.inapplicable), int(is_doubtful(place))
        if leaf.fixed:
            self.sheet.put(row, columns.score, leaf.score, style)
            self.sheet.put(row, columns.inapplicable, inapplicable, step)
            self.sheet.put(row, columns.doubtful, 0, step)
            return
        score = Formula(score_formula(definition, place, lead))
        self.sheet.formula(row, columns.score, score, leaf.score, style)
        says_so = Formula(inapplicable_formula(place, lead))
        self.sheet.formula(row, columns.inapplicable, says_so, inapplicable, step)
        asks = Formula(doubtful_formula(place, self.known))
        self.sheet.formula(row, columns.doubtful, asks, doubtful, step)

    def _readings(self, place: InputRow) -> Iterator[tuple[int, Value, bool]]:
        """Yield the columns of readings with what stands there, and whether it may be changed."""
        leaf, columns = place.leaf, self.columns
        answer, is_open = leaf.answer, not leaf.fixed
        if columns.own is not None:
            own = answer.self_score if answer else None
            yield columns.own, seen(self.words, own), is_open and place.own is not None
        for at, column in enumerate(columns.assessors):
            assessed = answer.assessor[at] if answer and at < len(answer.assessor) else None
            yield column, seen(self.words, assessed), is_open and bool(place.assessors)
        if columns.measure is not None:
            measure = answer.measure if answer else None
            yield columns.measure, seen(self.words, measure), is_open and place.measure is not None
        if columns.target is not None:
            target = answer.target if answer else None
            yield columns.target, seen(self.words, target), is_open and place.target is not None

    def how(self, leaf: BookLeaf) -> str:
        """Return how a leaf is scored, in a few words."""
        words, node = self.words, leaf.node
        if isinstance(node, Group):
            return words.say("book.fixed" if leaf.fixed else "book.given")
        method = node.rule.method
        if is_panel(method):
            return words.say("book.fixed-over-units")
        if leaf.fixed:
            return words.say("book.fixed")
        either, posts = method.yes_or_no, method.posts
        if either is not None:
            yes, no = map(words.short, either)
            return words.say("book.method.yes_no", yes=yes, no=no)
        if posts is not None:
            key = "book.method.goalposts-log" if method.above_zero else "book.method.goalposts"
            low, high = map(words.short, posts)
            return words.say(key, low=low, high=high)
        key = "trace.own" if method.of_others else f"book.method.{method.name}"
        return words.say(key, name=method.name)


def seen(words: YearlyWording, reading: Reading | None) -> Value:
    """Return what stands in the cell of a reading."""
    if reading is None:
        return None
    if reading.number is not None:
        return reading.number
    if reading.missing is Missing.NOT_COLLECTED and is_missing_mark(reading.text):
        return "-"
    if reading.missing is Missing.NOT_APPLICABLE:
        return words.say("form.not-applicable")
    return reading.text.strip() or None


def _is_unanswered(place: InputRow) -> bool:
    """Return whether nothing is known of a leaf, not even that it does not apply."""
    leaf = place.leaf
    return leaf.score is None and not leaf.inapplicable and not is_doubtful(place)


def is_doubtful(place: InputRow) -> bool:
    """Return whether an answer stands in a leading cell that gives no score."""
    answer = place.leaf.answer
    if answer is None or place.leaf.fixed:
        return False
    leading = [
        answer.self_score if place.own else None,
        *(answer.assessor if place.assessors else ()),
        answer.measure if place.measure else None,
    ]
    numbers = any(one is not None and one.number is not None for one in leading)
    target = answer.target if place.target else None
    return (numbers and place.leaf.score is None) or any(map(_is_unread, (*leading, target)))


def _is_unread(reading: Reading | None) -> bool:
    """Return whether a text says nothing that formulas know; of spaces one counts."""
    if reading is None or reading.number is not None:
        return False
    if reading.missing in {Missing.NOT_APPLICABLE, Missing.NOT_COLLECTED}:  # written in known words
        return False
    return " ".join(reading.text.split()).lower() not in MISSING_WORDS


def _unique(texts: Iterator[str]) -> Iterator[str]:
    return (text for text in dict.fromkeys(texts) if text)


_INAPPLICABLE = ",".join(
    f'"{word}"' for word, reason in MISSING_WORDS.items() if reason is Missing.NOT_APPLICABLE
)

_EMPTY = '""'


def score_formula(definition: Definition, place: InputRow, lead: Lead) -> str:
    """Return the score of the reading that leads, an empty text where there is none."""
    leaf, node = place.leaf, place.leaf.node
    if isinstance(node, Indicator) and place.measure is not None:
        return _measured(definition, place, node, place.measure)
    rule = rule_of(definition, leaf)
    own = None
    if place.own is not None:
        own = _guarded(mean_formula(rule, [place.own]), f"ISNUMBER({place.own})")
    if lead is Lead.SELF or not place.assessors:
        return own or _EMPTY
    assessed = _guarded(mean_formula(rule, place.assessors))
    return f"IF(COUNT({_together(place.assessors)})>0,{assessed},{own or _EMPTY})"


def inapplicable_formula(place: InputRow, lead: Lead) -> str:
    """Return 1 where the words of the answer say that it does not apply, else 0.

    Where a number leads, it does.
    """
    answer = place.leaf.answer
    first = [place.measure] if place.measure else list(place.assessors)
    if place.own is not None and (
        lead is Lead.SELF or not place.assessors or (answer and answer.self_score)
    ):
        first = [place.own]
    cells = dict.fromkeys([*first, *place.judged])
    words = [_says_so(cell) for cell in cells if cell]
    formula = f"OR({','.join(words)})" if words else "FALSE"
    for cell in reversed([cell for cell in first if cell]):
        formula = f'IF(TRIM({cell})<>"",{_says_so(cell)},{formula})'
    formula = f"IF({formula},1,0)"
    return f"IF(COUNT({','.join(leading_cells(place))})>0,0,{formula})"


def doubtful_formula(place: InputRow, words: str) -> str:
    """Return 1 where an answer stands in a leading cell that gives no score, else 0.

    That is a number that cannot be, or a text other than those in the range *words*.
    """
    leading = leading_cells(place)
    numbers = f"AND(COUNT({','.join(leading)})>0,NOT(ISNUMBER({place.score})))"
    target = [place.target] if place.target else []
    unread = [_stays_unread(cell, words) for cell in (*leading, *target)]
    return f"IF(OR({','.join([numbers, *unread])}),1,0)"


def leading_cells(place: InputRow) -> tuple[str, ...]:
    """Return the cells whose numbers may count."""
    return tuple(filter(None, (place.own, *place.assessors, place.measure)))


def _measured(definition: Definition, place: InputRow, node: Indicator, measure: str) -> str:
    """Return the score of the measured result; an assessor's score counts instead of it."""
    found = reading_formula(node.rule, node.direction, measure, place.target)
    measured = _guarded(found, f"ISNUMBER({measure})")
    if not place.assessors:
        return measured
    rule = given_rule(node.rule.to or definition.scale)
    over = _guarded(mean_formula(rule, place.assessors))
    return f"IF(COUNT({_together(place.assessors)})>0,{over},{measured})"


def _guarded(found: ScoreFormula | None, *further: str) -> str:
    return _EMPTY if found is None else found.guarded(*further)


def _together(cells: tuple[str, ...]) -> str:
    return cells[0] if len(cells) == 1 else f"{cells[0]}:{cells[-1]}"


def _says_so(cell: str) -> str:
    """Return whether a word says so, each letter as it is: a ``?`` is no other letter."""
    return f"OR(TRIM({cell})={{{_INAPPLICABLE}}})"


def _stays_unread(cell: str, words: str) -> str:
    known = f'OR(TRIM({cell})="",SUMPRODUCT(--({words}=TRIM({cell})))>0)'
    return f"IF(ISTEXT({cell}),NOT({known}),FALSE)"

"""The steps by which formulas read one answer, as ``sheets.numbers`` reads it.

A step stands in a cell of its own, since formulas that every spreadsheet knows have no variables.
Text is taken apart by position and never by the spreadsheet's own conversion, which depends on
the computer's language.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final, NamedTuple

from kediri_index.messages.values import plain
from kediri_index.model.dataset import MISSING_WORDS, Missing
from kediri_index.model.scoring import YesOrNo
from kediri_index.sheets.cell_values import NO_WORDS, YES_WORDS

_SPACES: Final = (
    *(f'"{space}"' for space in "\xa0\u2007\u2009\u202f\u3000"),
    *(f"CHAR({code})" for code in (1, 9, 10, 13)),  # 1 is LibreOffice's tab in several lines
)
"""What is a space at the ends of a number, but for the plain one."""

_MOST_GROUPS: Final = 4
"""Of three digits each, before the decimals: more than a spreadsheet's fifteen digits hold."""

_LONGEST: Final = 99


class FormulaStep(NamedTuple):
    """A formula, and its result for an empty answer."""

    formula: str
    at_first: str | int


class Steps(NamedTuple):
    """Where an answer stands, and the cells of the steps that read it.

    *text* is what was written, *body* the same without sign and percent sign, *marks* the body
    without digits, *point* the position of its decimal mark or 0. *shape* is 1 for a number, 2 for
    one with two readings, else 0; *word* is 1 where it does not apply, 2 where nothing is there
    yet. *number* is the answer, or an empty text; *problem* what is wrong with it.
    """

    answer: str
    text: str
    body: str
    marks: str
    point: str
    shape: str
    word: str
    number: str
    problem: str


STEP_COUNT: Final = len(Steps._fields) - 1


def reading_steps(
    cells: Steps, *, percent: bool, yes_no: YesOrNo | None, named: Mapping[str, Fraction]
) -> tuple[FormulaStep, ...]:
    """Return the steps up to the number, in the order of :class:`Steps`.

    *named* are the levels by the names that may stand for them.
    """
    text, body, marks = cells.text, cells.body, cells.marks
    return (
        FormulaStep(f'IF(ISTEXT({cells.answer}),TRIM({_plain_spaces(cells.answer)}),"")', ""),
        FormulaStep(
            f'MID(IF(RIGHT({text})="%",TRIM(LEFT({text},LEN({text})-1)),{text}),'
            f'1+OR(LEFT({text})="-",LEFT({text})="+"),{_LONGEST})',
            "",
        ),
        FormulaStep(without(body, "0123456789"), ""),
        FormulaStep(
            f'IF(RIGHT({marks})=IF(LEN({marks})>1,LEFT({marks}),""),0,FIND(RIGHT({marks}),{body}))',
            0,
        ),
        FormulaStep(_shape(cells), 0),
        FormulaStep(
            f'IF({text}="",0,IF({_is_missing(text, not_applicable=True)},1,'
            f"IF({_is_missing(text, not_applicable=False)},2,0)))",
            0,
        ),
        FormulaStep(_number(cells, percent=percent, yes_no=yes_no, named=named), ""),
    )


def one_of(expression: str, texts: Iterable[str]) -> str:
    """Return the formula of whether *expression*, a text, is one of *texts*, in small letters."""
    listed = ",".join(quoted(text) for text in texts)
    return f"SUMPRODUCT(--(LOWER({expression})={{{listed}}}))>0"


def is_yes(text: str) -> str:
    """Return the formula of whether *text* says yes."""
    return one_of(_bare(text), sorted(YES_WORDS))


def is_no(text: str) -> str:
    """Return the formula of whether *text* says no."""
    return one_of(_bare(text), sorted(NO_WORDS))


def is_absent(answer: str) -> str:
    """Return the formula of whether *answer* is empty, unreadable, or a word for nothing."""
    return f"IF(ISERROR({answer}),TRUE,{one_of(f'TRIM({answer})', MISSING_WORDS)})"


def is_blank(answer: str) -> str:
    """Return the formula of whether nothing, or spaces only, stands in *answer*."""
    return f"IF(ISERROR({answer}),FALSE,LEN(TRIM({answer}))=0)"


def has_format(answer: str, letter: str) -> str:
    """Return the formula of whether *answer* is formatted as a date (D) or a percentage (P)."""
    return f'LEFT(CELL("format",{answer}))="{letter}"'


def without(expression: str, characters: str) -> str:
    """Return the formula of *expression* without *characters*."""
    for character in characters:
        expression = f'SUBSTITUTE({expression},"{character}","")'
    return expression


def quoted(text: str) -> str:
    """Return *text* as a text in a formula."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def figure(number: Fraction) -> str:
    """Return *number* as it stands in a formula."""
    return plain(number)


def _plain_spaces(expression: str) -> str:
    for space in _SPACES:
        expression = f'SUBSTITUTE({expression},{space}," ")'
    return expression


def _bare(text: str) -> str:
    """Return the formula of *text* as words are compared: without outer marks."""
    return f"TRIM({without(text, ':.')})"


def _is_missing(text: str, *, not_applicable: bool) -> str:
    words = (
        word
        for word, missing in MISSING_WORDS.items()
        if word and (missing is Missing.NOT_APPLICABLE) is not_applicable
    )
    return one_of(text, words)


def _shape(cells: Steps) -> str:
    body, marks, point = cells.body, cells.marks, cells.point
    groups = f"(LEN({marks})-({point}>0))"
    whole = f"IF({point}>0,{point}-1,LEN({body}))"
    first = f"{whole}-4*{groups}"
    in_place = ",".join(
        f"OR({groups}<{number + 1},MID({body},MAX(1,{whole}-{4 * number + 3}),1)=LEFT({marks}))"
        for number in range(_MOST_GROUPS)
    )
    grouped = (
        f'AND(LEFT({marks},{groups})=REPT(LEFT({marks}),{groups}),LEFT({body})<>"0",'
        f"{first}>=1,{first}<=3,{in_place})"
    )
    number = f"AND(OR({point}=0,AND({point}>1,{point}<LEN({body}))),OR({groups}=0,{grouped}))"
    two = f'AND({groups}=0,{point}>0,{point}<=4,LEN({body})-{point}=3,LEFT({body})<>"0")'
    nothing = f'OR({body}="",{without(marks, ".,")}<>"")'
    return f"IF({nothing},0,IF({number},IF({two},2,1),0))"


def _number(
    cells: Steps, *, percent: bool, yes_no: YesOrNo | None, named: Mapping[str, Fraction]
) -> str:
    answer, text, body, point = cells.answer, cells.text, cells.body, cells.point
    stored = f"{answer}*IF({has_format(answer, 'P')},100,1)" if percent else answer
    digits = f"VALUE({without(body, '.,')})/10^IF({point}>0,LEN({body})-{point},0)"
    written = f'IF({cells.shape}>0,IF(LEFT({text})="-",-1,1)*{digits},"")'
    by_kind = f"IF(ISNUMBER({answer}),{stored},{written})"
    if named:
        texts = ",".join(map(quoted, named))
        levels = ",".join(map(figure, named.values()))
        level = f"SUMPRODUCT((LOWER({text})={{{texts}}})*{{{levels}}})"
        return f"IF({one_of(text, named)},{level},{by_kind})"
    if yes_no is None:
        return by_kind
    yes, no = figure(yes_no.yes), figure(yes_no.no)
    in_words = f"IF({is_yes(text)},{yes},IF({is_no(text)},{no},{by_kind}))"
    return f"IF(ISLOGICAL({answer}),IF({answer},{yes},{no}),{in_words})"

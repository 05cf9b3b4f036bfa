"""What an indicator asks for, in words: beside its cells, in the guide, and of what is typed.

A spreadsheet asks back where a cell is given something else than it takes, and lets it pass, since
words such as *tidak berlaku* are answers too. What was pasted is left to the column *Periksa*.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kediri_index.messages.params import shown
from kediri_index.model.definition import Evidence, Indicator
from kediri_index.model.language import Language
from kediri_index.model.safe_text import printable
from kediri_index.model.scoring import Reads
from kediri_index.workbook.columns import Column
from kediri_index.workbook.template.cell_problems import FormCell
from kediri_index.workbook.template.form_rows import cell_number
from kediri_index.workbook.template.words import Words

LONGEST_TITLE: Final = 32
LONGEST_TEXT: Final = 255
"""Of a prompt; a spreadsheet allows no more."""

Validation = dict[str, object]


def asked_for(indicator: Indicator, language: Language) -> str:
    """Return in one line what is to be filled in for *indicator*."""
    return "; ".join(_parts(indicator, Words(language)))


def levels_of(indicator: Indicator, language: Language) -> tuple[str, ...]:
    """Return each level of *indicator* with its meaning; nothing where it has none."""
    names = indicator.rule.method.names
    return tuple(f"{shown(level, language)} = {name}" for level, name in names.items())


def _parts(indicator: Indicator, words: Words) -> Iterator[str]:
    method = indicator.rule.method
    if method.reads is Reads.MEASURE:
        yield from _measured(indicator, words)
    else:
        yield _scored(indicator, words)
    if indicator.evidence is Evidence.REQUIRED:
        yield words.text("ask.evidence")


def _scored(indicator: Indicator, words: Words) -> str:
    asked = FormCell(indicator, Column.SELF)
    if asked.yes_no:
        return words.text("ask.yes-no")
    if asked.levels:
        return words.text("ask.levels", levels=asked.levels)
    if asked.bounds is None:
        return words.text("ask.number")
    return words.text("ask.range", range=words.range(asked.bounds))


def _measured(indicator: Indicator, words: Words) -> Iterator[str]:
    method = indicator.rule.method
    if indicator.unit:
        yield words.text("ask.measure", unit=indicator.unit)
    else:
        yield words.text("ask.number")
    if indicator.valid is not None:
        yield words.text("ask.possible", range=words.range(indicator.valid))
    if method.reads_target:
        yield words.text("ask.own-target")
    elif (target := method.own_target) is not None:
        said = words.range(target) if isinstance(target, tuple) else target
        yield words.text("ask.target", target=said)


def number_or_choice(asked: FormCell, cell: str, choices: str | None, words: Words) -> Validation:
    """Return the validation of one answer.

    *cell* is its address; *choices* the range that lists what may be chosen, None for a number.
    """
    rule = _choice(asked, choices, words) if choices else _number(asked, cell, words)
    lines = (asked_for(asked.indicator, words.language), *_levels(asked, words))
    return {
        **rule,
        "error_type": "warning",
        "error_title": cut(asked.column.value, LONGEST_TITLE),
        "input_title": cut(asked.indicator.id, LONGEST_TITLE),
        "input_message": cut("\n".join(map(printable, lines)), LONGEST_TEXT),
    }


def cut(text: str, longest: int) -> str:
    """Return *text*, cut with an ellipsis where it is too long."""
    return text if len(text) <= longest else f"{text[: longest - 1]}\N{HORIZONTAL ELLIPSIS}"


def _choice(asked: FormCell, choices: str, words: Words) -> Validation:
    if asked.yes_no:
        problem = f"{words.title('C206')}; {words.repair('C206')}"
    else:
        problem = f"{words.listed('C204', asked.levels)}; {words.repair('C204')}"
    return {"validate": "list", "source": f"={choices}", "error_message": _sentence(problem)}


def _number(asked: FormCell, cell: str, words: Words) -> Validation:
    bounds = asked.bounds
    if bounds is None:
        return {
            "validate": "custom",
            "value": f"=ISNUMBER({cell})",
            "error_message": _sentence(words.no_number),
        }
    code = "C205" if asked.indicator.valid == bounds else "C203"
    problem = f"{words.within(code, bounds)}; {words.repair(code)}"
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": cell_number(bounds[0]),
        "maximum": cell_number(bounds[1]),
        "error_message": _sentence(problem),
    }


def _levels(asked: FormCell, words: Words) -> tuple[str, ...]:
    return levels_of(asked.indicator, words.language) if asked.column is not Column.TARGET else ()


def _sentence(text: str) -> str:
    return cut(f"{text[:1].upper()}{text[1:]}.", LONGEST_TEXT)

"""The formulas of an answer: its score, whether it applies, and whether it can be read."""

from __future__ import annotations

from kediri_index.model.aggregation import ScoreFormula
from kediri_index.model.dataset import MISSING_WORDS, Lead, Missing
from kediri_index.model.definition import Definition, Indicator
from kediri_index.present.yearly.xlsx.leaf_formulas import mean_formula, reading_formula
from kediri_index.present.yearly.xlsx.leaves import rule_of
from kediri_index.present.yearly.xlsx.places import InputRow
from kediri_index.scoring.leaf import given_rule

_INAPPLICABLE = ",".join(
    f'"{word}"' for word, reason in MISSING_WORDS.items() if reason is Missing.NOT_APPLICABLE
)

_EMPTY = '""'


def score_formula(definition: Definition, place: InputRow, lead: Lead) -> str:
    """Return the score of the reading that leads, an empty text where there is none."""
    leaf = place.leaf
    if leaf.measured:
        return _measured(definition, place)
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
    leading = ",".join(leading_cells(place))
    return f"IF(COUNT({leading})>0,0,{formula})" if leading else formula


def doubtful_formula(place: InputRow, words: str) -> str:
    """Return 1 where an answer stands in a leading cell that gives no score, else 0.

    That is a number that cannot be, or a text other than those in the range *words*.
    """
    leading = leading_cells(place)
    if not leading:
        return "0"
    numbers = f"AND(COUNT({','.join(leading)})>0,NOT(ISNUMBER({place.score})))"
    target = [place.target] if place.target else []
    unread = [_is_unread(cell, words) for cell in (*leading, *target)]
    return f"IF(OR({','.join([numbers, *unread])}),1,0)"


def leading_cells(place: InputRow) -> tuple[str, ...]:
    """Return the cells whose numbers may count."""
    return tuple(filter(None, (place.own, *place.assessors, place.measure)))


def _measured(definition: Definition, place: InputRow) -> str:
    """Return the score of the measured result; an assessor's score counts instead of it."""
    node = place.leaf.node
    if not isinstance(node, Indicator) or place.measure is None:
        return _EMPTY
    found = reading_formula(node.rule, node.direction, place.measure, place.target)
    measured = _guarded(found, f"ISNUMBER({place.measure})")
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


def _is_unread(cell: str, words: str) -> str:
    known = f'OR(TRIM({cell})="",SUMPRODUCT(--({words}=TRIM({cell})))>0)'
    return f"IF(ISTEXT({cell}),NOT({known}),FALSE)"

"""The two formulas of an answer: its score, and whether it does not apply."""

from __future__ import annotations

from kediri_index.engine.leaf import given_rule
from kediri_index.model.dataset import Lead, Missing
from kediri_index.model.definition import Definition, Indicator
from kediri_index.model.missing_words import MISSING_WORDS
from kediri_index.report.yearly.xlsx.leaf_formulas import mean_formula, reading_formula
from kediri_index.report.yearly.xlsx.leaves import rule_of
from kediri_index.report.yearly.xlsx.places import InputRow

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
        own = mean_formula(rule, [place.own]).guarded(f"ISNUMBER({place.own})")
    if lead is Lead.SELF or not place.assessors:
        return own or _EMPTY
    assessed = mean_formula(rule, place.assessors).guarded()
    return f"IF(COUNT({_together(place.assessors)})>0,{assessed},{own or _EMPTY})"


def inapplicable_formula(place: InputRow, lead: Lead) -> str:
    """Return 1 where the words of the answer say that it does not apply, else 0."""
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
    return f"IF({formula},1,0)"


def _measured(definition: Definition, place: InputRow) -> str:
    """Return the score of the measured result; an assessor's score counts instead of it."""
    node = place.leaf.node
    if not isinstance(node, Indicator) or place.measure is None:
        return _EMPTY
    found = reading_formula(node.rule, node.direction, place.measure, place.target)
    measured = _EMPTY if found is None else found.guarded(f"ISNUMBER({place.measure})")
    if not place.assessors:
        return measured
    rule = given_rule(node.rule.to or definition.scale)
    over = mean_formula(rule, place.assessors).guarded()
    return f"IF(COUNT({_together(place.assessors)})>0,{over},{measured})"


def _together(cells: tuple[str, ...]) -> str:
    return cells[0] if len(cells) == 1 else f"{cells[0]}:{cells[-1]}"


def _says_so(cell: str) -> str:
    return f"ISNUMBER(MATCH(TRIM({cell}),{{{_INAPPLICABLE}}},0))"

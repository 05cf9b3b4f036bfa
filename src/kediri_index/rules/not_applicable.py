"""What is said not to apply: its effect on the score, and answers below it all the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final

from kediri_index.model.dataset import Missing
from kediri_index.model.findings import Finding, FindingText, Severity
from kediri_index.model.language import OfUnit
from kediri_index.model.numbers import Printed
from kediri_index.rules.context import UnitContext
from kediri_index.scoring.answers import LeafScore, Presence
from kediri_index.scoring.exact import exact_tree
from kediri_index.scoring.fold import OVERALL, Leaves
from kediri_index.scoring.rounding import round_half_up
from kediri_index.scoring.score_rule import bounds_of_leaf

FINDINGS = (
    FindingText(
        "S330",
        Severity.NOTE,
        "satu isian tidak berlaku, dan pengaruhnya",
        "one value not applicable, and its effect",
        "{name} dinyatakan tidak berlaku («{value}»): nilai indeks {score}; {lower} bila dihitung "
        "{lowest}",
        "{name} is not applicable («{value}»): overall score {score}; {lower} if it counts as "
        "{lowest}",
        "pastikan indikator ini memang tidak berlaku",
        "make sure that this indicator does not apply",
    ),
    FindingText(
        "S331",
        Severity.NOTE,
        "beberapa isian tidak berlaku, dan pengaruhnya",
        "several values not applicable, and their effect",
        "{unit}{count} isian dinyatakan tidak berlaku ({ids}): nilai indeks {score}; {lower} bila "
        "semuanya dihitung dengan nilai terendah",
        "{unit}{count} values are not applicable ({ids}): overall score {score}; {lower} if each "
        "counts as its lowest score",
        "pastikan setiap indikator itu memang tidak berlaku",
        "make sure that none of these indicators applies",
    ),
    FindingText(
        "S332",
        Severity.NOTE,
        "satu isian tidak berlaku, dan bobotnya",
        "one value not applicable, and its weight",
        "{name} dinyatakan tidak berlaku («{value}»); bobotnya {percent}% dari indeks",
        "{name} is not applicable («{value}»); its weight is {percent}% of the index",
        "pastikan indikator ini memang tidak berlaku",
        "make sure that this indicator does not apply",
    ),
    FindingText(
        "S333",
        Severity.NOTE,
        "beberapa isian tidak berlaku, dan bobotnya",
        "several values not applicable, and their weight",
        "{unit}{count} isian dinyatakan tidak berlaku ({ids}); bobotnya {percent}% dari indeks",
        "{unit}{count} values are not applicable ({ids}); they weigh {percent}% of the index",
        "pastikan setiap indikator itu memang tidak berlaku",
        "make sure that none of these indicators applies",
    ),
    FindingText(
        "S334",
        Severity.NOTE,
        "tidak berlaku di tabel daerah",
        "not applicable in a table of units",
        "«{value}»: {name} tidak berlaku bagi daerah ini dan dikeluarkan dari nilainya",
        "«{value}»: {name} does not apply to this unit and is left out of its score",
        "pastikan memang tidak berlaku",
        "make sure that it does not apply",
    ),
    FindingText(
        "S306",
        Severity.ERROR,
        "dinyatakan tidak berlaku, padahal dijawab",
        "said not to apply, but answered",
        "{name} dinyatakan tidak berlaku («{value}»), padahal ada jawaban di bawahnya",
        "{name} is said not to apply («{value}»), but there are answers below it",
        "hapus jawabannya, atau hapus pernyataan itu",
        "delete the answers, or delete that statement",
    ),
)

MOST: Final = 5
"""So many of one unit are named one by one."""
_HUNDRED: Final = 100


def not_applicable(context: UnitContext) -> Iterable[Finding]:
    """Yield S330 or S331 with the effect on the overall score, S332 or S333 with the weight.

    The weight stands where there is no overall score: one agency's file holds only its part. Files
    with every answer are complete, whether or not that is asked for. In a table of units each is
    S334, without figures, so that those of a column are one.
    """
    leaves = list(_accepted(context))
    if not leaves:
        return
    nodes = context.tree.nodes
    wide = [leaf for leaf in leaves if leaf.sources[0].file in context.data.wide_files]
    for leaf in wide:
        yield Finding.at_cell("S334", leaf.sources[0], leaf.raw, leaf.id, name=nodes[leaf.id].label)
    long = [leaf for leaf in leaves if leaf not in wide]
    if len(long) > MOST:
        ids = tuple(leaf.id for leaf in long)
        shared = {"unit": OfUnit(context.data.unit), "count": len(ids), "ids": ids}
        effect = _effect(context, long)
        code = "S333" if effect is None else "S331"
        figures = {"percent": _percent(context, long)} if effect is None else effect
        yield Finding(code, file=context.only_file, params={**shared, **figures})
        return
    for leaf in long:
        node = nodes[leaf.id]
        effect = _effect(context, [leaf])
        code = "S332" if effect is None else "S330"
        figures = {"percent": _percent(context, [leaf])} if effect is None else effect
        yield Finding.at_cell(code, leaf.sources[0], leaf.raw, leaf.id, name=node.label, **figures)


def _accepted(context: UnitContext) -> Iterator[LeafScore]:
    """Yield the leaves that are not applicable, in the order of the tree."""
    if not context.tree.inapplicable[context.at]:
        return
    for name in context.tree.nodes:
        if name in context.presence.not_applicable and not context.answered(name):
            leaf = context.leaf(name)
            if leaf is not None and leaf.missing is Missing.NOT_APPLICABLE and leaf.sources:
                yield leaf


def _effect(context: UnitContext, leaves: Sequence[LeafScore]) -> dict[str, object] | None:
    """Return the overall as it is, and with *leaves* at their lowest; None without an overall."""
    definition, tree, at = context.definition, context.tree, context.at
    if not context.complete and tree.missing[at]:
        return None
    lowest: dict[str, Fraction] = {}
    for leaf in leaves:
        bounds = bounds_of_leaf(definition, tree.nodes[leaf.id])
        if bounds is None:
            return None
        lowest[leaf.id] = bounds[0]
    as_is = tree.unit(at).leaves
    counted = Leaves(
        {**as_is.scores, **lowest},
        {**as_is.present, **dict.fromkeys(lowest, True)},
        {one: said for one, said in as_is.inapplicable.items() if one not in lowest},
    )
    (now,) = tree.unit(at).figures(OVERALL).published
    (then,) = exact_tree(definition, counted, (), context.among()).figures(OVERALL).published
    if now is None or then is None:
        return None
    decimals = definition.publish.decimals
    return {
        "score": _printed(now, decimals),
        "lower": _printed(then, decimals),
        "lowest": next(iter(lowest.values())),
    }


def _printed(number: Fraction, decimals: int) -> Printed:
    """Return a published score with every zero of its decimals."""
    digits = str(abs(int(number * 10**decimals))).rjust(decimals + 1, "0")
    sign = "-" if number < 0 else ""
    whole, part = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
    return Printed(f"{sign}{whole}.{part}" if part else f"{sign}{whole}")


def _percent(context: UnitContext, leaves: Sequence[LeafScore]) -> Fraction:
    """Return the share of the index that *leaves* would have if every answer were there."""
    from kediri_index.scoring.exact import complete_tree  # noqa: PLC0415 - rarely asked

    named = frozenset(leaf.id for leaf in leaves)
    weights = complete_tree(context.definition, Presence(named)).shares_of(0)
    shares = (weights.get(one, Fraction(0)) for one in named)
    return round_half_up(_HUNDRED * sum(shares, start=Fraction(0)), 1)


def inapplicable_but_answered(context: UnitContext) -> Iterable[Finding]:
    """Yield S306 for each such group; the answers count."""
    if not context.tree.inapplicable[context.at]:
        return
    for group in context.definition.all_groups():
        leaf = context.leaf(group.id) if context.answered(group.id) else None
        if leaf is not None and group.id in context.presence.not_applicable:
            source = leaf.sources[0] if leaf.sources else context.prepared(group.id).row
            yield Finding.at_cell("S306", source, leaf.raw, group.id, name=group.label)

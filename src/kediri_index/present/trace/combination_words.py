"""How children were combined, in words and as a formula that can be done by hand."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from operator import attrgetter

from kediri_index.messages.numbers import fixed, localised, plain
from kediri_index.messages.texts import text
from kediri_index.model.aggregation import Explained
from kediri_index.model.definition import Definition
from kediri_index.model.language import Language
from kediri_index.model.traced import INDICATOR_KIND, Combination, Term
from kediri_index.scoring.rounding import round_half_up

_WRITTEN_OUT = 8
"""A formula of more terms is not read; the children stand below it."""
_SHARES = 3


class CombinationWords:
    """The wording of combinations under one definition."""

    def __init__(self, definition: Definition, language: Language) -> None:
        self.language = language
        self.decimals = definition.publish.decimals
        self.kinds = {kind.id: kind.label.in_language(language) for kind in definition.kinds}

    def said(self, combined: Combination) -> str:
        """Return how the children make the score."""
        terms = [term for term in combined.terms if term.share]
        if len(terms) > 1 and any(term.part is not None for term in terms):
            formula = " + ".join(self._fixed(term.part or Fraction(0)) for term in terms)
            return self._say("trace.terms", formula=formula)
        alone = len(terms) == 1
        if alone and not combined.aggregation.over_units:
            return self._say("trace.only-part", name=terms[0].label)
        explained = combined.aggregation.explain(terms)
        children = self._children(combined, terms)
        head = self._say(explained.key, children=children, **explained.params)
        formula = self._formula(explained, terms) if len(terms) <= _WRITTEN_OUT else ""
        return f"{head}: {formula}" if formula else head

    def _formula(self, explained: Explained, terms: Sequence[Term]) -> str:
        """Return the terms as they are computed, by the printed values; perhaps nothing."""
        formula = explained.formula
        if formula is None:
            return ""
        parameter = explained.params.get("parameter")
        written = self._short(parameter) if isinstance(parameter, Fraction) else ""
        if formula.rising:
            terms = sorted(terms, key=attrgetter("value"))
        each = (
            formula.each.format(
                value=self._fixed(term.value),
                share=self._short(round_half_up(term.share, _SHARES)),
                percent=self._short(term.share * 100),
                weight=self._short(term.weight),
                parameter=written,
            )
            for term in terms
        )
        total = sum((term.weight for term in terms), Fraction(0))
        return formula.whole.format(
            terms=formula.joint.join(each),
            count=len(terms),
            total=self._short(total),
            parameter=written,
        )

    def _children(self, combined: Combination, terms: Sequence[Term]) -> str:
        count = len(terms)
        if combined.kind == INDICATOR_KIND:
            return self._say("trace.indicators", count=count)
        if combined.kind in self.kinds:
            kind = self.kinds[combined.kind].lower()
            return self._say("trace.children", count=count, kind=kind)
        return self._say("trace.parts", count=count)

    def _say(self, key: str, **params: object) -> str:
        return text(key, self.language, **params)

    def _fixed(self, value: Fraction) -> str:
        return localised(fixed(value, self.decimals), self.language)

    def _short(self, value: Fraction) -> str:
        return localised(plain(value), self.language)

"""How children were combined, in words and as a formula that can be done by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from kediri_index.messages.numbers import fixed, localised, plain
from kediri_index.messages.texts import text
from kediri_index.model.aggregation import Arithmetic, Sum
from kediri_index.model.definition import Definition
from kediri_index.model.language import Language
from kediri_index.model.traced import INDICATOR_KIND, Combination, Term
from kediri_index.scoring.aggregations.copeland import Copeland
from kediri_index.scoring.aggregations.extremes import Max, Min
from kediri_index.scoring.aggregations.geometric import Geometric
from kediri_index.scoring.aggregations.harmonic import Harmonic
from kediri_index.scoring.aggregations.median import Median
from kediri_index.scoring.aggregations.power import Power
from kediri_index.scoring.rounding import round_half_up

_WRITTEN_OUT = 8
"""A formula of more terms is not read; the children stand below it."""
_SHARES = 3
_WHOLE = frozenset({Fraction(1), Fraction(100)})


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
        aggregation = combined.aggregation
        if isinstance(aggregation, Copeland):
            return self._say("trace.copeland", children=self._children(combined, terms))
        if len(terms) == 1:
            return self._say("trace.only-part", name=terms[0].label)
        key, params = self._named(combined, terms)
        head = self._say(key, children=self._children(combined, terms), **params)
        formula = self._formula(combined, terms) if len(terms) <= _WRITTEN_OUT else ""
        return f"{head}: {formula}" if formula else head

    def _named(self, combined: Combination, terms: Sequence[Term]) -> tuple[str, dict[str, object]]:
        """Return the key of what the combination is called, and what that text names."""
        equal = _equal(terms)
        match combined.aggregation:
            case Arithmetic():
                return ("trace.mean" if equal else "trace.weighted-mean"), {}
            case Sum():
                return "trace.sum", {}
            case Power(exponent):
                return "trace.power", {"parameter": exponent}
            case Median():
                return ("trace.median" if equal else "trace.weighted-median"), {}
            case Min() | Max() as extreme:
                end = (min if isinstance(extreme, Min) else max)(term.value for term in terms)
                names = tuple(term.label for term in terms if term.value == end)
                return f"trace.{extreme.name}", {"names": names}
            case other:
                return f"trace.{other.name}", {}

    def _formula(  # noqa: PLR0911 - one return a way of combining
        self, combined: Combination, terms: Sequence[Term]
    ) -> str:
        """Return the terms as they are computed, by the printed values; perhaps nothing."""
        count = len(terms)
        values = [self._fixed(term.value) for term in terms]
        equal = _equal(terms)
        shares = [self._short(round_half_up(term.share, _SHARES)) for term in terms]
        aggregation = combined.aggregation
        match aggregation:
            case Arithmetic() if equal:
                return f"({' + '.join(values)}) ÷ {count}"
            case Arithmetic() | Sum():
                return self._weighted(terms, values, divided=not isinstance(aggregation, Sum))
            case Geometric() if equal:
                return f"({' × '.join(values)})^(1/{count})"
            case Geometric():
                return " × ".join(f"{value}^{share}" for value, share in _pairs(values, shares))
            case Harmonic() if equal:
                return f"{count} ÷ ({' + '.join(f'1/{value}' for value in values)})"
            case Harmonic():
                parts = (f"{share}/{value}" for value, share in _pairs(values, shares))
                return f"1 ÷ ({' + '.join(parts)})"
            case Power(exponent):
                power = self._short(exponent)
                if equal:
                    added = " + ".join(f"{value}^{power}" for value in values)
                    return f"(({added}) ÷ {count})^(1/{power})"
                parts = (f"{share} × {value}^{power}" for value, share in _pairs(values, shares))
                return f"({' + '.join(parts)})^(1/{power})"
            case Median():
                ordered = sorted(terms, key=lambda term: term.value)
                return " ≤ ".join(self._fixed(term.value) for term in ordered)
        return ""

    def _weighted(self, terms: Sequence[Term], values: Sequence[str], *, divided: bool) -> str:
        """Return a weighted mean by percentages, or by the weights where they are no shares.

        A sum is not *divided*, and goes by its weights.
        """
        total = sum((term.weight for term in terms), Fraction(0))
        if total in _WHOLE and divided:
            shares = (f"{self._short(term.share * 100)} %" for term in terms)
            return " + ".join(f"{share} × {value}" for value, share in _pairs(values, shares))
        weights = (self._short(term.weight) for term in terms)
        added = " + ".join(f"{weight} × {value}" for value, weight in _pairs(values, weights))
        return f"({added}) ÷ {self._short(total)}" if divided else added

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


def _equal(terms: Sequence[Term]) -> bool:
    return len({term.share for term in terms}) == 1


def _pairs(values: Sequence[str], others: Iterable[str]) -> list[tuple[str, str]]:
    return list(zip(values, others, strict=True))

"""Large games written out at once, in whole numbers of a small unit."""

from __future__ import annotations

from fractions import Fraction

from kediri_index.analysis.compare.terms import Game, Term


def written_out(game: Game, term: Term) -> list[Fraction] | None:
    """Return the values of the players of *term*; None where its parts come and go."""
    return None

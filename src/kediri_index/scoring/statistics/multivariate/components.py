"""The principal components of siblings, and how far each is what the others say."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kediri_index.model.statistics import Component, Components, Values

_LEAST_ROWS = 3
_SINGULAR = 1e-10
"""Below this share of the largest an eigenvalue may be rounding alone."""


def components(columns: Sequence[Values]) -> Components:
    """Return the principal components of the *columns* that vary, over their complete rows.

    They are those of the correlation matrix R, the largest first; loadings have length 1, as in
    R's ``prcomp`` and COINr's ``get_PCA``, and a sum that is not negative. The variance inflation
    factor of a column, 1/(1 - R²) of its regression on the others, is its place on the diagonal of
    R^-1 (Belsley, Kuh and Welsch 1980, "Regression Diagnostics"); None where R has no inverse.
    """
    rows = [row for row in zip(*columns, strict=True) if None not in row]
    nothing: tuple[float | None, ...] = (None,) * len(columns)
    if len(rows) < _LEAST_ROWS:
        return Components(len(rows), (), nothing)
    scores = np.array(rows, dtype=float)
    varies = np.flatnonzero(np.ptp(scores, axis=0)).tolist()
    if len(varies) < 2:  # noqa: PLR2004 - one alone has nothing beside it
        return Components(len(rows), (), nothing)
    found = np.corrcoef(scores[:, varies], rowvar=False)
    values, vectors = np.linalg.eigh(found)
    values = np.maximum(values, 0)
    vectors = np.where(vectors.sum(axis=0) < 0, -vectors, vectors)
    each = zip(values[::-1].tolist(), vectors.T[::-1].tolist(), strict=True)
    made = tuple(
        Component(value, value / len(varies), _placed(loadings, varies, len(columns)))
        for value, loadings in each
    )
    is_singular = values[0] <= _SINGULAR * values[-1]
    inflation = nothing
    if not is_singular:
        inflation = _placed(np.diag(np.linalg.inv(found)).tolist(), varies, len(columns))
    return Components(len(rows), made, inflation)


def _placed(figures: Sequence[float], places: Sequence[int], size: int) -> tuple[float | None, ...]:
    """Return *figures* at their *places* among all columns."""
    at = dict(zip(places, figures, strict=True))
    return tuple(at.get(place) for place in range(size))

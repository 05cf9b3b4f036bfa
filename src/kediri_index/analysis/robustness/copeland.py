"""Copeland's scores of many draws: each unit held against each other one of its year."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from kediri_index.analysis.robustness.arrays import NEARLY, TIE, Array, Mask, Whole


def copeland(
    weights: Array, scores: Array, counted: Mask, there: Mask, years: Iterable[Whole]
) -> Array:
    """Return, by draw and unit, how many others it beats less how many beat it.

    *weights*, *scores* and *counted* have the children first; *there* says which units are compared
    at all. NaN for the others, and where there is no other to compare with.
    """
    found = np.full(there.shape, np.nan)
    for places in years:
        here = there[:, places]
        balance = np.zeros((*here.shape, len(places)))
        for weight, score, counts in zip(weights, scores, counted, strict=True):
            balance += _outcome(weight[:, places], score[:, places], counts[:, places])
        limit = NEARLY * np.maximum(np.abs(balance).max(initial=0.0), 1.0)
        wins = np.where(np.abs(balance) <= limit, 0.0, np.sign(balance))
        wins *= here[:, :, None] & here[:, None, :]
        several = here.sum(axis=1, keepdims=True) > 1
        found[:, places] = np.where(here & several, wins.sum(axis=2), np.nan)
    return found


def _outcome(weight: Array, score: Array, counts: Mask) -> Array:
    """Return what one child says for each unit against each other: both weights, with a sign."""
    apart = score[:, :, None] - score[:, None, :]
    sign = np.where(np.abs(apart) <= TIE, 0.0, np.sign(apart))
    both = counts[:, :, None] & counts[:, None, :]
    outcome: Array = np.where(both, sign * (weight[:, :, None] + weight[:, None, :]), 0.0)
    return outcome

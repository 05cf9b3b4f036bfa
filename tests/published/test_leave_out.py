"""COINr's ``remove_elements`` on the ASEM oracle: a weight of 0, and all scores computed again.

The scores are computed here from the raw table; with every weight they are the oracle's own. Ranks
are COINr's, ties the smaller one, and its mean shift is that of absolute differences of ranks.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from kediri_index import Drawing, load_definition, read_workbooks, robustness
from tests.published.coinr import (
    ORACLE,
    POINT,
    Case,
    cases,
    data_rows,
    definition_text,
    expected,
    indicators,
    metadata,
    step,
    table,
)

Numbers = npt.NDArray[np.float64]

KINDS = ("c01_", "c20_", "c21_", "c22_", "c23_")
CASES = [case for case in cases() if case["id"].startswith(KINDS)]
LEVELS = ("2", "3", "4")
CLOSE = 1e-9

pytestmark = [
    pytest.mark.skipif(not CASES, reason=f"{ORACLE.name} is not beside the repository"),
    pytest.mark.no_cover,
]


@cache
def raw() -> tuple[list[str], dict[str, Numbers]]:
    """The units, and their values by indicator, NaN where missing."""
    rows = table("indicators.csv")
    columns = {
        code: np.array([float(row[code]) if row[code] else np.nan for row in rows])
        for code in indicators()
    }
    return [row["uCode"] for row in rows], columns


def mean(how: str, scores: Numbers, weights: Numbers) -> Numbers:
    """The mean of each row over its columns that have a score and a weight."""
    there = ~np.isnan(scores) & (weights > 0)
    used = np.where(there, weights, 0.0)
    known = np.where(there, scores, 1.0)
    with np.errstate(invalid="ignore"):
        match how:
            case "arithmetic":
                found: Numbers = (used * known).sum(axis=1) / used.sum(axis=1)
            case "geometric":
                found = np.exp((used * np.log(known)).sum(axis=1) / used.sum(axis=1))
            case "harmonic":
                found = used.sum(axis=1) / (used / known).sum(axis=1)
            case _:
                raise AssertionError(how)
    return found


def index(case: Case, left_out: str | None = None) -> Numbers:
    """The overall score of each unit, with a weight of 0 for one element."""
    normalise, aggregate = step(case, "normalise"), step(case, "aggregate")
    weights = dict.fromkeys(metadata(), 1.0)
    if aggregate["weights"] == "uneven":
        weights |= {row["iCode"]: float(row["Weight"]) for row in table("weights_uneven.csv")}
    if left_out is not None:
        weights[left_out] = 0.0
    low, high = normalise["lower"], normalise["upper"]
    scores: dict[str, Numbers] = {}
    for code, values in raw()[1].items():
        turned = values * int(metadata()[code]["Direction"])
        least, most = np.nanmin(turned), np.nanmax(turned)
        scores[code] = low + (turned - least) / (most - least) * (high - low)
    for level, how in zip(LEVELS, aggregate["levels"], strict=True):
        for code in [code for code, row in metadata().items() if row["Level"] == level]:
            children = [one for one, row in metadata().items() if row["Parent"] == code]
            each = np.array([scores[one] for one in children]).T
            scores[code] = mean(how, each, np.array([weights[one] for one in children]))
    return scores["Index"]


def ranks(scores: Numbers) -> Numbers:
    """1 is the highest; ties have the smaller one."""
    rounded = np.round(scores, 10)
    above: Numbers = (rounded[None, :] > rounded[:, None]).sum(axis=1).astype(np.float64)
    return 1.0 + above


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_leaving_out_each_element_does_what_coinr_does(case: Case, tmp_path: Path) -> None:
    (tmp_path / "asem.yaml").write_text(definition_text(case), encoding="utf-8")
    with (tmp_path / "asem.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(data_rows(case))
    outcome = robustness(
        read_workbooks(tmp_path / "asem.csv"),
        load_definition(tmp_path / "asem.yaml"),
        hints=POINT,
        drawing=Drawing(draws=1, leave_out=True),
    )
    assert outcome.result is not None
    names = raw()[0]
    place = {name: at for at, name in enumerate(names)}
    nominal = index(case)
    coinrs = {one.unit: one.score for one in expected(case) if one.node == "Index"}
    assert nominal == pytest.approx([coinrs[name] for name in names], abs=CLOSE)
    found = {one.id: one for one in outcome.result.leave_out}
    elements = [code for code, row in metadata().items() if row["Level"] in {"1", "2", "3"}]
    assert sorted(found) == sorted(elements)
    for code in elements:
        theirs, ours = index(case, code), found[code]
        shifts = np.abs(ranks(theirs) - ranks(nominal))
        assert ours.mean_rank_shift == pytest.approx(shifts.mean(), abs=CLOSE)
        assert ours.max_rank_shift == shifts.max()
        assert ours.correlation == pytest.approx(np.corrcoef(nominal, theirs)[0, 1], abs=CLOSE)
        new = ranks(theirs)
        for unit, without in zip(outcome.result.units, ours.units, strict=True):
            at = place[unit.unit or ""]
            assert without.score == pytest.approx(theirs[at], abs=CLOSE)
            assert without.rank == new[at]

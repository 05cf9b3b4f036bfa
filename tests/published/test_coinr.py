"""Every case of the ASEM oracle: what COINr makes of the same data by the same steps."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index.messages.catalogue import has_errors
from kediri_index.model.scores import ScoreOutcome
from kediri_index.scoring.rounding import TIE, ranks
from tests.published.coinr import (
    ORACLE,
    Case,
    cases,
    expected,
    indicators,
    outcome_of,
    scores_of,
    step,
    table,
)

CLOSE = 1e-9
COUNTING = {"rank", "borda", "percentile_rank"}
TIED_BUT_FOR_THE_LAST_BIT = {"BGR", "CZE", "GRC", "JPN", "NOR"}

CASES = cases()
Key = tuple[str, str, str]
Scores = dict[Key, Fraction]

pytestmark = [
    pytest.mark.skipif(not CASES, reason=f"{ORACLE.name} is not beside the repository"),
    pytest.mark.no_cover,  # long, and nothing that other tests do not run
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_case_of_coinr(case: Case, tmp_path: Path) -> None:
    outcome = outcome_of(case, tmp_path, split=step(case, "normalise")["method"] in COUNTING)
    assert not has_errors(outcome.findings)
    found = scores_of(outcome)
    assert list(differences(case, found)) == []
    assert list(steps_that_differ(case, outcome)) == []
    assert list(ranks_that_differ(case, found)) == []


def differences(
    case: Case, found: Scores, nodes: set[str] | None = None
) -> Iterator[tuple[Key, Fraction | None, float | None]]:
    """Yield every figure of the oracle that ours are not close to, and ours that it has not."""
    wanted = {
        (one.unit, one.year, one.node): one.score
        for one in expected(case)
        if nodes is None or one.node in nodes
    }
    assert wanted
    for key, score in wanted.items():
        ours = found.get(key)
        far = ours is None or abs(float(ours) - score) > CLOSE
        if far:
            yield key, ours, score
    for key in found.keys() - wanted.keys():
        if nodes is None or key[2] in nodes:
            yield key, found[key], None


def ranks_that_differ(case: Case, found: Scores) -> Iterator[tuple[object, ...]]:
    """Yield the units whose rank is another; of scores that are tied within 1e-10 either may be."""
    if "ranks" not in case:
        return
    theirs = {
        (row["node"], row["unit"]): int(row["rank"]) for row in table(case["ranks"]) if row["rank"]
    }
    for node in {node for node, _ in theirs}:
        scores = {unit: score for (unit, _, at), score in found.items() if at == node}
        ours = dict(zip(scores, ranks(list(scores.values())), strict=True))
        assert ours.keys() == {unit for at, unit in theirs if at == node}
        differing = {unit for unit, rank in ours.items() if rank != theirs[node, unit]}
        if case["id"].startswith("c19"):
            assert len(differing) <= 1
            differing -= {
                unit
                for unit in differing
                for other, near in scores.items()
                if unit != other and abs(scores[unit] - near) <= TIE
            }
        yield from ((node, unit) for unit in sorted(differing))


def steps_that_differ(case: Case, outcome: ScoreOutcome) -> Iterator[tuple[object, ...]]:
    """Yield the values that the oracle's files show after a step, and that ours are not close to.

    What a step changed stands in its effects, whatever they leave alone in the data.
    """
    number = case["id"].split("_")[0]
    raw = {row["uCode"]: row for row in table("indicators.csv")}
    for name, file in (
        ("denominate", "denominated"),
        ("impute", "imputed"),
        ("treat", "treated"),
    ):
        done = [one for one in outcome.prepared if one.step == name]
        for effect in done:
            if effect.indicator is not None and effect.unit is not None:
                assert effect.after is not None or effect.step == "denominate"
                raw[effect.unit][effect.indicator] = _text(effect.after)
        path = f"{file}_{number}.csv"
        if not (ORACLE / path).is_file():
            continue
        for row in table(path):
            for code in indicators():
                ours, theirs = raw[row["uCode"]][code], row[code]
                if ours != theirs and not (ours and theirs and _close(ours, theirs)):
                    yield name, row["uCode"], code, ours, theirs


def _close(ours: str, theirs: str) -> bool:
    return abs(float(ours) - float(theirs)) <= CLOSE * abs(float(theirs))


def _text(value: Fraction | None) -> str:
    return "" if value is None else repr(value.numerator / value.denominator)


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if step(case, "normalise")["method"] in COUNTING],
    ids=lambda case: case["id"],
)
def test_what_15_digits_do_not_tell_apart_has_one_rank(case: Case, tmp_path: Path) -> None:
    found = scores_of(outcome_of(case, tmp_path, split=False))
    differing = {one[0][0] for one in differences(case, found, {"TolMin"})}
    assert differing
    assert differing <= TIED_BUT_FOR_THE_LAST_BIT
    others = set(indicators()) - {"TolMin"}
    assert list(differences(case, found, others)) == []
    for one, other in (("BGR", "CZE"), ("CZE", "GRC"), ("JPN", "NOR")):
        assert found[one, "2018", "TolMin"] == found[other, "2018", "TolMin"]

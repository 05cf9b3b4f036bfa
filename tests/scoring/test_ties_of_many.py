"""Figures on a tie of units with different numbers of answers: each unit has its denominator."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from unittest.mock import patch

from kediri_index.scoring.exact import exact_tree
from kediri_index.scoring.tree import TreeScores
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.score import score
from tests.findings.building import csv_table, definition
from tests.property.test_arrays import published_of
from tests.scores_as_text import score_csv

GROUPS = "abcd"
IDS = [f"{group}{n}" for group in GROUPS for n in range(10)]
TREE = definition(
    "kediri_index: 1\n"
    'id: uji\nversion: "1"\nstatus: own\ntitle: Indeks uji\n'
    "scale: {min: 0, max: 100}\n"
    "publish: {decimals: 2, round: [pillar, overall]}\n"
    "missing: {answers: exclude}\n"
    "kinds: {pillar: {name: Pilar}}\n"
    "groups:\n"
    + "".join(f"  - {{id: {one}, kind: pillar, name: {one}}}\n" for one in GROUPS)
    + "indicators:\n"
    + "".join(f"  - {{id: {one}, in: {one[0]}, name: {one}}}\n" for one in IDS)
)


def units(chance: Random) -> str:
    """Many units that miss up to half of the answers."""
    rows = ["unit," + ",".join(IDS)]
    for place in range(400):
        missing = {*chance.sample(IDS, chance.randrange(21))}
        cells = ("" if one in missing else f"{chance.randrange(10001) / 100}" for one in IDS)
        rows.append(f"Kota {place},{','.join(cells)}")
    return "\n".join(rows) + "\n"


def test_a_tie_is_told_by_the_denominator_of_its_unit() -> None:
    table = csv_table(units(Random(0)))  # noqa: S311 - nothing to guess
    asked: list[int] = []
    exact: Callable[..., TreeScores] = exact_tree

    def counted(*given: object) -> TreeScores:
        asked.append(1)
        return exact(*given)

    with patch("kediri_index.scoring.arrays.tree.exact_tree", counted):
        many = score_csv(score(Submission((table,)), TREE))
    assert asked == []
    with patch("kediri_index.scoring.MANY_UNITS", 10**6):
        alone = score_csv(score(Submission((table,)), TREE))
    assert published_of(many) == published_of(alone)

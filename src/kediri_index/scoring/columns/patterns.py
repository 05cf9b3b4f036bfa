"""Which leaves the units of a table have, and what follows for the tree: a pattern of gaps each."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

import numpy as np

from kediri_index.model.definition import Definition, Unanswered
from kediri_index.scoring.columns.pairs import Bools, Pair, Places, doubles_of
from kediri_index.scoring.expected import missing_leaves
from kediri_index.scoring.presence import Presence
from kediri_index.scoring.structure import Branch, Structure, structure_of

_KEPT = 512


class Pattern(NamedTuple):
    """What the tree comes to with certain leaves there: the exact engine's structure.

    *key* tells it from the others of a table; *presence* has those leaves alone.
    """

    key: bytes
    presence: Presence
    structure: Structure
    branches: dict[str, Branch]

    def has(self, node: str) -> bool:
        """Return whether *node* has a score."""
        return node in self.branches or node in self.structure.kinds


class Patterns:
    """The patterns of the rows of one table, each with a number in the block at hand."""

    def __init__(self, definition: Definition, ids: Sequence[str]) -> None:
        self.definition = definition
        self.ids = np.array(ids, dtype=object)
        self._kept: dict[bytes, Pattern] = {}
        self._doubles: dict[tuple[int, int], tuple[float, float]] = {}

    def of(self, there: Bools) -> tuple[list[Pattern], Places]:
        """Return the patterns of a block, and which one each unit has.

        *there* says for each unit (row) which of the ids have a score.
        """
        numbers: dict[bytes, int] = {}
        found: list[Pattern] = []
        each = []
        for row in there:
            key = row.tobytes()
            if key not in numbers:
                numbers[key] = len(found)
                found.append(self._pattern(key, row))
            each.append(numbers[key])
        return found, np.array(each, dtype=np.intp)

    def _pattern(self, key: bytes, row: Bools) -> Pattern:
        kept = self._kept.get(key)
        if kept is None:
            presence = Presence(frozenset(self.ids[row].tolist()))
            counted = presence
            if self.definition.missing.answers is Unanswered.ZERO:
                counted = presence.with_present(missing_leaves(self.definition, presence))
            structure = structure_of(self.definition, counted)
            branches = {branch.id: branch for branch in structure.branches}
            kept = Pattern(key, presence, structure, branches)
            if len(self._kept) == _KEPT:
                self._kept.clear()
            self._kept[key] = kept
        return kept

    def shares(
        self, node: str, children: Sequence[str], patterns: Sequence[Pattern]
    ) -> dict[str, Pair]:
        """Return, for each child of *node* that counts anywhere, its share in each pattern."""
        places = {child: at for at, child in enumerate(children)}
        branches = [pattern.branches.get(node) for pattern in patterns]
        different = {id(branch): branch for branch in branches}  # most patterns share theirs
        numbers = {key: number for number, key in enumerate(different)}
        of_each = np.zeros((len(children), len(different), 2))
        for number, branch in enumerate(different.values()):
            for child, share in branch.children if branch else ():
                of_each[places[child], number] = self._doubles_of(share)
        table = of_each[:, [numbers[id(branch)] for branch in branches]]
        return {
            child: Pair(table[at, :, 0], table[at, :, 1])
            for child, at in places.items()
            if table[at].any()
        }

    def _doubles_of(self, share: Fraction) -> tuple[float, float]:
        ratio = share.as_integer_ratio()
        if ratio not in self._doubles:
            self._doubles[ratio] = doubles_of(share)
        return self._doubles[ratio]

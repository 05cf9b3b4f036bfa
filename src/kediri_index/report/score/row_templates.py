"""The text that all units with the same gaps have in common, put together from that of groups.

What is written of a group and of all below it, but for its figures, hangs on the gaps in it. Its
share in the overall hangs on the other groups too, and is multiplied in. So a unit with gaps like
no other's has a template as soon as each of its groups has been seen with such gaps.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import chain, groupby
from typing import NamedTuple

from kediri_index.messages.numbers import plain
from kediri_index.model.definition import Definition
from kediri_index.report.score.csv import HEADER, Row, Rows, overall_row
from kediri_index.report.score.unit_writer import Template, UnitWriter
from kediri_index.scoring.expected import completeness_of
from kediri_index.scoring.fold import OVERALL, inner_nodes
from kediri_index.scoring.later_units import Scorable
from kediri_index.scoring.presence import Presence
from kediri_index.scoring.structure import Structure
from kediri_index.scoring.tree_scores import NO_FIGURE

_KEPT = 4096
"""So many texts of groups are kept: some megabytes."""
_WHOLES = 512
_SCORE, _PUBLISHED, _SHARE = "\x02", "\x03", "\x04"  # no text that is written has such
_SHARE_AT = HEADER.index("effective_weight") - 2  # after whose the row is
_ZERO = Fraction(0)

_Gaps = tuple[str, frozenset[str], frozenset[str]]
"""A group, and which leaves at or below it are there, and which need not be."""


class Formats(NamedTuple):
    """How the two figures of a node come into a text."""

    score: str
    published: str


class _Piece(NamedTuple):
    """The text of a group's rows in parts, and between them the shares of their nodes in it."""

    nodes: tuple[str, ...]
    parts: tuple[str, ...]
    shares: tuple[Fraction, ...]


class Templates:
    """The templates of the rows of one table that hold plain numbers and gaps, and nothing else."""

    def __init__(self, writer: UnitWriter, definition: Definition, formats: Formats) -> None:
        self.writer = writer
        self.definition = definition
        self.formats = formats
        self._below = _at_or_below(definition)
        self._wholes: dict[Presence, Template] = {}
        self._pieces: dict[_Gaps, _Piece] = {}
        self._texts: dict[tuple[_Gaps, Fraction], str] = {}

    def of(self, presence: Presence, structure: Structure, unit: Scorable) -> Template:
        """Return the text for all units with *presence*, as *unit*, which *structure* follows from.

        Where a group has not been seen with such gaps, *unit* is scored by itself.
        """
        found = self._wholes.get(presence)
        if found is None:
            if len(self._wholes) == _WHOLES:
                self._wholes.clear()
            found = self._wholes[presence] = self._made(presence, structure, unit)
        return found

    def _made(self, presence: Presence, structure: Structure, unit: Scorable) -> Template:
        gaps = [self._gaps(group.id, presence) for group in self.definition.groups]
        if any(one not in self._pieces for one in gaps):
            if len(self._pieces) >= _KEPT:
                self._pieces.clear()
            self._see(gaps, structure, unit)
        top = structure.branches[-1] if structure.branches else None
        shares = dict(top.children) if top is not None and top.id == OVERALL else {}
        whole = overall_row(NO_FIGURE, completeness_of(self.definition, presence)[OVERALL])
        nodes: list[tuple[str, ...]] = [(OVERALL,)] if shares else []
        texts = [self._anyones(whole, has_score=bool(shares))]
        for one in gaps:
            nodes.append(self._pieces[one].nodes)
            texts.append(self._text(one, shares.get(one[0], _ZERO)))
        return Template(tuple(chain.from_iterable(nodes)), "".join(texts))

    def _gaps(self, group: str, presence: Presence) -> _Gaps:
        below = self._below[group]
        return group, presence.present & below, presence.not_applicable & below

    def _see(self, gaps: Sequence[_Gaps], structure: Structure, unit: Scorable) -> None:
        """Keep the texts of the groups with *gaps*, as the engine scores *unit*, which has them."""
        rows = self.writer.rows.of(unit.result(at_once=True))
        next(rows)  # the whole
        groups = groupby(rows, lambda row: row.path.partition("/")[0])
        for one, (group, its_rows) in zip(gaps, groups, strict=True):
            if one not in self._pieces:
                self._pieces[one] = self._piece(structure.shares_in(group), list(its_rows))

    def _piece(self, shares: Mapping[str, Fraction], rows: Sequence[Row]) -> _Piece:
        text = "".join(
            self._anyones(row, has_score=row.figure.score is not None, share=_SHARE) for row in rows
        )
        return _Piece(
            tuple(row.id for row in rows if row.figure.score is not None),
            tuple(text.split(_SHARE)),
            tuple(shares.get(row.id, _ZERO) for row in rows),
        )

    def _anyones(self, row: Row, *, has_score: bool, share: str | None = None) -> str:
        rows: Rows = self.writer.rows
        cells = rows.cells_with(row, _SCORE, _PUBLISHED) if has_score else rows.cells(row)
        if share is not None:
            cells[_SHARE_AT] = share
        text = self.writer.anyones([cells]).replace("%", "%%")
        return text.replace(_SCORE, self.formats.score).replace(_PUBLISHED, self.formats.published)

    def _text(self, gaps: _Gaps, share: Fraction) -> str:
        """Return the text of a group that has *share* in the overall."""
        key = gaps, share
        found = self._texts.get(key)
        if found is None:
            if len(self._texts) == _KEPT:
                self._texts.clear()
            piece = self._pieces[gaps]
            shares = [plain(share * one) for one in piece.shares]
            parts = chain.from_iterable(zip(piece.parts, [*shares, ""], strict=True))
            found = self._texts[key] = "".join(parts)
        return found


def _at_or_below(definition: Definition) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for inner in inner_nodes(definition):  # children before parents
        below = (found.get(child.id, {child.id}) for child in inner.children)
        found[inner.id] = frozenset({inner.id}).union(*below)
    return found

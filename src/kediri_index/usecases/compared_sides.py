"""The two results that are compared: their scores, and the parts of what changed between them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from kediri_index.agencies.assignment import opd_in_charge
from kediri_index.analysis.compare.contributions import contributions, rows_of
from kediri_index.analysis.compare.sampling.orders import Watch
from kediri_index.analysis.compare.sides import Side, side
from kediri_index.messages.texts import text
from kediri_index.model.comparison import ComparedSide, Comparison
from kediri_index.model.dataset import Lead, UnitData
from kediri_index.model.definition import Definition, Indicator, Publish
from kediri_index.model.findings import Finding
from kediri_index.model.language import Label, Language, OfUnit, Spread
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Basis, Profile
from kediri_index.model.scores import Figure, PreviousBasis
from kediri_index.model.text import exact
from kediri_index.scoring.answers import (
    are_comparable,
    basis_of,
    leading,
    leaf_scores,
    leaves_of,
)
from kediri_index.scoring.comparisons import Comparisons
from kediri_index.scoring.exact import exact_tree
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.prepare import Prepared
from kediri_index.scoring.tree import TreeScores
from kediri_index.usecases.check import Checked


class Half(NamedTuple):
    """One of the two: the scores of its unit.

    *unrounded* are those of which none is published, so that no rounding leaves a group without
    one; *as_new* are published by the new one's rules.
    """

    path: str | None
    data: UnitData
    lead: Lead
    definition: Definition
    scores: TreeScores
    unrounded: TreeScores
    as_new: TreeScores

    @property
    def overall(self) -> Figure:
        """The overall as the own definition publishes it."""
        return self.scores.figures(OVERALL).figure(0)

    def counted(self) -> tuple[str, ...]:
        """Return the answers that count, in the order of the tree."""
        return tuple(self.scores.counting_leaves(0))

    def side(self) -> Side:
        """Return what is compared of it."""
        return side(self.definition, self.unrounded)

    def compared(self, profile: Profile | None) -> ComparedSide:
        """Return what is said of it; *profile* knows what was published."""
        unit, year = self.data.unit, self.data.year
        official = None if profile is None else profile.published(unit, year, self.definition.id)
        return ComparedSide(
            unit, year, self.lead, self.definition, self.overall, self.basis, official
        )

    @property
    def basis(self) -> Basis | None:
        """Whose assessment the overall is."""
        return basis_of(self.definition, self.data, self.lead)


def half_of(
    checked: Checked, position: int, definition: Definition, value: Lead | None, publish: Publish
) -> Half:
    """Return the scores of the unit at *position*; the new side's *publish* rounds them too."""
    prepared = checked.ready or Prepared(checked.data.units, definition)
    data = prepared.unit(position)
    by = prepared.definition_of(data)
    lead = value or leading(by, data)
    leaves = {} if data.left_out else leaf_scores(by, data, lead)
    compared = Comparisons(prepared, value).of(position, lead)
    ways = (by.publish, by.publish._replace(stages=frozenset()), publish)
    trees = {
        one: exact_tree(by._replace(publish=one), leaves_of(leaves), leaves, compared)
        for one in dict.fromkeys(ways)  # mostly the same rules publish both
    }
    path = min(data.files, default=None)
    return Half(path, data, lead, by, *(trees[one] for one in ways))


def comparison_of(
    old: Half, new: Half, profile: Profile | None, watch: Watch | None, limits: Limits
) -> Comparison:
    """Return the change from *old* to *new*, and its parts; both have a score."""
    before, after = (one.unrounded.folded.exact[OVERALL] for one in (old, new))
    sides = (old.side(), new.side())
    parts = contributions(*sides, before, after, watch, limits.work)
    then, now = old.as_new.figures(OVERALL).published[0], new.overall.published
    assert then is not None  # noqa: S101 - for mypy: both have a score
    assert now is not None  # noqa: S101 - likewise
    nodes_then, nodes_now = old.definition.nodes(), new.definition.nodes()
    return Comparison(
        old=old.compared(profile),
        new=new.compared(profile),
        change=after - before,
        change_published=now - then,
        old_published=then,
        basis=PreviousBasis.RECOMPUTED,
        contributions=rows_of(*sides, parts),
        weights=parts.weights,
        set=parts.set,
        method=parts.method,
        added=tuple(one for one in new.counted() if one not in nodes_then),
        dropped=tuple(one for one in old.counted() if one not in nodes_now),
        by_opd=_by_opd(new, profile, parts.answers),
        error=parts.error,
    )


def _by_opd(
    new: Half, profile: Profile | None, answers: Mapping[str, Fraction]
) -> dict[str, Fraction]:
    """Return what the answers of each OPD contributed; several share an indicator equally."""
    own = profile if profile is not None and profile.is_of(new.data.unit) else None
    found: dict[str, Fraction] = {}
    for leaf, agencies in opd_in_charge(new.definition, own).items():
        for opd in agencies if leaf in answers else ():
            found[opd] = found.get(opd, Fraction(0)) + answers[leaf] / len(agencies)
    return found


def remarks_on(old: Half, new: Half) -> list[Finding]:
    """Return what must be said of the two together."""
    found = [
        Finding("S601", file=half.path, value=half.path, params=_of(half))
        for half in (old, new)
        if half.overall.score is None
    ]
    found += [
        Finding("S607", file=half.path, params={"definition": half.definition.id})
        for half in (old, new)
        if half.overall.score is not None and half.definition.aggregate_top.over_units
    ]
    if found:
        return found
    units, years = (old.data.unit, new.data.unit), (old.data.year, new.data.year)
    if years[0] is not None and years[1] is not None and years[0] > years[1]:
        found.append(_together("S602", old, str(years[0]), years))
    if None not in units and exact(units[0] or "") != exact(units[1] or ""):
        found.append(_together("S603", old, units[0], units))
    scales = (old.definition.scale, new.definition.scale)
    if scales[0] is not None and scales[1] is not None and scales[0] != scales[1]:
        spreads = (Spread(*scales[0]), Spread(*scales[1]))
        found.append(_together("S604", old, None, spreads))
    bases = [one for one in (old.basis, new.basis) if one is not None]
    if not are_comparable(old.basis, new.basis):
        code = "S605" if Basis.MIXED in bases else "S341"
        both = _words(bases[0]), _words(bases[1])
        found.append(_together(code, old, old.lead.value, both))
    scored_anew = _scored_anew(old, new)
    if scored_anew:
        found.append(Finding("S606", file=new.path, params={"ids": scored_anew}))
    return found


def _together(code: str, old: Half, value: str | None, both: tuple[object, object]) -> Finding:
    return Finding(code, file=old.path, value=value, params={"old": both[0], "new": both[1]})


def _words(basis: Basis) -> Label:
    key = f"basis.{basis.value}"
    return Label(text(key, Language.ID), english=text(key, Language.EN))


def _of(half: Half) -> dict[str, object]:
    return {"unit": OfUnit(half.data.unit, half.data.year)}


def _scored_anew(old: Half, new: Half) -> tuple[str, ...]:
    """Return the shared indicators that are answered on both sides, but scored by other rules."""
    if old.definition is new.definition:  # so it is for each of many units
        return ()
    then = old.definition.nodes()
    answered = old.scores.leaves.present.keys() & new.scores.leaves.present
    return tuple(
        one.id
        for one in new.definition.all_indicators()
        if isinstance(before := then.get(one.id), Indicator)
        and one.id in answered
        and _rule(old.definition, before) != _rule(new.definition, one)
    )


def _rule(definition: Definition, one: Indicator) -> object:
    """Return how an indicator is scored, but for what the scale alone decides."""
    to = None if one.rule.to == definition.scale else one.rule.to
    return one.rule._replace(to=to), one.direction

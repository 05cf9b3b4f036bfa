"""The least-cost plan of one unit to a target."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from kediri_index.agencies.assignment import Ids, opd_named, opd_of_leaves, spellings
from kediri_index.analysis.plan.continuous import planned_freely
from kediri_index.analysis.plan.current import Current, known, not_by_any_amount, not_monotone
from kediri_index.analysis.plan.options import Leaf, Ways, fixed_leaf, leaf_of
from kediri_index.analysis.plan.planning import Wish, planned
from kediri_index.analysis.plan.search import Watch
from kediri_index.definition.faults import told
from kediri_index.definition.library import exists, read_file
from kediri_index.errors import CostsError, NotFoundError, UsageError
from kediri_index.messages.catalogue import has_errors
from kediri_index.model.dataset import Lead, UnitData
from kediri_index.model.definition import STAGE_OVERALL, Definition, Group, Indicator, Unanswered
from kediri_index.model.findings import Finding, folded
from kediri_index.model.limits import Limits
from kediri_index.model.plans import (
    NO_COSTS,
    CostRule,
    Costs,
    Plan,
    PlannedSteps,
    PlanOutcome,
)
from kediri_index.model.profile import Hints, Profile
from kediri_index.model.text import suggest
from kediri_index.scoring.answers import basis_of, leading, leaf_scores, leaves_of
from kediri_index.scoring.comparisons import Comparisons
from kediri_index.scoring.exact import exact_tree
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.prepare import Prepared
from kediri_index.scoring.score_rule import bounds_of, score_value
from kediri_index.scoring.tree import TreeScores
from kediri_index.sheets.costs import read_costs
from kediri_index.sheets.identity import Known
from kediri_index.usecases.check import Checked
from kediri_index.usecases.inputs import NEAR_NAME, Submission
from kediri_index.usecases.units import checked_for_one, chosen_place

_MOST_STEPS = 10_000
"""Of one leaf; and figures that a part may be rounded to where scores rise by any amount."""


class Bounds(NamedTuple):
    """What a plan may do: *opd* alone may rise, *fix* may not (ids or patterns, groups whole).

    *step* is the distance of scores where other than levels are meant; *continuous*: any amount.
    """

    opd: str | None = None
    fix: tuple[str, ...] = ()
    step: Fraction | None = None
    continuous: bool = False
    most_steps: int | None = None
    alternatives: int = 3
    frontier: bool = False


ANYTHING = Bounds()


def load_costs(
    path: str | os.PathLike[str], definition: Definition, *, limits: Limits | None = None
) -> Costs:
    """Return the costs in the file at *path*, by the id of an indicator or group.

    Raises :class:`~kediri_index.errors.NotFoundError`, or
    :class:`~kediri_index.errors.CostsError` with every finding.
    """
    if not exists(Path(path)):
        raise NotFoundError("costs-not-found", path=str(path))
    limits = limits or Limits()
    table = read_costs(*read_file(path, limits, CostsError), definition, limits)
    if table.findings:
        raise CostsError(told(table.findings, limits))
    return table.rules


def plan(  # noqa: PLR0913 - the options of the command
    submission: Submission,
    definition: Definition,
    profile: Profile | None = None,
    *,
    target: Fraction | None = None,
    costs: Costs = NO_COSTS,
    bounds: Bounds = ANYTHING,
    hints: Hints | None = None,
    value: Lead | None = None,
    allow_errors: bool = False,
    waive: Callable[[Checked], Checked] | None = None,
    known: Known = tuple,
    limits: Limits | None = None,
    watch: Watch | None = None,
) -> PlanOutcome:
    """Return the cheapest steps by which one unit's published overall comes to *target*.

    *target* and *bounds.step* are in points of the scale, costs in whatever *costs* are given in: 1
    a level where they say nothing. Without *target* the profile's of the year counts. While there
    are errors in the data the outcome has no plan, unless *allow_errors*; nor has it where the
    definition allows none, and the findings say why. *limits* bound the work: a plan that is not
    proven says so, and below which cost none is. *watch* receives how many parts of a search are
    combined, of how many. Raises
    :class:`~kediri_index.errors.UsageError` for several units, a name that is not known, or no
    target.
    """
    return plans(
        submission,
        definition,
        profile,
        (bounds,),
        target=target,
        costs=costs,
        hints=hints,
        value=value,
        allow_errors=allow_errors,
        waive=waive,
        known=known,
        limits=limits,
        watch=watch,
    )[0]


def plans(  # noqa: PLR0913 - the options of the command
    submission: Submission,
    definition: Definition,
    profile: Profile | None,
    each: Sequence[Bounds],
    *,
    target: Fraction | None = None,
    costs: Costs = NO_COSTS,
    hints: Hints | None = None,
    value: Lead | None = None,
    allow_errors: bool = False,
    waive: Callable[[Checked], Checked] | None = None,
    known: Known = tuple,
    limits: Limits | None = None,
    watch: Watch | None = None,
) -> tuple[PlanOutcome, ...]:
    """Return the plan within each of several bounds; the files are checked and scored once.

    Everything else is as :func:`plan` has it.
    """
    hints = hints or Hints()
    checked = checked_for_one(submission, definition, profile, hints, value=value, known=known)
    if waive is not None:
        checked = waive(checked)
    refused = has_errors(checked.findings)
    outcome = PlanOutcome(
        definition,
        profile,
        checked.data.inputs,
        None,
        None,
        None,
        checked.findings,
        partial=refused and allow_errors,
        waived=checked.waived,
    )
    if not checked.data.units or (refused and not allow_errors):
        return (outcome,) * len(each)
    prepared = checked.ready or Prepared(checked.data.units, definition)
    position = 0 if len(prepared.units) == 1 else chosen_place(prepared.units, hints, profile)
    data = prepared.unit(position)
    own = profile if profile is not None and profile.is_of(data.unit) else None
    if target is None:
        facts = own if own is not None and own.has_figures_of(definition.id) else None
        target = facts.targets.get(data.year) if facts is not None and data.year else None
        if target is None:
            raise UsageError("plan-no-target")
    lead = value or leading(definition, data)
    compared = Comparisons(prepared, value).of(position, lead)
    fitted = prepared.definition_of(data)
    said = leaf_scores(fitted, data, lead)
    scores = exact_tree(fitted, leaves_of(said), said, compared)
    file = data.files[0] if len(data.files) == 1 else None
    overriding = frozenset(name for name, leaf in said.items() if leaf.overrides)
    targets = _sheet_targets(data)
    basis, owners = basis_of(fitted, data, lead), opd_of_leaves(definition, own)
    outcomes = []
    for bounds in each:
        request = _Request(data.unit, fitted, definition, own, profile, costs, bounds)
        leaves, findings = request.leaves(scores, file)
        found: Plan | None = None
        if not has_errors(findings):
            current = Current(fitted, scores, leaves, compared, targets, overriding)
            found = request.plan(current, target, limits or Limits(), watch)
            if definition.with_evidence_items:
                found = _with_evidence(found, definition, data)
            found = found._replace(costs_given=bool(costs or (own is not None and own.costs)))
        outcomes.append(
            outcome._replace(
                unit=data.unit,
                year=data.year,
                plan=found,
                basis=basis,
                owners=owners,
                findings=folded([*checked.findings, *findings]),
            )
        )
    return tuple(outcomes)


class _Request(NamedTuple):
    """What is asked of one unit; *written* is the definition before it was fitted to the units.

    *profile* is the unit's own, *handed_in* the one that there is.
    """

    unit: str | None
    definition: Definition
    written: Definition
    profile: Profile | None
    handed_in: Profile | None
    costs: Costs
    bounds: Bounds

    def plan(self, current: Current, target: Fraction, limits: Limits, watch: Watch | None) -> Plan:
        """Return the plan."""
        bounds = self.bounds
        if bounds.continuous:
            return planned_freely(current, target, frontier=bounds.frontier)
        wish = Wish(
            target,
            bounds.most_steps,
            bounds.alternatives,
            bounds.frontier,
            max(limits.work, 1),
            watch,
        )
        return planned(current, wish)

    def leaves(self, scores: TreeScores, file: str | None) -> tuple[dict[str, Leaf], list[Finding]]:
        """Return what each leaf that counts can do, and the findings on those that cannot.

        *file* is the one that the data stand in, where it is one.
        """
        nodes = self.definition.nodes()
        rules = self._rules(nodes)
        ways = Ways(rules, self.bounds.step, self.bounds.continuous)
        self._check_step(nodes)
        movable = self._movable(nodes)
        leaves: dict[str, Leaf] = {}
        topless = []
        counting, missing = scores.counting_leaves(0), scores.missing[0]
        for name in counting:
            now = known(scores.folded.exact[name])
            start = now if scores.figures(name).given[0] else None
            leaf = leaf_of(self.definition, nodes[name], (now, start), ways)
            if leaf is None and name in movable:
                topless.append(name)
            leaves[name] = leaf if leaf and name in movable else fixed_leaf(name, now)
        if scores.folded.exact[OVERALL] is None:
            return leaves, [Finding("S706", file=file)]
        findings = list(not_monotone(self.written, scores, leaves))
        if self.bounds.continuous and not findings:
            findings += not_by_any_amount(self.written, scores, leaves)
        if topless:
            findings.append(_about("S705", topless, file))
        counted = {*counting, *missing}
        unused = [
            name for name, rule in rules.items() if not rule.by_pattern and name not in counted
        ]
        if unused:
            findings.append(_about("S707", unused, file))
        as_zero = self.definition.missing.answers is Unanswered.ZERO
        unanswered = [name for name in missing if name in movable]
        if unanswered and not as_zero:
            findings.append(_about("S704", unanswered, file))
        return leaves, findings

    def _rules(self, nodes: Mapping[str, Group | Indicator]) -> dict[str, CostRule]:
        """Return the costs of the profile, and of the file where it says any."""
        found: dict[str, CostRule] = {}
        of_profile = self.profile.costs if self.profile else {}
        ids = Ids(nodes)
        for pattern in sorted(of_profile, key=lambda name: name in nodes):
            for name in ids.named(pattern):
                found[name] = CostRule(of_profile[pattern], by_pattern=name != pattern)
        found |= self.costs
        if self.bounds.continuous:
            lined = [name for name, rule in found.items() if rule.lines]
            if lined:
                raise UsageError("plan-lines-continuous", names=tuple(lined[:5]))
        return found

    def _check_step(self, nodes: Mapping[str, Group | Indicator]) -> None:
        """Raise :class:`UsageError` for a step so small that a score has too many."""
        heights = [
            bounds[1] - bounds[0]
            for node in nodes.values()
            if (
                bounds := bounds_of(node.rule)
                if isinstance(node, Indicator)
                else self.definition.scale
            )
        ]
        highest = max(heights, default=Fraction(0))
        step = self.bounds.step
        if step is not None and highest > step * _MOST_STEPS:
            raise UsageError("plan-step-small", step=step, least=highest / _MOST_STEPS)
        publish = self.definition.publish
        rounds = publish.stages - {STAGE_OVERALL}
        if self.bounds.continuous and rounds and highest * 10**publish.decimals > _MOST_STEPS:
            raise UsageError("plan-too-fine", decimals=publish.decimals)

    def _movable(self, nodes: Mapping[str, Group | Indicator]) -> frozenset[str]:
        """Return the ids that may rise: the agency's, without what is fixed."""
        ids = Ids(nodes)
        movable = set(nodes) if self.bounds.opd is None else self._of_opd(self.bounds.opd)
        for pattern in self.bounds.fix:
            named = ids.named(pattern)
            if not named:
                raise UsageError("plan-unknown-id", value=pattern, nearest=suggest(pattern, nodes))
            for name in named:
                node = nodes[name]
                below = node.at_or_below() if isinstance(node, Group) else (node,)
                movable -= {one.id for one in below}
        return frozenset(movable)

    def _of_opd(self, name: str) -> set[str]:
        """Return the leaves that an agency answers for."""
        profile, owners = self.profile, opd_of_leaves(self.definition, self.profile)
        named = opd_named(profile, name) if profile is not None else None
        wanted = name if named is None else named.id
        movable = {leaf for leaf, opd in owners.items() if wanted in opd}
        if movable:
            return movable
        if named is not None:
            raise UsageError("plan-opd-nothing", value=named.name)
        other = self.handed_in
        if profile is None and other is not None and opd_named(other, name) is not None:
            raise UsageError(
                "profile-of-other-unit", path=other.path, theirs=other.unit, unit=self.unit
            )
        listed = spellings(profile) if profile is not None else []
        ids = {one for opd in owners.values() for one in opd}
        ids |= {one.id for one in profile.opd} if profile is not None else set()
        if not ids:
            raise UsageError("plan-no-opd")
        near = suggest(name, sorted({*listed, *ids}), cutoff=NEAR_NAME)
        raise UsageError("plan-unknown-opd", value=name, nearest=near, known=tuple(sorted(ids)))


def _with_evidence(plan: Plan, definition: Definition, data: UnitData) -> Plan:
    """Return *plan* whose steps name the items of evidence that they still need."""
    from kediri_index.model.evidence import EvidenceState, known_items  # noqa: PLC0415 - few have any

    lacking = {
        one.id: [
            (score_value(one.rule, known.item.level, None, one.direction).value, known)
            for known in known_items(one.evidence_items, data.evidence)
            if known.state in {EvidenceState.MISSING, EvidenceState.TO_REVISE}
        ]
        for one in definition.with_evidence_items.values()
    }

    def named(way: PlannedSteps) -> PlannedSteps:
        steps = tuple(
            step._replace(
                lacking=tuple(
                    known
                    for score, known in lacking.get(step.id, ())
                    if score is not None and score <= step.end
                )
            )
            for step in way.steps
        )
        return way._replace(steps=steps)

    return plan._replace(
        chosen=named(plan.chosen), alternatives=tuple(map(named, plan.alternatives))
    )


def _about(code: str, names: Iterable[str], file: str | None) -> Finding:
    ids = tuple(names)
    return Finding(code, file=file, value=", ".join(ids), params={"count": len(ids)})


def _sheet_targets(data: UnitData) -> dict[str, Fraction]:
    return {
        answer.id: answer.target.number
        for answer in data.answers.values()
        if answer.target is not None and answer.target.number is not None
    }

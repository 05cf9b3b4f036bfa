"""What a changed definition means: the changes, and what they do to given data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from kediri_index.api.check import Checked
from kediri_index.api.read import Submission
from kediri_index.api.score import score
from kediri_index.definition.changes import changes
from kediri_index.definition.load_definition import Loaded
from kediri_index.model.changes import DefinitionDiff, DiffState, Effect, Share, UnitEffect
from kediri_index.model.dataset import Lead
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.folding import folded, unfolded
from kediri_index.model.names import exact
from kediri_index.model.profile import Profile
from kediri_index.model.results import UnitResult
from kediri_index.model.user_hints import Hints
from kediri_index.scoring.structure import nominal_shares
from kediri_index.workbook.made_for import carried_definitions

_UNKNOWN_CODES = frozenset({"X301", "F413"})
"""An unknown code of a row, and of a column of wide data."""


def compared(before: Loaded, after: Loaded) -> DefinitionDiff:
    """Return what changed in meaning.

    Where both have one id and one version, but not one meaning, that is a finding (D304).
    """
    old, new = before.definition, after.definition
    found = changes(old, new)
    findings: tuple[Finding, ...] = ()
    if found and (old.id, old.version) == (new.id, new.version):
        mark = after.tree.place("version")
        findings = (Finding.at_mark("D304", mark, new.version, id=new.id, before=old.path),)
    return DefinitionDiff(
        id=new.id,
        path=new.path,
        state=DiffState.CHANGED if found else DiffState.SAME,
        before=old,
        after=new,
        changes=found,
        shares=_shares(old, new),
        findings=findings,
    )


def effect(  # noqa: PLR0913 - the options of the command
    submission: Submission,
    before: Definition,
    after: Definition,
    profile: Profile | None = None,
    *,
    hints: Hints | None = None,
    value: Lead | None = None,
    allow_errors: bool = False,
) -> Effect:
    """Score the same files by both definitions, whichever of them they were made for.

    What only the other definition asks is no unknown code here: it is among the changes. While
    there are errors under either definition there are no units, unless *allow_errors*.
    """
    outcomes = [
        score(
            submission,
            definition,
            profile,
            hints=hints,
            value=value,
            allow_errors=allow_errors,
            waive=_without_codes_of(other),
            for_any=True,
        )
        for definition, other in ((before, after), (after, before))
    ]
    old, new = outcomes
    units = None
    if old.units is not None and new.units is not None:
        units = tuple(sorted(_paired(old.units, new.units), key=_by_size))
    named = carried_definitions(submission.workbooks)
    others = tuple(one for one in named if one not in {before.id, after.id})
    return Effect(old, new, units, others)


def _without_codes_of(other: Definition) -> Callable[[Checked], Checked]:
    """Return what takes out the findings on codes that *other* has."""
    known = {exact(node_id) for node_id in other.nodes()}

    def without(checked: Checked) -> Checked:
        findings = folded(
            one
            for one in unfolded(checked.findings)
            if one.code not in _UNKNOWN_CODES or exact(one.value or "") not in known
        )
        return checked._replace(findings=findings)

    return without


def _shares(before: Definition, after: Definition) -> dict[str, Share]:
    old, new = nominal_shares(before), nominal_shares(after)
    return {
        node_id: Share(old.get(node_id), new.get(node_id))
        for node_id in {**old, **new}
        if old.get(node_id) != new.get(node_id)
    }


def _paired(before: Iterable[UnitResult], after: Iterable[UnitResult]) -> Iterable[UnitEffect]:
    """Yield each unit of a year with its other self.

    Data without a year have each definition's own: they are paired where the unit stands once.
    """
    waiting = {_key(one): one for one in after}
    alone: list[UnitResult] = []
    for old in before:
        new = waiting.pop(_key(old), None)
        if new is None:
            alone.append(old)
        else:
            yield UnitEffect(old.unit, old.year, old, new)
    for old in alone:
        same = [key for key in waiting if key[0] == exact(old.unit or "")]
        once = sum(exact(one.unit or "") == exact(old.unit or "") for one in alone) == 1
        new = waiting.pop(same[0]) if once and len(same) == 1 else None
        yield UnitEffect(old.unit, None if new else old.year, old, new)
    for new in waiting.values():
        yield UnitEffect(new.unit, new.year, None, new)


def _key(result: UnitResult) -> tuple[str, int | None]:
    return exact(result.unit or ""), result.year


def _by_size(one: UnitEffect) -> tuple[int, Fraction, str, int]:
    """Return the order of a unit: those that gain or lose a score first, those without any last."""
    change = one.change
    scored = any(side and side.overall.published is not None for side in (one.before, one.after))
    first = 1 if change is not None else 0 if scored else 2
    return first, -abs(change or Fraction(0)), one.unit or "", one.year or 0

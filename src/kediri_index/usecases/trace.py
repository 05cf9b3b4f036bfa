"""Where a score comes from, down to the cells and the definition's lines."""

from __future__ import annotations

from collections.abc import Callable

from kediri_index.agencies.assignment import opd_of_leaves
from kediri_index.analysis.trace.tree import Subject, trace_of
from kediri_index.errors import UsageError
from kediri_index.messages.catalogue import has_errors
from kediri_index.model.dataset import Lead, UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.profile import Hints, Profile, opd_names
from kediri_index.model.text import Suggestion, exact, nearest
from kediri_index.model.traced import OVERALL_ID, TraceOutcome
from kediri_index.scoring.answers import basis_of
from kediri_index.scoring.comparisons import Comparisons
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.prepare import Prepared
from kediri_index.sheets.identity import Known
from kediri_index.usecases.check import Checked
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.units import checked_for_one, chosen_place


def trace(  # noqa: PLR0913 - the options of the command
    submission: Submission,
    definition: Definition,
    profile: Profile | None = None,
    node: str | None = None,
    *,
    hints: Hints | None = None,
    value: Lead | None = None,
    allow_errors: bool = False,
    waive: Callable[[Checked], Checked] | None = None,
    known: Known = tuple,
) -> TraceOutcome:
    """Return the tree of *node*, an id or a name of the definition; without one, of the whole.

    ``hints.unit`` and ``hints.year`` choose among several units, and name one that the files do
    not. While there are errors the outcome has no trace, unless *allow_errors*. Raises
    :class:`UsageError` for a node that the definition has not, and where it is not said which of
    several units is meant.
    """
    hints = hints or Hints()
    wanted = node_named(definition, node)

    checked = checked_for_one(submission, definition, profile, hints, value=value, known=known)
    units = checked.data.units
    if waive is not None:
        checked = waive(checked)
    refused = has_errors(checked.findings)
    outcome = TraceOutcome(
        definition=definition,
        profile=profile,
        inputs=checked.data.inputs,
        trace=None,
        findings=checked.findings,
        partial=refused and allow_errors,
        waived=checked.waived,
    )
    if not units:
        return outcome
    position = 0 if len(units) == 1 else chosen_place(units, hints, profile)
    if refused and not allow_errors:
        return outcome
    prepared = checked.ready or Prepared(units, definition)
    unit = prepared.unit(position)
    subject = Subject(
        definition=definition,
        fitted=prepared.definition_of(unit),
        unit=unit,
        lead=value,
        compared=Comparisons(prepared, value).by_lead(position),
        effects=prepared.effects.by_step(position, definition.prepare) if prepared.effects else (),
        opd=_opd(definition, profile, unit),
    )
    found = trace_of(subject, wanted)
    basis = basis_of(subject.fitted, unit, found.lead)
    return outcome._replace(trace=found._replace(basis=basis))


def node_named(definition: Definition, said: str | None) -> str:
    """Return the id of the node that *said* names: an id, a printed code, or a name only it has.

    Case makes no difference. Raises :class:`UsageError` with the nearest where there is none.
    """
    if said is None:
        return OVERALL
    nodes = definition.nodes()
    if said in nodes:
        return said
    by_name: dict[str, set[str]] = {}
    for node_id, one in nodes.items():
        printed = getattr(one, "printed", None)
        names = (node_id, *one.label, printed)
        for name in filter(None, names):
            by_name.setdefault(exact(name), set()).add(node_id)
    by_name.setdefault(OVERALL_ID, {OVERALL})
    wanted = exact(said)
    same_id = [node_id for node_id in nodes if exact(node_id) == wanted]
    found = set(same_id[:1]) or by_name.get(wanted, set())
    if len(found) > 1:
        raise UsageError("node-of-several", value=said, known=tuple(sorted(found)))
    if found:
        return found.pop()
    near = nearest(said, by_name)
    ids = sorted(by_name[near]) if near is not None else []
    suggestion = Suggestion(None if not ids else _shown(definition, ids[0]))
    known = tuple(one.id for one in definition.groups)
    raise UsageError(
        "unknown-node", value=said, definition=definition.id, nearest=suggestion, known=known
    )


def _shown(definition: Definition, node_id: str) -> str:
    if node_id == OVERALL:
        return OVERALL_ID
    return f"{node_id} ({definition.nodes()[node_id].label.main})"


def _opd(
    definition: Definition, profile: Profile | None, unit: UnitData
) -> dict[str, tuple[str, ...]]:
    """Return the names of the agencies that answer for each node."""
    own = profile if profile is not None and profile.is_of(unit.unit) else None
    names = opd_names(own)
    assigned = opd_of_leaves(definition, own)
    return {node: tuple(names.get(opd, opd) for opd in opds) for node, opds in assigned.items()}

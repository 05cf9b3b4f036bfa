"""Where a score comes from: a tree from a node down to the cells and the definition's lines."""

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.model.aggregation import Aggregation, NoScore
from kediri_index.model.dataset import InputFile, Lead, Missing
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, Mark, Source
from kediri_index.model.language import Label, Sentence
from kediri_index.model.profile import Basis, Profile, Waived
from kediri_index.model.scores import Figure
from kediri_index.model.shown import brief, showing

if TYPE_CHECKING:
    from kediri_index.model.survey import SurveyValue

OVERALL_ID = "overall"
"""The id and the kind of the whole in a trace; a group of that id goes before it."""
INDICATOR_KIND = "indicator"


class Role(StrEnum):
    """What a cell says of an indicator; *divisor*: what ``prepare`` divided its value by.

    *survey*: the header above the answers of respondents, with their value; *respondent*: one of
    the answers.
    """

    ASSESSOR = "assessor"
    SELF = "self"
    MEASURE = "measure"
    TARGET = "target"
    DIVISOR = "divisor"
    SURVEY = "survey"
    RESPONDENT = "respondent"


class TracedCell(NamedTuple):
    """One cell that a score comes from: what it is, the text in it, and its number.

    *number* is as used, after the steps of ``prepare``; None for a cell without one.
    """

    role: Role
    text: str
    number: Fraction | None
    source: Source


class Term(NamedTuple):
    """One child in a combination.

    *weight* is the one in use, *share* what it is of all weights, *value* the score as it enters:
    rounded where the definition has a stage below. *part* is share x value of a top level whose
    terms are rounded.
    """

    id: str
    label: Label
    weight: Fraction
    share: Fraction
    value: Fraction
    part: Fraction | None = None


class Combination(NamedTuple):
    """How the children of a node were combined.

    *kind* is the children's, None where there are several. *by_printed* says whether the printed
    figures of the children, combined, give the printed figure of the node.
    """

    aggregation: Aggregation
    kind: str | None
    terms: tuple[Term, ...]
    by_printed: bool = True


class TracedNode(NamedTuple):
    """One node with all that its score comes from.

    *weight* is the one in use among its siblings (None for the whole), *contribution* its part of
    the overall where that is a sum of such. *combined* is there for a node that was computed from
    its children, *said* are further sentences: how an answer was scored, what was left out, why
    there is no score. *used* says whether the node counts in the overall. *opd* are the names of
    the agencies that answer for it. *survey* is what respondents said, where the score is theirs.
    """

    id: str
    kind: str
    label: Label | None
    figure: Figure
    weight: Fraction | None
    effective_weight: Fraction
    contribution: Figure
    combined: Combination | None = None
    said: tuple[Sentence, ...] = ()
    used: bool = True
    given: bool = False
    missing: Missing | None = None
    no_score: NoScore | None = None
    counted_as_zero: bool = False
    raw: str | None = None
    seen: tuple[TracedCell, ...] = ()
    survey: "SurveyValue | None" = None
    opd: tuple[str, ...] = ()
    class_label: Label | None = None
    defined_at: Mark | None = None
    children: "tuple[TracedNode, ...]" = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """The cells that the score was read from."""
        return tuple(one.source for one in self.seen)

    def walk(self) -> "Iterator[TracedNode]":
        """Yield this node and all below it, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()


class Trace(NamedTuple):
    """The tree of one unit in one year; *above* are the nodes from the whole down to its root.

    *basis* says whose assessment the scores are, where that is known.
    """

    unit: str | None
    year: int | None
    lead: Lead
    node: TracedNode
    above: tuple[tuple[str, Label | None], ...] = ()
    basis: Basis | None = None


class TraceOutcome(NamedTuple):
    """What ``trace`` comes to: no *trace* where errors forbid scores.

    *partial*: errors were let be. *waived* are findings that were accepted, not among *findings*.
    """

    definition: Definition
    profile: Profile | None
    inputs: tuple[InputFile, ...]
    trace: Trace | None
    findings: tuple[Finding, ...]
    partial: bool = False
    waived: tuple[Waived, ...] = ()

    def __repr__(self) -> str:
        what = "trace" if self.trace else "no trace"
        return brief(self, self.definition.id, what, len(self.findings))

    def _repr_html_(self) -> str:
        return showing().html(self)

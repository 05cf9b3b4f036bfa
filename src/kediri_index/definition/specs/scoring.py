"""What ``score:`` may say: a method's parameters are what its dataclass declares."""

# No postponed annotations: types that are there already need no evaluation at start.

from typing import Annotated

from kediri_index.definition.specs.parsed import FieldError, Json, Parsed, spec
from kediri_index.model.scoring import Outside, Range, ScoringMethod
from kediri_index.scoring.methods import METHODS

SCORE_SCHEMA: Json = {"$comment": "score"}
"""Stands for what the registry of methods allows; ``json_schema`` spells it out."""


@spec
class RangeSpec:
    """The range of a score, and what happens beyond: common to all methods."""

    to: Range | None = None
    outside: Outside | None = None


@spec
class ScoreSpec(RangeSpec):
    """How a raw value becomes a score."""

    method: ScoringMethod


def parse_method(value: object) -> type[ScoringMethod]:
    """Return the method that *value* names; raises FieldError where there is none."""
    kind = METHODS.get(value) if isinstance(value, str) else None
    if kind is None:
        raise FieldError("D113", known=tuple(METHODS))
    return kind


def _model() -> object:
    from kediri_index.definition.json_schema import any_score  # noqa: PLC0415 - imports Pydantic

    return any_score()


SCORE = Parsed(parse_method, SCORE_SCHEMA, _model)
Score = Annotated[ScoreSpec, SCORE]

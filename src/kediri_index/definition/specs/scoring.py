"""What ``score:`` may say: a method's parameters are what its dataclass declares."""

# No postponed annotations: types that are there already need no evaluation at start.

from typing import Annotated

from kediri_index.definition.reading import read
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


def parse_score(value: object) -> ScoreSpec:
    """Return what ``score:`` says; raises FieldError where anything is wrong."""
    if not isinstance(value, dict):
        raise FieldError("dataclass_type")
    parameters = dict(value)
    name = parameters.pop("method", None)
    kind = METHODS.get(name) if isinstance(name, str) else None
    if kind is None:
        raise FieldError("unknown_value", known=tuple(METHODS))
    common = {key: parameters.pop(key) for key in ("to", "outside") if key in parameters}
    score_range = read(RangeSpec, common)
    method = read(kind, parameters)
    return ScoreSpec(method=method, to=score_range.to, outside=score_range.outside)


def _validate(value: object) -> ScoreSpec:
    from kediri_index.definition.score_models import validate_score  # noqa: PLC0415 - imports Pydantic

    return validate_score(value)


Score = Annotated[ScoreSpec, Parsed(parse_score, SCORE_SCHEMA, _validate)]

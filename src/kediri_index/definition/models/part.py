"""The base of all models: no key but the known ones."""

from __future__ import annotations

from typing import Any, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails, InitErrorDetails

from kediri_index.definition.models.values import fault


class Part(BaseModel):
    """A mapping whose keys are known."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="wrap")
    @classmethod
    def _say_what_is_known(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:  # noqa: ANN401 - as Pydantic hands it over
        """Validate; an unknown key's fault gets the known ones, for suggestions."""
        try:
            return handler(data)
        except ValidationError as error:
            known = known_keys(cls)
            faults = [_with_known(detail, known) for detail in error.errors(include_url=False)]
            raise ValidationError.from_exception_data(error.title, faults) from None


def known_keys(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys that *model* knows, as they stand in YAML."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _with_known(detail: ErrorDetails, known: tuple[str, ...]) -> InitErrorDetails:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "extra_forbidden" and len(detail["loc"]) == 1:
        kind, context = "unknown_key", {"known": known}
    return InitErrorDetails(type=fault(kind, **context), loc=detail["loc"], input=detail["input"])

"""Typer's complaints about the command line, in the words of our catalogue."""

from __future__ import annotations

from typing import Any

from kediri_index.errors import UsageError
from kediri_index.model.nearest import Suggestion, suggest


def worded_usage(error: Exception, command: Any) -> UsageError:  # noqa: ANN401 - Typer exports no type
    """Return the error as one of ours; what is not known keeps Typer's own sentence."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "kediri-index"
    kind = type(error).__name__
    if kind == "NoSuchOption":
        possible = list(getattr(error, "possibilities", None) or ())
        nearest = Suggestion(possible[0] if possible else None)
        option = getattr(error, "option_name", "")
        return UsageError("no-such-option", value=option, nearest=nearest, command=path)
    if kind == "MissingParameter":
        return UsageError("missing-argument", value=_parameter(error), command=path)
    choices = getattr(getattr(getattr(error, "param", None), "type", None), "choices", None)
    value = _quoted(str(error))
    if kind == "BadParameter" and choices is not None:
        known = [str(choice) for choice in choices]
        return UsageError(
            "bad-value",
            option=_parameter(error),
            value=value,
            nearest=suggest(value, known),
            known=known,
        )
    if kind == "BadParameter":
        return UsageError("no-number", option=_parameter(error), value=value)
    group = getattr(getattr(context, "command", command), "commands", None)
    if kind == "UsageError" and group is not None and "command" in str(error):
        return UsageError("no-such-command", value=value, nearest=suggest(value, list(group)))
    sentence = str(getattr(error, "message", error)).rstrip(".")
    return UsageError("usage", reason=sentence, command=path)


def _parameter(error: Exception) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return ""
    long = [option for option in parameter.opts if option.startswith("--")]
    return str(long[0] if long else parameter.make_metavar(error.ctx))  # type: ignore[attr-defined]


def _quoted(sentence: str) -> str:
    """Return what stands in the sentence's first pair of quotes."""
    parts = sentence.split("'")
    return parts[1] if len(parts) > 1 else ""

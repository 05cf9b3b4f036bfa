"""Typer's complaints about the command line, in the words of our catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kediri_index.errors import UsageError
from kediri_index.model.nearest import Suggestion, suggest


def worded_usage(
    error: Exception,
    command: Any,  # noqa: ANN401 - Typer exports no type
    arguments: Sequence[str],
) -> UsageError:
    """Return the error as one of ours; what is not known keeps Typer's own sentence.

    Typer keeps its copy of Click to itself, so errors are told apart by the names of their types.
    """
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else _called(command, arguments)
    match type(error).__name__:
        case "NoSuchOption":
            return _no_such_option(error, path)
        case "MissingParameter":
            return UsageError("missing-argument", value=_parameter(error), command=path)
        case "BadParameter":
            return _bad_value(error)
        case "BadOptionUsage":
            needed = "requires" in str(error)
            key = "option-needs-value" if needed else "option-takes-no-value"
            return UsageError(key, value=getattr(error, "option_name", ""), command=path)
        case _:
            commands = getattr(getattr(context, "command", command), "commands", None)
            return _about_commands(error, path, list(commands or ()))


def _called(command: Any, arguments: Sequence[str]) -> str:  # noqa: ANN401 - likewise
    """Return the command that *arguments* call, such as ``kediri-index definition show``."""
    words = ["kediri-index"]
    for argument in arguments:
        command = getattr(command, "commands", {}).get(argument)
        if command is None:
            break
        words.append(argument)
    return " ".join(words)


def _no_such_option(error: Exception, path: str) -> UsageError:
    possible = list(getattr(error, "possibilities", None) or ())
    nearest = Suggestion(possible[0] if possible else None)
    option = getattr(error, "option_name", "")
    return UsageError("no-such-option", value=option, nearest=nearest, command=path)


def _bad_value(error: Exception) -> UsageError:
    value = _quoted(str(error))
    choices = getattr(getattr(getattr(error, "param", None), "type", None), "choices", None)
    known = [str(getattr(choice, "value", choice)) for choice in choices or ()]
    nearest = suggest(value, known)
    return UsageError(
        "bad-value", option=_parameter(error), value=value, nearest=nearest, known=known
    )


def _about_commands(error: Exception, path: str, commands: list[str]) -> UsageError:
    sentence = str(getattr(error, "message", error)).rstrip(".")
    if commands and sentence == "Missing command":
        return UsageError("missing-command", known=commands, command=path)
    if commands and sentence.startswith("No such command"):
        value = _quoted(sentence)
        nearest = suggest(value, commands)
        return UsageError("no-such-command", value=value, nearest=nearest, command=path)
    if sentence.startswith("Got unexpected extra argument"):
        value = sentence.rpartition("(")[2].rstrip(")")
        return UsageError("extra-argument", value=value, command=path)
    return UsageError("usage", reason=sentence, command=path)


def _parameter(error: Exception) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return ""
    long = [option for option in parameter.opts if option.startswith("--")]
    return str(long[0] if long else parameter.metavar or parameter.name)


def _quoted(sentence: str) -> str:
    """Return what stands in the sentence's first pair of quotes."""
    parts = sentence.split("'")
    return parts[1] if len(parts) > 1 else ""

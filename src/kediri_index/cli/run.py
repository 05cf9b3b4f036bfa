"""Running the command line: its words in one order, and every way to end."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from kediri_index.cli.process import nowhere, settle_widths
from kediri_index.errors import (
    EXIT_BUG,
    EXIT_FINE,
    EXIT_INTERRUPTED,
    EXIT_USAGE,
    DefinitionError,
    KediriIndexError,
    UsageError,
)
from kediri_index.messages.texts import text
from kediri_index.model.language import Language
from kediri_index.model.text import Suggestion, suggest
from kediri_index.project_folder import outside

_FLAGS = frozenset({"--quiet", "-q", "--verbose", "--debug"})
_LANG = "--lang"
_HELP = "--help"
_WITH_COMMANDS = "definition"
"""What has commands, and no options."""


def arranged(arguments: Sequence[str]) -> list[str]:
    """Return *arguments* with the options before the command behind it, ``help`` as ``--help``.

    Raises :class:`~kediri_index.errors.UsageError` for ``--lang`` without a language, and for a
    word with nothing in it: a variable that is not set, which would otherwise change the answer.
    """
    _refuse_empty(arguments)
    before, words = _split(list(arguments))
    match words:
        case [] | ["help"] | ["help", "help" | "version"]:
            return [_HELP]
        case ["version"]:
            return ["--version"]
        case ["help", *called]:
            words = [*called, _HELP]
    if words[0].startswith("-"):  # no command that the options could go to
        return words
    if words[0] != _WITH_COMMANDS:
        return [words[0], *before, *words[1:]]
    if len(words) == 1 or words[1].startswith("-"):  # its help alone, whose language is known
        return words
    return [*words[:2], *before, *words[2:]]


def _refuse_empty(arguments: Sequence[str]) -> None:
    for before, word in pairwise(("", *arguments)):
        option, given, value = word.partition("=")
        if word.startswith("--") and given and not value.strip():
            raise UsageError("empty-option", option=option)
        if not word.strip():
            if before.startswith("--") and "=" not in before:
                raise UsageError("empty-option", option=before)
            raise UsageError("empty-word")


def _split(words: list[str]) -> tuple[list[str], list[str]]:
    """Return the options that every command has and that stand first, and the rest."""
    end = 0
    while end < len(words):
        word = words[end]
        if word == _LANG:
            if end + 1 == len(words):
                raise UsageError("option-needs-value", value=_LANG, command="kediri-index")
            end += 2
        elif word in _FLAGS or word.startswith(f"{_LANG}="):
            end += 1
        else:
            break
    return words[:end], words[end:]


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


_BEFORE_ZIP = "timestamps before 1980"
"""What zipfile says of the clock, by which python-docx dates the parts of a document."""


def run(arguments: Sequence[str]) -> int:
    """Run the command line with *arguments* and return the exit code."""
    _never_fail_on_encoding()
    settle_widths()
    try:
        from kediri_index.cli.language import refuse_unknown

        refuse_unknown()
        arguments = arranged(arguments)
        with outside(allowed=False):  # until an option says otherwise
            code = _run(arguments)
        sys.stdout.flush()  # what cannot be written is told here, not by the interpreter's end
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - each has its sentence and code
        return ended(error, arguments)
    return code


def ended(error: BaseException, arguments: Sequence[str]) -> int:
    """Say in one line why a run with *arguments* ended by *error*; return the exit code."""
    from kediri_index.cli.language import help_language  # reads the arguments

    language = help_language()
    if isinstance(error, DefinitionError):
        from kediri_index.cli.broken import print_broken  # a fault needs it

        _complain(print_broken(error, arguments, language), language)
        return error.exit_code
    if isinstance(error, KediriIndexError):
        _complain(_worded(error, language), language)
        return error.exit_code
    if isinstance(error, (KeyboardInterrupt, EOFError)):
        _complain(text("interrupted", language), language)
        return EXIT_INTERRUPTED
    if isinstance(error, BrokenPipeError):
        _forget_output()
        return EXIT_FINE
    said = _by_the_machine(error, language)
    if said is not None:
        _complain(said, language)
        _forget_output()
        return EXIT_USAGE
    if "--debug" in arguments:
        import traceback  # only a bug needs it

        from kediri_index.cli.output import complain

        complain("".join(traceback.format_exception(error)))
    _complain(text("bug", language, reason=f"{type(error).__name__}: {error}"), language)
    return EXIT_BUG


def _run(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        from kediri_index import __version__

        sys.stdout.write(f"kediri-index {__version__}\n")
        return EXIT_FINE
    import typer

    from kediri_index.cli import completion
    from kediri_index.cli.commands import make_app  # builds every option
    from kediri_index.cli.help import translated_help  # belongs to it

    if completion.about_completion(arguments):
        return completion.show_or_install(arguments)
    usage_error: type[Exception] = typer.BadParameter.__bases__[0]
    command = typer.main.get_command(make_app(arguments))
    try:
        with translated_help(arguments):
            code = command.main(arguments, prog_name="kediri-index", standalone_mode=False)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except usage_error as error:
        raise worded_usage(error, command, arguments) from error
    except SystemExit as ended:
        if completion.asked():  # fish takes the code for an answer
            return EXIT_FINE if ended.code in {None, 0} else 1
        # so Typer ends where a pipe was closed
        raise BrokenPipeError from None
    if code == EXIT_INTERRUPTED:  # so Typer ends where the user interrupts
        raise KeyboardInterrupt
    return code if isinstance(code, int) else EXIT_FINE


def _worded(error: KediriIndexError, language: Language) -> str:
    if isinstance(error, UsageError):
        return text(error.message, language, **error.params)
    return str(error)


def _by_the_machine(error: BaseException, language: Language) -> str | None:
    """Return what to say where the machine is at fault, not the program; else None."""
    if _lacks_memory(error):
        return text("out-of-memory", language)
    if isinstance(error, ValueError) and _BEFORE_ZIP in str(error):
        return text("clock-wrong", language)
    if not isinstance(error, OSError):
        return None
    reason = error.strerror or str(error)
    if error.filename is not None:
        return text("system-refused", language, path=os.fsdecode(error.filename), reason=reason)
    if error.errno == errno.ENOENT and not _has_folder():
        return text("folder-gone", language)
    return text("output-failed", language, path="-", reason=reason)  # such as a full disk


def _lacks_memory(error: BaseException) -> bool:
    """Return whether there was too little memory, be it to load a part of Python itself."""
    return (
        isinstance(error, MemoryError)
        or (isinstance(error, OSError) and error.errno == errno.ENOMEM)
        or (isinstance(error, ImportError) and "failed to map segment" in str(error))
    )


def _has_folder() -> bool:
    try:
        os.getcwd()  # noqa: PTH109 - the question is the system's, no path is wanted
    except OSError:
        return False
    return True


def _complain(sentence: str, language: Language) -> None:
    try:
        from kediri_index.model.text import printable, without_commands

        shown = without_commands(printable(sentence))
    except (ImportError, MemoryError, OSError):  # nothing can be loaded any more
        shown = ascii(sentence)
    sys.stderr.write(f"kediri-index: {text('error', language)}: {shown}\n")


def _never_fail_on_encoding() -> None:
    from kediri_index.present.renderers.ascii import NAME

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=NAME)


def _forget_output() -> None:
    nowhere(sys.stdout.fileno())

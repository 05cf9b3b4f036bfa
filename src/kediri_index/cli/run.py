"""Running the command line: its words in one order, then the command that they call."""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kediri_index.cli.process import COMPLETING, settle_threads, settle_widths
from kediri_index.errors import EXIT_FINE, EXIT_INTERRUPTED, UsageError
from kediri_index.model.language import Language
from kediri_index.project_folder import outside

_FLAGS = frozenset({"--quiet", "-q", "--verbose", "--debug"})
_LANG = "--lang"
_HELP = "--help"
_HELP_OPTIONS = frozenset({_HELP, "-h"})
_ABOUT_COMPLETION = frozenset({"--show-completion", "--install-completion"})
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


@contextlib.contextmanager
def _translated_help(arguments: Sequence[str]) -> Iterator[None]:
    """Print what is printed inside, Typer's words translated where *arguments* ask for help."""
    from kediri_index.cli.language import help_language

    if help_language() is Language.EN or not _HELP_OPTIONS & set(arguments):
        yield
        return
    from kediri_index.messages.screens.help import TYPER_WORDS

    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            yield
    finally:
        text = printed.getvalue()
        for word in TYPER_WORDS:
            parts = map(re.escape, word.english.split())
            text = re.sub(r"\s+".join(parts), word.indonesian, text)  # also where a line broke
        sys.stdout.write(text)
        sys.stdout.flush()


def run(arguments: Sequence[str]) -> int:
    """Run the command line with *arguments* and return the exit code."""
    _never_fail_on_encoding()
    settle_widths()
    settle_threads()
    try:
        from kediri_index.cli.language import refuse_unknown

        refuse_unknown()
        arguments = arranged(arguments)
        with outside(allowed=False):  # until an option says otherwise
            code = _run(arguments)
        sys.stdout.flush()  # what cannot be written is told here, not by the interpreter's end
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - each has its sentence and code
        from kediri_index.cli.errors import ended

        return ended(error, arguments)
    return code


def _run(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        from kediri_index import __version__

        sys.stdout.write(f"kediri-index {__version__}\n")
        return EXIT_FINE
    import typer

    from kediri_index.cli.commands import make_app  # builds every option

    if arguments[0].partition("=")[0] in _ABOUT_COMPLETION:
        from kediri_index.cli.completion import show_or_install

        return show_or_install(arguments)
    usage_error: type[Exception] = typer.BadParameter.__bases__[0]
    command = typer.main.get_command(make_app(arguments))
    try:
        with _translated_help(arguments):
            code = command.main(arguments, prog_name="kediri-index", standalone_mode=False)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except usage_error as error:
        from kediri_index.cli.errors import worded_usage

        raise worded_usage(error, command, arguments) from error
    except SystemExit as ended:
        if COMPLETING in os.environ:  # fish takes the code for an answer
            return EXIT_FINE if ended.code in {None, 0} else 1
        # so Typer ends where a pipe was closed
        raise BrokenPipeError from None
    if code == EXIT_INTERRUPTED:  # so Typer ends where the user interrupts
        raise KeyboardInterrupt
    return code if isinstance(code, int) else EXIT_FINE


def _never_fail_on_encoding() -> None:
    from kediri_index.present.renderers.ascii import NAME

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=NAME)

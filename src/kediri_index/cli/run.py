"""Running the command line: every way to end, with its message and exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

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


def run(arguments: Sequence[str]) -> int:  # noqa: PLR0911 - one return a way to end
    """Run the command line with *arguments* and return the exit code."""
    _never_fail_on_encoding()
    from kediri_index.cli.language import help_language  # noqa: PLC0415 - reads the arguments

    language = help_language()
    try:
        return _run(list(arguments) or ["--help"])
    except DefinitionError as error:
        from kediri_index.cli.broken import print_broken  # noqa: PLC0415 - a fault needs it

        _complain(print_broken(error, arguments, language), language)
        return error.exit_code
    except KediriIndexError as error:
        _complain(_worded(error, language), language)
        return error.exit_code
    except (KeyboardInterrupt, EOFError):
        _complain(text("interrupted", language), language)
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return EXIT_FINE
    except OSError as error:  # such as a full disk behind standard output
        reason = error.strerror or str(error)
        _complain(text("output-failed", language, path="-", reason=reason), language)
        _forget_output()
        return EXIT_USAGE
    except Exception as error:  # noqa: BLE001 - a bug is told in one line
        if "--debug" in arguments:
            import traceback  # noqa: PLC0415 - only a bug needs it

            traceback.print_exc()
        _complain(text("bug", language, reason=f"{type(error).__name__}: {error}"), language)
        return EXIT_BUG


def _run(arguments: list[str]) -> int:
    import typer  # noqa: PLC0415 - heavy

    from kediri_index.cli import completion  # noqa: PLC0415 - likewise
    from kediri_index.cli.app import make_app  # noqa: PLC0415 - builds every option
    from kediri_index.cli.help import translated_help  # noqa: PLC0415 - belongs to it
    from kediri_index.cli.usage import worded_usage  # noqa: PLC0415 - likewise

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


def _complain(sentence: str, language: Language) -> None:
    from kediri_index.report.terminal_text import printable  # noqa: PLC0415 - a fault needs it

    sys.stderr.write(f"kediri-index: {text('error', language)}: {printable(sentence)}\n")


def _never_fail_on_encoding() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _forget_output() -> None:
    """Point standard output to nowhere, so that the interpreter's last flush does not complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

"""What is said where a run ends by an error: one line on standard error, and an exit code."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from itertools import accumulate, compress, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kediri_index.cli.language import help_language, language_without_definition
from kediri_index.cli.process import nowhere
from kediri_index.errors import (
    EXIT_BUG,
    EXIT_FINE,
    EXIT_INTERRUPTED,
    EXIT_USAGE,
    CostsError,
    DefinitionError,
    KediriIndexError,
    OwnMethodError,
    ProfileError,
    UncertainError,
    UsageError,
    WaiversError,
    WeightSetsError,
)
from kediri_index.messages.screens.error import system_reason
from kediri_index.messages.texts import text
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.text import Suggestion, suggest

if TYPE_CHECKING:
    from kediri_index.cli.options import Request

_BEFORE_ZIP = "timestamps before 1980"
"""What zipfile says of the clock, by which python-docx dates the parts of a document."""


def ended(error: BaseException, arguments: Sequence[str]) -> int:
    """Say in one line why a run with *arguments* ended by *error*; return the exit code."""
    language = help_language()
    if isinstance(error, UsageError):
        _complain(text(error.message, language, **error.params), language)
        return error.exit_code
    if isinstance(error, (KeyboardInterrupt, EOFError)):
        _complain(text("interrupted", language), language)
        return EXIT_INTERRUPTED
    if isinstance(error, BrokenPipeError):
        _forget_output()
        return EXIT_FINE
    said = _without_numpy(error, language) or _by_the_machine(error, language)
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


def _without_numpy(error: BaseException, language: Language) -> str | None:
    """Return what to say where a browser's Python lacks what many units need; else None."""
    lacks = isinstance(error, ModuleNotFoundError) and error.name == "numpy"
    return text("no-numpy", language) if lacks else None


def _by_the_machine(error: BaseException, language: Language) -> str | None:
    """Return what to say where the machine is at fault, not the program; else None."""
    if _lacks_memory(error):
        return text("out-of-memory", language)
    if isinstance(error, ValueError) and _BEFORE_ZIP in str(error):
        return text("clock-wrong", language)
    if not isinstance(error, OSError):
        return None
    reason = system_reason(error)
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


def _forget_output() -> None:
    with suppress(OSError):  # a caller's own stream has no descriptor
        nowhere(sys.stdout.fileno())


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
    called = accumulate(
        arguments, lambda one, word: getattr(one, "commands", {}).get(word), initial=command
    )
    words = compress(arguments, islice(called, 1, None))
    return " ".join(("kediri-index", *words))


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


def _parameter(error: Any) -> str:  # noqa: ANN401 - likewise
    parameter = error.param
    long = [option for option in parameter.opts if option.startswith("--")]
    return str(long[0] if long else parameter.metavar or parameter.name)


def _quoted(sentence: str) -> str:
    """Return what stands in the sentence's first pair of quotes."""
    parts = sentence.split("'")
    return parts[1] if len(parts) > 1 else ""


def source_lines() -> Callable[[str, int], str | None]:
    """Return a function that gives a line of a file by its number from 1; None where it cannot."""
    from kediri_index.definition.source import decoded

    @cache
    def lines(file: str) -> tuple[str, ...]:
        path = Path(file)
        try:
            if not path.is_file() or path.stat().st_size > Limits().definition_bytes:
                return ()
            data = path.read_bytes()
            return tuple((decoded(data).text or data.decode(errors="replace")).splitlines())
        except OSError:
            return ()

    def line(file: str, number: int) -> str | None:
        found = lines(file)
        return found[number - 1] if 0 < number <= len(found) else None

    return line


_BROKEN = "definition-broken"
_SENTENCES: dict[type[DefinitionError], str] = {
    ProfileError: "profile-broken",
    WaiversError: "waivers-broken",
    CostsError: "costs-broken",
    WeightSetsError: "weight-sets-broken",
    OwnMethodError: "own-method-broken",
    UncertainError: "uncertain-broken",
}


def broken(error: DefinitionError, request: Request, command: str, given: Mapping[str, Any]) -> int:
    """Print the findings of *error*, and what *command* was to write; return the exit code.

    Its *request* and the options *given* beside it say in which formats, and into which files.
    """
    from kediri_index.cli.printing import print_blocks
    from kediri_index.cli.quoting import typed
    from kediri_index.messages.catalogue import has_errors
    from kediri_index.present.findings import faults

    language = language_without_definition(request.lang)
    _write_for_programs(error, request, command, given, language)
    print_blocks(tuple(faults(error.findings, language, source_lines())), language)
    path = next((finding.file for finding in error.findings if finding.file), "")
    count = sum(1 for finding in error.findings if has_errors([finding]))
    key = _SENTENCES.get(type(error), _BROKEN)
    if key == _BROKEN:  # in a command to copy
        path = typed(path)
    _complain(text(key, language, count=count, path=path), language)
    return error.exit_code


def _write_for_programs(
    error: DefinitionError,
    request: Request,
    command: str,
    given: Mapping[str, Any],
    language: Language,
) -> None:
    """Write the findings as a script gets them always, although there is no result."""
    from kediri_index.cli.check_files import check_reports
    from kediri_index.cli.output import refuse_inputs, write_text
    from kediri_index.cli.printing import printed_in
    from kediri_index.present.commands.check import CheckPresentation
    from kediri_index.present.envelope import envelope
    from kediri_index.present.findings import FindingsReport
    from kediri_index.present.formats import Format, OutputKind

    asked = [
        *check_reports(given.get("report") or ()),
        (request.format, request.output),
    ]
    inputs = _inputs(error, request, given)
    for form, output in asked:
        if form is Format.JSON:
            found: str | Iterable[str] = envelope(command, None, (), None, error.findings, language)
        elif form.printed is OutputKind.FINDINGS:
            report = FindingsReport(error.findings, language)
            found = printed_in(form, CheckPresentation(language, report, None))
        else:
            continue
        refuse_inputs(output, inputs)
        write_text(found if isinstance(found, str) else tuple(found), output, force=request.force)


def _inputs(error: DefinitionError, request: Request, given: Mapping[str, Any]) -> list[str]:
    """Return every file that was named, lies in a named folder, or has one of the faults."""
    from kediri_index.sheets.paths import expand

    named = {name: value for name, value in {**vars(request), **given}.items() if name not in _OUT}
    words = [word for value in named.values() for word in (value if _is_list(value) else [value])]
    files = [*(word for word in words if isinstance(word, str))]
    with suppress(KediriIndexError):
        files += expand(named.get("paths") or (), [], empty_folder=True)
    return [*files, *(finding.file for finding in error.findings if finding.file)]


def _is_list(value: object) -> bool:
    return isinstance(value, (list, tuple))


_OUT = frozenset({"output", "report", "mark"})
"""Options that name what is written."""

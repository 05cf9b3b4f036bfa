"""Completion in shells: Typer's scripts, and what it cannot know by itself."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from kediri_index.cli.process import COMPLETING, SHELLS

_PROGRAM = "kediri-index"

Complete = Callable[[str], list[str]]


def show_or_install(arguments: Sequence[str]) -> int:
    """Print or install the script for the shell that *arguments* name, else for this one.

    Raises :class:`~kediri_index.errors.UsageError` for a shell that is not known.
    """
    from typer._completion_shared import (  # only here
        get_completion_script,
        install,
    )

    from kediri_index.cli.language import help_language
    from kediri_index.cli.output import complain
    from kediri_index.messages.texts import text

    option, equals, value = arguments[0].partition("=")
    named = value if equals else next(iter(arguments[1:]), "")
    shell = _known(option, named if not named.startswith("-") else "")
    if option == "--show-completion":
        script = get_completion_script(prog_name=_PROGRAM, complete_var=COMPLETING, shell=shell)
        sys.stdout.write(f"{script}\n")
        return 0
    _, path = install(shell=shell, prog_name=_PROGRAM, complete_var=COMPLETING)
    said = text("completion-installed", help_language(), shell=shell, path=str(path))
    complain(f"{said}\n")
    return 0


def _known(option: str, named: str) -> str:
    from kediri_index.errors import UsageError
    from kediri_index.model.text import suggest

    shell = named or _this_shell()
    if shell not in SHELLS:
        nearest = suggest(shell, SHELLS)
        raise UsageError("bad-value", option=option, value=shell, nearest=nearest, known=SHELLS)
    return shell


def _this_shell() -> str:
    from typer._completion_shared import _get_shell_name  # looks it up

    return _get_shell_name() or ""


def _codes(incomplete: str) -> list[str]:
    from kediri_index.messages.catalogue import CATALOGUE  # a shell's call only

    fit = (code for code in sorted(CATALOGUE) if code.startswith(incomplete.upper()))
    return [incomplete + code[len(incomplete) :] for code in fit]  # Typer minds the case


def _definitions(incomplete: str) -> list[str]:
    from kediri_index.usecases.inputs import Surroundings

    known = Surroundings.here().known_definitions()
    return [one for one in known if one.startswith(incomplete)]


def _shells(incomplete: str) -> list[str]:
    return [shell for shell in SHELLS if shell.startswith(incomplete)]


COMPLETERS: dict[str, Complete] = {
    "codes": _codes,
    "definitions": _definitions,
    "shells": _shells,
}

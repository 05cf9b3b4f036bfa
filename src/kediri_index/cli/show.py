"""Showing what a command came to: its result, then on standard error what else there is to know."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from importlib import import_module
from typing import IO, NamedTuple, cast

from kediri_index.cli.output import STANDARD_OUTPUT, complain, print_text, say, write_text
from kediri_index.cli.printing import Printing
from kediri_index.model.dataset import InputFile
from kediri_index.model.definition import Definition
from kediri_index.model.language import Language
from kediri_index.model.profile import Profile
from kediri_index.model.text import printed
from kediri_index.present.document import Block, Document, Section, clean
from kediri_index.present.formats import Format, Presentation


class Used(NamedTuple):
    """What a command read, as ``--verbose`` lists it."""

    definition: Definition
    profile: Profile | None
    inputs: Iterable[InputFile]


_OF_FINDINGS = frozenset({"github", "jsonl", "junit"})
_ON_A_SCREEN = frozenset({"table", "text", "tree"})
_COLOURED = ("FORCE_COLOR", "TTY_COMPATIBLE")
"""What makes Rich take any stream for a terminal."""


def show(shown: Presentation, form: Format, printing: Printing, used: Used | None = None) -> bool:
    """Print *shown* in *form*; where it is refused, why. Return whether there was a result.

    On standard error stands what the format has no place for, with ``--verbose`` what was *used*,
    and what to type next.
    """
    refusal = shown.refusal()
    is_json = form.value == "json"
    if not refusal or is_json:
        print_in(form, shown, printing.output, force=printing.force)
    if refusal and not is_json:
        print_talk(refusal, printing.language)
    if not refusal:
        tell(shown, form, printing, used)
    elif not (is_json or printing.quiet):
        _say_all(shown.next())
    return not refusal


def tell(shown: Presentation, form: Format, printing: Printing, used: Used | None = None) -> None:
    """Say what *form* has no place for, what was *used*, and what to type next."""
    if not form.tells_all:
        _say_all(shown.remarks())
    if printing.verbose and used is not None:
        from kediri_index.cli.used import tell_inputs  # rarely asked for

        tell_inputs(used.definition, used.profile, used.inputs, printing.language)
    if form.value in _ON_A_SCREEN and not printing.quiet:
        _say_all(shown.next())


def print_in(
    form: Format, shown: Presentation, output: str | None = None, *, force: bool = False
) -> None:
    """Print *shown* in *form*, into the file *output*, on standard output if None or ``-``."""
    if form.value in _ON_A_SCREEN:
        print_document(shown.screen(), output, force=force)
        return
    parts = printed_in(form, shown)
    # all parts or nothing, though in one piece a long text is held twice
    write_text(parts if isinstance(parts, str) else tuple(parts), output, force=force)


def printed_in(form: Format, shown: Presentation) -> str | Iterable[str]:
    """Return *shown* in a *form* that is not for a screen, whole or in parts."""
    if form.value in {"json", "csv"}:
        return shown.json() if form.value == "json" else shown.csv()
    renderer = import_module(f"kediri_index.present.renderers.{form.value}")
    if form.value in _OF_FINDINGS:
        rendered = renderer.rendered(shown.of_findings())
    else:
        rendered = renderer.rendered(clean(shown.document()))
    return cast("str", rendered)


def print_document(document: Document, output: str | None = None, *, force: bool = False) -> None:
    """Print *document* for who reads a screen, into a file without colour."""
    if output is None and _is_coloured(document, sys.stdout):
        return
    to_file = output not in {None, STANDARD_OUTPUT}
    text = _plain(document, "utf-8" if output else _encoding(sys.stdout))
    if to_file:
        write_text(printed(text), output, force=force)
    else:
        print_text(text)


def print_talk(blocks: tuple[Block, ...], language: Language) -> None:
    """Print *blocks* on standard error, if there are any."""
    if not blocks:
        return
    document = Document(language, (Section("", "", blocks),))
    if not _is_coloured(document, sys.stderr):
        complain(_plain(document, _encoding(sys.stderr)))


def _plain(document: Document, encoding: str) -> str:
    """Return *document* as lines of text, as wide as ``COLUMNS`` says, else 120 columns."""
    from kediri_index.cli.consoles import WIDTH_WITHOUT_TERMINAL
    from kediri_index.present.renderers.layout import plain
    from kediri_index.present.renderers.terminal import Screen, lines

    width = int(os.environ.get("COLUMNS", WIDTH_WITHOUT_TERMINAL))
    drawn = lines(clean(document), Screen(width, encoding))
    return "".join(f"{plain(line)}\n" for line in drawn)


def _is_coloured(document: Document, stream: IO[str]) -> bool:
    """Print *document* by Rich if *stream* is a terminal; return whether it is."""
    if not (stream.isatty() or any(map(os.environ.get, _COLOURED))):
        return False
    from rich.text import Text  # where colours are seen

    from kediri_index.cli.consoles import console
    from kediri_index.present.renderers.terminal import Screen, lines

    screen = console(stream)
    if not screen.is_terminal:
        return False
    drawn = lines(clean(document), Screen(screen.width, screen.encoding))
    whole = Text("\n").join(Text.assemble(*line) for line in drawn)
    screen.print(whole, soft_wrap=True)
    return True


def _encoding(stream: IO[str]) -> str:
    return getattr(stream, "encoding", None) or "utf-8"


def _say_all(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        say(sentence)

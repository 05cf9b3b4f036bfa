"""Printing what a command came to: its result, then remarks on standard error."""

import os
import sys
from collections.abc import Iterable
from importlib import import_module
from typing import IO, TYPE_CHECKING, NamedTuple, Protocol, cast

from kediri_index.cli.options import Request
from kediri_index.cli.output import (
    STANDARD_OUTPUT,
    complain,
    print_text,
    say,
    write_bytes,
    write_text,
)
from kediri_index.messages.texts import text
from kediri_index.model.dataset import InputFile
from kediri_index.model.definition import Definition
from kediri_index.model.language import Language
from kediri_index.model.profile import Profile
from kediri_index.model.text import printed
from kediri_index.present.document import Block, Document, Section, clean
from kediri_index.present.formats import Format, OutputKind, Presentation

if TYPE_CHECKING:
    from kediri_index.usecases.score import LastYear


class Sources(Protocol):
    """What a command read; every outcome of a question about data has it."""

    @property
    def definition(self) -> Definition:
        """What the data were scored by."""
        ...

    @property
    def profile(self) -> Profile | None:
        """The profile in use."""
        ...

    @property
    def inputs(self) -> Iterable[InputFile]:
        """The files of data."""
        ...


class SourcesRead(NamedTuple):
    """What a command read that has no such outcome."""

    definition: Definition
    profile: Profile | None = None
    inputs: Iterable[InputFile] = ()


_COLOURED = ("FORCE_COLOR", "TTY_COMPATIBLE")
"""What makes Rich take any stream for a terminal."""


def print_outcome(shown: Presentation, request: Request, sources: Sources | None = None) -> bool:
    """Print *shown*, or why it is refused; return whether there was a result.

    On standard error stands what of the *sources* was found, what the format has no place for, and
    what to type next.
    """
    if sources is not None:
        print_found(sources, request, shown.language)
    refusal = shown.refusal()
    is_json = request.format is Format.JSON
    if not refusal or is_json:
        print_in(request.format, shown, request.output, force=request.force)
    if refusal and not is_json:
        print_blocks(refusal, shown.language)
    if not refusal:
        print_remarks(shown, request, sources)
        return True
    if request.verbose and sources is not None:
        print_sources(sources, shown.language)
    if not (is_json or request.quiet):
        _say_all(shown.next())
    return False


def print_remarks(shown: Presentation, request: Request, sources: Sources | None = None) -> None:
    """Say what the format has no place for, the *sources* if asked, and what to type next."""
    if not request.format.tells_all:
        _say_all(shown.remarks())
    if request.verbose and sources is not None:
        print_sources(sources, shown.language)
    if request.format.printed is OutputKind.SCREEN and not request.quiet:
        _say_all(shown.next())


def print_found(sources: Sources, request: Request, language: Language) -> None:
    """Say on standard error which definition and profile were found though nobody named them.

    ``--quiet`` leaves out what lies in the working folder or beside the data.
    """
    named = request.named()
    if named is None:
        return
    from kediri_index.usecases.inputs import Surroundings, discovered

    here = Surroundings.here(request.limits())
    found = discovered(sources.definition, sources.profile, named, here)
    there = {"definition": found.definition, "profile": found.profile}
    paths = {name: path for name, path in there.items() if path is not None}
    if paths and not request.verbose and (found.is_above or not request.quiet):
        which = "both" if len(paths) > 1 else next(iter(paths))
        say(text(f"found.{which}", language, **paths))
    passed_over = {
        "--config": found.definition_passed_over,
        "--profile": found.profile_passed_over,
    }
    for option, path in passed_over.items():
        if path is not None:
            say(text("found.passed-over", language, path=path, option=option))


def print_sources(sources: Sources, language: Language) -> None:
    """Say each on a line of its own, on standard error, as ``--verbose`` asks."""
    definition, profile = sources.definition, sources.profile
    sha256 = definition.sha256[:12]
    say(text("used.definition", language, path=definition.path, sha256=sha256))
    if profile is not None:
        say(text("used.profile", language, path=profile.path))
    for file in sources.inputs:
        layout = text(f"layout.{file.layout}" if file.layout else "layout.none", language)
        say(text("used.file", language, path=file.path, layout=layout))


def print_previous(
    last_year: "LastYear | None", profile: Profile | None, request: Request, language: Language
) -> None:
    """Say with ``--verbose`` which of last year's files the *profile* led to."""
    if request.verbose and last_year is not None and last_year.found and profile is not None:
        say(text("used.previous", language, path=last_year.path, profile=profile.path))


def print_in(
    form: Format, shown: Presentation, output: str | None = None, *, force: bool = False
) -> None:
    """Print *shown* in *form*, into the file *output*, on standard output if None or ``-``."""
    if form.printed is OutputKind.SCREEN:
        print_document(shown.screen(), output, force=force)
        return
    if form is Format.XLSX:
        write_bytes(output or STANDARD_OUTPUT, shown.workbook(), force=force)
        return
    parts = printed_in(form, shown)
    # all parts or nothing, though in one piece a long text is held twice
    write_text(parts if isinstance(parts, str) else tuple(parts), output, force=force)


def printed_in(form: Format, shown: Presentation) -> str | Iterable[str]:
    """Return *shown* in a *form* that is not for a screen, whole or in parts."""
    if form.printed is OutputKind.RESULT:
        return shown.json()
    if form.printed is OutputKind.ROWS:
        return shown.csv()
    if form.printed is OutputKind.FINDINGS:
        printed: object = shown.of_findings()
    else:
        printed = clean(shown.page() if form is Format.HTML else shown.document())
    renderer = import_module(f"kediri_index.present.renderers.{form}")
    return cast("str", renderer.rendered(printed))


def print_document(document: Document, output: str | None = None, *, force: bool = False) -> None:
    """Print *document* for who reads a screen, into a file without colour."""
    if output is None and _is_coloured(document, sys.stdout):
        return
    to_file = output not in {None, STANDARD_OUTPUT}
    plain = _plain(document, "utf-8" if output else _encoding(sys.stdout))
    if to_file:
        write_text(printed(plain), output, force=force)
    else:
        print_text(plain)


def print_blocks(blocks: tuple[Block, ...], language: Language) -> None:
    """Print *blocks* on standard error, if there are any."""
    if not blocks:
        return
    document = Document(language, (Section("", "", blocks),))
    if not _is_coloured(document, sys.stderr):
        complain(_plain(document, _encoding(sys.stderr)))


def _plain(document: Document, encoding: str) -> str:
    """Return *document* as lines of text, as wide as ``COLUMNS`` says, else 120 columns."""
    from kediri_index.present.renderers.layout import plain
    from kediri_index.present.renderers.terminal import (
        WIDTH_WITHOUT_TERMINAL,
        ScreenSize,
        lines,
    )

    width = int(os.environ.get("COLUMNS", WIDTH_WITHOUT_TERMINAL))
    drawn = lines(clean(document), ScreenSize(width, encoding))
    return "".join(f"{plain(line)}\n" for line in drawn)


def _is_coloured(document: Document, stream: IO[str]) -> bool:
    """Print *document* by Rich if *stream* is a terminal; return whether it is."""
    if not (stream.isatty() or any(map(os.environ.get, _COLOURED))):
        return False
    from rich.text import Text  # where colours are seen

    from kediri_index.cli.console import console
    from kediri_index.present.renderers.terminal import ScreenSize, lines

    screen = console(stream)
    if not screen.is_terminal:
        return False
    drawn = lines(clean(document), ScreenSize(screen.width, screen.encoding))
    whole = Text("\n").join(Text.assemble(*line) for line in drawn)
    screen.print(whole, soft_wrap=True)
    return True


def _encoding(stream: IO[str]) -> str:
    return getattr(stream, "encoding", None) or "utf-8"


def _say_all(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        say(sentence)

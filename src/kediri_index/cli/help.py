"""The words of a help text that are Typer's own, in the language of the reader."""

from __future__ import annotations

import contextlib
import io
import re
import sys
from collections.abc import Iterator, Sequence

from kediri_index.cli.language import help_language
from kediri_index.messages.screens.help import TYPER_WORDS
from kediri_index.model.language import Language

HELP_OPTIONS = frozenset({"--help", "-h"})


@contextlib.contextmanager
def translated_help(arguments: Sequence[str]) -> Iterator[None]:
    """Print what is printed inside, Typer's words translated where *arguments* ask for help."""
    if help_language() is Language.EN or not HELP_OPTIONS & set(arguments):
        yield
        return
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

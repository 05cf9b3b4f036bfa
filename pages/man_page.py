"""The manual page, from what the command line itself is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kediri_index import __version__
from kediri_index.model.language import Language
from pages.command_words import WORDS
from pages.commands import PROGRAM, each_command, metavar, root, said_in, shown_parameters, usage

_CODES = (0, 1, 2, 3, 70, 130)
_ENVIRONMENT = {
    "KEDIRI_INDEX_LANG": "The language of the output, id or en.",
    "KEDIRI_INDEX_CONFIG": "The definition, an id or a YAML file, where no option names one.",
    "COLUMNS": "The width of the output.",
    "NO_COLOR": "No colours.",
}


def man_page() -> str:
    """Return the page in English, for section 1 of the manual."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    app = root()
    yield f'.TH KEDIRI\\-INDEX 1 "" "kediri\\-index {__version__}" "User Commands"'
    yield from (".SH NAME", f"{_text(PROGRAM)} \\- {_english(app.help, stop=False)}")
    yield from (".SH SYNOPSIS", f".B {_text(usage(PROGRAM, app, Language.EN))}")
    yield ".SH COMMANDS"
    for name, command in each_command(app):
        yield from (f".SS {_text(name)}", _english(command.help), ".PP")
        yield f".B {_text(usage(f'{PROGRAM} {name}', command, Language.EN))}"
        for one in (*shown_parameters(command, "argument"), *shown_parameters(command, "option")):
            yield from (".TP", f".B {_text(_called(one))}", _english(one.help or ""))
    yield ".SH EXIT STATUS"
    for code in _CODES:
        meaning = WORDS[f"code.{code}"].english.replace("`", "")
        yield from (".TP", f".B {code}", _text(meaning))
    yield ".SH ENVIRONMENT"
    for name, meaning in _ENVIRONMENT.items():
        yield from (".TP", f".B {name}", _text(meaning))


def _called(one: Any) -> str:
    """Return how a parameter is typed."""
    value = metavar(one, Language.EN)
    if one.param_type_name == "argument":
        return value or str(one.name).upper()
    names = ", ".join(sorted(one.opts, key=len, reverse=True))
    choices = getattr(one.type, "choices", None)
    if choices:
        value = "|".join(str(getattr(choice, "value", choice)) for choice in choices)
    return names if getattr(one, "is_flag", False) or not value else f"{names} {value}"


def _english(said: str, *, stop: bool = True) -> str:
    told = said_in(said, Language.EN)
    return _text(told if stop else told.rstrip("."))


def _text(words: str) -> str:
    """Return *words* so that troff takes none for a request."""
    kept = words.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{kept}" if kept.startswith((".", "'")) else kept

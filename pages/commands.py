"""The page of all commands, from what the command line itself is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from kediri_index.messages.screens.help import TYPER_WORDS
from kediri_index.messages.texts import TEXTS
from kediri_index.model.language import Language, Wording
from kediri_index.present.escaping import escaped, row
from pages.command_words import ENDS_WITH_1, METAVARS, WORDS

PROGRAM = "kediri-index"
_OPTION = re.compile(r"(?<![\w-])(--[a-z][a-z-]*)")
_EXIT_CODES = (0, 1, 2, 3, 70, 130)


def commands_md(language: Language) -> str:
    """Return the page in *language*."""
    app = root()
    lines = [f"# {word('title', language)}", ""]
    for key in ("about", "other", "made"):
        lines += [word(key, language), ""]
    heads = (word("command", language), word("does", language))
    named = list(each_command(app))
    lines += _table(
        heads,
        (
            [f"[`{name}`](#{name.replace(' ', '-')})", _sentence(one.help, language)]
            for name, one in named
        ),
    )
    lines += ["", f"## {word('codes', language)}", "", word("codes-about", language), ""]
    meanings = ([f"`{code}`", word(f"code.{code}", language)] for code in _EXIT_CODES)
    lines += _table((word("code", language), word("meaning", language)), meanings)
    lines += ["", f"## {word('itself', language)}", ""]
    lines += _usage(PROGRAM, app, language)
    lines += _parameters(app, "option", language)
    for name, one in named:
        lines += ["", f"## {name}", "", _sentence(one.help, language), ""]
        lines += _usage(f"{PROGRAM} {name}", one, language)
        lines += _parameters(one, "argument", language)
        lines += _parameters(one, "option", language)
        why = word(f"exit.{ENDS_WITH_1[name]}", language)
        lines += ["", f"{word('exit', language)} {why}."]
    return "\n".join(lines) + "\n"


def called() -> dict[str, tuple[str, ...]]:
    """Return every command with the formats that it prints."""
    return {
        name: tuple(
            getattr(choice, "value", choice)
            for one in command.params
            if "--format" in one.opts
            for choice in one.type.choices
        )
        for name, command in each_command(root())
    }


@cache
def root() -> Any:
    """Return the application with all commands."""
    from typer.main import get_command  # noqa: PLC0415 - heavy, and this page alone needs it

    from kediri_index.cli.commands import make_app  # noqa: PLC0415 - likewise

    return get_command(make_app(("",)))  # no command's name: all are built


def each_command(group: Any, above: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every command that does something by its name, such as ``definition show``."""
    for name, one in group.commands.items():
        if hasattr(one, "commands"):
            yield from each_command(one, f"{above}{name} ")
        else:
            yield f"{above}{name}", one


def _usage(name: str, command: Any, language: Language) -> list[str]:
    return ["```text", usage(name, command, language), "```"]


def usage(name: str, command: Any, language: Language) -> str:
    """Return how the command is called."""
    if hasattr(command, "commands"):
        return f"{name} {_typers('COMMAND [ARGS]...', language)}"
    words = [name, _typers("[OPTIONS]", language)]
    for one in command.params:
        if one.param_type_name == "argument":
            word = metavar(one, language) or one.name.upper()
            words.append(word if one.required or word.startswith("[") else f"[{word}]")
    return " ".join(words)


def _parameters(command: Any, kind: str, language: Language) -> list[str]:
    """Return a table of the arguments or of the options."""
    own = shown_parameters(command, kind)
    columns = {
        f"{kind}s": [_name(one, language) for one in own],
        "takes": [_takes(one, language) for one in own],
        "default": [_default(one, language) for one in own],
        "meaning": [_meaning(one, language) for one in own],
    }
    shown = {key: cells for key, cells in columns.items() if any(cells)}
    if not shown:
        return []
    heads = [word(head, language) for head in shown]
    return ["", *_table(heads, zip(*shown.values(), strict=True))]


def shown_parameters(command: Any, kind: str) -> list[Any]:
    """Return the arguments or the options that the help shows."""
    return [
        one
        for one in command.params
        if one.param_type_name == kind and not getattr(one, "hidden", False)
    ]


def _name(one: Any, language: Language) -> str:
    if one.param_type_name == "argument":
        return f"`{metavar(one, language) or one.name.upper()}`".replace("|", r"\|")
    return ", ".join(f"`{name}`" for name in sorted(one.opts, key=len, reverse=True))


def _takes(one: Any, language: Language) -> str:
    choices = getattr(one.type, "choices", None)
    if choices:
        return ", ".join(f"`{getattr(choice, 'value', choice)}`" for choice in choices)
    if getattr(one, "is_flag", False) or one.param_type_name == "argument":
        return ""
    said = metavar(one, language)
    return f"`{said}`".replace("|", r"\|") if said else ""


def _default(one: Any, language: Language) -> str:
    if one.required:
        return word("required", language)
    default = one.default
    if default is None or default is False or callable(default):
        return ""
    return f"`{getattr(default, 'value', default)}`"


def _meaning(one: Any, language: Language) -> str:
    return _sentence(one.help, language) if one.help else ""


def _sentence(said: str, language: Language) -> str:
    """Return a help text as Markdown, its options as code."""
    return _OPTION.sub(r"`\1`", escaped(said_in(said, language)))


@cache
def _wordings() -> Mapping[str, tuple[Wording, ...]]:
    """Return the help texts by each of their languages: the app is built in one of them."""
    found: dict[str, set[Wording]] = {}
    for key, wording in TEXTS.items():
        if key.startswith("help."):
            for said in wording[:2]:
                found.setdefault(said, set()).add(wording)
    return {said: tuple(wordings) for said, wordings in found.items()}


def said_in(said: str, language: Language) -> str:
    """Return a help text of the app in *language*; what is no text of ours is the same in both."""
    wordings = {_in(one, language) for one in _wordings().get(said, ())}
    return wordings.pop() if len(wordings) == 1 else said


def metavar(one: Any, language: Language) -> str:
    """Return the word for a parameter's value, empty where there is none."""
    if not one.metavar:
        return ""
    if len(_wordings().get(one.metavar, ())) > 1:
        return _in(TEXTS[METAVARS[one.name]], language)
    return said_in(one.metavar, language)


def _typers(english: str, language: Language) -> str:
    """Return one of Typer's own words."""
    return _in(next(word for word in TYPER_WORDS if word.english == english), language)


def word(key: str, language: Language) -> str:
    """Return a word of the page."""
    return _in(WORDS[key], language)


def _in(wording: Wording, language: Language) -> str:
    return wording.english if language is Language.EN else wording.indonesian


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield row(heads)
    yield row(["---"] * len(heads))
    yield from map(row, rows)

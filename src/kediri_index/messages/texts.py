"""All texts of screens and errors, by key, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module

from kediri_index.messages.values import worded
from kediri_index.model.language import Language, Wording

_FILES = (
    "error",  # first, for they must be there once nothing can be imported any more
    "help",
    "screen",
    "analysis",
    "agency",
    "project",
    "report",
    "league",
    "agency_report",
    "check_page",
)


class Texts(Mapping[str, Wording]):
    """The texts of *files*, each imported once a key is asked for that those before do not have."""

    def __init__(self, files: Iterable[str]) -> None:
        self._found: dict[str, Wording] = {}
        self._left = list(files)

    def __getitem__(self, key: str) -> Wording:
        while key not in self._found and self._left:
            self._import_next()
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> dict[str, Wording]:
        while self._left:
            self._import_next()
        return self._found

    def _import_next(self) -> None:
        name = self._left.pop(0)
        module = import_module(f"kediri_index.messages.screens.{name}")
        for name_of, texts in vars(module).items():
            if name_of.endswith("_TEXTS"):
                self._found |= texts


TEXTS = Texts(_FILES)


def text(key: str, language: Language, **params: object) -> str:
    """Return the text of *key*, its braces filled with *params* in the language's decimals."""
    return phrase(TEXTS[key], language, **params)


def phrase(wording: Wording, language: Language, **params: object) -> str:
    """Return *wording* in *language*, its braces filled with *params*."""
    template = wording.indonesian
    if language is Language.EN:
        one = wording.english_one if params.get("count") == 1 else None
        template = one or wording.english
    return template.format_map({name: worded(value, language) for name, value in params.items()})

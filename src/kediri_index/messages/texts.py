"""All texts of screens and errors, by key, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module

from kediri_index.messages.params import shown
from kediri_index.model.language import Language
from kediri_index.model.wording import Wording

_FILES = (
    "error_texts",  # first, for they must be there once nothing can be imported any more
    "help_texts",
    "screen_texts",
    "explain_texts",
    "form_texts",
    "status_texts",
    "statistics_texts",
    "trace_texts",
    "compare_texts",
    "diff_texts",
    "letter_texts",
    "plan_texts",
    "project_texts",
    "marking_texts",
    "robustness_texts",
    "yearly_texts",
    "yearly_page_texts",
    "book_texts",
    "report_texts",
    "bundle_texts",
    "usage_texts",
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
        self._found |= getattr(import_module(f"kediri_index.messages.{name}"), name.upper())


TEXTS = Texts(_FILES)


def text(key: str, language: Language, **params: object) -> str:
    """Return the text of *key*, its braces filled with *params* in the language's decimals."""
    wording = TEXTS[key]
    template = wording.indonesian
    if language is Language.EN:
        one = wording.english_one if params.get("count") == 1 else None
        template = one or wording.english
    return template.format_map({name: shown(value, language) for name, value in params.items()})

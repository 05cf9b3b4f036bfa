"""Workbooks computed anew by LibreOffice: nothing of what they had as results is left to it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.present.yearly.book.sheets_xml import (
    Content,
    Copy,
    formulas_in,
    one_workbook,
    values_in,
    without_results,
)
from tests.sheets.forms.libreoffice import saved_by_libreoffice

COMPUTING = ("Scores", "Answers", "Recap")
REFERRED_TO = ("Answers", "Definition")
"""Those whose contents formulas refer to, not only formulas."""
SHEETS = (*COMPUTING, "Definition")
"""Those that compute from the answers, and what they refer to."""

Values = dict[str, object]
"""The results of all formulas, by sheet and cell: ``Scores!H6``."""


class Changed(NamedTuple):
    """A workbook with other contents of some cells of its answers."""

    book: bytes
    cells: Mapping[str, Content]


def results_in(book: bytes) -> Values:
    """What the file itself says that its formulas come to."""
    return _values(book, values_in(book), "")


def gathered(books: Mapping[str, Changed]) -> bytes:
    """One workbook with what computes in all *books*, so that LibreOffice opens a single one.

    The formulas of each refer to its own sheets; those of one book to the same definition.
    """
    copies: list[Copy] = []
    definitions: dict[bytes, str] = {}
    for name, (book, cells) in books.items():
        is_new = book not in definitions
        renamed = {title: f"{name}.{title}" for title in COMPUTING}
        renamed["Definition"] = definitions.setdefault(book, f"{name}.Definition")
        for title in SHEETS if is_new else COMPUTING:
            changed = cells if title == "Answers" else {}
            only_formulas = title not in REFERRED_TO
            copies.append(Copy(book, title, renamed[title], renamed, changed, only_formulas))
    return one_workbook(copies)


def results(
    whole: Mapping[str, bytes], books: Mapping[str, Changed], folder: Path
) -> dict[str, Values]:
    """What LibreOffice comes to: for *whole* files, and for what computes in *books*."""
    names = {str(at): name for at, name in enumerate(books)}
    short = gathered({at: books[name] for at, name in names.items()})
    bare = {name: without_results(book) for name, book in whole.items()}
    found = {
        name: values_in(book)
        for name, book in saved_by_libreoffice({**bare, "gathered": short}, folder).items()
    }
    return {name: _values(whole[name], found[name], "") for name in whole} | {
        name: computing(_values(books[name].book, found["gathered"], f"{at}."))
        for at, name in names.items()
    }


def computing(values: Values) -> Values:
    """Those of the sheets that compute from the answers."""
    return {name: value for name, value in values.items() if name.startswith(COMPUTING)}


def _values(book: bytes, found: Mapping[str, Mapping[str, object]], prefix: str) -> Values:
    return {
        f"{title}!{cell}": found[f"{prefix}{title}"].get(cell)
        for title, formulas in formulas_in(book).items()
        if not prefix or title in COMPUTING
        for cell in formulas
    }


def differing(one: Values, other: Values) -> dict[str, tuple[object, object]]:
    """The cells in which two sets of results are not the same."""
    assert one.keys() == other.keys()
    return {
        name: (value, other[name]) for name, value in one.items() if not _same(value, other[name])
    }


def _same(one: object, other: object) -> bool:
    one, other = (None if value == "" else value for value in (one, other))
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= 1e-9 * max(1, abs(one))
    return one == other

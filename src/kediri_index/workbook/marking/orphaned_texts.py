"""Texts that only the sheet of findings had: a program that saved the workbook shares all texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kediri_index.workbook.marking.edited_package import EditedPackage
from kediri_index.workbook.marking.xml_text import Element, Splice
from kediri_index.workbook.reading.xlsx_outline import Outline, companion

_SHARED: Final = re.compile(
    rb"""\st\s*=\s*["']s["'][^<>]*>\s*<(?:[\w.-]+:)?v(?:\s[^<>]*)?>\s*([0-9]{1,9})\s*<"""
)


def without_texts(package: EditedPackage, outline: Outline, own: str) -> None:
    """Empty the shared texts that only the sheet in the part *own* has; the others keep theirs."""
    part = companion(package, outline, "sharedStrings")
    if part not in package:
        return
    orphaned = _texts_of(package, own)
    for _, other in outline.worksheets:
        if other != own and orphaned:
            orphaned -= _texts_of(package, other)
    if orphaned:
        package.edit(part, _emptied(package.tree(part), orphaned))


def _texts_of(package: EditedPackage, part: str) -> set[int]:
    return set(map(int, _SHARED.findall(package.text(part).body)))


def _emptied(root: Element, numbers: set[int]) -> Iterator[Splice]:
    for number, text in enumerate(root.named("si")):
        if number in numbers and not text.is_empty:
            yield Splice(text.head_end, text.tail, f"<{text.prefix}t></{text.prefix}t>".encode())

"""Every link between the documents goes somewhere, to a heading that is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted(
    path for pattern in ("*.md", "docs/**/*.md", "examples/*.md") for path in ROOT.glob(pattern)
)
_LINK = re.compile(r"\]\(([^)\s#]*)(?:#([^)\s]*))?\)")
_CODE = re.compile(r"```.*?```", re.DOTALL)


def _anchors(document: Path) -> set[str]:
    """Return the names that headings have on a page."""
    lines = _CODE.sub("", document.read_text(encoding="utf-8")).splitlines()
    titles = [line.lstrip("#").strip() for line in lines if line.startswith("#")]
    return set(map(anchor_of, titles))


def anchor_of(title: str) -> str:
    """Return the name of a heading, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", title).strip().lower().replace(" ", "-")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_of_a_document_goes_somewhere(document: Path) -> None:
    lost = []
    for target, anchor in _LINK.findall(_CODE.sub("", document.read_text(encoding="utf-8"))):
        if ":" in target:
            continue
        there = document.parent / target if target else document
        if not there.exists() or (anchor and anchor not in _anchors(there)):
            lost.append(f"{target}#{anchor}" if anchor else target)
    assert lost == []

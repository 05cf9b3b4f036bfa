"""What the site of the documents needs beside MkDocs: links as on GitHub, and a nav that is whole.

Documents link to files of the repository beside ``docs/``; the site has those that are linked in
the folder ``repository``. MkDocs reads this file by its path, as a hook.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.structure.files import Files

ROOT = Path(__file__).resolve().parents[1]
DOCS = "docs"
OUTSIDE = "repository"
_FENCE = re.compile(r"(^```.*?^```\s*$)", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"""(\]\(|\b(?:src|srcset|href)=")([^)"\s]+)""")
_ROW = re.compile(r"^\|.*$", re.MULTILINE)
_CODE = re.compile(r"`[^`]*`")
_INDEXES = ("README.md", "index.md")


def on_config(config: Any) -> Any:
    """Put the pages of a folder where the nav has its star; make anchors as GitHub does."""
    config.nav = list(_whole(config.nav, set(_named(config.nav))))
    config.mdx_configs.setdefault("toc", {})["slugify"] = anchor
    return config


def on_files(files: Files, *, config: Any) -> Files:
    """Add the files beside ``docs/`` that are linked, and those that these link to."""
    from mkdocs.structure.files import File  # noqa: PLC0415 - the tests of the rest do without

    waiting = [Path(DOCS, file.src_uri) for file in files if file.src_uri.endswith(".md")]
    known = set(waiting)
    while waiting:
        page = waiting.pop()
        for target in _targets((ROOT / page).read_text(encoding="utf-8"), page):
            if target in known or target.parts[0] == DOCS:
                continue
            known.add(target)
            source = str(ROOT / target)
            files.append(File.generated(config, _place(target), abs_src_path=source))
            if target.suffix == ".md":
                waiting.append(target)
    return files


def on_page_markdown(markdown: str, *, page: Any, **_: object) -> str:
    """Return the page as MkDocs reads it: links to where the site has what they name."""
    place = Path(page.file.src_uri)
    document = _document(place)

    def moved(link: re.Match[str]) -> str:
        target, hash_, name = link[2].partition("#")
        there = _target(target, document)
        if there is None:
            return link[0]
        path = os.path.relpath(_place(there), place.parent).replace(os.sep, "/")
        return f"{link[1]}{path}{hash_}{name}"

    return "".join(
        part if part.startswith("```") else _LINK.sub(moved, _ROW.sub(_with_bars, part))
        for part in _FENCE.split(markdown)
    )


def anchor(title: str, separator: str) -> str:
    """Return the name of a heading as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", title).strip().lower().replace(" ", separator)


def _with_bars(row: re.Match[str]) -> str:
    """Return a row of a table with the bars in its code as they are, which GitHub has escaped."""
    return _CODE.sub(lambda code: code[0].replace(r"\|", "|"), row[0])


def _whole(nav: list[Any], named: set[str]) -> Iterator[Any]:
    for entry in nav:
        match entry:
            case dict():
                sections = {title: list(_whole(part, named)) for title, part in entry.items()}
                yield from [{title: part} for title, part in sections.items() if part]
            case str() if entry.endswith("/*"):
                folder = ROOT / DOCS / entry.removesuffix("/*")
                pages = sorted(path.relative_to(ROOT / DOCS) for path in folder.glob("*.md"))
                yield from (path.as_posix() for path in pages if path.as_posix() not in named)
            case _:
                yield entry


def _named(nav: list[Any]) -> Iterator[str]:
    for entry in nav:
        if isinstance(entry, dict):
            for part in entry.values():
                yield from _named(part)
        else:
            yield entry


def _targets(markdown: str, document: Path) -> Iterator[Path]:
    """Yield every file of the repository that *document* links to."""
    for part in _FENCE.split(markdown):
        if not part.startswith("```"):
            for link in _LINK.finditer(part):
                target = _target(link[2].partition("#")[0], document)
                if target is not None:
                    yield target


def _target(link: str, document: Path) -> Path | None:
    """Return the file that *link* means, a folder's first page; None for an address."""
    if not link or ":" in link or link.startswith("/"):
        return None
    path = Path(os.path.normpath(document.parent / link))
    if (ROOT / path).is_dir():
        pages = [path / name for name in _INDEXES if (ROOT / path / name).is_file()]
        return pages[0] if pages else None
    return path if (ROOT / path).is_file() else None


def _document(place: Path) -> Path:
    """Return the file of the repository that stands at *place* on the site."""
    outside = place.parts[0] == OUTSIDE
    return place.relative_to(OUTSIDE) if outside else Path(DOCS, place)


def _place(document: Path) -> str:
    """Return where the site has a file of the repository."""
    inside = document.parts[0] == DOCS
    return (document.relative_to(DOCS) if inside else Path(OUTSIDE, document)).as_posix()

"""Every page that is made from the code, by its path in the repository."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from pathlib import Path

from kediri_index.definition.json_schema import schema_text
from kediri_index.model.language import Language
from pages.citation import citation, contacts
from pages.commands import commands_md
from pages.json_page import json_md
from pages.man_page import man_page
from pages.notebook import run as run_notebook
from pages.python_page import python_md
from pages.schemas import schemas

ROOT = Path(__file__).parents[1]
REFERENCE = "docs/reference"
COMMAND = "python -m pages"
"""What writes all of them anew."""

MADE: dict[str, Callable[[], str]] = {
    f"{REFERENCE}/commands.md": lambda: commands_md(Language.EN),
    f"{REFERENCE}/perintah.md": lambda: commands_md(Language.ID),
    f"{REFERENCE}/json.md": json_md,
    f"{REFERENCE}/python.md": python_md,
    "docs/man/kediri-index.1": man_page,
    "CITATION.cff": citation,
    ".github/ISSUE_TEMPLATE/config.yml": contacts,
}
NOTEBOOKS = ("docs/notebooks/regions.ipynb",)
PRINTED: dict[str, tuple[str, ...]] = {
    f"{REFERENCE}/findings.md": ("explain", "--format", "md", "--lang", "en"),
    f"{REFERENCE}/temuan.md": ("explain", "--format", "md", "--lang", "id"),
    f"{REFERENCE}/keys.md": ("definition", "schema", "--format", "md", "--lang", "en"),
    f"{REFERENCE}/kunci.md": ("definition", "schema", "--format", "md", "--lang", "id"),
    **{
        f"config/{of}.schema.json": ("definition", "schema", of, "--lang", "id")
        for of in ("definition", "profile", "waivers")
    },
}
"""What the program prints itself, by the call."""


def made() -> dict[str, str]:
    """Return the pages that are made here, the schemas of the commands' JSON, and notebooks."""
    pages = {path: make() for path, make in MADE.items()}
    written = {f"{REFERENCE}/schemas/{name}": schema_text(one) for name, one in schemas().items()}
    return pages | written | _notebooks()


def _notebooks() -> dict[str, str]:
    """Return the notebooks as they run now, in the folder of the repository."""
    with contextlib.chdir(ROOT):
        return {path: run_notebook((ROOT / path).read_text("utf-8")) for path in NOTEBOOKS}


def printed() -> dict[str, str]:
    """Return the pages that the program prints."""
    from kediri_index.cli.run import run  # noqa: PLC0415 - takes a second, and tests print them too

    pages: dict[str, str] = {}
    for path, call in PRINTED.items():
        text = io.StringIO()
        with contextlib.redirect_stdout(text):
            run(call)
        pages[path] = text.getvalue()
    return pages

"""The check page: one HTML file that checks submissions in a browser and asks no network."""

from __future__ import annotations

import base64
import gzip
from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from kediri_index import __version__
from kediri_index.messages.texts import TEXTS, text
from kediri_index.model.language import Language
from kediri_index.present.escaping import json_text
from kediri_index.present.renderers.html import environment, script, style
from kediri_index.usecases.check_page import CheckPage

if TYPE_CHECKING:
    from markupsafe import Markup

_ABOUT = "page."
"""How the keys of the page's texts begin."""


def page_parts(page: CheckPage) -> dict[str, bytes]:
    """Return the parts of *page* by name, and the worker that starts them; all are gzip files."""
    worker = gzip.compress(_file("worker.js").encode(), mtime=0)
    return {**page.parts, "worker.js": worker}


def fingerprint(parts: Mapping[str, bytes]) -> str:
    """Return the SHA-256 of a list that has a line for each part: its SHA-256 and its name."""
    lines = (f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(parts.items()))
    return sha256("".join(lines).encode()).hexdigest()


def rendered(page: CheckPage, parts: Mapping[str, bytes], language: Language) -> str:
    """Return the page with its *parts*, in *language* first; the same text for the same parts."""
    from markupsafe import Markup  # noqa: PLC0415 - comes with Jinja2, which few commands need

    titles = {one.value: page.definition.title.in_language(one) for one in Language}
    texts = {one.value: dict(_texts(one)) for one in Language}
    made = {
        "fingerprint": fingerprint(parts),
        "language": language,
        "titles": titles,
        "texts": texts,
    }
    own = f"\n{_file('page.js')}"
    profile = page.profile
    return (
        environment()
        .from_string(_file("page.html"))
        .render(
            language=language.value,
            say=lambda key: text(key, language),
            title=titles[language.value],
            unit=profile.unit if profile is not None else None,
            agencies=[(opd.id, opd.name) for opd in profile.opd] if profile is not None else [],
            licences=page.licences,
            program=__version__,
            hashes=[_hash(own), _hash(script())],
            style=Markup(style() + _file("page.css")),  # noqa: S704 - our own files and colours
            made=Markup(json_text(made).replace("<", "\\u003c")),  # noqa: S704 - ends no element
            script=Markup(own),  # noqa: S704 - our own file
            parts=[(name, len(data), _encoded(data)) for name, data in parts.items()],
        )
    )


def _texts(language: Language) -> Iterator[tuple[str, str]]:
    """Yield the texts that the script fills in, by key; ``KEY.one`` is the one for a count of 1."""
    for key, wording in TEXTS.items():
        if not key.startswith(_ABOUT):
            continue
        if language is Language.ID:
            yield key, wording.indonesian
        else:
            yield key, wording.english
            if wording.english_one is not None:
                yield f"{key}.one", wording.english_one


def _encoded(data: bytes) -> Markup:
    """Return *data* in base 85, a sixteenth shorter than in base 64: nothing in it ends an element.

    It is RFC 1924's, with ``.`` for ``<``.
    """
    from markupsafe import Markup  # noqa: PLC0415 - see above

    return Markup(base64.b85encode(data, pad=True).decode().replace("<", "."))  # noqa: S704


def _hash(script: str) -> str:
    """Return how a policy allows a *script* and no other."""
    return f"'sha256-{base64.b64encode(sha256(script.encode()).digest()).decode()}'"


def _file(name: str) -> str:
    return files("kediri_index.present.check_page").joinpath(name).read_text(encoding="utf-8")

"""The page that explains a project folder: the commands of the year, in their order."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.messages.texts import text
from kediri_index.model.language import Label, Language
from kediri_index.model.profile import (
    ARCHIVE,
    DEFINITION,
    FORMS,
    LETTERS,
    MARKED,
    RECEIVED,
    REPORT,
    WAIVERS,
)
from kediri_index.present.escaping import escaped

STEPS = (
    ("project.readme.prepare", "project.readme.prepare.how", f"definition lint {DEFINITION}"),
    ("project.readme.forms", "project.readme.forms.how", f"template --all {FORMS} --force"),
    (
        "project.readme.status",
        "project.readme.status.how",
        f"status {RECEIVED} --waivers {WAIVERS} --messages {LETTERS} --force",
    ),
    (
        "project.readme.check",
        "project.readme.check.how",
        f"check {RECEIVED} --waivers {WAIVERS} --mark {MARKED} --force",
    ),
    (
        "project.readme.score",
        "project.readme.score.how",
        f"score {RECEIVED} --waivers {WAIVERS}",
    ),
    (
        "project.readme.explain",
        "project.readme.explain.how",
        f"trace {RECEIVED} --waivers {WAIVERS}",
    ),
    (
        "project.readme.report",
        "project.readme.report.how",
        f"report {RECEIVED} --waivers {WAIVERS} --output {REPORT} --force",
    ),
    (
        "project.readme.keep",
        "project.readme.keep.how",
        f"bundle {RECEIVED} --waivers {WAIVERS} --output {ARCHIVE} --force",
    ),
)
"""What is done, how, and the command for it."""


def readme(title: Label, ci_path: str | None, language: Language) -> str:
    """Return the page as Markdown; *ci_path* is the file of the check that runs by itself."""
    return "\n\n".join(_blocks(title, ci_path, language)) + "\n"


def _blocks(title: Label, ci_path: str | None, language: Language) -> Iterator[str]:
    yield f"# {escaped(title.in_language(language))}"
    yield text("project.readme.intro", language)
    yield text("project.readme.language", language)
    yield _command(f"export KEDIRI_INDEX_LANG={language}")
    for number, (what, how, command) in enumerate(STEPS, 1):
        yield f"## {number}. {text(what, language)}"
        yield text(how, language)
        yield _command(f"kediri-index {command}")
    if ci_path is not None:
        heading = text("project.readme.ci", language)
        yield f"## {heading}"
        yield text("project.readme.ci.how", language, path=ci_path)


def _command(line: str) -> str:
    return f"```sh\n{line}\n```"

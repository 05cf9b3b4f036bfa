"""Files that `init` writes into a project folder: its page, and the checks of GitHub or GitLab."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from kediri_index.messages.texts import text
from kediri_index.model.language import Label, Language
from kediri_index.model.profile import (
    ARCHIVE,
    DEFINITION,
    FORMS,
    LETTERS,
    MARKED,
    README,
    RECEIVED,
    REPORT,
    WAIVERS,
    Ci,
)
from kediri_index.present.escaping import escaped

if TYPE_CHECKING:
    from kediri_index.usecases.start import Started

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


_WITH_LAST_YEAR = {
    "project.readme.explain.how": "project.readme.explain.how.next",
    "project.readme.report.how": "project.readme.report.how.next",
}
"""How it is done where the folder keeps last year's submissions."""


def project_files(started: Started, checks: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return what each file of the project holds but its forms, by its path in the folder.

    *checks* are the files by which a CI checks the folder.
    """
    language = started.language
    made = (f"/{LETTERS}/", f"/{MARKED}/", f"/{REPORT}", f"/{_REPORT}")
    ignored = (f"# {text('project.ignored', language)}", *made, "~$*", ".~lock.*#", "")
    has_last_year = started.profile.previous is not None
    title = started.definition.title
    texts = {
        README: readme(title, next(iter(checks), None), language, has_last_year=has_last_year),
        **started.texts,
        ".gitattributes": f"# {text('project.bytes', language)}\n* -text\n",
        ".gitignore": "\n".join(ignored),
        f"{RECEIVED}/.gitkeep": "",
    }
    files = {path: content.encode() for path, content in texts.items()} | dict(checks)
    if started.listed is not None and started.listed.copy is not None:
        name, data = started.listed.copy
        files[name] = data
    return files


def readme(
    title: Label, ci_path: str | None, language: Language, *, has_last_year: bool = False
) -> str:
    """Return the page as Markdown; *ci_path* is the file of the check that runs by itself.

    *has_last_year* says whether last year's submissions are in the folder.
    """
    return "\n\n".join(_blocks(title, ci_path, language, has_last_year=has_last_year)) + "\n"


def _blocks(
    title: Label, ci_path: str | None, language: Language, *, has_last_year: bool
) -> Iterator[str]:
    yield f"# {escaped(title.in_language(language))}"
    yield text("project.readme.intro", language)
    yield text("project.readme.language", language)
    yield _command(f"export KEDIRI_INDEX_LANG={language}")
    for number, (what, how, command) in enumerate(STEPS, 1):
        yield f"## {number}. {text(what, language)}"
        yield text(_WITH_LAST_YEAR.get(how, how) if has_last_year else how, language)
        yield _command(f"kediri-index {command}")
    if ci_path is not None:
        heading = text("project.readme.ci", language)
        yield f"## {heading}"
        yield text("project.readme.ci.how", language, path=ci_path)


def _command(line: str) -> str:
    return f"```sh\n{line}\n```"


PATHS = {
    Ci.GITHUB: ".github/workflows/kediri-index.yml",
    Ci.GITLAB: ".gitlab-ci.yml",
}
"""Where each looks for it."""

_PYTHON = "3.12"
_REPORT = "check.xml"
_CHECKOUT = "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2"
_SETUP = "actions/setup-python@0b93645e9fea7318ecaed2b359559ac225c90a2b # v5.3.0"
_UPLOAD = "actions/upload-artifact@b4b15b8c7c6ac21ea08fcf65892d2ee8f75cf882 # v4.4.3"
_SOURCE = "KEDIRI_INDEX_SOURCE"
"""The variable that says what to install: nobody has registered the name on a package index."""
_LINT = f"definition lint {DEFINITION}"
_CHECK = f"check {RECEIVED} --waivers {WAIVERS}"
_ANY = f'[ "$(ls -A {RECEIVED})" = .gitkeep ] ||'
"""Before the first sheet has come there is nothing to check, and nothing wrong."""


def _install(folder: str) -> tuple[str, ...]:
    """Return the lines that install the program into *folder*.

    Python runs isolated (``-I``), so no module of the checkout is imported.
    """
    return (
        f'case "${_SOURCE}" in',
        "  git+https://*@*|*.whl|/*) ;;",
        f'  *) echo "{_SOURCE}: a wheel, a path or git+https://...@COMMIT" >&2; exit 2 ;;',
        "esac",
        f"python -I -m venv --clear {folder}",
        f'{folder}/bin/python -I -m pip install --quiet "${_SOURCE}"',
    )


def ci_file(ci: Ci, language: Language) -> dict[str, bytes]:
    """Return the file by which *ci* runs the check, by its path; none where there is no CI."""
    return {PATHS[ci]: ci_text(ci, language).encode()} if ci in PATHS else {}


def ci_text(ci: Ci, language: Language) -> str:
    """Return the file that stands at the path of *ci*; its output is in *language*."""
    if ci is Ci.GITHUB:
        folder = '"$RUNNER_TEMP/kediri-index"'
        install = "".join(f"          {line}\n" for line in _install(folder))
        program = f"{folder}/bin/kediri-index"
        return f"""\
name: kediri-index
on:
  push:
  pull_request:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    env:
      KEDIRI_INDEX_LANG: {language}
      {_SOURCE}: ${{{{ vars.{_SOURCE} }}}}
    steps:
      - uses: {_CHECKOUT}
        with:
          persist-credentials: false
      - uses: {_SETUP}
        with:
          python-version: "{_PYTHON}"
      - run: |
{install}\
      - run: |
          {program} {_LINT}
      - run: |
          {_ANY} {program} {_CHECK} --format github --report junit={_REPORT}
      - uses: {_UPLOAD}
        if: always()
        with:
          name: check
          path: {_REPORT}
          if-no-files-found: ignore
"""
    folder = '"$CI_BUILDS_DIR/.kediri-index"'
    install = "".join(f"      {line}\n" for line in _install(folder))
    return f"""\
check:
  image: python:{_PYTHON}
  variables:
    KEDIRI_INDEX_LANG: {language}
  script:
    - |
{install}\
    - |
      {folder}/bin/kediri-index {_LINT}
    - |
      {_ANY} {folder}/bin/kediri-index {_CHECK} --report junit={_REPORT}
  artifacts:
    when: always
    reports:
      junit: {_REPORT}
"""

"""The checks that GitHub or GitLab runs by itself in a project folder."""

from __future__ import annotations

from kediri_index.model.language import Language
from kediri_index.model.profile import DEFINITION, RECEIVED, WAIVERS, Ci

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

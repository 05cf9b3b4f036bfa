"""The checks that GitHub or GitLab runs by itself in a project folder."""

from __future__ import annotations

from kediri_index import __version__
from kediri_index.model.language import Language
from kediri_index.model.project import DEFINITION, RECEIVED, WAIVERS, Ci

PATHS = {
    Ci.GITHUB: ".github/workflows/kediri-index.yml",
    Ci.GITLAB: ".gitlab-ci.yml",
}
"""Where each looks for it."""

_PYTHON = "3.12"
_REPORT = "check.xml"
_INSTALL = f"python -m pip install --quiet kediri-index=={__version__}"
_LINT = f"kediri-index definition lint {DEFINITION}"
_CHECK = f"kediri-index check {RECEIVED} --waivers {WAIVERS}"
_ANY = f'[ "$(ls -A {RECEIVED})" = .gitkeep ] ||'
"""Before the first sheet has come there is nothing to check, and nothing wrong."""


def ci_text(ci: Ci, language: Language) -> str:
    """Return the file that stands at the path of *ci*; its output is in *language*."""
    if ci is Ci.GITHUB:
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
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "{_PYTHON}"
      - run: {_INSTALL}
      - run: {_LINT}
      - run: |
          {_ANY} {_CHECK} --format github --report junit={_REPORT}
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: check
          path: {_REPORT}
          if-no-files-found: ignore
"""
    return f"""\
check:
  image: python:{_PYTHON}
  variables:
    KEDIRI_INDEX_LANG: {language}
  script:
    - {_INSTALL}
    - {_LINT}
    - |
      {_ANY} {_CHECK} --report junit={_REPORT}
  artifacts:
    when: always
    reports:
      junit: {_REPORT}
"""

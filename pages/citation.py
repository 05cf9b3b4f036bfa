"""How to cite the project, and where it is: ``CITATION.cff`` and the issue forms' configuration.

All addresses come from ``[project.urls]`` of ``pyproject.toml``, the one place to fill them in.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
TITLE = "kediri-index: composite indices from definitions and spreadsheets, to the last digit"


def project() -> dict[str, Any]:
    """Return what ``pyproject.toml`` says of the project."""
    said = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return dict(said["project"])


def citation() -> str:
    """Return ``CITATION.cff``, in version 1.2 of the Citation File Format."""
    about = project()
    return _yaml(
        {
            "cff-version": "1.2.0",
            "message": "If you use this software, please cite it as below.",
            "type": "software",
            "title": TITLE,
            "abstract": f"{about['description']}.",
            "authors": [{"name": "The kediri-index authors"}],
            "version": about["version"],
            "license": ["MIT", "Bitstream-Vera"],
            "repository-code": about["urls"]["Source"],
            "url": about["urls"]["Homepage"],
            "keywords": about["keywords"],
        }
    )


def contacts() -> str:
    """Return where GitHub sends whoever has no bug to report."""
    source = project()["urls"]["Source"]
    return _yaml(
        {
            "blank_issues_enabled": False,
            "contact_links": [
                {
                    "name": "A way to do harm",
                    "url": f"{source}/security/advisories/new",
                    "about": "Report it in private, as SECURITY.md says.",
                },
                {
                    "name": "What a finding means",
                    "url": f"{source}/blob/main/docs/reference/findings.md",
                    "about": "Every code with its meaning, an example and the repair.",
                },
            ],
        }
    )


def _yaml(said: object) -> str:
    made: str = yaml.safe_dump(said, sort_keys=False, allow_unicode=True, width=100)
    return made

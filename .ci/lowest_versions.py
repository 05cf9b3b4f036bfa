"""Print the lowest version that each range of pyproject.toml allows, as constraints for pip.

The ranges of the program and of the extras that its users install.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

OF_USERS = ("analysis", "docx")

text = (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
project = tomllib.loads(text)["project"]
extras = project["optional-dependencies"]
of_users = (one for name in OF_USERS for one in extras[name])
for requirement in (*project["dependencies"], *of_users):
    name, floor = re.match(r"([\w.-]+)>=([\d.]+),<", requirement).groups()
    print(f"{name}=={floor}")

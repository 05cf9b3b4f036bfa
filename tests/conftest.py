"""How hypothesis searches: the same examples on every run of a CI, new ones at a desk.

And whatever the environment says, modules are compiled once: else every worker would rewrite the
asserts of all tests on every run, and each process that a test starts would compile the program.
Nor does the locale of a desk choose the language.
"""

from __future__ import annotations

import os
import sys

from hypothesis import settings

settings.register_profile("desk", max_examples=60, deadline=None)
settings.register_profile("ci", settings.get_profile("desk"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "desk")

sys.dont_write_bytecode = False
for variable in ("PYTHONDONTWRITEBYTECODE", "LANG", "LC_ALL", "LC_MESSAGES"):
    os.environ.pop(variable, None)

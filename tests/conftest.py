"""How hypothesis searches: the same examples on every run of a CI, new ones at a desk."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("desk", max_examples=60, deadline=None)
settings.register_profile("ci", settings.get_profile("desk"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "desk")

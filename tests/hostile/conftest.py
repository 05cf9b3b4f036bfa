"""So that what a hostile run is held to tells what it saw."""

from __future__ import annotations

import pytest

pytest.register_assert_rewrite("tests.hostile.judging")

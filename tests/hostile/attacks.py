"""The attacks by class, as ``SECURITY.md`` names them: an attack joins as a line of its class."""

from __future__ import annotations

from tests.hostile import floods, neighbours, outside
from tests.hostile.cases import Case

ATTACKS: dict[str, tuple[Case, ...]] = {
    "reading out of the project": outside.CASES,
    "hangs and floods": floods.CASES,
    "a neighbour": neighbours.CASES,
}
"""Those of workbooks, definitions, archives and marked copies have tests of their own beside."""

"""What the program makes of a layout, beside what is due."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from random import Random
from typing import NamedTuple

from kediri_index import score
from kediri_index.messages.catalogue import severity_of
from kediri_index.model.findings import Severity, unfolded
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Hints
from kediri_index.sheets.reading.read import read_workbook
from kediri_index.usecases.inputs import Submission
from tests.layouts.grids import Layout
from tests.layouts.index import INDICES
from tests.layouts.long import UNIT, YEAR, long_layout
from tests.layouts.wide import wide_layout
from tests.layouts.writers import written


class Verdict(StrEnum):
    """How a layout was met."""

    RIGHT = "right"
    NAMED = "named"
    """A blank, or a trap, with an error that names it."""
    REFUSED = "refused"
    """An ordinary layout with an error."""
    WARNED = "warned"
    """Another score than the due one, beside a warning."""
    WRONG = "wrong"
    """Another score than the due one, without a word."""


class Judged(NamedTuple):
    """A layout, how it was written, and how it was met."""

    layout: Layout
    writer: str
    name: str
    data: bytes
    verdict: Verdict
    codes: tuple[str, ...]
    scores: dict[str, Fraction | None]


def drawn(seed: int, number: int) -> tuple[Layout, str, str, bytes]:
    """Return layout *number* of *seed*, the writer's name, and the file."""
    random = Random(f"{seed}/{number}")  # noqa: S311 - no secrets
    layout = wide_layout(random) if random.random() < 0.3 else long_layout(random)
    name, data, writer = written(layout, random)
    return layout, writer, name, data


def judged(seed: int, number: int) -> Judged:
    """Draw, write, score and judge one layout."""
    layout, writer, name, data = drawn(seed, number)
    book = read_workbook(name, data, Limits())
    hints = Hints(unit=UNIT, year=YEAR) if UNIT in layout.due else Hints(year=YEAR)
    outcome = score(Submission((book,)), INDICES[layout.measured].definition, hints=hints)
    found = {one.unit or UNIT: one.overall.score for one in outcome.units or ()}
    errors = [one for one in outcome.findings if severity_of(one) is Severity.ERROR]
    warnings = [one for one in outcome.findings if severity_of(one) is Severity.WARNING]
    codes = tuple(sorted({one.code for one in (*errors, *warnings)}))
    due = layout.due
    blank = any(one is None for one in due.values())
    if errors:
        asked = {(one.code, one.indicator) for one in unfolded(errors)}
        fine = bool(layout.traps) or asked == {("C101", one) for one in layout.blanks}
        verdict = Verdict.NAMED if fine else Verdict.REFUSED
    elif found == due and not blank:
        verdict = Verdict.RIGHT
    else:
        verdict = Verdict.WARNED if warnings else Verdict.WRONG
    return Judged(layout, writer, name, data, verdict, codes, found)

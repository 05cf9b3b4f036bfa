"""What the options of ``plan`` ask for."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from kediri_index.api.plan import Bounds
from kediri_index.cli.numbers import given_number
from kediri_index.errors import UsageError

_MOST_STEPS = 10_000
_EXAMPLE = Fraction(1, 5)
_MOST_ALTERNATIVES = 50


class Asked(NamedTuple):
    """The options as they were typed."""

    opd: str | None
    fix: tuple[str, ...]
    step: str | None
    most_steps: str | None
    alternatives: str


def bounds_from(asked: Asked, *, continuous: bool, frontier: bool) -> Bounds:
    """Return the bounds of the plan; raises :class:`UsageError` for what is no such number."""
    step = given_number("--step", asked.step)
    if step is not None and step <= 0:
        raise UsageError("plan-no-step", option="--step", value=asked.step, example=_EXAMPLE)
    if continuous and step is not None:
        raise UsageError("plan-step-or-any")
    if continuous and asked.most_steps is not None:
        raise UsageError("plan-steps-or-any")
    return Bounds(
        opd=asked.opd,
        fix=asked.fix,
        step=step,
        continuous=continuous,
        most_steps=_count("--max-steps", asked.most_steps, _MOST_STEPS),
        alternatives=_count("--alternatives", asked.alternatives, _MOST_ALTERNATIVES) or 0,
        frontier=frontier,
    )


def _count(option: str, typed: str | None, most: int) -> int | None:
    number = given_number(option, typed)
    if number is None:
        return None
    if number.denominator != 1 or not 0 <= number <= most:
        raise UsageError("plan-no-count", option=option, value=typed, most=most)
    return int(number)

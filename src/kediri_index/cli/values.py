"""What words after options mean: numbers, names, years, days, limits; the only clock is here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from kediri_index.errors import UsageError
from kediri_index.model.limits import Limits
from kediri_index.model.text import suggest

if TYPE_CHECKING:
    from kediri_index.model.aggregation import Aggregation

_HIGHEST: Final = 10**18
"""No file comes near it, and every part of a reader can still reckon with it."""
_STEP: Final = Fraction(1, 5)
_YEAR_DIGITS = 4
_COUNT_DIGITS = 18


def given_number(option: str, text: str | None) -> Fraction | None:
    """Return the number, written with a point or a comma; raises :class:`UsageError`."""
    if text is None:
        return None
    from kediri_index.sheets.numbers import (  # comes with the reader
        Number,
        TwoReadings,
        parse_number,
    )

    match parse_number(text, exponent_allowed=False):
        case Number(value, percent=False) | TwoReadings(value, percent=False):
            return value  # 3.200 on the command line is 3.2
        case _:
            raise UsageError("no-number", option=option, value=text)


def given_count(option: str, text: str, least: int = 0) -> int:
    """Return the whole number, *least* or more; raises :class:`UsageError`."""
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit()):
        raise UsageError("no-count", option=option, value=text, least=least)
    if len(digits) > _COUNT_DIGITS:
        most = 10**_COUNT_DIGITS - 1
        raise UsageError("count-large", option=option, value=text, most=str(most))
    if int(digits) < least:
        raise UsageError("no-count", option=option, value=text, least=least)
    return int(digits)


def given_step(option: str, text: str | None) -> Fraction | None:
    """Return the step of a plan, more than 0; raises :class:`UsageError`."""
    step = given_number(option, text)
    if step is not None and step <= 0:
        raise UsageError("plan-no-step", option=option, value=text, example=_STEP)
    return step


def given_amount(option: str, text: str | None, most: int) -> int | None:
    """Return the whole number from 0 to *most*, however written; raises :class:`UsageError`."""
    number = given_number(option, text)
    if number is None:
        return None
    if number.denominator != 1 or not 0 <= number <= most:
        raise UsageError("plan-no-count", option=option, value=text, most=most)
    return int(number)


def given_name(option: str, text: str | None) -> str | None:
    """Return a name; raises :class:`UsageError` where it is empty, or the next option."""
    if text is None or (text.strip() and not text.startswith("--")):
        return text
    raise UsageError("no-name", option=option, value=text)


def given_names(option: str, text: str | None) -> tuple[str, ...]:
    """Return the names between commas, each once; raises :class:`UsageError` for none."""
    if text is None:
        return ()
    names = tuple(dict.fromkeys(filter(None, (name.strip() for name in text.split(",")))))
    if not names or names[0].startswith("--"):
        raise UsageError("no-name", option=option, value=text)
    return names


def given_aggregation(text: str) -> Aggregation:
    """Return the aggregation of a name such as ``geometric``, ``power:2`` or ``mpi:-1``."""
    from kediri_index.scoring.aggregations import AGGREGATIONS

    option = "--aggregations"
    name, colon, written = text.partition(":")
    kind = AGGREGATIONS.get(name)
    if kind is None or (colon and kind.takes is None):
        known = tuple(map(_example, (one for one in AGGREGATIONS.values() if not one.over_units)))
        nearest = suggest(name, known)
        raise UsageError("bad-value", option=option, value=text, nearest=nearest, known=known)
    if kind.takes is None:
        return kind()
    parameter = given_number(option, written) if colon else None
    found = None if parameter is None else kind.of(parameter)
    if found is None:
        raise UsageError("aggregation-parameter", value=name, example=_example(kind))
    return found


def _example(kind: type[Aggregation]) -> str:
    return kind.name if kind.takes is None else f"{kind.name}:{kind.takes.examples[0]}"


def given_year(text: str | None, option: str = "--year") -> int | None:
    """Return the year of four digits; raises :class:`UsageError`."""
    if text is None:
        return None
    if len(text) == _YEAR_DIGITS and text.isascii() and text.isdigit() and text[0] != "0":
        return int(text)
    raise UsageError("no-year", option=option, value=text)


def decimal_mark(text: str | None) -> str | None:
    """Return the decimal mark, a comma or a point; raises :class:`UsageError`."""
    if text in {None, ",", "."}:
        return text
    from kediri_index.model.text import Suggestion  # only a fault needs it

    raise UsageError(
        "bad-value", option="--decimal", value=text, nearest=Suggestion(None), known=("«,»", "«.»")
    )


def limits_from(options: Iterable[str] | None) -> Limits:
    """Return the limits with *options* applied; raises :class:`UsageError` for unknown names."""
    limits = Limits()
    known = list(Limits._fields)
    for option in options or ():
        name, equals, value = option.partition("=")
        if not name or not equals or not (value.isascii() and value.isdigit()):
            raise UsageError("limit-form", value=option)
        if name not in known:
            raise UsageError("unknown-limit", value=name, nearest=suggest(name, known), known=known)
        limits = limits._replace(**{name: _bounded(value)})
    return limits


def _bounded(digits: str) -> int:
    """Return the number of *digits*, however many there are."""
    digits = digits.lstrip("0")
    return _HIGHEST if len(digits) > len(str(_HIGHEST)) else min(int(digits or "0"), _HIGHEST)


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def given_day(option: str, text: str | None) -> date | None:
    """Return the day, written as 2026-09-13; raises :class:`UsageError`."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text if _DAY.fullmatch(text) else "")
    except ValueError:
        raise UsageError("no-date", option=option, value=text) from None


def today() -> date:
    """Return the day by the calendar on this machine's wall."""
    return datetime.now().astimezone().date()

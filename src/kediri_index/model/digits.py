"""The text of a cell that holds a number: stored digits, which people see in their language."""

from __future__ import annotations


class Digits(str):
    """A number's digits as stored, such as ``2.75``; a text that was typed is a plain ``str``."""

    __slots__ = ()


class PercentDigits(Digits):
    """The digits of a number that is shown as a percentage: ``0.032`` is seen as 3.2 %."""

    __slots__ = ()


class Printed(str):
    """A figure as it was printed, with a point: every zero of it is kept."""

    __slots__ = ()

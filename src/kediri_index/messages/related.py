"""Which codes are worth reading beside a code."""

from __future__ import annotations

from typing import Final

from kediri_index.messages.catalogue import CATALOGUE

_SHOWN: Final = 5

_TOGETHER: Final = (
    ("C101", "S101"),
    ("C102", "C101"),
    ("C104", "X321"),
    ("C111", "C112"),
    ("C113", "F214"),
    ("C121", "C122"),
    ("C121", "F457"),
    ("C140", "F456"),
    ("F456", "F457"),
    ("C123", "C130"),
    ("C130", "C154"),
    ("C130", "C205"),
    ("C150", "S202"),
    ("C152", "C205"),
    ("C153", "C130"),
    ("C157", "C153"),
    ("C157", "C158"),
    ("C158", "C154"),
    ("C203", "C205"),
    ("C203", "X320"),
    ("D020", "D001"),
    ("D024", "D303"),
    ("D103", "D106"),
    ("D202", "D023"),
    ("D304", "F406"),
    ("D304", "F429"),
    ("D220", "D231"),
    ("F405", "D303"),
    ("F405", "F407"),
    ("F406", "F429"),
    ("F414", "F408"),
    ("F421", "F409"),
    ("F422", "F435"),
    ("F423", "F408"),
    ("F424", "F432"),
    ("F425", "D403"),
    ("F426", "X307"),
    ("F428", "X306"),
    ("F428", "X308"),
    ("F430", "F431"),
    ("F419", "C159"),
    ("F448", "F447"),
    ("F449", "F448"),
    ("F433", "F418"),
    ("S101", "S302"),
    ("S201", "D234"),
    ("S203", "S307"),
    ("S204", "D233"),
    ("S301", "S311"),
    ("S311", "S312"),
    ("S311", "X322"),
    ("X301", "X302"),
    ("X302", "X305"),
    ("X303", "X304"),
    ("X307", "D403"),
    ("X309", "C130"),
)
"""Pairs that people meet together, or mistake for one another."""


def related_codes(code: str) -> tuple[str, ...]:
    """Return the codes to read beside *code*: its pairs, then the nearest in its ten."""
    pairs = [other for pair in _TOGETHER if code in pair for other in pair if other != code]
    same_ten = [other for other in CATALOGUE if other[:3] == code[:3] and other != code]
    same_ten.sort(key=lambda other: (abs(int(other[1:]) - int(code[1:])), other))
    return tuple(dict.fromkeys([*pairs, *same_ten]))[:_SHOWN]

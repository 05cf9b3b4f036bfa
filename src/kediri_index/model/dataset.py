"""Answers with their sources: what the sheets of one or more units say, by indicator."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.model.places import Source


class Missing(StrEnum):
    """Why a value is not there."""

    NOT_APPLICABLE = "not_applicable"
    NOT_COLLECTED = "not_collected"
    NOT_DUE = "not_due"
    UNREADABLE = "unreadable"
    EMPTY = "empty"


class Lead(StrEnum):
    """Which of the two scores of an indicator counts."""

    SELF = "self"
    ASSESSOR = "assessor"
    ASSESSOR_ELSE_SELF = "assessor-else-self"


class Reading(NamedTuple):
    """A value as read: a number, or the reason for none, with the text and the cell."""

    number: Fraction | None
    missing: Missing | None
    text: str
    source: Source


class Answer(NamedTuple):
    """All that the data say of one indicator, or of a group whose score is given.

    *assessor* holds one reading an assessor; *row* is the place of the row.
    """

    id: str
    row: Source
    self_score: Reading | None = None
    assessor: tuple[Reading, ...] = ()
    measure: Reading | None = None
    target: Reading | None = None
    opd: str | None = None
    evidence: str | None = None


class UnitData(NamedTuple):
    """One unit (a region) in one year: its answers by indicator or group id."""

    unit: str | None
    year: int | None
    answers: Mapping[str, Answer] = MappingProxyType({})
    files: tuple[str, ...] = ()


class InputFile(NamedTuple):
    """What is said of one file in every output: whose it is, and how it was read."""

    path: str
    sha256: str
    layout: str | None = None
    sheet: str | None = None
    opd: str | None = None
    revision: int | None = None
    superseded_by: str | None = None


class DataSet(NamedTuple):
    """All units that the files hold, in order of unit and year."""

    units: tuple[UnitData, ...]
    inputs: tuple[InputFile, ...]

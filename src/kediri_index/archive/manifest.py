"""The manifest of a bundle: what each member is, its hash, and how the program was called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from hashlib import sha256
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from kediri_index.archive.figures import read_json
from kediri_index.archive.replay import Replayed
from kediri_index.model.bundle import Call, Contents, Member, MemberRole, Sent
from kediri_index.model.dataset import Lead
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Hints
from kediri_index.present.commands.bundle import call_json
from kediri_index.present.envelope import Json, envelope


def manifest_json(contents: Contents, replayed: Replayed, members: Iterable[Member]) -> bytes:
    """Return the manifest: the envelope of ``bundle``, whose ``files`` are the members."""
    outcome = replayed.outcome
    files: list[Json] = [
        {
            "path": member.name,
            "sha256": sha256(member.data).hexdigest(),
            "role": member.role.value,
            "source": member.source,
        }
        for member in members
    ]
    more: dict[str, Json] = {"partial": True} if outcome.partial else {}
    call = call_json(contents.call)
    call["passed_over"] = _codes_of(contents.sent)
    if contents.previous is not None:
        call["previous"] = contents.previous.path
        call["previous_passed_over"] = _codes_of(contents.previous)
    return envelope(
        "bundle",
        outcome.definition,
        outcome.inputs,
        {"files": files},
        (),
        contents.call.language,
        call=call,
        **more,
    ).encode()


def _codes_of(sent: Sent) -> list[Json]:
    return [{"code": finding.code, "file": finding.file} for finding in sent.passed_over]


SCHEMA = "kediri-index/bundle/1"
_LATER = re.compile(r"kediri-index/bundle/[0-9]{1,9}")
_VERSION = re.compile(r"[0-9][0-9a-z.+-]{0,40}")
"""A version stands in a command that people are told to type."""
_NUMBER = re.compile(r"-?[0-9]{1,30}(/[1-9][0-9]{0,30})?")
_MARKS = {None, ",", "."}
_PASSED_OVER = {"F124", "F125", "F126", "F127", "F415"}
_HIGHEST = 10**18
_MOST_KNOWN, _LONGEST_ID = 2_000, 200
_Word = TypeVar("_Word", bound=StrEnum)


class NoManifestError(Exception):
    """What should be a manifest is none. Never leaves this package."""


class OtherFormError(Exception):
    """The manifest is of a form that this version does not know. Never leaves this package.

    *version* is that of the program that wrote it.
    """

    def __init__(self, version: str) -> None:
        super().__init__(version)
        self.version = version


class ListedFile(NamedTuple):
    """A member as the manifest has it."""

    name: str
    sha256: str
    role: MemberRole
    source: str


class Manifest(NamedTuple):
    """What a manifest says; *previous* is what last year's files were called, if there are any.

    *document* is all of it, as data; *twofold* what programs read differently in it.
    """

    version: str
    files: tuple[ListedFile, ...]
    call: Call
    passed_over: tuple[Finding, ...]
    previous: str | None
    previous_passed_over: tuple[Finding, ...]
    document: Mapping[str, Json] = MappingProxyType({})
    twofold: str | None = None


def read_manifest(data: bytes) -> Manifest:
    """Return the manifest in *data*; raises NoManifestError and OtherFormError."""
    try:
        read = read_json(data)
        document = _ManifestObject(read.document)
    except (ValueError, RecursionError) as error:  # half a sign is a ValueError too
        raise NoManifestError from error
    schema, version = document.text("schema"), document.part("tool").text("version")
    if not _VERSION.fullmatch(version) or not _LATER.fullmatch(schema):
        raise NoManifestError
    if schema != SCHEMA:
        raise OtherFormError(version)
    call = document.part("call")
    files = tuple(
        ListedFile(
            one.text("path"), one.text("sha256"), one.word("role", MemberRole), one.text("source")
        )
        for one in document.part("result").parts("files")
    )
    if len({file.name.lower() for file in files}) < len(files):
        raise NoManifestError
    has_previous = call.get("previous") is not None
    return Manifest(
        version,
        files,
        _call(call),
        _passed_over(call.parts("passed_over")),
        call.text("previous") if has_previous else None,
        _passed_over(call.parts("previous_passed_over")) if has_previous else (),
        document.values,
        read.twofold,
    )


class _ManifestObject:
    """An object of the manifest, whose values have the types that they must have."""

    def __init__(self, value: Json) -> None:
        if not isinstance(value, Mapping):
            raise NoManifestError
        self.values = value

    def get(self, key: str) -> Json:
        return self.values.get(key)

    def text(self, key: str) -> str:
        value = self.get(key)
        if not isinstance(value, str):
            raise NoManifestError
        return value

    def text_or_none(self, key: str) -> str | None:
        return None if self.get(key) is None else self.text(key)

    def flag(self, key: str) -> bool:
        value = self.get(key)
        if not isinstance(value, bool):
            raise NoManifestError
        return value

    def whole(self, key: str) -> int:
        value = self.get(key)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _HIGHEST:
            raise NoManifestError
        return value

    def word(self, key: str, words: type[_Word]) -> _Word:
        text = self.text(key)
        if text not in set(words):
            raise NoManifestError
        return words(text)

    def part(self, key: str) -> _ManifestObject:
        return _ManifestObject(self.get(key))

    def parts(self, key: str) -> list[_ManifestObject]:
        value = self.get(key)
        if not isinstance(value, list):
            raise NoManifestError
        return [_ManifestObject(one) for one in value]

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.get(key)
        if not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
            raise NoManifestError
        if len(value) > _MOST_KNOWN or any(len(one) > _LONGEST_ID for one in value):
            raise NoManifestError  # each is held against what a workbook names
        return tuple(value)


def _call(part: _ManifestObject) -> Call:
    target, day, mark = (part.text_or_none(key) for key in ("target", "day", "decimal"))
    if mark not in _MARKS or not (target is None or _NUMBER.fullmatch(target)):
        raise NoManifestError
    limits = part.part("limits")
    if not set(limits.values) <= set(Limits._fields):
        raise NoManifestError
    try:
        on = None if day is None else date.fromisoformat(day)
    except ValueError as error:
        raise NoManifestError from error
    year = None if part.get("year") is None else part.whole("year")
    return Call(
        hints=Hints(
            part.text_or_none("unit"), year, mark, theirs=part.text_or_none("profile_unit")
        ),
        value=None if part.get("value") is None else part.word("value", Lead),
        target=None if target is None else Fraction(target),
        allow_errors=part.flag("allow_errors"),
        detail=part.flag("detail"),
        language=part.word("language", Language),
        limits={name: limits.whole(name) for name in limits.values},
        known=part.texts("known_definitions"),
        day=on,
    )


def _passed_over(parts: Iterable[_ManifestObject]) -> tuple[Finding, ...]:
    found = tuple(Finding(part.text("code"), file=part.text("file")) for part in parts)
    if any(finding.code not in _PASSED_OVER for finding in found):
        raise NoManifestError
    return found

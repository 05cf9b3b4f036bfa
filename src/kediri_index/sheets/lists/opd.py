"""The agencies (OPD) that a list names: split where a cell names several, known by one id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kediri_index.model.profile import Opd
from kediri_index.model.text import exact, slug

_NUMBERED: Final = re.compile(r"^\s*(?:[-•*]|[0-9]{1,2}[.)])\s*")
_AND: Final = re.compile(r"\s*,\s*(?:dan\s+|and\s+)?|\s+(?:dan|and|&|serta)\s+")
_SHORT: Final = re.compile(r"(.+?)\s*\(([^()]{2,30})\)")
_WORDS: Final = (
    "dinas badan bagian sekretariat inspektorat kantor kecamatan kelurahan satuan rumah rsud"
    " puskesmas direktorat perumda pdam biro unit uptd"
)
_BEGINS: Final = frozenset(_WORDS.split())
_ABBREVIATION: Final = re.compile(
    r"(?i:din|dis|bap|bak|set|sat|kesbang|kec|kominfo|insp)\w*|\w*[a-z][A-Z]\w*"
)
"""One word that names an agency wherever it stands: Diskominfo, Bappeda, BappedaLitbang."""
_CAPITALS: Final = re.compile(r"[A-Z]{2,}[\w-]*(?:\s[A-Z]{2,}\w*)*")
"""What does so beside another in capitals, but may end a name: Dinas Penanaman Modal dan PTSP."""


class Agencies:
    """The agencies of a list in the order in which it names them.

    *known* are those of a table of agencies, by whatever they are called there.
    """

    def __init__(self, known: Iterable[Opd] = ()) -> None:
        self._found: list[Opd] = list(known)
        self._by_name: dict[str, Opd] = {}
        for one in self._found:
            for name in filter(None, (one.id, one.name, one.short, *one.also)):
                self._by_name.setdefault(exact(name), one)

    @property
    def all(self) -> tuple[Opd, ...]:
        """All agencies."""
        return tuple(self._found)

    def learn(self, cells: Iterable[str]) -> None:
        """Add the agencies of *cells*: those named alone first, which tell others apart."""
        parts = [part for text in cells for part in _parts(text)]
        whole = [part for part in parts if not _AND.search(part)]
        for name in whole:
            self._add(name)
        for part in parts:
            for name in self._split(part):
                self._add(name)
        order = {exact(name): at for at, name in reversed([*enumerate(self._in_order(parts))])}
        self._found.sort(key=lambda one: order.get(exact(one.name), -1))

    def named_in(self, text: str) -> tuple[str, ...]:
        """Return the ids of the agencies that a cell names."""
        names = (name for part in _parts(text) for name in self._split(part))
        return tuple(dict.fromkeys(self._by_name[exact(_bare(name))].id for name in names))

    def _in_order(self, parts: Iterable[str]) -> Iterator[str]:
        for part in parts:
            for name in self._split(part):
                yield self._by_name[exact(_bare(name))].name

    def _split(self, part: str) -> list[str]:
        """Return the agencies that *part* names; *dan* and a comma also stand within names."""
        if exact(_bare(part)) in self._by_name:
            return [part]
        names: list[str] = []
        at = 0
        for match in _AND.finditer(part):
            before, after = part[at : match.start()], part[match.end() :]
            if self._are_two(before, after):
                names.append(before)
                at = match.end()
        return [*names, part[at:]]

    def _are_two(self, before: str, after: str) -> bool:
        """Return whether *before* is an agency and *after* begins with another."""
        first, second = _bare(before), _bare(_AND.split(after, maxsplit=1)[0])
        short = bool(_CAPITALS.fullmatch(first) or _ABBREVIATION.fullmatch(first))
        if not (short or self._is_one(first)):
            return False
        return self._is_one(second) or (short and bool(_CAPITALS.fullmatch(second)))

    def _is_one(self, name: str) -> bool:
        known = exact(name) in self._by_name or name.split(" ", maxsplit=1)[0].casefold() in _BEGINS
        return known or bool(_ABBREVIATION.fullmatch(name))

    def _add(self, said: str) -> None:
        name = _bare(said)
        match = _SHORT.fullmatch(" ".join(said.split()))
        short = match[2] if match else None
        there = self._by_name.get(exact(name)) or (
            self._by_name.get(exact(short)) if short else None
        )
        if there is not None:
            if short and not there.short:
                self._replace(there, Opd(there.id, name, short, there.also))
            return
        ids = {one.id for one in self._found}
        first = slug(short or name)
        number = 2
        opd_id = first
        while opd_id in ids:
            opd_id, number = f"{first}-{number}", number + 1
        self._enter(Opd(opd_id, name, short))

    def _enter(self, one: Opd) -> None:
        self._found.append(one)
        for name in filter(None, (one.name, one.short)):
            self._by_name.setdefault(exact(name), one)

    def _replace(self, old: Opd, new: Opd) -> None:
        self._found[self._found.index(old)] = new
        self._by_name = {key: new if one == old else one for key, one in self._by_name.items()}
        for name in filter(None, (new.name, new.short)):
            self._by_name.setdefault(exact(name), new)


def _bare(name: str) -> str:
    whole = " ".join(name.split()).strip(" .,;")
    match = _SHORT.fullmatch(whole)
    return match[1] if match else whole


def _parts(text: str) -> list[str]:
    """Return what semicolons, lines and slashes part; a line may go on the one before."""
    lines: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        goes_on = lines and re.match(r"\s*(?:dan|and|serta|,)\s", f"{line} ")
        if goes_on:
            lines[-1] = f"{lines[-1]} {line.strip()}"
        elif line.strip():
            lines.append(_NUMBERED.sub("", line).strip())
    parts = (part for line in lines for part in re.split(r"\s*[;|]\s*|\s*/\s*", line))
    return [part.strip(" .,") for part in parts if part.strip(" .,-–")]

"""Taking accepted findings out of those that count."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path

from kediri_index.definition.library import exists
from kediri_index.definition.load_profile import load_waivers_file
from kediri_index.errors import NotFoundError
from kediri_index.model.findings import Finding, Mark, folded, place_key, unfolded
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Waived, Waiver
from kediri_index.usecases.check import Checked


def load_waivers(
    path: str | os.PathLike[str], *, limits: Limits | None = None
) -> tuple[Waiver, ...]:
    """Return the waivers in the file at *path*.

    Raises :class:`~kediri_index.errors.NotFoundError`, or
    :class:`~kediri_index.errors.WaiversError` with every finding.
    """
    if not exists(Path(path)):
        raise NotFoundError("waivers-not-found", path=str(path))
    return load_waivers_file(path, limits=limits or Limits())


def waive(checked: Checked, waivers: Iterable[Waiver], today: date) -> Checked:
    """Return *checked* with the findings that *waivers* accept on the day *today* apart.

    A waiver counts to the end of its last day. One that has expired, or that matches nothing, is a
    finding itself; nothing is raised.
    """
    in_force: list[Waiver] = []
    about_waivers = []
    for waiver in waivers:
        if today > waiver.until:
            about_waivers.append(_expired(waiver))
        else:
            in_force.append(waiver)
    covering = _Covering(in_force)
    counting: list[Finding] = []
    accepted: dict[Waiver, list[Finding]] = {}
    for one in checked.waived:
        accepted.setdefault(one.waiver, []).append(one.finding)
    used: set[Mark] = set()
    for finding in unfolded(checked.findings):
        matching = covering.all_of(finding)
        used.update(one.mark for one in matching)
        if matching:
            accepted.setdefault(matching[0], []).append(finding)
        else:
            counting.append(finding)
    about_waivers += [_unused(waiver) for waiver in in_force if waiver.mark not in used]
    waived = [
        Waived(finding, waiver) for waiver, theirs in accepted.items() for finding in folded(theirs)
    ]
    waived.sort(key=lambda one: place_key(one.finding))
    findings = folded([*counting, *about_waivers])
    return checked._replace(findings=findings, waived=tuple(waived))


class _Covering:
    """Which waivers cover a finding, looked up by code, name of the file, sheet and cell."""

    def __init__(self, waivers: Iterable[Waiver]) -> None:
        self._by_place: dict[tuple[str, str, str | None, str | None], list[Waiver]] = {}
        self._order: dict[Mark, int] = {}
        for number, waiver in enumerate(waivers):
            file, sheet, cell = waiver.place.file, waiver.place.sheet, waiver.place.cell
            key = (waiver.code, _name(file), sheet, cell)
            self._by_place.setdefault(key, []).append(waiver)
            self._order[waiver.mark] = number

    def all_of(self, finding: Finding) -> list[Waiver]:
        """Return the waivers that cover *finding*, in their order."""
        if finding.file is None or not self._by_place:
            return []
        name = _name(finding.file)
        found = [
            waiver
            for sheet in {None, finding.sheet}
            for cell in {None, finding.cell}
            for waiver in self._by_place.get((finding.code, name, sheet, cell), ())
            if _ends_with(finding.file, waiver.place.file)
        ]
        return sorted(found, key=lambda one: self._order[one.mark])


def _ends_with(path: str, end: str) -> bool:
    """Return whether *path* is *end*, or ends with it after a folder's name."""
    whole, last = _steps(path), _steps(end)
    return whole[-len(last) :] == last


def _name(path: str) -> str:
    return (_steps(path) or [""])[-1]


@lru_cache(maxsize=1_000)  # a file has many findings
def _steps(path: str) -> list[str]:
    """Return the folders and the file, however the system spells accents and separators."""
    steps = unicodedata.normalize("NFC", path).replace("\\", "/").split("/")
    return [step for step in steps if step != "."]


def _expired(waiver: Waiver) -> Finding:
    return Finding.at_mark(
        "D604",
        waiver.until_mark,
        waiver.until.isoformat(),
        waived=waiver.code,
        place=waiver.place.seen_from(""),
        who=waiver.who,
    )


def _unused(waiver: Waiver) -> Finding:
    return Finding.at_mark("D605", waiver.mark, waiver.code, place=waiver.place.seen_from(""))

"""Examples of the family D: definitions, profiles, waivers. ``§`` marks the place of a finding."""

from __future__ import annotations

from collections.abc import Mapping

from examples.finding_examples.example import UJI, Example, Found
from examples.finding_examples.rows import TWO_SCORES
from examples.finding_examples.workbooks import form

MARK = "§"

TOP = """\
kediri_index: 1
id: contoh
version: "1"
status: own
title: Indeks contoh
"""
SCALE = "scale: {min: 0, max: 4}\n"
KINDS = "kinds: {pillar: {name: Pilar}}\n"
GROUPS = "groups:\n  - {id: pelayanan, kind: pillar, name: Pelayanan}\n"
QUESTION = "  - {id: U-1, in: pelayanan, name: Layanan daring}\n"
INDICATORS = f"indicators:\n{QUESTION}"
ALL = TOP + SCALE + KINDS + GROUPS + INDICATORS
EXTENDING = TOP + "extends: {}\n"


def definition(code: str, text: str, value: str | None = None, *options: str) -> Example:
    """Return an example of one definition."""
    path = f"{code}.yaml"
    return _linted(code, {path: text}, path, value, (path, *options))


def definitions(
    code: str, files: Mapping[str, str], value: str | None = None, *options: str
) -> Example:
    """Return an example of definitions in a folder; the finding is in the first."""
    placed = {f"{code}/{name}": text for name, text in files.items()}
    faulty = next(iter(placed))
    return _linted(code, placed, faulty, value, (faulty, *options))


def together(code: str, second: str, value: str) -> Example:
    """Return an example of two definitions that contradict each other; the second is faulty."""
    placed = {f"{code}/satu.yaml": ALL, f"{code}/dua.yaml": second}
    return _linted(code, placed, f"{code}/dua.yaml", value, tuple(placed))


def changed(code: str, second: str, value: str) -> Example:
    """Return an example of a definition that was changed; the second file is the later one."""
    return together(code, second, value)._replace(command="definition diff")


def profile(code: str, text: str, value: str | None, *options: str) -> Example:
    """Return an example of a profile beside data without a fault."""
    path, data = f"{code}/profile.yaml", f"{code}/isian.xlsx"
    files = {data: form(*TWO_SCORES), path: text.replace(MARK, "").encode()}
    return Example(code, files, (data, "--config", UJI, *options), _found(code, path, text, value))


def waivers(code: str, text: str, value: str | None) -> Example:
    """Return an example of waivers beside data without a fault."""
    path, data = f"{code}/waivers.yaml", f"{code}/isian.xlsx"
    files = {data: form(*TWO_SCORES), path: text.replace(MARK, "").encode()}
    arguments = (data, "--config", UJI, "--waivers", path)
    return Example(code, files, arguments, _found(code, path, text, value))


def _linted(
    code: str,
    texts: Mapping[str, str],
    faulty: str,
    value: str | None,
    arguments: tuple[str, ...],
) -> Example:
    files = {path: text.replace(MARK, "").encode() for path, text in texts.items()}
    found = _found(code, faulty, texts[faulty], value)
    return Example(code, files, arguments, found, command="definition lint")


def _found(code: str, path: str, text: str, value: str | None) -> Found:
    before, mark, _ = text.partition(MARK)
    if not mark:
        return Found(code, path, value=value)
    lines = before.split("\n")
    return Found(code, path, line=len(lines), column=len(lines[-1]) + 1, value=value)


def with_top(more: str) -> str:
    """Return a definition with more keys at its top."""
    return TOP + SCALE + more + KINDS + GROUPS + INDICATORS


def with_question(more: str) -> str:
    """Return a definition whose question has more keys."""
    return TOP + SCALE + KINDS + GROUPS + INDICATORS.replace("}", f", {more}}}")


def with_score(score: str) -> str:
    """Return a definition whose question is scored by a method."""
    return with_question(f"score: {{{score}}}")

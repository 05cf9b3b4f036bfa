"""What every hostile run is held to, and what each names."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.hostile.cases import FINDINGS, FINE, USAGE, Case
from tests.hostile.plain import DEFINITION
from tests.hostile.running import Ran, bounded
from tests.hostile.sandbox import Sandbox

_SHOWS_NOTHING = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_HARMLESS = "\n"


def judged(case: Case, tmp_path: Path) -> Ran:
    """Run *case* and hold it to what it must name; return the run."""
    sandbox = prepared(case, tmp_path)
    ran = called(case, sandbox.data)
    harmless(ran)
    said = (ran.out + ran.err).decode()
    assert sandbox.faults(said, case.writes, reads=case.reads) == []
    told = told_by(ran)
    expected = case.code
    if expected is None:
        expected = FINDINGS if case.faults else FINE
    if not any(" " in fault for fault in case.faults):
        told = [one.partition(" ")[0] for one in told]
    assert (ran.code, told) == (expected, sorted(case.faults)), (ran.code, told, ran.err[-2000:])
    for text in case.shows:
        assert text in said
    if case.held:
        case.held(sandbox.data, ran)
    return ran


def prepared(case: Case, tmp_path: Path) -> Sandbox:
    """Return the sandbox with what *case* reads, or skip it where it cannot be."""
    if case.powerless and sys.platform != "linux":
        pytest.skip("only here can root be kept from reading what its mode forbids")
    sandbox = Sandbox(tmp_path)
    case.make(sandbox.data)
    definition = sandbox.data / "uji.yaml"
    if not os.path.lexists(definition):
        definition.write_text(DEFINITION, encoding="utf-8")
    sandbox.close()
    return sandbox


def called(case: Case, folder: Path, *, alone: bool = False) -> Ran:
    """Run the command of *case* in its *folder*."""
    arguments = [*case.command, *([case.file] if case.file else []), *case.arguments]
    if case.command == ("check",):
        arguments += ["--config", "uji.yaml", "--unit", "Kota Uji", "--format", "jsonl"]
    stdin = None if case.stdin is None else folder / case.stdin
    return bounded(
        folder,
        arguments,
        stdin=stdin,
        powerless=case.powerless,
        variables=dict(case.variables),
        alone=alone or not hasattr(os, "fork"),
    )


def harmless(ran: Ran) -> None:
    """Assert that a run ended by itself and by the rules, and said nothing that a screen obeys."""
    said = (ran.out + ran.err).decode("utf-8", "strict")
    assert ran.code in {FINE, FINDINGS, USAGE}, (ran.code, ran.seconds, said[-2000:])
    assert "Traceback" not in said
    assert obeyed(said) == set()


def obeyed(text: str) -> set[str]:
    """Return the characters of *text* that a terminal obeys or does not show."""
    return {
        char for char in set(text) - set(_HARMLESS) if unicodedata.category(char) in _SHOWS_NOTHING
    }


def told_by(ran: Ran) -> list[str]:
    """Return the findings of a run: those of ``--format jsonl`` or ``json``."""
    said = ran.out.decode()
    if said.startswith("{\n"):
        return sorted(map(_told, json.loads(said)["findings"]))
    return sorted(_told(json.loads(line)) for line in said.splitlines() if line[:1] == "{")


def _told(one: dict[str, object]) -> str:
    place = one["cell"]
    if one["line"]:
        place = f"{one['line']}" + (f":{one['column']}" if one["column"] else "")
    if one["sheet"]:
        place = f"{one['sheet']}!{place}" if place else one["sheet"]
    return f"{one['code']} {place}" if place else str(one["code"])

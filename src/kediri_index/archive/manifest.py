"""The manifest of a bundle: what each member is, its hash, and how the program was called."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from kediri_index.archive.replay import Replayed
from kediri_index.model.bundle import Contents, Member, Sent
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
    call["passed_over"] = _passed_over(contents.sent)
    if contents.previous is not None:
        call["previous"] = contents.previous.path
        call["previous_passed_over"] = _passed_over(contents.previous)
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


def _passed_over(sent: Sent) -> list[Json]:
    return [{"code": finding.code, "file": finding.file} for finding in sent.passed_over]

"""JSON that every program reads alike."""

from __future__ import annotations

import json
from typing import NamedTuple

Json = object


class ReadJson(NamedTuple):
    """A document, and *twofold*: a key that is there twice, NaN or Infinity; None without any.

    Programs differ in what they read there, so a person may see another value than this program.
    """

    document: Json
    twofold: str | None


def read_json(data: bytes) -> ReadJson:
    """Return the document in *data*; raises ValueError and RecursionError."""
    twofold: list[str] = []

    def together(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        values = dict(pairs)
        if len(values) < len(pairs):
            seen: set[str] = set()
            twofold.extend(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        return values

    def constant(name: str) -> float:
        twofold.append(name)
        return float(name)

    document = json.loads(data.decode("utf-8"), object_pairs_hook=together, parse_constant=constant)
    return ReadJson(document, twofold[0] if twofold else None)

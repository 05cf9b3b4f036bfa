"""Changes of text tables and of YAML, by their lines and fields."""

from __future__ import annotations

import re
from random import Random

from tests.hostile.fuzz.strings import VALUES, changed_pieces, recoded

_SCALAR = re.compile(r"(?<=[:\[{,-] )[^\s,\[\]{}#][^\n,\]}#]*")
_KEY = re.compile(r"\b[a-z_]+(?=:)")
_PAIR = re.compile(r"(?P<key>[a-z_]+): +(?P<value>[^\s,\[\]{}#][^\n,\]}#]*)")
_NUMBERS = ("0", "1", "-1", "0.1", "33.333", "1e6", "99999999999999999999", "0.0000000001", "100")
_WORDS = (
    "arithmetic", "geometric", "harmonic", "max", "min", "median", "sum", "lower", "higher", "keep", "clamp",
    "error", "zero", "skip", "warning", "half_up", "half_even", "down", "floor", "min_max", "z_score", "rank",
    "achievement", "bands", "true", "false", "id", "en", "[overall]", "[]", "{}", "null",
)  # fmt: skip
_FIELD = re.compile(r"[^,;\t\n]*")


def changed_table(data: bytes, chance: Random) -> bytes:
    """Return a text table after one change of a field, a line, its signs or its encoding."""
    text = data.decode("utf-8", "replace")
    match chance.randrange(7):
        case 0:
            text = "".join(changed_pieces(text.splitlines(keepends=True), chance))
        case 1 | 2:
            text = _exchanged(text, _FIELD, chance.choice(VALUES), chance)
        case 3:
            at = chance.randrange(len(text) + 1)
            text = (
                text[:at]
                + chance.choice(('"', '""', "'", '"\n', ",", ";;", "\t", "\0", "\r"))
                + text[at:]
            )
        case 4:
            text = text.replace(
                ",", chance.choice((";", "\t", "|", ",,", ", ")), chance.choice((-1, 1, 9))
            )
        case 5:
            text = text.replace("\n", chance.choice(("\r\n", "\r", "\n\n", "", "\v", "\u2028")))
        case _:
            return recoded(text, chance)
    return text.encode("utf-8", "replace")


def changed_yaml(data: bytes, chance: Random) -> bytes:
    """Return YAML after one change of a value, a key, a line, an indent or its encoding."""
    text = data.decode("utf-8", "replace")
    match chance.randrange(7):
        case 0:
            text = "".join(changed_pieces(text.splitlines(keepends=True), chance))
        case 1 | 2:
            text = _exchanged(text, _SCALAR, chance.choice(VALUES), chance)
        case 3:
            keys = _KEY.findall(text) or ["a"]
            text = _exchanged(text, _KEY, chance.choice([*keys, "1", "x", "<<", "null"]), chance)
        case 4:
            lines = text.split("\n")
            at = chance.randrange(len(lines))
            lines[at] = chance.choice(
                (f"  {lines[at]}", lines[at].lstrip(), f"- {lines[at]}", f"\t{lines[at]}")
            )
            text = "\n".join(lines)
        case 5:
            scalars = _SCALAR.findall(text) or ["a"]
            text = _exchanged(text, _SCALAR, chance.choice(scalars), chance)
        case _:
            return recoded(text, chance)
    return text.encode("utf-8", "replace")


def gently_changed_yaml(data: bytes, chance: Random) -> bytes:
    """Return YAML with one value exchanged for another that its key may well have."""
    text = data.decode("utf-8", "replace")
    found = list(_PAIR.finditer(text))
    if not found:
        return data
    one = chance.choice(found)
    others = [other["value"] for other in found if other["key"] == one["key"]]
    value = chance.choice((chance.choice(others), chance.choice(_NUMBERS), chance.choice(_WORDS)))
    return (text[: one.start("value")] + value + text[one.end("value") :]).encode(
        "utf-8", "replace"
    )


def _exchanged(text: str, pattern: re.Pattern[str], value: str, chance: Random) -> str:
    found = list(pattern.finditer(text))
    if not found:
        return text + value
    one = chance.choice(found)
    return text[: one.start()] + value + text[one.end() :]

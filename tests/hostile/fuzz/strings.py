"""Bytes and pieces of text, changed by chance: what every kind of mutant is made with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

Change = Callable[[bytes, Random], bytes]

VALUES = (
    "", " ", "0", "-0", "-1", "4.0001", "1e309", "-1e-400", "NaN", "inf", "1.234,56", "3,5", "3.5",
    "1/0", "0x1F", "٣", "\uff13", "½", "=1+1", "#DIV/0!", "2023-02-31", "45123", "2958466", "-700000",
    "TRUE", "ya", "tidak ada", "n/a", "-", "\u202e4", "\u200b3", "\ud7ff", "😀", "a" * 40_000,
    "9" * 400, "_x0000_", "_x000D_", "&#0;", "&amp;", "]]>", "<b/>", "\t", "\r", "'3", "null", "~",
    "[]", "{}", ".nan", "1e999", "0o17", "1_000", "12:30:45", "2023-01-01", "!!python/object:os.system",
    "!!binary x", "&a [*a]", "*a", "<<", "? a", "- - - -", "{a: {a: {a: {a: 1}}}}", "%TAG ! !", "---",
    "../../etc/passwd", "/dev/zero", "C:\\CON", "a\0b", "%s%n", "${HOME}", "{path}", "[bold]", "::error::",
)  # fmt: skip
"""What a reader may stumble on: numbers that are none, texts that mean something to somebody."""


def changed_bytes(data: bytes, chance: Random) -> bytes:
    """Return *data* after one change that knows nothing of its format."""
    if not data:
        return bytes(chance.randrange(256) for _ in range(8))
    start = chance.randrange(len(data))
    end = min(len(data), start + int(chance.paretovariate(0.7)))
    match chance.randrange(7):
        case 0:
            new, end = bytes([data[start] ^ 1 << chance.randrange(8)]), start + 1
        case 1:
            new, end = b"", len(data)
        case 2:
            new = b""
        case 3:
            new = data[start:end] * chance.choice((2, 3, 50))
        case 4:
            new = bytes(chance.randrange(256) for _ in range(min(64, end - start)))
        case 5:
            new = bytes(min(1_000, end - start))
        case _:
            other = chance.randrange(len(data))
            new, end = data[other : other + end - start], start
    return data[:start] + new + data[end:]


def changed_pieces(pieces: Sequence[str], chance: Random) -> list[str]:
    """Return *pieces*, such as lines, after one was dropped, doubled, moved or exchanged."""
    found = list(pieces)
    if not found:
        return [chance.choice(VALUES)]
    here, there = chance.randrange(len(found)), chance.randrange(len(found))
    match chance.randrange(5):
        case 0:
            del found[here]
        case 1:
            found.insert(there, found[here])
        case 2:
            found.insert(there, found.pop(here))
        case 3:
            found[here], found[there] = found[there], found[here]
        case _:
            found[here:here] = [found[here]] * chance.choice((2, 30, 300))
    return found


def recoded(text: str, chance: Random) -> bytes:
    """Return *text* in one of the encodings that programs write, or in a mixture of two."""
    encodings = (
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-be",
        "utf-32",
        "cp1252",
        "latin-1",
        "utf-7",
    )
    data = text.encode(chance.choice(encodings), "replace")
    if chance.random() < 0.2:
        data += text[-20:].encode(chance.choice(encodings), "replace")
    return data

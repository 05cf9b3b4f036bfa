"""The words for true and false in YAML 1.1, which people go on writing."""

from __future__ import annotations

_WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}

BOOLEANS: dict[str, bool] = {
    spelling: value
    for word, value in _WORDS.items()
    for spelling in (word, word.capitalize(), word.upper())
}

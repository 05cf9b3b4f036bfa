"""Names of files after what people wrote: as every file system takes them, each apart.

File systems count bytes, 255 of them. Some ignore case and the form of Unicode, and Windows keeps
names of devices to itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

MOST_BYTES = 160
"""What a person still reads, with room for a number and an ending."""
_UNFIT = re.compile(r'[<>:"/\\|?*\ud800-\udfff]+')
_DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?=\.|$)", re.IGNORECASE
)
"""What Windows takes for a device, whatever the ending."""
_LINE_ENDS = re.compile(r"\s*[\x00-\x1f\x7f-\x9f\u2028\u2029]+\s*")
_INVISIBLE = "Cf"
"""The category of signs that show nothing themselves, such as U+202E, which turns text around."""


def file_name(said: str, ending: str = "") -> str:
    """Return the name of a file after what was *said*, with *ending*; never hidden."""
    whole = " ".join(unicodedata.normalize("NFC", said).split())
    return f"{_no_device(_fit(short_enough(whole)).lstrip(' .-').rstrip(' .'))}{ending}"


def fit_name(name: str) -> str:
    """Return the *name* of a file or folder as every file system takes it.

    Line ends become spaces, signs that some system refuses hyphens, and invisible ones go. An
    ordinary name stays as it is.
    """
    return _no_device(_fit(name).rstrip(" ."))


def _fit(name: str) -> str:
    lines = _LINE_ENDS.sub(" ", name)
    seen = "".join(char for char in lines if unicodedata.category(char) != _INVISIBLE)
    return _UNFIT.sub("-", seen)


def _no_device(name: str) -> str:
    return _DEVICE.sub(r"\1_", name, count=1) if _DEVICE.match(name) else name or "-"


def apart(names: Sequence[str]) -> list[str]:
    """Return *names*, with a number where a file system could take two for one."""
    taken = {same_file(name) for name in names}
    last: dict[str, int] = {}
    found = []
    for name in names:
        key = same_file(name)
        number = last.setdefault(key, 0) + 1
        other = name
        while number > 1 and same_file(other := f"{name} ({number})") in taken:
            number += 1
        last[key] = number
        taken.add(same_file(other))
        found.append(other)
    return found


def same_file(path: str) -> str:
    """Return what two paths share that a file system may take for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def short_enough(name: str) -> str:
    """Return *name* up to as many bytes as a file's name may have."""
    return name.encode("utf-8", "replace")[:MOST_BYTES].decode("utf-8", "ignore")

"""Text that people wrote: made safe, compared, as the name of a file, and the name nearest it."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_SPACES = str.maketrans("\n\t", "  ")
_COMMAND = re.compile(r"##(?=\w*\[)")
_COMMAND_AT_START = re.compile(r"^([^\S\n]*:)(?=:)", re.MULTILINE)


def printable(text: str) -> str:
    """Return *text* on one line, without control and direction characters.

    A terminal obeys those, or shows others in another order for them.
    """
    if text.isprintable():
        return text
    text = text.translate(_SPACES)
    hidden = {ord(char): "\N{REPLACEMENT CHARACTER}" for char in set(text) if is_hidden(char)}
    return text.translate(hidden) if hidden else text


def printable_lines(text: str) -> str:
    """Return *text* with each of its lines printable."""
    return "\n".join(map(printable, text.replace("\r\n", "\n").split("\n")))


def printed(text: str) -> str:
    """Return *text* so that neither a terminal nor a CI obeys any of its lines."""
    return without_commands(printable_lines(text))


def without_commands(text: str) -> str:
    """Return *text* with a space inside whatever the log of a CI takes for a command.

    GitHub obeys ``::error::`` at the beginning of a line, spaces or not before it. It obeys
    ``##[error]`` anywhere in a line, as Azure does ``##vso[`` and TeamCity ``##teamcity[``.
    """
    spelled = spelled_commands(text, "## ")
    return _COMMAND_AT_START.sub(r"\1 ", spelled) if "::" in spelled else spelled


def spelled_commands(text: str, spelled: str) -> str:
    """Return *text* with *spelled* for each ``##`` that begins a command."""
    return _COMMAND.sub(spelled, text) if "##" in text else text


def is_hidden(char: str) -> bool:
    """Return whether *char* shows nothing by itself, but may change how others are shown."""
    return unicodedata.category(char) in _HIDDEN_CATEGORIES


ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
"""The id of a definition, a group, an indicator or an agency."""
YEAR = re.compile(r"[12][0-9]{3}")
"""A year as it is written."""
_WITH_ZEROS = re.compile(r"([0-9]{1,4})[.,]0+")
_WITH_A_WORD = re.compile(r"(?i)(?:tahun(?: anggaran)?|thn|t\.?a|year|fy)[.\s]*([12][0-9]{3})")


@lru_cache(maxsize=20_000)  # thirty forms say the same names
def exact(text: str) -> str:
    """Return *text* as names are compared: small letters and single spaces, nothing left out."""
    return " ".join(text.split()).casefold()


_NOT_IN_IDS = re.compile("[^a-z0-9]+")
_LONGEST_ID = 60


def slug(name: str) -> str:
    """Return *name* as an id: small letters, digits and hyphens, a letter first."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    found = _NOT_IN_IDS.sub("-", plain).strip("-")[:_LONGEST_ID].rstrip("-")
    return found if found[:1].isalpha() else f"x-{found}".rstrip("-")


def whole(text: str) -> str:
    """Return a year or a revision without what stands around it: ``2023.0``, *Tahun 2023*."""
    match = _WITH_ZEROS.fullmatch(text) or _WITH_A_WORD.fullmatch(text)
    return match[1] if match else text


def is_pattern(name: str) -> bool:
    """Return whether *name* stands for several: ``*`` in it is any characters."""
    return "*" in name


def matches(pattern: str, name: str) -> bool:
    """Return whether *pattern* stands for *name*; its time grows with their lengths alone."""
    if not is_pattern(pattern):
        return pattern == name
    first, *between, last = pattern.split("*")
    at, end = len(first), len(name) - len(last)
    if at > end or not (name.startswith(first) and name.endswith(last)):
        return False
    for part in filter(None, between):
        found = name.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return True


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


NEARLY_THE_SAME = 0.88
"""How like two names are of which one is perhaps a slip for the other."""

_COMPARED = 10
"""How many that are equally like it are compared letter by letter."""
_LONGEST: Final = 100
"""Letters of a name that has a nearest one: the time of a comparison grows with their square."""
_WORK: Final = 10_000_000
"""Pairs of letters compared for the misspelt names of one list: about a second."""
_WORK_OF_A_NAME: Final = 40


_REGENCY = re.compile(r"kab(?:\.\s*|\s+)")
"""How *Kabupaten* is shortened: as letters, *Kab. Malang* is nearer to *Kota Malang*."""


def _written_out(name: str) -> str:
    """Return *name* in small letters, *Kab.* as *Kabupaten*."""
    folded = name.casefold()
    short = _REGENCY.match(folded)
    return folded if short is None else f"kabupaten {folded[short.end() :]}"


class Suggestion(NamedTuple):
    """A known name near to what was seen, or None; a finding's text shows it or nothing."""

    name: str | None


class Names:
    """Known names; each misspelt one gets the nearest, until a bounded amount of work is done.

    Some hundred misspelt names among a thousand are within it. What is beyond it has no suggestion.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._by_folded = {_written_out(name): name for name in known}
        self._by_length: dict[int, list[str]] = {}
        for name in self._by_folded:
            self._by_length.setdefault(len(name), []).append(name)
        self._found: dict[tuple[str, float], str | None] = {}
        self._work = _WORK

    def nearest(self, name: str, *, cutoff: float = 0.6) -> str | None:
        """Return the known name most like *name*, or None where nothing comes near."""
        if len(name) > _LONGEST:
            return None
        asked = _written_out(name), cutoff
        if asked not in self._found and self._work > 0:
            self._found[asked] = self._nearest(*asked)
        return self._found.get(asked)

    def _nearest(self, folded: str, cutoff: float) -> str | None:
        size = len(folded)
        reach = (2 - cutoff) / cutoff  # beyond it too few letters can be the same
        candidates: list[str] = []
        for length, names in self._by_length.items():
            if size <= length * reach and length <= min(size * reach, 2 * _LONGEST):
                self._work -= len(names) * (_WORK_OF_A_NAME + size * length)
                candidates += names
        return None if self._work <= 0 else self._closest(folded, candidates, cutoff)

    def _closest(self, folded: str, candidates: list[str], cutoff: float) -> str | None:
        import difflib  # noqa: PLC0415 - only a fault needs it

        def likeness(candidate: str) -> tuple[float, int]:
            ratio = difflib.SequenceMatcher(None, candidate, folded).ratio()
            return ratio, sum(map(str.__eq__, candidate, folded))  # the same letters in place

        close = difflib.get_close_matches(folded, candidates, n=_COMPARED, cutoff=cutoff)
        return self._by_folded[max(close, key=likeness)] if close else None

    def suggest(self, name: str, *, cutoff: float = 0.6) -> Suggestion:
        """Return the nearest known name as a finding's parameter."""
        return Suggestion(self.nearest(name, cutoff=cutoff))


def nearest(name: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """Return the known name most like *name*, or None where nothing comes near."""
    return Names(known).nearest(name, cutoff=cutoff)


def suggest(name: str, known: Iterable[str], *, cutoff: float = 0.6) -> Suggestion:
    """Return the nearest known name as a finding's parameter."""
    return Names(known).suggest(name, cutoff=cutoff)

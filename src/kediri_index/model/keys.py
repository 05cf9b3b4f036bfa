"""The keys of a file that people write, as a reference page lists them."""

from typing import NamedTuple

from kediri_index.model.aggregation import Aggregation


class Holds(NamedTuple):
    """What may stand at a key.

    *word* is the kind of a single value (``number``, ``text``, …); *values* are all there are,
    *low* and *high* a number's bounds, *part* the part whose keys it takes. *many* says that it is
    a list, *key* what the keys of a mapping are.
    """

    word: str
    values: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None
    part: str | None = None
    many: bool = False
    key: str | None = None


class Key(NamedTuple):
    """One key: *text* names its meaning, *default* and *example* are as a file says them.

    *default* is None where a key must be there (*required*), and where leaving it out says nothing.
    """

    name: str
    text: str
    holds: Holds
    required: bool
    default: str | None
    example: str


class Part(NamedTuple):
    """A mapping of a file, and its keys."""

    name: str
    keys: tuple[Key, ...]


class Method(NamedTuple):
    """A scoring method: which columns it *reads*, what it does to scores *outside* their range."""

    name: str
    reads: str
    outside: str
    example: str
    parameters: tuple[Key, ...]


class Keys(NamedTuple):
    """All keys of one kind of file, the first part being the file itself."""

    parts: tuple[Part, ...]
    methods: tuple[Method, ...] = ()
    aggregations: tuple[type[Aggregation], ...] = ()

"""The languages that people read, texts in both, and what texts show beside plain figures."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple


class Language(StrEnum):
    """The languages of what people read."""

    ID = "id"
    EN = "en"


class Label(NamedTuple):
    """A name as the definition words it, and in the other language where it gives one."""

    main: str
    indonesian: str | None = None
    english: str | None = None

    def in_language(self, language: Language) -> str:
        """Return the wording for *language*, or the definition's own."""
        other = self.english if language is Language.EN else self.indonesian
        return other or self.main


class Wording(NamedTuple):
    """A text with its params in braces; both languages name the same ones.

    *english_one* is the English text where the param ``count`` is 1.
    """

    indonesian: str
    english: str
    english_one: str | None = None


class Described(NamedTuple):
    """What a key of a definition means, in both languages, and an *example* of it in a file.

    The example brings along what the key does not go without.
    """

    indonesian: str
    english: str
    example: str


class Sentence(NamedTuple):
    """Something that is said of a score: the key of its text, and the figures in it."""

    key: str
    params: Mapping[str, object] = MappingProxyType({})


Sentences = tuple[Sentence, ...]


class Instead(NamedTuple):
    """What to write instead, as it stands in a file; None where nobody knows.

    *other* is the second reading of what has two.
    """

    text: str | None
    other: str | None = None


class SavedAs(NamedTuple):
    """The encoding in which a file was saved; None where nobody knows."""

    encoding: str | None


class Perhaps(NamedTuple):
    """The number that was perhaps meant; a finding's text asks for it, or shows nothing."""

    number: Fraction | None


class InDigits(NamedTuple):
    """The number that a text holds, to be written in digits; without one, the text shows how."""

    number: Fraction | None


class Recognised(NamedTuple):
    """The known columns that were found where others are missing; perhaps none."""

    names: tuple[str, ...]


class UnknownHeaders(NamedTuple):
    """Headers that mean nothing to us, each with its cell; perhaps none."""

    cells: tuple[str, ...]


class ColumnsLine(NamedTuple):
    """The header that a profile's ``columns`` would have to name; None where it is not known."""

    header: str | None


class OfUnit(NamedTuple):
    """Which unit, perhaps of which year, a sentence is about; nothing where none is named."""

    name: str | None
    year: int | None = None


class ReadTwoWays(NamedTuple):
    """Some cells with two readings: text, address and both numbers; *more* are not named."""

    cells: tuple[tuple[str, str, object, object], ...]
    more: int = 0


class Proofs(NamedTuple):
    """The text and address of the cell that proves each decimal mark of a table, by the mark."""

    cells: Mapping[str, tuple[str, str]]


class Likewise(NamedTuple):
    """Further cells that a sentence is about, by address, and how many *more* are not named."""

    cells: tuple[str, ...]
    more: int = 0


class OtherThan(NamedTuple):
    """The years of the data where a title names another; none where it is of other values."""

    years: tuple[str, ...] = ()


class Spread(NamedTuple):
    """Both ends; a finding's text shows one figure where they are equal."""

    low: Fraction
    high: Fraction


class NamedFigures(NamedTuple):
    """Some names with their figures, and how many *more* there are that are not named."""

    figures: tuple[tuple[str, object], ...]
    more: int = 0

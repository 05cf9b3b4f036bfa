"""The formats that commands print, and what a command hands to each of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, Flag, StrEnum, auto
from fractions import Fraction
from typing import TYPE_CHECKING, Self

from kediri_index.messages.texts import phrase, text
from kediri_index.messages.values import fixed, localised, plain
from kediri_index.model.language import Language, Wording
from kediri_index.present.document import NOTHING, Block, Document

if TYPE_CHECKING:
    from kediri_index.present.findings import FindingsReport
    from kediri_index.present.renderers.csv import Rows


class OutputKind(Enum):
    """What of an outcome a format prints."""

    SCREEN = auto()
    PAGE = auto()
    RESULT = auto()
    ROWS = auto()
    FINDINGS = auto()
    FILE = auto()


class Offer(Flag):
    """Commands that are offered the same formats."""

    TABLES = auto()
    """``compare``, ``plan``, ``robustness``, ``status`` and ``definition diff``."""
    SCORE = auto()
    """``score``, whose workbook has every step."""
    CHECK = auto()
    TRACE = auto()
    PAGES = auto()
    """``explain`` and ``verify``."""
    BRIEF = auto()
    """Commands that write files, or list what there is."""
    SCHEMA = auto()
    REPORT = auto()
    SHOW = auto()
    """``definition show``, whose workbook is a list of indicators."""


class Format(StrEnum):
    """A format: what it prints, and the commands that it is offered to.

    One that prints a page or findings is rendered by the module of its name in ``renderers/``.
    """

    TABLE = "table", OutputKind.SCREEN, Offer.TABLES | Offer.SCORE
    TREE = "tree", OutputKind.SCREEN, Offer.TRACE
    TEXT = "text", OutputKind.SCREEN, Offer.CHECK | Offer.PAGES | Offer.BRIEF | Offer.SHOW
    HTML = "html", OutputKind.FILE, Offer.REPORT | Offer.CHECK | Offer.SCORE
    DOCX = "docx", OutputKind.FILE, Offer.REPORT
    XLSX = "xlsx", OutputKind.FILE, Offer.REPORT | Offer.SHOW | Offer.SCORE
    JSON = "json", OutputKind.RESULT, ~Offer(0)
    JSONL = "jsonl", OutputKind.FINDINGS, Offer.CHECK
    GITHUB = "github", OutputKind.FINDINGS, Offer.CHECK
    JUNIT = "junit", OutputKind.FINDINGS, Offer.CHECK
    CSV = "csv", OutputKind.ROWS, Offer.TABLES | Offer.SCORE
    MD = "md", OutputKind.PAGE, ~(Offer.BRIEF | Offer.SHOW)

    printed: OutputKind
    offered: Offer

    def __new__(
        cls, name: str, printed: OutputKind = OutputKind.PAGE, offered: Offer = Offer.TABLES
    ) -> Self:
        """Return the format called *name*."""
        made = str.__new__(cls, name)
        made._value_ = name
        made.printed, made.offered = printed, offered
        return made

    @property
    def is_for_people(self) -> bool:
        """Whether people read it as it is printed."""
        return self.printed in {OutputKind.SCREEN, OutputKind.PAGE}

    @property
    def tells_all(self) -> bool:
        """Whether it has a place for remarks on the whole, not for rows alone."""
        return self.is_for_people or self.printed is OutputKind.RESULT


def formats_of(offer: Offer) -> tuple[Format, ...]:
    """Return the formats of an *offer*; the first is printed where none is asked for."""
    return tuple(form for form in Format if offer in form.offered)


class Worded:
    """What is worded in one language."""

    language: Language

    def say(self, key: str, **params: object) -> str:
        """Return a text of the catalogue."""
        return text(key, self.language, **params)

    def phrase(self, wording: Wording, **params: object) -> str:
        """Return *wording*, its braces filled with *params*."""
        return phrase(wording, self.language, **params)

    def to(self, value: Fraction, decimals: int) -> str:
        """Return *value* with *decimals* decimals."""
        return localised(fixed(value, decimals), self.language)

    def short(self, value: Fraction | float) -> str:
        """Return *value* with as many decimals as it has."""
        return localised(plain(value), self.language)

    def percent(self, share: Fraction | None) -> str:
        """Return a share as a percentage, with a decimal only where it says something."""
        if share is None:
            return NOTHING
        return f"{self.short(Fraction(fixed(share * 100, 1)))} %"

    def listed(self, ids: Sequence[str], most: int = 8) -> str:
        """Return the first of *ids*, and how many more there are."""
        shown, more = ", ".join(ids[:most]), len(ids) - most
        return self.say("and-more", ids=shown, count=more) if more > 0 else shown


@dataclass(frozen=True)
class Presentation(Worded):
    """What a command came to, in one language.

    A command has a *document*, which every format for people renders, and *json*; those with a
    table for programs have *rows*. What the others say by default is nothing.
    """

    language: Language

    def document(self) -> Document:
        """Return what people read."""
        raise NotImplementedError

    def screen(self) -> Document:
        """Return it as far as a screen has room for."""
        return self.document()

    def page(self) -> Document:
        """Return it with what only a page in a browser has room for."""
        return self.document()

    def json(self) -> str | Iterable[str]:
        """Return the envelope, whole or in parts."""
        raise NotImplementedError

    def rows(self) -> "Rows":
        """Return what CSV has: a header, and a row each."""
        raise NotImplementedError

    def csv(self) -> str | Iterable[str]:
        """Return it as text, whole or in parts."""
        from kediri_index.present.renderers.csv import rendered  # noqa: PLC0415 - few ask

        return rendered(self.rows())

    def workbook(self) -> bytes:
        """Return the workbook, where the command has one."""
        raise NotImplementedError

    def of_findings(self) -> "FindingsReport":
        """Return the findings, for formats that have nothing else."""
        raise NotImplementedError

    def refusal(self) -> tuple[Block, ...]:
        """Return why there is no result, where there is none: JSON alone is printed then."""
        return ()

    def remarks(self) -> Iterable[str]:
        """Return the remarks on the whole, for formats that have no place for them."""
        return ()

    def next(self) -> Iterable[str]:
        """Return what to type next, for who reads a screen."""
        return ()

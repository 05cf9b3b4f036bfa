"""Values as sentences show them: numbers, days, lists and hints, in the language of the reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from functools import lru_cache

from kediri_index.model.language import (
    ColumnsLine,
    InDigits,
    Instead,
    Label,
    Language,
    Likewise,
    NamedFigures,
    OfUnit,
    OtherThan,
    Perhaps,
    Proofs,
    ReadTwoWays,
    Recognised,
    SavedAs,
    Spread,
    UnknownHeaders,
)
from kediri_index.model.numbers import Digits, PercentDigits, Printed, Scaled
from kediri_index.model.text import Suggestion

_MONTHS = {
    Language.ID: (
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
    ),
    Language.EN: (
        "January February March April May June July August September October November December"
    ),
}


def in_full(day: date, language: Language) -> str:
    """Return *day* with its month in full, and its year."""
    return f"{day.day} {_MONTHS[language].split()[day.month - 1]} {day.year}"


_EXACT = Context(prec=60, rounding=ROUND_HALF_EVEN)
_SHOWN_DIGITS = 15
_MILLION, _NINE_DECIMALS = 10**6, 10**9


def fixed(number: Fraction, decimals: int) -> str:
    """Return *number* with exactly *decimals* decimals, half up, with a point and a hyphen."""
    over, under = number.as_integer_ratio()
    whole = (2 * abs(over) * 10**decimals + under) // (2 * under)
    digits = str(whole).rjust(decimals + 1, "0")
    sign = "-" if over < 0 and whole else ""
    if not decimals:
        return sign + digits
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}"


def plain(number: Fraction | Decimal | float) -> str:
    """Return *number* in up to 15 significant digits, without an exponent, with a point."""
    over, under = number.as_integer_ratio()
    if _NINE_DECIMALS % under == 0 and abs(over) < _MILLION * under:
        text = f"{over / under:.15g}"  # what has no more digits than that comes out as it is
        if "e" not in text:
            return text
    return _plain(over, under)


@lru_cache(maxsize=4096)
def _plain(over: int, under: int) -> str:
    quotient = _EXACT.divide(Decimal(over), Decimal(under))
    rounded = Context(prec=_SHOWN_DIGITS, rounding=ROUND_HALF_UP).plus(quotient)
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def localised(text: str, language: Language) -> str:
    """Return a number written with a point in the decimals of *language*."""
    return text if language is Language.EN else text.replace(".", ",")


def grouped(number: int, language: Language) -> str:
    """Return a whole number with the marks of thousands of *language*."""
    text = f"{number:,}"
    return text if language is Language.EN else text.replace(",", ".")


_NEAREST = {Language.ID: "; terdekat: {}", Language.EN: "; nearest: {}"}
_PERHAPS = {Language.ID: "; mungkin {}?", Language.EN: "; perhaps {}?"}
_INSTEAD = {Language.ID: "; tulis {}", Language.EN: "; write {}"}
_OR = {Language.ID: "atau", Language.EN: "or"}
_SAVED_AS = {Language.ID: " melainkan {}", Language.EN: " but {}"}
_HOW_IN_DIGITS = {Language.ID: " saja, misalnya 3,25", Language.EN: " only, such as 3.25"}
_SCALED = {
    Language.ID: ("dibagi {}", "dikalikan {}"),
    Language.EN: ("divided by {}", "multiplied by {}"),
}
_RECOGNISED = {Language.ID: "; yang dikenali hanya {}", Language.EN: "; recognised are only {}"}
_UNKNOWN_HEADERS = {
    Language.ID: "; judul yang tidak dikenal: {}",
    Language.EN: "; unknown headers: {}",
}
_COLUMNS_LINE = {
    Language.ID: "; atau, bila nilainya di kolom «{header}», tambahkan di profile.yaml: "
    "columns: {{Realisasi: ['{typed}']}}",
    Language.EN: "; or, if «{header}» is the column of values, add to profile.yaml: "
    "columns: {{Realisasi: ['{typed}']}}",
}
_TWO_WAYS = {
    Language.ID: "«{}» di {} ({} atau {})",
    Language.EN: "«{}» in {} ({} or {})",
}
_PROOF = {
    Language.ID: "«{}» di {} menunjukkan tanda desimal «{}»",
    Language.EN: "«{}» in {} shows the decimal mark «{}»",
}
_NO_PROOF = {
    Language.ID: "tidak ada angka lain di tabel ini yang menunjukkan tanda desimalnya",
    Language.EN: "no other number of the table shows its decimal mark",
}
_LIKEWISE = {Language.ID: "; begitu juga {}", Language.EN: "; likewise {}"}
_OTHER_YEAR = {
    Language.ID: "menyebut tahun lain daripada datanya ({})",
    Language.EN: "names another year than the data ({})",
}
_OTHER_VALUES = {
    Language.ID: "menyebut target, bobot, atau tahun lalu, sedangkan isinya dibaca sebagai nilai",
    Language.EN: "names targets, weights or last year, but the rows are read as this year's scores",
}
_MORE = {Language.ID: ", dan {} lagi", Language.EN: ", and {} more"}
_NOTHING = "–"
_LONGEST = 500
"""Signs of a text that a sentence shows; so does a finding's ``value`` in JSON."""
_LISTED = 30
_LONGEST_LIST = 1_000
"""Items of a list that a sentence names, and characters of all of them."""
_CUT = {Language.ID: "{}… ({} karakter)", Language.EN: "{}… ({} characters)"}


def worded(value: object, language: Language) -> str:  # noqa: PLR0911 - one return a type
    """Return *value* as text: numbers localised, labels in the language, sequences as lists."""
    match value:
        case None:
            return _NOTHING
        case Label():
            return value.in_language(language)
        case PercentDigits():
            return f"{localised(plain(100 * Fraction(value)), language)} %"
        case Printed():
            return localised(value, language)
        case Digits():
            return localised(plain(Fraction(value)), language)
        case str():
            return quoted(value, language)
        case int():
            return str(value)
        case Fraction() | Decimal() | float():
            return localised(plain(value), language)
    part = _part_of_a_sentence(value, language)
    if part is None and isinstance(value, Iterable):
        return _list(list(value), language)
    return str(value) if part is None else part


def quoted(text: str, language: Language) -> str:
    """Return *text*, cut where it is long, with its length."""
    if len(text) <= _LONGEST:
        return str(text)
    return _CUT[language].format(text[:_LONGEST], grouped(len(text), language))


def _list(items: Sequence[object], language: Language) -> str:
    """Return *items* as a sentence lists them, as many as somebody reads."""
    named: list[str] = []
    room = _LONGEST_LIST
    for item in items[:_LISTED]:
        named.append(worded(item, language))
        room -= len(named[-1])
        if room < 0:
            break
    return _listed(named, len(items) - len(named), language)


def _part_of_a_sentence(  # noqa: PLR0911 - one return a type
    value: object, language: Language
) -> str | None:
    """Return what a hint adds to its sentence, perhaps nothing; None for what is no hint."""
    match value:
        case Suggestion(name):
            return "" if name is None else _NEAREST[language].format(name)
        case Perhaps(number):
            return "" if number is None else _PERHAPS[language].format(worded(number, language))
        case Instead(text, other):
            said = text if other is None else f"{text} {_OR[language]} {other}"
            return "" if text is None else _INSTEAD[language].format(said)
        case InDigits(number):
            return _HOW_IN_DIGITS[language] if number is None else f": {worded(number, language)}"
        case Recognised(names):
            return _RECOGNISED[language].format(", ".join(names)) if names else ""
        case OfUnit(name, year):
            said = " ".join(str(one) for one in (name, year) if one is not None)
            return f"{said}: " if said else ""
        case Spread(low, high):
            ends = (low, high) if low != high else (low,)
            return "–".join(worded(end, language) for end in ends)
        case Scaled(factor):
            times = factor >= 1
            return _SCALED[language][times].format(grouped(int(max(factor, 1 / factor)), language))
        case NamedFigures(figures, more):
            named = [f"{name} ({worded(figure, language)})" for name, figure in figures]
            return _listed(named, more, language)
    return _of_cells(value, language)


def _of_cells(value: object, language: Language) -> str | None:
    """Return what is said of a file or of some cells of a table, likewise."""
    match value:
        case ReadTwoWays(cells, more):
            two = _TWO_WAYS[language]
            named = [
                two.format(text, cell, worded(first, language), worded(second, language))
                for text, cell, first, second in cells
            ]
            return _listed(named, more, language)
        case SavedAs(encoding):
            return "" if encoding is None else _SAVED_AS[language].format(encoding)
        case OtherThan(years):
            years_known = _OTHER_YEAR[language].format(", ".join(years))
            return years_known if years else _OTHER_VALUES[language]
        case Likewise(others, more):
            return _LIKEWISE[language].format(_listed(others, more, language)) if others else ""
        case Proofs(proofs):
            by = _PROOF[language]
            named = [by.format(text, cell, mark) for mark, (text, cell) in proofs.items()]
            return ", ".join(named) or _NO_PROOF[language]
    return _of_headers(value, language)


def _of_headers(value: object, language: Language) -> str | None:
    """Return what is said of headers that are not known, likewise."""
    match value:
        case UnknownHeaders(cells):
            return _UNKNOWN_HEADERS[language].format(_list(cells, language)) if cells else ""
        case ColumnsLine(header):
            typed = "" if header is None else header.replace("'", "''")
            return typed and _COLUMNS_LINE[language].format(header=header, typed=typed)
    return None


def _listed(named: Iterable[str], more: int, language: Language) -> str:
    ending = _MORE[language].format(grouped(more, language)) if more else ""
    return ", ".join(named) + ending

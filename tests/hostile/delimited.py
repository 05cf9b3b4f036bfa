"""Text tables that are endless, of no encoding, of no shape."""

from __future__ import annotations

from tests.hostile.cases import FINE, Case, file_case, flood_cases

GOOD = "Kode,Indikator,Nilai mandiri\nA-1,,3\nB-1,,2\n"
OTHERS = "B-1,,2\n"
FILE = "a.csv"


def _case(name: str, data: object, *faults: str, **more: object) -> Case:
    return file_case(name, data, *faults, file=FILE, **more)  # type: ignore[arg-type]


def _answer(text: str) -> bytes:
    return f"Kode,Indikator,Nilai mandiri\nA-1,,{text}\n{OTHERS}".encode()


CASES: tuple[Case, ...] = (
    *flood_cases("one line of 60 MB", 15 << 20, lambda size: b"Kode" * size, "F207 1", file=FILE),
    *flood_cases("one line of 60 MB of fields", 30 << 20, lambda size: b"1," * size, "F206", limit="cells", file=FILE),
    _case("one line of 4 MB of fields", lambda: b"," * (4 << 20), "F226 1"),
    _case("a million columns", lambda: b"Kode," * 1_000_000, "F226 1"),
    _case("16,000 columns", lambda: GOOD.encode() + b"," * 16_000),
    *flood_cases("a million short lines", 1_048_000, lambda size: GOOD.encode() + b"\n" * size, limit="rows", file=FILE),
    *flood_cases("two million short lines", 2_000_000, lambda size: GOOD.encode() + b"\n" * size, "F225", limit="rows", file=FILE),
    _case("seven million delimiters", lambda: GOOD.encode() + b",,,,,,,\n" * 1_040_000, "F206"),
    *flood_cases("a file of 95 MB with one letter that widens it", 95 << 20, lambda size: GOOD.encode() + "\U0001f600".encode() + b"x" * size, "F207 4", file=FILE),
    *flood_cases("a file beyond the limit", 100_000_010, lambda size: GOOD.encode() + b"\n" * size, "F102", limit="file_bytes", file=FILE),
    _case("a field of 10 MB", lambda: _answer("x" * (10 << 20)), "F207 2"),
    _case("a field of 99,999 letters", lambda: _answer("x" * 99_999), "C110 C2"),
    _case("a field of 99,999 digits", lambda: _answer("9" * 99_999), "C115 C2"),
    _case("nulls", GOOD.replace("3", "3\0").encode(), "F303 2"),
    _case("nulls only", b"\0" * 100_000, "F303 1"),
    _case("quotes that never close", _answer('"3'), "F305 2"),
    _case("quotes that never close, over 50 MB", lambda: _answer('"3' + "\n" * (50 << 20)), "F207 2"),
    _case("quotes within quotes", lambda: _answer('"3"x"4"'), "F305 2"),
    _case("50,000 pairs of quotes", lambda: _answer('"' + '""' * 50_000 + '"'), "C110 C2"),
    _case("delimiters of two kinds", b"Kode;Indikator,Nilai mandiri\nA-1;,3\nB-1;,2\n", "F304"),
    _case("no delimiter", b"Kode Nilai\nA-1 3\n", "F402"),
    _case("a letter declared to be the delimiter", b"sep=x\nKodexNilai mandiri\nA-1x3\n"),
    _case("lines of all ends", GOOD.replace("\n", "\r", 1).replace("\n", "\r\n", 1).encode()),
    _case("a lone carriage return", _answer("3\rB-1,,2"), "X304 A4", code=FINE),
    _case("a line end within a field", _answer('"3\n"')),
    _case("UTF-16 without a mark", GOOD.encode("utf-16-le"), "F303 1"),
    _case("UTF-16 with a mark", GOOD.encode("utf-16")),
    _case("UTF-16 cut in half", GOOD.encode("utf-16")[:-1], "F302"),
    _case("UTF-32", GOOD.encode("utf-32"), "F303 1"),
    _case("a mark twice", b"\xef\xbb\xbf\xef\xbb\xbf" + GOOD.encode()),
    _case("a mark alone", b"\xef\xbb\xbf", "F401"),
    _case("bytes that Windows-1252 lacks", GOOD.replace("A-1", "A\udc81").encode("utf-8", "surrogateescape"), "F302 2"),
    _case("UTF-8 and Windows-1252 mixed", _answer("é") + b"\xe9,,\n", "F302 4"),
    _case("UTF-8 longer than it may be", _answer("3").replace(b"3", b"\xc0\xb3"), "C110 C2", "F301 2"),
    _case("a surrogate as UTF-8", _answer("3").replace(b"3", b"\xed\xa0\x80"), "C110 C2", "F301 2"),
    _case("escapes", _answer("\x1b[2J\x1b]8;;http://x\x07"), "C119 C2"),
    _case("a letter that turns the rest round", _answer("\u202e3"), "C119 C2"),
    _case("1e400", _answer("1e400"), "C115 C2"),
    _case("1e999999999", _answer("1e999999999"), "C115 C2"),
    _case("1e-999999999", _answer("1e-999999999"), "C115 C2"),
    _case("NaN", _answer("NaN"), "C110 C2"),
    _case("a formula that runs a program", _answer("=cmd|' /C calc'!A0"), "C118 C2"),
    _case("a web page", b"<!DOCTYPE html><script>alert(1)</script>", "F105"),
    _case("JSON", b'{"Kode": "A-1", "Nilai mandiri": 3}', "F402"),
    _case("noise", bytes(number * 2654435761 >> 9 & 255 for number in range(1, 9_000)), "F302 1"),
)  # fmt: skip
